/** What a run needs and what it gives: the same for every back end. */

/** Value of an input, in the person's unit, at time t (months since the start). Pure. */
export interface Course {
  (t: number): number;
  /** From this time on it stays at the value that it has there. Without it nothing is known of that. */
  readonly settled?: number;
}

export interface RunRequest {
  readonly integrator: 'euler' | 'rk4';
  /** Steps per month, 1 to 64. */
  readonly stepsPerMonth: number;
  /** Months to run, 1 to 1,200. */
  readonly months: number;
  /**
   * One course per changed input; others keep their default. Evaluated at the start of each Euler step, and at t, t + dt/2, t + dt for RK4.
   */
  readonly inputs: Readonly<Record<string, Course>>;
  /** Overrides by cell id: parameters, constants, switches (index of the choice). */
  readonly parameters: Readonly<Record<string, number>>;
  /** Overrides of initial stock values by cell id. */
  readonly initial: Readonly<Record<string, number>>;
  /** Events forced at the start of month m, before random ones. */
  readonly forced: readonly { readonly event: string; readonly month: number; readonly magnitude: number }[];
  /** Random events and draws, or none: without them `uniform`, `normal` and `event(rate)` stand at their quiet values. */
  readonly chance: { readonly seed: number; readonly run: number } | null;
  /** Cells to save, by id. */
  readonly save: readonly string[];
}

/**
 * Saved cells on whole months. Column-major: value of column c in row r is `values[c * rows + r]`.
 * Rows = months + 1, row r is `start` + r months, values at the start of the month before any event of that month.
 */
export interface Trajectory {
  readonly start: string;
  readonly rows: number;
  readonly columns: readonly string[];
  readonly values: Float64Array;
  /** Events that struck, in order. */
  readonly strokes: readonly { readonly event: string; readonly month: number; readonly magnitude: number }[];
}

/** A value left the finite numbers: the run ends with the first such cell. */
export interface NotFinite {
  readonly kind: 'not-finite';
  readonly cell: string;
  readonly value: 'NaN' | 'Infinity' | '-Infinity';
  /** Date `YYYY-MM` and exact time in months. */
  readonly date: string;
  readonly time: number;
}

export type RunOutcome =
  { readonly ok: true; readonly trajectory: Trajectory } | { readonly ok: false; readonly failure: NotFinite };
