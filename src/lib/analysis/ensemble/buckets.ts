/**
 * Buckets of doubles by their leading 22 bits: sign, exponent, and the upper 10 of the 52 fraction bits. An octave (one
 * sign, one exponent) has 1,024 buckets of equal width, each at most 2^-10 of any value inside, so whatever is said about
 * a value from its bucket alone is right to 2^-10 relative. Subnormal numbers count as zero: right to 2^-1022.
 *
 * A *code* is the upper word of the double shifted down by 10: sign · 2^21 + octave · 2^10 + bucket. Codes of positive
 * numbers ascend with the value, those of negative numbers descend.
 */
export const BUCKETS = 1024;

/** Octaves with their sign: 2 · 2^11. */
export const OCTAVES = 4096;

const words = new Uint32Array(2);
const double = new Float64Array(words.buffer);

/** Where the upper word of a double stands on this machine. */
export const UPPER_WORD = ((): 0 | 1 => {
  double[0] = 1;
  return words[1] === 0x3ff00000 ? 1 : 0;
})();

/** Whether an octave holds only zero and what counts as zero. */
export function isZeroOctave(octave: number): boolean {
  return octave % 2048 === 0;
}

/** A key that ascends with the values of octaves: -∞ … -0, +0 … ∞. Its own inverse is `octaveAt`. */
export function orderOfOctave(octave: number): number {
  return octave >= 2048 ? 4095 - octave : 2048 + octave;
}

export function octaveAt(order: number): number {
  return order < 2048 ? 4095 - order : order - 2048;
}

/** Smallest size (value without sign) in the bucket; for the code after the last of an octave, the octave's end. */
export function sizeOf(octave: number, bucket: number): number {
  const code = (octave % 2048) * BUCKETS + bucket;
  words[UPPER_WORD] = code * 1024;
  words[1 - UPPER_WORD] = 0;
  return double[0]!;
}
