/** The door of the analysis room: pure functions over results. */
export { evaluateCheck, type CheckContext, type CheckResult } from './check';
export { CheckError, type CheckErrorCode } from './error';
export type { Judgement, Side } from './judge';
