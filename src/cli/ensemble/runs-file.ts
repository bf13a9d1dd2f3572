import type { Environment } from '../environment';
import type { About } from './about';
import { GrowingFile } from './growing-file';
import { entryOf, lengthOf, MAGIC, type BlockEntry } from './record';
import type { BlockRows } from './rows';
import { csvHeader } from './runs-csv';
import { PARQUET_HEADER, parquetFooter, type PlacedGroup } from './runs-parquet';

/** The file that takes every run, block after block in ascending order, whatever stands around the blocks. */
export class RunsFile {
  readonly #file: GrowingFile;
  readonly blocks: BlockEntry[];

  /** `opening` stands before the first block; `kept` are blocks that an earlier command wrote into the part. */
  constructor(environment: Environment, named: string, opening: Uint8Array, kept: readonly BlockEntry[] | null) {
    this.blocks = [...(kept ?? [])];
    this.#file = new GrowingFile(environment, named, kept ? opening.length + lengthOf(kept) : 0);
    if (!kept) this.#file.append(opening);
  }

  append(rows: BlockRows): void {
    this.#file.append(rows.bytes);
    this.blocks.push(entryOf(rows));
  }

  appendEntry(entry: BlockEntry, bytes: Uint8Array): void {
    this.#file.append(bytes);
    this.blocks.push(entry);
  }

  settle(): void {
    this.#file.settle();
  }

  leave(): void {
    this.#file.leave();
  }

  discard(): void {
    this.#file.discard();
  }

  finish(closing: Uint8Array): void {
    this.#file.append(closing);
    this.#file.finish();
  }
}

/** What stands before the first block. */
export function openingOf(about: About, isShard: boolean): Uint8Array {
  if (isShard) return MAGIC;
  return about.runsForm === 'csv' ? csvHeader(about.outputs) : PARQUET_HEADER;
}

/** What stands after the last block of a file of runs. */
export function closingOf({ runsForm, outputs }: About, blocks: readonly BlockEntry[]): Uint8Array {
  if (runsForm === 'csv') return new Uint8Array(0);
  return parquetFooter(outputs, placed(blocks));
}

function* placed(blocks: readonly BlockEntry[]): Generator<PlacedGroup> {
  let at = PARQUET_HEADER.length;
  for (const { length, rows, first, last, columns } of blocks) {
    yield { at, rows, first, last, columns };
    at += length;
  }
}
