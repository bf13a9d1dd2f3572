/**
 * What the engine throws when it is asked for something that it cannot do: a value of a closed list of codes with the
 * data that a text in either language needs. `message` is for developers. A run that leaves the finite numbers is no
 * error of this kind but an outcome (NotFinite).
 */
export type EngineErrorCode =
  /** A model or a request names a cell that does not exist. data: cell, where */
  | 'unknown-cell'
  /** A formula uses a function, set, table, switch or choice that the model does not have. data: name, where */
  | 'unknown-name'
  /** The order of computation does not cover every variable once. data: cell */
  | 'bad-order'
  /** Initial values need each other. data: cell */
  | 'initial-loop'
  /** A number of the request is outside its range. data: name, value, minimum, maximum */
  | 'out-of-range'
  /** The request would save more values than the bound. data: rows, columns, maximum */
  | 'too-large'
  /** A program is too large to run. data: registers, maximum */
  | 'program-too-large';

export class EngineError extends Error {
  override readonly name = 'EngineError';

  constructor(
    readonly code: EngineErrorCode,
    readonly data: Readonly<Record<string, string | number>>
  ) {
    super(`${code}: ${JSON.stringify(data)}`);
  }
}
