import { CHOICES } from './choices';
import { mix } from './keys';
import { primitivePolynomials } from './primitive-polynomials';

/**
 * Direction numbers of Sobol's sequence. Dimension 0 is van der Corput's; each further one has a primitive polynomial
 * over GF(2), in order of degree, and as many initial numbers m_1, m_2, … (odd, m_i < 2^i) as its degree, from which
 * Sobol's recurrence makes the rest. With dimension d's polynomial of degree e_d, any set of dimensions makes a
 * (t, s)-sequence in base 2 with t at most the sum of e_d - 1 (Niederreiter, 1987, "Point sets and sequences with small
 * discrepancy", theorem on Sobol's sequences); 0 for dimensions 0 and 1 together, and for each dimension alone.
 *
 * Initial numbers come from no published table. Dimension d has 64 candidates, made by a hash; `choices.ts` says which
 * one was taken: the one whose pairs with earlier dimensions have the smallest t (the criterion of Joe and Kuo, 2008,
 * "Constructing Sobol sequences with better two-dimensional projections"), found by `choose.ts`; a test holds the
 * choices to the search. Neither ever changes, because links depend on the points.
 */
export const SOBOL_BITS = 32;

/** Polynomials up to degree 16, and van der Corput's dimension. */
export const SOBOL_DIMENSIONS = 5715;

/** Direction numbers v_1 … v_32 of each dimension as 32-bit fractions: v_i of dimension d at 32 d + i - 1. */
export function directions(dimensions: number): Uint32Array {
  const table = new Uint32Array(dimensions * SOBOL_BITS);
  const polynomials = primitivePolynomials(Math.max(0, dimensions - 1));
  for (let dimension = 0; dimension < dimensions; dimension++) {
    const row = table.subarray(dimension * SOBOL_BITS, (dimension + 1) * SOBOL_BITS);
    if (dimension === 0) row.forEach((_, i) => (row[i] = 1 << (31 - i)));
    else fillRow(row, polynomials[dimension - 1]!, dimension, choiceOf(dimension));
  }
  return table;
}

/** Fills the direction numbers of a dimension from 1 on, given its polynomial and the candidate of its initial numbers. */
export function fillRow(row: Uint32Array, polynomial: number, dimension: number, candidate: number): void {
  const degree = 31 - Math.clz32(polynomial);
  for (let i = 0; i < SOBOL_BITS; i++) {
    if (i < degree) {
      row[i] = initialNumber(dimension, candidate, i + 1) << (31 - i);
      continue;
    }
    let v = row[i - degree]! ^ (row[i - degree]! >>> degree);
    // The coefficient of x^(degree - k) lets v_(i - k) take part.
    for (let k = 1; k < degree; k++) if ((polynomial >>> (degree - k)) & 1) v ^= row[i - k]!;
    row[i] = v;
  }
}

/** An odd number below 2^i. */
function initialNumber(dimension: number, candidate: number, i: number): number {
  const key = mix(dimension * 64 + candidate + 1);
  return (mix(key + Math.imul(i, 0x9e3779b9)) >>> (32 - i)) | 1;
}

/** Dimensions beyond those that were searched take their first candidate. */
function choiceOf(dimension: number): number {
  return dimension < CHOICES.length ? DIGITS.indexOf(CHOICES.charAt(dimension)) : 0;
}

/** The digits in which `choices.ts` is written, 0 to 63. */
export const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-';
