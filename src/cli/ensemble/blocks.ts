/**
 * A plan is cut into blocks of runs, and whatever is computed, written, saved or sent between threads is whole blocks.
 * Where the cuts lie depends on the number of planned runs alone: so the bytes of a block are the same in every division
 * of the work over threads, interruptions and machines.
 */
export interface Shard {
  /** 1 to count. */
  readonly index: number;
  readonly count: number;
}

export const WHOLE: Shard = { index: 1, count: 1 };

/** More parts than this no cluster gives, and each costs a file. */
export const MOST_SHARDS = 100_000;

const SMALLEST = 16;
const LARGEST = 512;

/** Runs in a block: a power of two that gives some 64 blocks, from 16 runs to 512. */
export function blockSize(runs: number): number {
  let size = SMALLEST;
  while (size < LARGEST && size * 128 <= runs) size *= 2;
  return size;
}

export function blockCount(runs: number): number {
  return Math.ceil(runs / blockSize(runs));
}

/** Runs `from` to `to - 1` of a block. */
export function runsOfBlock(runs: number, block: number): { readonly from: number; readonly to: number } {
  const size = blockSize(runs);
  return { from: block * size, to: Math.min(runs, (block + 1) * size) };
}

/** Blocks `first` to `end - 1` of a part: parts follow each other in the order of runs and differ by one block at most. */
export function blocksOfShard(runs: number, { index, count }: Shard): { readonly first: number; readonly end: number } {
  const blocks = blockCount(runs);
  return { first: Math.floor((blocks * (index - 1)) / count), end: Math.floor((blocks * index) / count) };
}
