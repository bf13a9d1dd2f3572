import { mix } from './keys';

/**
 * A keyed bijection of 0 … size - 1 that is computed point by point, so that a permutation of a hundred million runs
 * needs no memory: an alternating Feistel network (Luby and Rackoff, 1988, "How to construct pseudorandom permutations
 * from pseudorandom functions"; for halves of unequal width Hoang and Rogaway, 2010, "On generalized Feistel networks")
 * on the fewest bits that hold `size`, with cycle walking (Black and Rogaway, 2002, "Ciphers with arbitrary finite
 * domains"): what falls outside goes round again, less than twice on average where size > 128. Each round changes one half by a mix of
 * the other, and is undone by doing it again, so the whole is a bijection whatever the mix.
 */
export const ROUNDS = 6;

/** Narrower networks would prefer some permutations of a handful of runs; those go round more often instead. */
const FEWEST_BITS = 8;

/** `size`: 1 to 2^30. Keys of a permutation: ROUNDS words from `at` on. */
export function permutation(size: number): (x: number, keys: Uint32Array, at: number) => number {
  const bits = Math.max(FEWEST_BITS, 32 - Math.clz32(size - 1));
  const lowBits = bits >>> 1;
  const highShift = 32 - (bits - lowBits);
  const lowShift = 32 - lowBits;
  const lowMask = (1 << lowBits) - 1;
  return (x, keys, at) => {
    let value = x;
    do {
      let low = value & lowMask;
      let high = value >>> lowBits;
      for (let round = at; round < at + ROUNDS; round += 2) {
        high ^= mix(low ^ keys[round]!) >>> highShift;
        low ^= mix(high ^ keys[round + 1]!) >>> lowShift;
      }
      value = (high << lowBits) | low;
    } while (value >= size);
    return value;
  };
}
