import { centredOnYears, monthOf, transform, untransform, type SeriesSkill } from '$lib/analysis';
import {
  cssPalette,
  valueAxis,
  type Frame,
  type HindcastPanel,
  type HindcastPoint,
  type HindcastProps,
  type HistoryProps,
  type TimeSpan
} from '$lib/charts';
import { addMonths, backtestWords, directionOf, formatMonth, formatNumber, formatPlain, type Locale } from '$lib/i18n';
import type { ObservedSeries } from '$lib/model';
import type { BacktestView } from './view';

/** From a backtest to what its figures are told: words, order and axes, nothing computed anew. */
const family = "'IBM Plex Sans Arabic', 'IBM Plex Sans', sans-serif";

function frameOf(
  { model }: BacktestView,
  locale: Locale,
  id: string,
  width: number,
  words: Pick<Frame, 'title' | 'subtitle' | 'summary'>
): Frame {
  return {
    ...words,
    id,
    width,
    locale,
    direction: directionOf(locale),
    palette: cssPalette,
    fontFamily: family,
    source: backtestWords(locale).figureSource(model.title, model.version)
  };
}

function timeOf({ history: { start, months } }: BacktestView, locale: Locale): TimeSpan {
  return {
    start,
    months,
    formatMonth: (month) => formatMonth(locale, addMonths(start, month)),
    formatYear: (year) => String(year)
  };
}

/** `2012–2019`; in Arabic in words, because a dash between numbers reads either way there. */
export function spanText(locale: Locale, [first, last]: readonly [number, number]): string {
  return locale === 'ar' ? `${first} إلى ${last}` : `${first}–${last}`;
}

/** A value of a series in its own unit: whole where the series counts, rounded where it is large, else two digits. */
export function valueText(locale: Locale, { points }: Pick<ObservedSeries, 'points'>, value: number): string {
  const counts = points.every((point) => Number.isInteger(point.value));
  if (!counts) return formatNumber(locale, value, { digits: 2 });
  return formatNumber(locale, roundTo(value, Math.abs(value) >= 10_000 ? 100 : 1));
}

function roundTo(value: number, step: number): number {
  return Math.round(value / step) * step;
}

export function hindcastOf(view: BacktestView, locale: Locale, width: number): HindcastProps {
  const words = backtestWords(locale);
  const { observed, history } = view;
  const panels = view.series.map((one) => panelOf(view, one, locale));
  const said = view.series.map(({ id, verdict }) =>
    words.seriesSummary(seriesOf(view, id).title[locale], words.verdicts[verdict])
  );
  return {
    ...frameOf(view, locale, 'backtest', width, {
      title: words.figureTitle,
      subtitle: words.figureSubtitle(spanText(locale, observed.fit), spanText(locale, observed.test)),
      summary: words.figureSummary(said.join(' '))
    }),
    interactive: true,
    time: timeOf(view, locale),
    split: monthOf(history, `${observed.test[0]}-01`),
    panels,
    texts: {
      reader: words.reader,
      model: words.model,
      observed: words.observed,
      interval: words.interval,
      persistence: words.persistence,
      trend: words.trend,
      fit: words.fit,
      test: words.test
    }
  };
}

export function seriesOf({ observed }: BacktestView, id: string): ObservedSeries {
  return observed.series.find((one) => one.id === id)!;
}

function panelOf(view: BacktestView, skill: SeriesSkill, locale: Locale): HindcastPanel {
  const words = backtestWords(locale);
  const series = seriesOf(view, skill.id);
  const { line } = skill;
  const monthly = view.columns[series.cell]!;
  const isLog = series.transform === 'log10-plus-one';
  // On a logarithmic axis nothing lies below 0: a line through fitted years may.
  const floor = isLog ? 0 : -Infinity;
  const model = Array.from(monthly, (value) => Math.max(floor, line.intercept + line.slope * value));
  const monthOfYear = (year: number): number =>
    Math.min(view.history.months, monthOf(view.history, `${year}-01`) + (series.aggregate === 'year-end' ? 11 : 6));
  const points = skill.years.map(({ year, observed, censored }): HindcastPoint => {
    const interval = censored && series.censored ? series.censored.interval : undefined;
    return {
      month: monthOfYear(year),
      value: observed,
      interval: interval && [transform(series, interval[0]), transform(series, interval[1])]
    };
  });
  const tested = skill.years.filter(({ period }) => period === 'test');
  const baselines = (['persistence', 'trend'] as const).map((id) => ({
    id,
    points: tested.map((year) => ({ month: monthOfYear(year.year), value: Math.max(floor, year[id]!) }))
  }));
  const arrays = [
    model,
    points.map(({ value }) => value),
    points.flatMap(({ interval }) => interval ?? []),
    ...baselines.map((one) => one.points.map(({ value }) => value))
  ];
  return {
    id: skill.id,
    label: series.title[locale],
    note: [series.unit[locale], ...(isLog ? [words.logarithmic] : []), words.verdicts[skill.verdict]].join(' · '),
    model,
    points,
    baselines,
    axis: isLog ? logAxis(series, arrays, locale) : plainAxis(skill, arrays, locale),
    read: (month) => {
      const year = Number(addMonths(view.history.start, month).slice(0, 4));
      const known = skill.years.find((one) => one.year === year);
      return words.read(
        formatMonth(locale, addMonths(view.history.start, month), 'short'),
        valueText(locale, series, untransform(series, model[month] ?? NaN)),
        known ? observedText(series, known, locale) : null
      );
    }
  };
}

/** What was observed in a year, an interval as one. */
export function observedText(
  series: ObservedSeries,
  { raw, censored }: Pick<SeriesSkill['years'][number], 'raw' | 'censored'>,
  locale: Locale
): string {
  if (!censored || !series.censored) return valueText(locale, series, raw);
  const [low, high] = series.censored.interval;
  return backtestWords(locale).readInterval(valueText(locale, series, low), valueText(locale, series, high));
}

function plainAxis(
  { years }: SeriesSkill,
  arrays: readonly (readonly number[])[],
  locale: Locale
): HindcastPanel['axis'] {
  const isPositive = years.every(({ raw }) => raw >= 0);
  // A trend continued may leave what is possible; the axis shows it all the same.
  const lowest = Math.min(...arrays.flat());
  const { low, high, ticks } = valueAxis(arrays, { bounds: [isPositive && lowest >= 0 ? 0 : null, null] }, 4);
  return {
    low,
    high,
    ticks: ticks.map((value) => ({
      value,
      label: Number.isInteger(value) ? formatNumber(locale, value) : formatPlain(locale, value, 2)
    }))
  };
}

function logAxis(
  series: ObservedSeries,
  arrays: readonly (readonly number[])[],
  locale: Locale
): HindcastPanel['axis'] {
  const high = Math.max(...arrays.flat());
  const ticks = [0, 10, 100, 1_000, 10_000, 100_000, 1_000_000]
    .map((value) => ({ value: transform(series, value), label: formatNumber(locale, value) }))
    .filter((_, index, all) => index === 0 || (all[index - 1]?.value ?? 0) < high);
  return { low: 0, high: Math.max(high, ticks.at(-1)?.value ?? high), ticks };
}

export function historyOf(view: BacktestView, locale: Locale, width: number): HistoryProps {
  const words = backtestWords(locale);
  const { history, inputs } = view;
  const { start, months, years } = history;
  const centre = monthOf(history, `${years[0]}-01`) + 6;
  return {
    ...frameOf(view, locale, 'history', width, {
      title: words.historyTitle,
      subtitle: words.historySubtitle(formatMonth(locale, start), formatMonth(locale, addMonths(start, months))),
      summary: words.historySummary(inputs.length, history.events.length)
    }),
    time: timeOf(view, locale),
    strips: inputs.map(({ id, name, values, minimum, maximum }) => {
      const at = centredOnYears(values, centre);
      return {
        id,
        label: name,
        values: Array.from({ length: months + 1 }, (_, month) => at(month)),
        low: Math.min(0, minimum),
        high: maximum,
        format: (value) => formatNumber(locale, value)
      };
    }),
    wars: history.wars.map(({ from, until }) => ({ from: monthOf(history, from), to: monthOf(history, until) + 1 })),
    events: history.events.map(({ from, until }, index) => ({
      number: String(index + 1),
      from: monthOf(history, from),
      to: monthOf(history, until) + (until === from ? 0 : 1)
    })),
    texts: { events: words.forcedEvents, wars: words.wars }
  };
}
