/**
 * The engine room: a checked model in, trajectories out. It knows no particular model, no document, no clock, no
 * network, and gives the same bits on every machine.
 */
export type * from './program';
export type * from './run';
export { compile } from './compile/compile';
export { drawing, drawRun, type Drawn } from './ensemble/draw';
export { hasLanes } from './ensemble/has-lanes';
export { openBackend } from './ensemble/open-backend';
export { MAXIMUM_RUNS, type Backend, type EnsemblePlan, type EnsembleRequest } from './ensemble/plan';
export { quantile } from './ensemble/quantile';
export { EngineError, type EngineErrorCode } from './error';
export { equationOf } from './equation-of';
export { interpret } from './interpret/interpret';
export { prepare } from './interpret/prepare';
export { LIMITS } from './interpret/request';
export { exp } from './kernels/exponential';
export { ln } from './kernels/logarithm';
export { pow } from './kernels/power';
export { Domain, UniformStream } from './random/philox';
export { sampler, SOBOL_DIMENSIONS, type Sampling, type SamplingPlan } from './sampling';
export { normalQuantile, triangularQuantile } from './random/quantiles';
export { saveable } from './saveable';
