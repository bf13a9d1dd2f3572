/**
 * Nested uniform scrambling by hashing. In an Owen scramble of a binary number each digit is flipped or not, depending on
 * all digits before it. On the number read backwards that is any hash in which a bit depends on lower bits only, and is
 * flipped by them: adding, multiplying by odd numbers, and x ^ x·even are of that kind. The idea is Laine and Karras (2011),
 * "Stratified sampling for stochastic transparency"; for Sobol sequences Burley (2020), "Practical hash-based Owen
 * scrambling"; this order of steps and the three even constants are those that Vegdahl (2021), "Building a better LK hash",
 * found by search. The sum and the product have a key each here, where the original shares one.
 */

/** Scrambles a number whose 32 bits are given in reverse, and returns it the right way round, unsigned. */
export function scrambleReversed(reversed: number, key0: number, key1: number): number {
  let x = reversed;
  x ^= Math.imul(x, 0x3d20adea);
  x = (x + key0) | 0;
  x = Math.imul(x, key1 | 1);
  x ^= Math.imul(x, 0x05526c56);
  x ^= Math.imul(x, 0x53a22864);
  return reverse(x);
}

/** The 32 bits of a number in reverse order, unsigned. */
export function reverse(n: number): number {
  let x = n;
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return ((x >>> 16) | (x << 16)) >>> 0;
}
