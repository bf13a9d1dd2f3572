/**
 * The only place of the engine that looks at the bits of a number. Everything here is IEEE 754 double arithmetic that
 * WebAssembly has as f64 (and f64x2, i64x2) instructions, so another back end can do the very same operations.
 */
const floats = new Float64Array(1);
const words = new Int32Array(floats.buffer);
floats[0] = 1;
/** Index of the word that holds sign, exponent and the upper 20 bits of the significand. */
const UPPER = words[1] === 0x3ff00000 ? 1 : 0;
const LOWER = 1 - UPPER;

/** The upper 32 bits of x as a signed integer. */
export function upperWord(x: number): number {
  floats[0] = x;
  return words[UPPER]!;
}

/** The lower 32 bits of x as a signed integer. */
export function lowerWord(x: number): number {
  floats[0] = x;
  return words[LOWER]!;
}

/** x with its upper 32 bits replaced. */
export function withUpperWord(x: number, upper: number): number {
  floats[0] = x;
  words[UPPER] = upper;
  return floats[0]!;
}

/** 2^n for an integer n in -1022 … 1023. */
export function powerOfTwo(n: number): number {
  return withUpperWord(0, (n + 1023) << 20);
}

/** x with its lower 32 bits cleared: 21 significant bits, so that the product of two such is exact. */
export function withoutLowerWord(x: number): number {
  floats[0] = x;
  words[LOWER] = 0;
  return floats[0]!;
}
