/**
 * Bounds of what a scenario, a link or a file may hold. They are checked before anything is built from foreign text, so
 * that no link or file can make a page slow; all are far above what a person would write.
 */
export const limits = {
  /** Characters of a link's query. */
  link: 8_000,
  /** Parameters of a link. */
  linkParameters: 200,
  /** Characters of a title and of a note. */
  title: 120,
  note: 600,
  /** Ramps or points of one profile. */
  pieces: 120,
  /** Events forced in one scenario. */
  events: 200,
  /** Months that one ramp may take. */
  ramp: 1_200,
  /** Steps per month that the engine accepts. */
  steps: 64,
  /** Runs of an ensemble. */
  runs: 1_000_000,
  /** Largest seed: the largest whole number that a double holds for certain. */
  seed: Number.MAX_SAFE_INTEGER,
  /** Characters of a scenario file. */
  file: 200_000
} as const;
