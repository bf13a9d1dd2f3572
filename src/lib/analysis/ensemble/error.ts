/**
 * What the ensemble's summary throws when it is fed something that cannot belong to it: a code of a closed list and the
 * data that a text in either language needs. `message` is for developers.
 */
export type EnsembleErrorCode =
  /** A number of the specification is out of range. data: name, value, minimum, maximum */
  | 'out-of-range'
  /** A threshold names an output or an event that the ensemble does not keep. data: kind, name */
  | 'unknown-name'
  /** A name stands twice in the specification. data: kind, name */
  | 'repeated-name'
  /** A run was given that has been given before. data: run */
  | 'repeated-run'
  /** A trajectory lacks an output or has another number of rows. data: what, expected, found */
  | 'other-trajectory'
  /** Paired summaries need the reference of each run, others take none. data: expected */
  | 'reference'
  /** Two parts of different ensembles. data: part */
  | 'other-ensemble'
  /** Bytes that are no summary, or not of this version, or cut short. data: at, expected */
  | 'bad-bytes';

export class EnsembleError extends Error {
  override readonly name = 'EnsembleError';

  constructor(
    readonly code: EnsembleErrorCode,
    readonly data: Readonly<Record<string, string | number>>
  ) {
    super(`${code}: ${JSON.stringify(data)}`);
  }
}
