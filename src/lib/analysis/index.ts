/** The door of the analysis room: pure functions over results. */
export { evaluateCheck, type CheckContext, type CheckResult } from './check';
export { CheckError, type CheckErrorCode } from './error';
export type { Judgement, Side } from './judge';
export { EnsembleSummary } from './ensemble/ensemble-summary';
export { EnsembleError, type EnsembleErrorCode } from './ensemble/error';
export type { FailedRun } from './ensemble/failures';
export { PERCENTILES } from './ensemble/quantile';
export { bandLine } from './ensemble/result';
export type { Bands, DifferenceResult, EnsembleResult, EventResult, ThresholdResult } from './ensemble/result';
export { EXACT_RUNS, type EnsembleSpec, type Threshold } from './ensemble/spec';
export { wilson, type Proportion } from './ensemble/wilson';
