/**
 * Differences of a scenario and its reference, run by run. For histograms they are rounded to about 2^-15 of the size of
 * what was subtracted: differences near zero would else hit ever smaller octaves as runs go on, and say nothing.
 */

/** values - references in the place of values; zeros without sign. */
export function subtract(values: Float64Array, references: Float64Array): void {
  for (let i = 0; i < values.length; i++) values[i] = values[i]! - references[i]! + 0;
}

/** 2^38: a double of 53 bits that has it added keeps the upper 15 bits of its own size, and a little more. */
const COARSE = 274877906944;

/**
 * Rounds each difference by at most 2^-14 of the size of its reference or of the value itself, whichever is larger.
 * Differences of numbers beyond 2^980 are left as they are.
 */
export function coarsen(differences: Float64Array, references: Float64Array): void {
  for (let i = 0; i < differences.length; i++) {
    const difference = differences[i]!;
    const reference = references[i]!;
    const shift = COARSE * Math.max(Math.abs(reference), Math.abs(difference + reference));
    if (shift < Infinity) differences[i] = difference + shift - shift + 0;
  }
}
