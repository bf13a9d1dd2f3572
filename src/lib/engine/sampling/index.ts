/** Sampling plans of ensembles. */
export { sampler, type Sampler, type Sampling, type SamplingPlan } from './sampler';
export { SOBOL_DIMENSIONS } from './sobol';
