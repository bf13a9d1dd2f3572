import type { Comparison } from './comparison';

/**
 * A comparison as a table, one row for each output, date and scenario: the value of the deterministic run, the quantiles
 * over the futures, and the paired difference to the baseline (empty for the baseline itself). The page and the command
 * line write these rows.
 */
export const comparisonColumns = [
  'output',
  'month',
  'scenario',
  'value',
  'p5',
  'p25',
  'p50',
  'p75',
  'p95',
  'difference_p5',
  'difference_p25',
  'difference_p50',
  'difference_p75',
  'difference_p95',
  'above',
  'below',
  'runs'
] as const;

export interface ComparisonRow {
  readonly output: string;
  /** Months from the start. */
  readonly month: number;
  readonly scenario: string;
  /** As `comparisonColumns` from `value` on; NaN where there is none. */
  readonly numbers: readonly number[];
}

/** `valueOf`: the value of the deterministic run, NaN where it failed. */
export function comparisonRows(
  comparison: Comparison,
  baseline: string,
  outputs: readonly string[],
  months: readonly number[],
  valueOf: (scenario: string, output: string, month: number) => number
): readonly ComparisonRow[] {
  const none = [NaN, NaN, NaN, NaN, NaN, NaN, NaN];
  return outputs.flatMap((output) =>
    months.flatMap((month) =>
      comparison.axes.scenarios.map((scenario) => {
        const { p5, p25, p50, p75, p95, runs } = comparison.spread(scenario, output, month);
        const paired = scenario === baseline ? null : comparison.difference(scenario, baseline, output, month);
        const difference = paired
          ? [paired.p5, paired.p25, paired.p50, paired.p75, paired.p95, paired.above, paired.below]
          : none;
        const numbers = [valueOf(scenario, output, month), p5, p25, p50, p75, p95, ...difference, paired?.runs ?? runs];
        return { output, month, scenario, numbers };
      })
    )
  );
}
