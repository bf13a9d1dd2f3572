/**
 * A check that cannot be evaluated: it was written for another model, or says something that has no meaning in a check.
 * Checks that `$lib/model` has read against the same model do not get here.
 */
export type CheckErrorCode =
  /** No scenario, cell, set or switch of this name. data: name */
  | 'unknown-name'
  /** A formula that needs memory, chance or a table. data: name */
  | 'unsupported'
  /** A stock or an event depends on a parameter that was to be free. data: name, through */
  | 'not-behind'
  /** A month outside the run. data: month, months */
  | 'bad-month';

export class CheckError extends Error {
  override readonly name = 'CheckError';

  constructor(
    readonly code: CheckErrorCode,
    readonly data: Readonly<Record<string, string | number>>
  ) {
    super(`${code} ${JSON.stringify(data)}`);
  }
}
