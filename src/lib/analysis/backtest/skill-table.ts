import type { Observations } from '$lib/model';
import type { Backtest } from './backtest';
import { baselines, untransform, type PeriodErrors } from './series-skill';

/**
 * The figures of a backtest as rows of plain cells: what the page shows, what it saves and what the command line prints are
 * these rows. Empty cells are null. Errors are those of the transformed series.
 */
export type Row = Readonly<Record<string, string | number | null>>;

/** One row a series. */
export function skillRows({ series }: Pick<Backtest, 'series'>, observed: Observations): readonly Row[] {
  return series.map((one) => {
    const { cell, transform, role } = observed.series.find(({ id }) => id === one.id)!;
    return {
      series: one.id,
      output: cell,
      transform,
      role,
      verdict: one.verdict,
      years: one.years.length,
      rank_correlation: one.rankCorrelation,
      same_sign: one.signs.same,
      changes: one.signs.of,
      ...periodCells('test', one.test),
      ...periodCells('fit', one.fit)
    };
  });
}

function periodCells(name: string, period: PeriodErrors): Row {
  return Object.fromEntries([
    [`${name}_years`, period.years],
    [`${name}_error`, period.model],
    ...baselines.flatMap((baseline): [string, number | null][] => {
      const { ratio, skill } = period.baselines[baseline];
      const id = baseline === 'oneStep' ? 'one_step' : baseline;
      return [
        [`${name}_ratio_${id}`, ratio],
        [`${name}_skill_${id}`, skill]
      ];
    })
  ]);
}

/** One row a series and year, all values in the unit of the series. */
export function yearRows({ series }: Pick<Backtest, 'series'>, observed: Observations): readonly Row[] {
  return series.flatMap((one) => {
    const about = observed.series.find(({ id }) => id === one.id)!;
    const back = (value: number | null): number | null => (value === null ? null : untransform(about, value));
    return one.years.map((year) => ({
      series: one.id,
      year: year.year,
      period: year.period,
      observed: year.raw,
      observed_low: year.censored ? (about.censored?.interval[0] ?? null) : null,
      observed_high: year.censored ? (about.censored?.interval[1] ?? null) : null,
      model: back(year.model),
      persistence: back(year.persistence),
      trend: back(year.trend),
      one_step: back(year.oneStep),
      output: year.output
    }));
  });
}
