import { exp, ln } from '$lib/engine';
import type { ObservedSeries, YearSpan } from '$lib/model';
import { rankCorrelation } from './rank-correlation';
import { mean, straightLine, type StraightLine } from './straight-line';
import { verdictOf, type Verdict } from './verdict';

/**
 * One output against one observed series. A straight line from output to series is fitted on the years of the fit and
 * carried into the test. Three baselines stand beside it: the last value before the test carried forward, the straight
 * trend of the fit years, and last year's observation, which the model never sees. All errors are mean absolute ones in the
 * transformed series. A year of which only an interval is known counts as no error for whatever falls into it, and as tied
 * at the bottom where ranks are compared.
 */
export type Baseline = 'persistence' | 'trend' | 'oneStep';
export const baselines: readonly Baseline[] = ['persistence', 'trend', 'oneStep'];

/** One year, all values transformed; a baseline that cannot speak of a year is null. */
export interface SeriesYear extends Readonly<Record<Baseline, number | null>> {
  readonly year: number;
  readonly period: 'fit' | 'test' | null;
  /** The series as it was observed, untransformed. */
  readonly raw: number;
  readonly observed: number;
  readonly censored: boolean;
  /** The output, in its own unit. */
  readonly output: number;
  /** The output through the straight line. */
  readonly model: number;
}

/** Errors over the years of a period. */
export interface PeriodErrors {
  readonly years: number;
  /** Mean absolute error of the model. */
  readonly model: number | null;
  readonly baselines: Readonly<Record<Baseline, BaselineError>>;
}

/** A baseline over the years of which it can speak, and the model over the same years. */
export interface BaselineError {
  readonly error: number | null;
  /** Error of the model / error of the baseline; null where the baseline makes none. */
  readonly ratio: number | null;
  /** 1 - ratio: above 0 the model is closer. */
  readonly skill: number | null;
}

export interface SeriesSkill {
  readonly id: string;
  readonly line: StraightLine;
  readonly years: readonly SeriesYear[];
  readonly rankCorrelation: number | null;
  /** Changes from one observation to the next in which the model moves the same way, of those in which the series moved. */
  readonly signs: { readonly same: number; readonly of: number };
  readonly fit: PeriodErrors;
  readonly test: PeriodErrors;
  readonly verdict: Verdict;
}

/** `output`: monthly values of the series' cell; `firstYear`: the year whose January is month 0. */
export function seriesSkill(
  series: ObservedSeries,
  output: ArrayLike<number>,
  firstYear: number,
  spans: { readonly fit: YearSpan; readonly test: YearSpan }
): SeriesSkill {
  const within = (year: number, [first, last]: YearSpan): boolean => first <= year && year <= last;
  const observed = series.points.map(({ year, value }) => ({
    year,
    raw: value,
    observed: transform(series, value),
    censored: series.censored !== undefined && within(year, series.censored.years),
    output: aggregate(series, output, year - firstYear)
  }));
  const periodOf = (year: number): SeriesYear['period'] => {
    if (within(year, spans.fit)) return 'fit';
    return within(year, spans.test) ? 'test' : null;
  };
  const fitted = observed.filter(({ year }) => within(year, spans.fit));
  const values = fitted.map((one) => one.observed);
  const line = straightLine(
    fitted.map((one) => one.output),
    values
  );
  const trend = straightLine(
    fitted.map(({ year }) => year),
    values
  );
  const years = observed.map((one, index): SeriesYear => {
    const isFit = within(one.year, spans.fit);
    // Carried forward: within the fit its first value, in the test its last.
    const carried = isFit ? observed[0] : fitted.at(-1);
    return {
      ...one,
      period: periodOf(one.year),
      model: line.intercept + line.slope * one.output,
      persistence: carried && carried.year < one.year ? carried.observed : null,
      trend: trend.intercept + trend.slope * one.year,
      oneStep: observed[index - 1]?.observed ?? null
    };
  });
  const correlation = rankCorrelation(
    years.map(({ model }) => model),
    years.map(rankKey)
  );
  const [fit, test] = (['fit', 'test'] as const).map((period) =>
    errorsOf(
      series,
      years.filter((one) => one.period === period)
    )
  ) as [PeriodErrors, PeriodErrors];
  return {
    id: series.id,
    line,
    years,
    rankCorrelation: correlation,
    signs: signsOf(years),
    fit,
    test,
    verdict: verdictOf(series.role, test, correlation)
  };
}

/** log10(1 + x), or x. */
export function transform({ transform: kind }: Pick<ObservedSeries, 'transform'>, value: number): number {
  return kind === 'none' ? value : ln(1 + value) / ln(10);
}

/** Back from the transformed to the series' own unit. */
export function untransform({ transform: kind }: Pick<ObservedSeries, 'transform'>, value: number): number {
  return kind === 'none' ? value : exp(value * ln(10)) - 1;
}

/** The mean of a year's months, or its last one; of a year that the run does not finish, of those that it has. */
function aggregate({ aggregate: kind }: ObservedSeries, output: ArrayLike<number>, year: number): number {
  const months = Array.from({ length: 12 }, (_, index) => output[year * 12 + index]).filter(
    (value): value is number => value !== undefined
  );
  return kind === 'year-mean' ? mean(months) : (months.at(-1) ?? NaN);
}

/** What a year is ranked by: years of which only an interval is known stand below all others, tied. */
function rankKey({ observed, censored }: SeriesYear): number {
  return censored ? -Infinity : observed;
}

function signsOf(years: readonly SeriesYear[]): SeriesSkill['signs'] {
  let same = 0;
  let of = 0;
  years.slice(1).forEach((now, index) => {
    const before = years[index]!;
    const [from, to] = [rankKey(before), rankKey(now)];
    if (from === to) return;
    of += 1;
    if (now.model !== before.model && now.model > before.model === to > from) same += 1;
  });
  return { same, of };
}

function errorsOf(series: ObservedSeries, years: readonly SeriesYear[]): PeriodErrors {
  const interval = series.censored?.interval.map((end) => transform(series, end));
  const errorOf = ({ observed, censored }: SeriesYear, guess: number): number => {
    if (!censored || !interval) return Math.abs(guess - observed);
    return Math.max(0, guess - interval[1]!, interval[0]! - guess);
  };
  const meanError = (chosen: readonly SeriesYear[], guess: (one: SeriesYear) => number): number | null =>
    chosen.length === 0 ? null : mean(chosen.map((one) => errorOf(one, guess(one))));
  const against = (baseline: Baseline): BaselineError => {
    const chosen = years.filter((one) => one[baseline] !== null);
    const error = meanError(chosen, (one) => one[baseline]!);
    const model = meanError(chosen, (one) => one.model);
    const ratio = error === null || error === 0 || model === null ? null : model / error;
    return { error, ratio, skill: ratio === null ? null : 1 - ratio };
  };
  return {
    years: years.length,
    model: meanError(years, (one) => one.model),
    baselines: { persistence: against('persistence'), trend: against('trend'), oneStep: against('oneStep') }
  };
}
