import { EnsembleError } from './error';

/**
 * What an ensemble's summary keeps. Two summaries can be merged exactly where their specifications are the same; the
 * specification alone, never the order of arrival, decides how anything is stored.
 */
export interface EnsembleSpec {
  /** What is run, in the caller's words (model, scenario, seed, plan): keeps parts of other ensembles out. */
  readonly subject: string;
  /** Cells to summarise, in order. */
  readonly outputs: readonly string[];
  /** Ids of the program's events, in order. */
  readonly events: readonly string[];
  /** Saved months of a run, month 0 included: months + 1. */
  readonly rows: number;
  /** Runs in the whole plan, 1 to 100,000,000; they are numbered from 0. */
  readonly plannedRuns: number;
  readonly thresholds: readonly Threshold[];
  /** Every run comes with the reference's run of the same number. */
  readonly paired: boolean;
}

/**
 * A question that each run answers by yes or no. `above` means strictly greater than the level, `below` strictly less.
 * `at`: on which side does the output stand at month `month` (0 to rows - 1)? `passage`: is it ever there in months 0 to
 * `within`, and from which month? `event`: does the event strike before month `within` (the first n months are 0 to n - 1)?
 */
export type Threshold =
  | {
      readonly kind: 'at';
      readonly id: string;
      readonly output: string;
      readonly side: 'above' | 'below';
      readonly level: number;
      readonly month: number;
    }
  | {
      readonly kind: 'passage';
      readonly id: string;
      readonly output: string;
      readonly side: 'above' | 'below';
      readonly level: number;
      readonly within: number;
    }
  | { readonly kind: 'event'; readonly id: string; readonly event: string; readonly within: number };

/** Up to this many planned runs quantiles are exact, from stored values; beyond it they come from histograms. */
export const EXACT_RUNS = 2048;

/** Fails with EnsembleError where a number is out of range or a name unknown or repeated. */
export function checkSpec(spec: EnsembleSpec): void {
  within('rows', spec.rows, 1, 1_000_000);
  within('plannedRuns', spec.plannedRuns, 1, 100_000_000);
  distinct('output', spec.outputs);
  distinct('event', spec.events);
  distinct(
    'threshold',
    spec.thresholds.map(({ id }) => id)
  );
  for (const threshold of spec.thresholds) {
    if (threshold.kind === 'event') {
      known('event', threshold.event, spec.events);
      within(`${threshold.id}.within`, threshold.within, 0, spec.rows);
      continue;
    }
    known('output', threshold.output, spec.outputs);
    if (!Number.isFinite(threshold.level)) throw outOfRange(`${threshold.id}.level`, threshold.level, -1e308, 1e308);
    if (threshold.kind === 'at') within(`${threshold.id}.month`, threshold.month, 0, spec.rows - 1);
    else within(`${threshold.id}.within`, threshold.within, 0, spec.rows - 1);
  }
}

/** One text for equal specifications, whatever the order of their members was: what is compared and written. */
export function canonicalSpec(spec: EnsembleSpec): string {
  const { subject, outputs, events, rows, plannedRuns, paired } = spec;
  const thresholds = spec.thresholds.map((t) => {
    if (t.kind === 'event') return { kind: t.kind, id: t.id, event: t.event, within: t.within };
    const { kind, id, output, side, level } = t;
    return t.kind === 'at'
      ? { kind, id, output, side, level, month: t.month }
      : { kind, id, output, side, level, within: t.within };
  });
  return JSON.stringify({ subject, outputs, events, rows, plannedRuns, thresholds, paired });
}

function within(name: string, value: number, minimum: number, maximum: number): void {
  if (!(Number.isInteger(value) && value >= minimum && value <= maximum)) {
    throw outOfRange(name, value, minimum, maximum);
  }
}

function outOfRange(name: string, value: number, minimum: number, maximum: number): EnsembleError {
  return new EnsembleError('out-of-range', { name, value, minimum, maximum });
}

function distinct(kind: string, names: readonly string[]): void {
  const repeated = names.find((name, i) => names.indexOf(name) < i);
  if (repeated !== undefined) throw new EnsembleError('repeated-name', { kind, name: repeated });
}

function known(kind: string, name: string, names: readonly string[]): void {
  if (!names.includes(name)) throw new EnsembleError('unknown-name', { kind, name });
}
