import type { SurveySpec } from '../behaviour/survey';
import { placeQuantiles, planQuantiles } from '../ensemble/quantile';
import { robustness } from '../discovery/robustness';

/**
 * Scenarios side by side over the same futures. A survey gives a row for each future (run), with the values of all
 * scenarios under its draws, so that a difference within a row is the scenario's doing and not chance (common random
 * numbers; Law 2015, Simulation Modeling and Analysis, section 11.2). Quantiles are those of the ensemble, type 7 of Hyndman
 * and Fan (1996), over the futures whose runs did not fail; sums run in the order of the futures.
 */
export interface ComparisonAxes {
  /** Ids, each once. */
  readonly scenarios: readonly string[];
  /** Cells, each once. */
  readonly outputs: readonly string[];
  /** Months from the start, each once. */
  readonly months: readonly number[];
}

/** Quantiles of values over futures; NaN without any. */
export interface Spread {
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
  /** Futures that count. */
  readonly runs: number;
}

/** Of a difference, scenario minus baseline: also in how many futures the scenario lies above or below. */
export interface PairedSpread extends Spread {
  readonly above: number;
  readonly below: number;
}

/** A level that an output is to reach or to stay under. */
export interface Level {
  readonly side: 'above' | 'below';
  readonly level: number;
}

/** How a scenario does by a level over all futures: `worst`, `regret` and `mean` in the unit of the output. */
export interface Standing {
  /** Share of futures in which the level is met, 0 to 1. */
  readonly satisficing: number;
  readonly worst: number;
  /** The most by which a future falls behind the best of the compared scenarios in that same future; 0 or more. */
  readonly greatestRegret: number;
  readonly mean: number;
}

/** What to ask a survey for; the figures lie scenario by scenario, output by output, month by month. */
export function comparisonSpec({ scenarios, outputs, months }: ComparisonAxes): SurveySpec {
  const figures = scenarios.flatMap((scenario) =>
    outputs.flatMap((cell) => months.map((month) => ({ scenario, cell, from: month, to: month })))
  );
  return { figures, everywhere: [] };
}

export class Comparison {
  private readonly width: number;

  /** `rows` as the survey of `comparisonSpec(axes)` gives them, one for each of `runs` futures. */
  constructor(
    readonly axes: ComparisonAxes,
    private readonly rows: Float64Array,
    readonly runs: number
  ) {
    this.width = axes.scenarios.length * axes.outputs.length * axes.months.length;
    if (rows.length !== this.width * runs)
      throw new RangeError(
        `A comparison of ${runs} futures has ${this.width * runs} values; these are ${rows.length}.`
      );
  }

  has(output: string, month: number): boolean {
    return this.axes.outputs.includes(output) && this.axes.months.includes(month);
  }

  /** A scenario's value in every future, NaN where its run failed. Throws RangeError for what was not asked for. */
  values(scenario: string, output: string, month: number): Float64Array {
    const { scenarios, outputs, months } = this.axes;
    const [s, o, m] = [scenarios.indexOf(scenario), outputs.indexOf(output), months.indexOf(month)];
    if (s < 0 || o < 0 || m < 0) throw new RangeError(`${scenario}, ${output}, month ${month} is not compared.`);
    const at = (s * outputs.length + o) * months.length + m;
    return Float64Array.from({ length: this.runs }, (_, run) => this.rows[run * this.width + at]!);
  }

  spread(scenario: string, output: string, month: number): Spread {
    return spreadOf(this.values(scenario, output, month));
  }

  /** Scenario minus baseline, future by future. */
  difference(scenario: string, baseline: string, output: string, month: number): PairedSpread {
    const own = this.values(scenario, output, month);
    const other = this.values(baseline, output, month);
    const differences = own.map((value, run) => value - other[run]!);
    let above = 0;
    let below = 0;
    own.forEach((value, run) => {
      if (value > other[run]!) above += 1;
      if (value < other[run]!) below += 1;
    });
    return { ...spreadOf(differences), above, below };
  }

  /** How each scenario, in order, does by a level; futures in which any of them failed are left out. Null where none is left. */
  standings(output: string, month: number, { side, level }: Level): readonly Standing[] | null {
    const all = this.axes.scenarios.map((scenario) => this.values(scenario, output, month));
    const sign = side === 'above' ? 1 : -1;
    const whole = Array.from({ length: this.runs }, (_, run) => run).filter((run) =>
      all.every((values) => Number.isFinite(values[run]))
    );
    if (whole.length === 0) return null;
    const oriented = all.map((values) => Float64Array.from(whole, (run) => sign * values[run]!));
    return robustness(oriented, (choice, future) => oriented[choice]![future]! > sign * level).map(
      ({ satisficing, worst, greatestRegret, mean }) => ({
        satisficing,
        worst: sign * worst,
        greatestRegret,
        mean: sign * mean
      })
    );
  }
}

/** Quantiles over the finite values. */
export function spreadOf(values: Float64Array): Spread {
  const sorted = values.filter((value) => Number.isFinite(value)).sort();
  const runs = sorted.length;
  if (runs === 0) return { p5: NaN, p25: NaN, p50: NaN, p75: NaN, p95: NaN, runs };
  const plan = planQuantiles(runs);
  const ordered = Float64Array.from(plan.ranks, (rank) => sorted[rank]!);
  const quantiles = new Float64Array(plan.parts.length);
  placeQuantiles(plan, ordered, quantiles, 0, 1);
  const [p5, p25, p50, p75, p95] = quantiles as unknown as [number, number, number, number, number];
  return { p5, p25, p50, p75, p95, runs };
}
