import { fillRow, SOBOL_BITS } from './directions';
import { generatorRows, netQuality } from './net-quality';
import { primitivePolynomials } from './primitive-polynomials';

/**
 * The search that wrote `choices.ts`. It runs in no product, only in the test that holds the choices to it. Dimension by
 * dimension it takes the candidate (of 64; the first of equals) with the least sum of 2^t over pairs with the first 24
 * and the last 24 earlier dimensions, at 2^4, 2^6, 2^8, 2^10 and 2^12 points.
 */
const CANDIDATES = 64;
const NEAR = 24;
const SIZES = [4, 6, 8, 10, 12] as const;

/** `earlier`: rows of the generator matrices of dimensions 0 … dimension - 1, as chosen. */
export function choose(
  dimension: number,
  earlier: readonly Uint32Array[]
): { readonly candidate: number; readonly rows: Uint32Array } {
  const polynomial = primitivePolynomials(dimension)[dimension - 1]!;
  const partners = earlier.filter((_, i) => i < NEAR || i >= dimension - NEAR);
  let best: { readonly candidate: number; readonly rows: Uint32Array; readonly cost: number } = {
    candidate: 0,
    rows: new Uint32Array(SOBOL_BITS),
    cost: Infinity
  };
  for (let candidate = 0; candidate < CANDIDATES; candidate++) {
    const directions = new Uint32Array(SOBOL_BITS);
    fillRow(directions, polynomial, dimension, candidate);
    const rows = generatorRows(directions);
    let cost = 0;
    for (const partner of partners) {
      for (const m of SIZES) cost += 1 << netQuality(rows, partner, m);
      if (cost >= best.cost) break;
    }
    if (cost < best.cost) best = { candidate, rows, cost };
  }
  return best;
}
