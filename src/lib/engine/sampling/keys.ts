import { Domain, philox } from '../random/philox';

/**
 * Keys of dimensions: the words that make the permutations and scrambles of one seed's plan, from Philox in the domain
 * `sampling`. Counter: dimension, use of the words, number of the block, domain. Points of the `random` plan are use 0.
 */
export const Use = { points: 0, latinHypercube: 1, sobol: 2 } as const;

/** `words` (a multiple of 4) keys for each dimension: dimension d has those from d · words on. */
export function keysOf(seed: number, dimensions: number, use: number, words: number): Uint32Array {
  const keys = new Uint32Array(dimensions * words);
  const block = new Uint32Array(4);
  for (let dimension = 0; dimension < dimensions; dimension++) {
    for (let part = 0; part < words; part += 4) {
      block.set([dimension, use, part / 4, Domain.sampling]);
      philox(block, seed >>> 0, Math.floor(seed / 4294967296) >>> 0);
      keys.set(block, dimension * words + part);
    }
  }
  return keys;
}

/** A bijection of 32-bit integers that mixes every bit into every other: the finaliser of MurmurHash3 (Appleby, 2011). */
export function mix(x: number): number {
  let h = x ^ (x >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
