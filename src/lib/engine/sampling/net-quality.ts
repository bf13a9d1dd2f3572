/**
 * The quality of a digital net in two dimensions: t is the smallest number such that of the 2^m first points each box of
 * 2^(t - m) area, its sides powers of two, holds exactly 2^t. It is read off the generator matrices: with
 * the first k rows of one and the first l of the other linearly independent over GF(2) for all k + l = m - t (Niederreiter,
 * 1992, "Random Number Generation and Quasi-Monte Carlo Methods", theorem 4.28).
 */

/** Row r of a dimension's generator matrix: bit k - 1 is digit r + 1 of direction number v_k. */
export function generatorRows(directions: Uint32Array): Uint32Array {
  return Uint32Array.from(directions, (_, row) =>
    directions.reduce((bits, v, k) => bits | (((v >>> (31 - row)) & 1) << k), 0)
  );
}

/** t of the first 2^m points (m from 1 to 31), given the rows of both dimensions. */
export function netQuality(a: Uint32Array, b: Uint32Array, m: number): number {
  const mask = (1 << m) - 1;
  const basis = new Uint32Array(m);
  const reached = new Uint32Array(m);
  let strength = m;
  for (let k = 0; k < m; k++) {
    // With rows 0 … k - 1 of a in the basis, how many of b can follow?
    reached.set(basis);
    let l = 0;
    while (k + l < strength && insert(reached, b[l]! & mask)) l += 1;
    strength = Math.min(strength, k + l);
    if (!insert(basis, a[k]! & mask)) return m - Math.min(strength, k);
  }
  return m - strength;
}

/** Adds a vector to a basis that is kept by leading bit; false where it depends on those that are there. */
function insert(basis: Uint32Array, vector: number): boolean {
  let rest = vector;
  while (rest !== 0) {
    const lead = 31 - Math.clz32(rest);
    if (basis[lead] === 0) {
      basis[lead] = rest;
      return true;
    }
    rest ^= basis[lead]!;
  }
  return false;
}
