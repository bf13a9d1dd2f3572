import {
  cssPalette,
  type CompareFigureProps,
  type ComparedPanel,
  type DifferenceStripProps,
  type Frame,
  type TimeSpan,
  type TradeoffFigureProps
} from '$lib/charts';
import type { PairedSpread } from '$lib/analysis';
import { displayOf, type Display } from '$lib/desk';
import { catalogue, compareWords, directionOf, formatMonth, formatNumber, formatPercent, type Locale } from '$lib/i18n';
import { nameOfCell, type Model, type ModelText } from '$lib/model';
import { dateOf, diff, isStatusQuo, type Scenario } from '$lib/scenario';
import type { CompareState } from './compare.svelte';
import { comparePlan, displayKind, DOTS, letters, type ComparedPreset } from './subject';
import { courseOf } from './told';

/** From the page's state to what figures and tables are told: words, order and formats, nothing else. */
const family = "'IBM Plex Sans Arabic', 'IBM Plex Sans', sans-serif";

export interface View {
  readonly locale: Locale;
  readonly text: ModelText;
  readonly state: CompareState;
}

export function displayFor({ locale, state }: View, cell: string): Display {
  return displayOf(displayKind(state.subject.model, cell), locale, catalogue(locale));
}

export function dateName({ locale, state }: View, month: number, style: 'long' | 'short' = 'long'): string {
  return formatMonth(locale, dateOf(month, state.subject.model.time.start), style);
}

export function count({ locale }: Pick<View, 'locale'>, number: number): string {
  return formatNumber(locale, number);
}

/** Name of a scenario: the title that a person gave it, else its preset's, else its letter. */
function ownName(
  { locale, text }: Pick<View, 'locale' | 'text'>,
  model: Model,
  presets: readonly ComparedPreset[],
  scenario: Scenario,
  place: number
): string {
  const preset = presets.find((one) => isSame(one.scenario, scenario));
  const title = scenario.title?.trim() ?? '';
  if (title !== '' && scenario.title !== preset?.scenario.title) return title;
  if (preset) return text.presets[preset.id]?.name ?? preset.id;
  if (isStatusQuo(model, scenario)) return catalogue(locale).figures.statusQuo;
  return title || compareWords(locale).unnamed(letters[place]!.toUpperCase());
}

/** The same run: settings of the ensemble do not count here, where all scenarios are drawn alike. */
function isSame(one: Scenario, other: Scenario): boolean {
  return diff(one, other).every(({ kind }) => kind === 'ensemble');
}

/** Names in order; those that would be alike get their letter. */
export function namesOf(view: View, scenarios: readonly Scenario[]): string[] {
  const { model, presets } = view.state.subject;
  const names = scenarios.map((scenario, place) => ownName(view, model, presets, scenario, place));
  return names.map((name, place) =>
    names.filter((other) => other === name).length > 1 ? `${name} (${letters[place]!.toUpperCase()})` : name
  );
}

export function frameOf(
  view: View,
  id: string,
  width: number,
  words: Pick<Frame, 'title' | 'subtitle' | 'summary'>
): Frame {
  const { locale, text, state } = view;
  return {
    ...words,
    id,
    width,
    locale,
    direction: directionOf(locale),
    palette: cssPalette,
    fontFamily: family,
    source: catalogue(locale).figures.sourceLine(text.title, state.subject.model.version)
  };
}

function timeOf(view: View): TimeSpan {
  const { start } = view.state.subject.model.time;
  const rows = view.state.shown.runs.map((run) => run?.rows ?? 0);
  return {
    start,
    months: Math.max(1, ...rows) - 1,
    formatMonth: (month) => dateName(view, month),
    formatYear: (year) => String(year)
  };
}

function panelOf(view: View, cell: string, names: readonly string[], withBands: boolean): ComparedPanel {
  const { state, locale } = view;
  const { scale } = displayFor(view, cell);
  const bands = withBands && state.bands?.output === cell ? state.bands.lines : [];
  return {
    id: cell,
    label: nameOfCell(view.text, cell),
    scale: { ...scale, focusedNote: catalogue(locale).figures.focused },
    lines: state.shown.runs.flatMap((run, place) => {
      const values = courseOf(run, cell);
      if (!values) return [];
      const band = bands[place];
      return [
        {
          id: letters[place]!,
          label: names[place] ?? '',
          place,
          values,
          ...(band ? { bands: [{ ...band, opacity: 0.13 }] } : {})
        }
      ];
    })
  };
}

export function unitOf(view: View, cell: string): string {
  const { figures } = catalogue(view.locale);
  const kind = displayKind(view.state.subject.model, cell);
  return { index: figures.index, share: figures.perCent, percent: figures.perCent, number: '' }[kind];
}

function summaryOf(view: View, panel: ComparedPanel): string {
  const words = compareWords(view.locale);
  return panel.lines
    .map(({ label, values }) =>
      words.summaryLine(label, panel.scale.format(values[0]!), panel.scale.format(values[values.length - 1]!))
    )
    .join(' ');
}

export function overTimeProps(view: View, names: readonly string[], width: number): CompareFigureProps {
  const words = compareWords(view.locale);
  const { choices, withBands } = view.state;
  const time = timeOf(view);
  const panel = panelOf(view, choices.output, names, withBands);
  const subtitle = words.overTimeSubtitle(
    unitOf(view, choices.output),
    time.formatMonth(0),
    time.formatMonth(time.months)
  );
  return {
    ...frameOf(view, 'compare-lines', width, {
      title: words.overTime(panel.label),
      subtitle: panel.lines.some(({ bands }) => bands) ? `${subtitle} · ${words.withBands}` : subtitle,
      summary: summaryOf(view, panel)
    }),
    interactive: true,
    time,
    panels: [panel],
    texts: { reader: words.reader, month: words.month }
  };
}

export function multiplesProps(view: View, names: readonly string[], width: number): CompareFigureProps {
  const words = compareWords(view.locale);
  const panels = view.state.subject.headline.map((cell) => panelOf(view, cell, names, false));
  return {
    ...frameOf(view, 'compare-multiples', width, {
      title: words.multiples,
      subtitle: words.multiplesSubtitle,
      summary: panels.map((panel) => `${panel.label}. ${summaryOf(view, panel)}`).join(' ')
    }),
    interactive: true,
    time: timeOf(view),
    panels,
    texts: { reader: words.reader, month: words.month }
  };
}

/** `better in 93% of futures`; where the model does not say what is better, higher or lower, whichever is more frequent. */
export function shareSaid(view: View, output: string, { above, below, runs }: PairedSpread): string {
  const words = compareWords(view.locale);
  if (above === 0 && below === 0) return words.same;
  const share = (hits: number): string => formatPercent(view.locale, (100 * hits) / Math.max(1, runs));
  const better = view.state.subject.better[output];
  if (better) return words.better(share(better === 'higher' ? above : below));
  return above >= below ? words.higher(share(above)) : words.lower(share(below));
}

export function differenceProps(view: View, names: readonly string[], width: number): DifferenceStripProps {
  const { locale, state } = view;
  const { told } = state;
  const words = compareWords(locale);
  const { output, baseline, dates } = told.choices;
  const { scale, difference, differenceUnit } = displayFor(view, output);
  const groups = dates.map((month) => ({
    id: String(month),
    label: dateName(view, month),
    rows: told.cells.flatMap((cell) => {
      if (cell.output !== output || cell.month !== month || !cell.difference) return [];
      const { p5, p25, p50, p75, p95 } = cell.difference;
      return [
        {
          id: letters[cell.place]!,
          label: names[cell.place] ?? '',
          place: cell.place,
          ...{ p5, p25, p50, p75, p95 },
          said: shareSaid(view, output, cell.difference)
        }
      ];
    })
  }));
  const summary = groups.flatMap(({ label, rows }) =>
    rows.map((row) =>
      words.differenceSummary(row.label, label, difference(row.p50), difference(row.p5), difference(row.p95), row.said)
    )
  );
  return {
    ...frameOf(view, 'compare-differences', width, {
      title: words.differencesTitle(nameOfCell(view.text, output), names[baseline] ?? ''),
      subtitle: [differenceUnit, words.differencesSubtitle(count(view, told.runs))].filter(Boolean).join(' · '),
      summary: summary.join(' ')
    }),
    scale: { format: difference, formatTick: difference, unit: differenceUnit || scale.unit, bounds: [null, null] },
    groups,
    zero: names[baseline] ?? '',
    texts: {
      date: words.date,
      scenario: words.scenario,
      low: words.low,
      median: words.median,
      high: words.high,
      said: words.said
    }
  };
}

export function tradeoffProps(view: View, names: readonly string[], width: number): TradeoffFigureProps {
  const { state, locale } = view;
  const { told } = state;
  const words = compareWords(locale);
  const { x, y, dates } = told.choices;
  const [across, up] = [displayFor(view, x).scale, displayFor(view, y).scale];
  const [nameX, nameY] = [nameOfCell(view.text, x), nameOfCell(view.text, y)];
  const points = told.points.map((point, place) => ({
    ...point,
    id: letters[place]!,
    label: names[place] ?? '',
    place
  }));
  return {
    ...frameOf(view, 'compare-tradeoff', width, {
      title: words.tradeoffTitle(nameX, nameY, dateName(view, dates.at(-1) ?? 0)),
      subtitle: words.tradeoffSubtitle(count(view, told.runs), count(view, Math.min(DOTS, told.runs))),
      summary: points
        .map(({ label, ...point }) => words.tradeoffSummary(label, up.format(point.y.p50), across.format(point.x.p50)))
        .join(' ')
    }),
    x: { label: nameX, scale: across },
    y: { label: nameY, scale: up },
    points,
    texts: { scenario: words.scenario, low: words.low, median: words.median, high: words.high }
  };
}

export function sourceLine({ locale, text, state }: View): string {
  return compareWords(locale).source(
    text.title,
    state.subject.model.version,
    formatNumber(locale, state.told.runs),
    String(comparePlan.seed)
  );
}
