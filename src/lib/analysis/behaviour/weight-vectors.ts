import { Domain, ln, UniformStream } from '$lib/engine';

/**
 * Random weights, every division of the whole equally likely: independent exponentials over their sum are uniform on the
 * simplex, the Dirichlet distribution with all parameters one (Devroye 1986, Non-Uniform Random Variate Generation, V.2).
 * Vector v of a seed is a function of (seed, v) alone: weight d comes from the first uniform of block (step 0, draw d).
 */
export function weightVectors(count: number, weights: number, seed: number): Float64Array {
  const all = new Float64Array(count * weights);
  for (let v = 0; v < count; v++) {
    const stream = new UniformStream(seed, v, Domain.weights);
    let sum = 0;
    for (let d = 0; d < weights; d++) {
      const exponential = 0 - ln(stream.seek(0, d).first);
      all[v * weights + d] = exponential;
      sum += exponential;
    }
    for (let d = 0; d < weights; d++) all[v * weights + d]! /= sum;
  }
  return all;
}
