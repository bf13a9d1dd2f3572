import { EngineError } from '../error';
import { latinHypercube } from './latin-hypercube';
import { philoxPoints } from './philox-points';
import { SOBOL_DIMENSIONS, sobol } from './sobol';

/**
 * Sampling plans: the uniforms of an ensemble, one for each run and dimension. A plan is a pure function of its arguments:
 * run 17 has the same uniforms alone, in any order and on any machine. Memory grows with the dimensions, never with the
 * runs. What a plan gives is part of what a link promises: it never changes.
 */
export type Sampling = 'random' | 'latin-hypercube' | 'sobol';

export interface SamplingPlan {
  /**
   * `random`: independent. `latin-hypercube`: in every dimension each of the `runs` strata of equal width holds one run.
   * `sobol`: a scrambled Sobol sequence, whose points also fill squares and boxes of several dimensions evenly; best
   * where `runs` is a power of two.
   */
  readonly sampling: Sampling;
  /** Runs of the whole plan, 1 to 2^27. Only `latin-hypercube` depends on it. */
  readonly runs: number;
  /** 0 to 2^53 - 1. */
  readonly seed: number;
  /** 0 to 2^24; `sobol` up to SOBOL_DIMENSIONS. */
  readonly dimensions: number;
}

/** Gives the uniform of run 0 … runs - 1 in dimension 0 … dimensions - 1, strictly inside (0, 1). */
export type Sampler = (run: number, dimension: number) => number;

/** Fails with EngineError `out-of-range` where a number of the plan is out of range. */
export function sampler(plan: SamplingPlan): Sampler {
  const { sampling, runs, seed, dimensions } = plan;
  within('runs', runs, 1, 134_217_728);
  within('seed', seed, 0, Number.MAX_SAFE_INTEGER);
  within('dimensions', dimensions, 0, sampling === 'sobol' ? SOBOL_DIMENSIONS : 16_777_216);
  switch (sampling) {
    case 'random':
      return philoxPoints(seed);
    case 'latin-hypercube':
      return latinHypercube(runs, seed, dimensions);
    case 'sobol':
      return sobol(seed, dimensions);
  }
}

function within(name: string, value: number, minimum: number, maximum: number): void {
  if (!(Number.isInteger(value) && value >= minimum && value <= maximum)) {
    throw new EngineError('out-of-range', { name, value, minimum, maximum });
  }
}
