/** One part of the benchmark: what it measures, and rows for a table. */
export interface Section {
  readonly name: string;
  readonly about: string;
  run(): Promise<readonly Row[]> | readonly Row[];
}

export type Row = Readonly<Record<string, string | number>>;
