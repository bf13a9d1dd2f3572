/**
 * What a simulator rejects with: one of a closed list of codes and the data that a text in either language needs. A run
 * that leaves the finite numbers is no error of this kind; its report says so.
 */
export type SimulatorErrorCode =
  /** The scenario's model was not opened. data: model */
  | 'unknown-model'
  /** The model cannot be compiled. data: model, reason and what the engine says of it */
  | 'model-refused'
  /** The engine or the summary refuses the run or the ensemble: a cell that is not there, a number out of bounds. data: reason and what they say of it */
  | 'run-refused'
  /** The signal of an ensemble said so. */
  | 'aborted'
  /** The simulator was closed. */
  | 'closed'
  /** No worker can be made here. data: reason */
  | 'no-worker'
  /** The worker died or did not answer, and so did the one that took its place. data: reason */
  | 'worker-died'
  /** Something that should not happen. data: reason */
  | 'failed';

export type SimulatorErrorData = Readonly<Record<string, string | number>>;

export class SimulatorError extends Error {
  override readonly name = 'SimulatorError';

  constructor(
    readonly code: SimulatorErrorCode,
    readonly data: SimulatorErrorData = {}
  ) {
    super(`${code} ${JSON.stringify(data)}`);
  }
}

/** The words of whatever was thrown. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
