import { keysOf, mix, Use } from './keys';
import { permutation } from './permutation';
import type { Sampler } from './sampler';

/**
 * Latin hypercube sampling (McKay, Beckman and Conover, 1979, "A comparison of three methods for selecting values of input
 * variables in the analysis of output from a computer code"): in every dimension the runs are permuted over as many strata
 * of equal width, and each stands at a random place of its stratum.
 */
const WORDS = 8;
const JITTER = 6;

/** `runs`: 1 to 2^27, so that the place in a stratum keeps 23 bits or more and never rounds into the next. */
export function latinHypercube(runs: number, seed: number, dimensions: number): Sampler {
  const keys = keysOf(seed, dimensions, Use.latinHypercube, WORDS);
  const permute = permutation(runs);
  const jitterBits = Math.min(32, 50 - (32 - Math.clz32(runs - 1)));
  const shift = 32 - jitterBits;
  const steps = twoTo(jitterBits);
  return (run, dimension) => {
    const at = dimension * WORDS;
    const stratum = permute(run, keys, at);
    const jitter = mix(mix(run ^ keys[at + JITTER]!) ^ keys[at + JITTER + 1]!) >>> shift;
    return (stratum + (jitter + 0.5) / steps) / runs;
  };
}

function twoTo(bits: number): number {
  let power = 1;
  for (let bit = 0; bit < bits; bit++) power *= 2;
  return power;
}
