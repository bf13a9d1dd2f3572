/**
 * The runs of one block, column by column: what is written of them in either form. Runs that failed are left out. Output
 * c of the k-th run in month r is `columns[c][k * rows + r]`.
 */
export interface Rows {
  readonly start: string;
  /** Months of a run, the first included. */
  readonly rows: number;
  /** Numbers of the runs, ascending. */
  readonly runs: readonly number[];
  readonly outputs: readonly string[];
  readonly columns: readonly Float64Array[];
}

/** A block as it stands in the file: a function of the block alone, so that files can be put together from blocks. */
export interface BlockRows {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rows: number;
  /** First and last run that has rows; 0 and -1 where none has. */
  readonly first: number;
  readonly last: number;
  /** Parquet: where the column chunks lie within the bytes. Empty for other forms and for no rows. */
  readonly columns: readonly ChunkPlace[];
}

/** Compressed size, uncompressed size, offset of the first data page, offset of the dictionary page or -1. */
export type ChunkPlace = readonly [compressed: number, uncompressed: number, data: number, dictionary: number];

export type Encode = (rows: Rows) => BlockRows;

/** First and last of the runs that have rows. */
export function endsOf({ runs }: Rows): { readonly first: number; readonly last: number } {
  return { first: runs[0] ?? 0, last: runs[runs.length - 1] ?? -1 };
}
