import type { EnsembleOptions } from '../simulator';
import type { Block } from './part';

/**
 * How an ensemble is cut up. Stages end where a partial result is due: after the coarse runs, then each time their number
 * has grown eightfold, and at the end. A stage is cut into blocks of fixed size. None of this shows in the result.
 */
const GROWTH = 8;
export const COARSE = 128;

/** Runs of a block: so few that a single run in between does not wait long, so many that messages cost nothing beside them. */
export const blockSize = { wasm: 32, interpreter: 4 } as const;

export interface Stage {
  readonly from: number;
  readonly to: number;
}

/** At least one stage, the last one ending at `to`. */
export function stagesOf({ from, to }: Stage, coarse: number): Stage[] {
  const stages: Stage[] = [];
  let start = from;
  for (let runs = coarse; runs > 0 && from + runs < to; runs *= GROWTH) {
    stages.push({ from: start, to: from + runs });
    start = from + runs;
  }
  return [...stages, { from: start, to }];
}

/** Blocks in ascending order of runs; inside a stage they end at multiples of `size`. */
export function* blocksOf(
  stages: readonly Stage[],
  size: number,
  members: NonNullable<EnsembleOptions['members']>
): Generator<Block> {
  const wanted = members === 'all' ? null : [...new Set(members)].sort((a, b) => a - b);
  let place = 0;
  for (const [stage, { from, to }] of stages.entries()) {
    for (let start = from; start < to;) {
      const end = Math.min(to, (Math.floor(start / size) + 1) * size);
      const first = place;
      while (wanted && place < wanted.length && wanted[place]! < end) place++;
      yield { stage, from: start, to: end, members: wanted?.slice(first, place) ?? 'all' };
      start = end;
    }
  }
}

export function countBlocks({ from, to }: Stage, size: number): number {
  return to === from ? 0 : Math.floor((to - 1) / size) - Math.floor(from / size) + 1;
}
