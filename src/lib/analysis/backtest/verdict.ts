import type { ObservedRole } from '$lib/model';
import type { PeriodErrors } from './series-skill';

/**
 * One word on what a comparison is worth, by rules that are the same for every series and stated beside the table:
 * `not-a-test` where the series follows from inputs, is too patchy, or has fewer than two years of test;
 * `no-skill` where the value carried forward or the trend comes at least as close as the model;
 * `usable` where at least four years of test stand, both are beaten by a fifth or more, and the ranks agree by 0.5 or more;
 * `with-care` otherwise. Last year's observation is a stricter measure, which no word depends on.
 */
export type Verdict = 'usable' | 'with-care' | 'no-skill' | 'not-a-test';

export const verdictRules = { fewestYears: 2, usableYears: 4, usableRatio: 0.8, usableRank: 0.5 } as const;

export function verdictOf(role: ObservedRole, test: PeriodErrors, rankCorrelation: number | null): Verdict {
  const { fewestYears, usableYears, usableRatio, usableRank } = verdictRules;
  const ratios = [test.baselines.persistence.ratio, test.baselines.trend.ratio];
  if (role !== 'test' || test.years < fewestYears || ratios.includes(null)) return 'not-a-test';
  const worst = Math.max(...ratios.map((ratio) => ratio ?? Infinity));
  if (worst >= 1) return 'no-skill';
  const isUsable = test.years >= usableYears && worst <= usableRatio && (rankCorrelation ?? -1) >= usableRank;
  return isUsable ? 'usable' : 'with-care';
}
