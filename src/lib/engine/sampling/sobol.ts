import { directions, SOBOL_BITS } from './directions';
import { keysOf, mix, Use } from './keys';
import type { Sampler } from './sampler';
import { reverse, scrambleReversed } from './scramble';

/**
 * A Sobol sequence with nested uniform (Owen) scrambling: point n of dimension d is the exclusive or of the direction
 * numbers that the bits of n select, scrambled to 32 bits; the 20 bits below are random, as an infinite scramble would
 * make them. Every scrambled point is uniform, and the stratification of the sequence is kept. Sources: Sobol' (1967),
 * "On the distribution of points in a cube and the approximate evaluation of integrals"; Owen (1995), "Randomly permuted
 * (t,m,s)-nets and (t,s)-sequences"; the scramble by hashing: see `scramble.ts`; the numbers: see `directions.ts`.
 */
export { SOBOL_DIMENSIONS } from './directions';

const WORDS = 4;

export function sobol(seed: number, dimensions: number): Sampler {
  const table = directions(dimensions);
  const reversed = table.map(reverse);
  const keys = keysOf(seed, dimensions, Use.sobol, WORDS);
  return (run, dimension) => {
    const key = dimension * WORDS;
    const point = scrambleReversed(select(reversed, run, dimension), keys[key]!, keys[key + 1]!);
    const below = mix(mix(point ^ keys[key + 2]!) ^ keys[key + 3]!) >>> 12;
    return (point * 1048576 + below + 0.5) / 4503599627370496;
  };
}

/** The sequence before scrambling, in natural (not Gray code) order: 32 bits, most significant first. */
export function unscrambled(dimensions: number): (run: number, dimension: number) => number {
  const table = directions(dimensions);
  return (run, dimension) => select(table, run, dimension) >>> 0;
}

function select(table: Uint32Array, run: number, dimension: number): number {
  let point = 0;
  let at = dimension * SOBOL_BITS;
  // Without a branch: which bits are set is not for the processor to guess.
  for (let rest = run; rest > 0; rest >>>= 1, at++) point ^= table[at]! & -(rest & 1);
  return point;
}
