import type { FailedRun } from './failures';
import type { Threshold } from './spec';
import type { Proportion } from './wilson';

/**
 * What a summary says, as plain data: it travels between threads and into files. Months are rows from 0, the start; a
 * cell is output c in month r at c · rows + r, as in a Trajectory.
 */
export interface EnsembleResult {
  readonly outputs: readonly string[];
  readonly rows: number;
  readonly plannedRuns: number;
  /** Runs given so far, failed ones included. */
  readonly runs: number;
  readonly failed: { readonly count: number; readonly first: readonly FailedRun[] };
  readonly bands: Bands;
  readonly thresholds: readonly ThresholdResult[];
  readonly events: readonly EventResult[];
  /** Scenario minus reference, run by run; null where the summary is not paired. */
  readonly difference: DifferenceResult | null;
}

/** Quantiles of every cell over the runs that did not fail. */
export interface Bands {
  /** 5, 25, 50, 75, 95. */
  readonly percentiles: readonly number[];
  /** False where quantiles come from histograms, within 2^-10 relative. */
  readonly exact: boolean;
  /** Percentile q of a cell at q · outputs · rows + cell; NaN without runs. */
  readonly values: Float64Array;
}

/**
 * Means over the runs that did not fail, by cell; NaN without runs. They are exact: the sum without any error, divided and
 * rounded once. Differences are scenario minus reference, run by run; null where the summary is not paired.
 */
export interface Means {
  readonly values: Float64Array;
  readonly differences: Float64Array | null;
}

export interface ThresholdResult {
  readonly threshold: Threshold;
  /** Share of runs whose answer is yes, with its 95 % interval. */
  readonly probability: Proportion;
  /** By month: runs that got there first in that month. For `at`, only that month counts. */
  readonly firstPassage: Uint32Array;
  /** Runs that never got there. */
  readonly never: number;
}

export interface EventResult {
  readonly event: string;
  /** Strokes in all runs. */
  readonly strokes: number;
  /** By month: runs in which it struck for the first time. */
  readonly firstStroke: Uint32Array;
  /** Runs in which it never struck. */
  readonly never: number;
  /** Share of runs with at least one stroke, with its 95 % interval. */
  readonly atLeastOne: Proportion;
}

export interface DifferenceResult {
  readonly bands: Bands;
  /** By cell: runs in which the scenario is above (or below) the reference; exact. */
  readonly above: Uint32Array;
  readonly below: Uint32Array;
}

/** The line of one percentile of one output: `rows` values, a view. */
export function bandLine(
  result: Pick<EnsembleResult, 'outputs' | 'rows'>,
  bands: Bands,
  percentile: number,
  output: string
): Float64Array {
  const { outputs, rows } = result;
  const q = bands.percentiles.indexOf(percentile);
  const c = outputs.indexOf(output);
  const from = (q * outputs.length + c) * rows;
  return q < 0 || c < 0 ? new Float64Array(rows).fill(NaN) : bands.values.subarray(from, from + rows);
}
