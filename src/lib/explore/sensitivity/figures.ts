import {
  cssPalette,
  type Frame,
  type IndexBarsProps,
  type MorrisFigureProps,
  type OverTimeFigureProps,
  type TornadoFigureProps
} from '$lib/charts';
import {
  addMonths,
  directionOf,
  formatMonth,
  formatNumber,
  formatPercent,
  sensitivityWords,
  type Locale
} from '$lib/i18n';
import { ranked, together, type StudyView } from './view';

/** From a study to what its figures and sentences are told: words and order, nothing computed anew. */
const family = "'IBM Plex Sans Arabic', 'IBM Plex Sans', sans-serif";

/** What the page knows of the model, in its language. */
export interface SensitivityNames {
  readonly model: { readonly title: string; readonly version: string; readonly start: string };
  readonly outputs: readonly { readonly cell: string; readonly name: string }[];
  readonly bases: readonly { readonly id: string; readonly name: string }[];
  readonly factors: Readonly<Record<string, string>>;
  readonly sectors: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
  readonly months: number;
}

export interface Telling {
  readonly names: SensitivityNames;
  readonly view: StudyView;
  readonly locale: Locale;
}

const SHOWN = 12;
const LEADING = 8;

function outputName({ names, view }: Telling): string {
  const { output } = view.asked;
  return names.outputs.find(({ cell }) => cell === output)?.name ?? output;
}

export function whatOf(telling: Telling): string {
  const { names, view, locale } = telling;
  const date = formatMonth(locale, addMonths(names.model.start, view.asked.month));
  return sensitivityWords(locale).what(outputName(telling), date);
}

export function groupName({ names, view, locale }: Telling, g: number): string {
  const words = sensitivityWords(locale);
  const { kind, of, name } = view.decomposition.groups[g]!;
  if (kind === 'factor') return names.factors[name] ?? name;
  const plain = {
    input: words.inputGroup(names.groups[name] ?? name),
    parameter: names.sectors[name] ?? name,
    initial: words.initial
  }[of];
  return kind === 'rest' ? words.rest(plain) : plain;
}

/** Digits that a value of this size is told with. */
function digitsFor(value: number): number {
  const size = Math.abs(value);
  if (size >= 10) return 1;
  return size >= 1 ? 2 : 3;
}

const share = (locale: Locale, value: number): string => formatPercent(locale, 100 * value);

/** The findings, sentence by sentence. */
export function findings(telling: Telling): readonly string[] {
  const { view, locale } = telling;
  const words = sensitivityWords(locale);
  const { decomposition, factors } = view;
  const { groups, single, broad, mean, variance } = decomposition;
  const what = whatOf(telling);
  const leaders = ranked(decomposition, single).filter((g) => groups[g]!.kind === 'factor');
  const [first, second, third] = leaders;
  if (!(variance > 0) || first === undefined) return [words.none(what)];
  const of = (g: number): string => share(locale, groups[g]!.total.value);
  const [sector] = ranked(decomposition, broad);
  const { value, error } = together(decomposition, broad);
  const points = (part: number): string => formatNumber(locale, 100 * part, { digits: 0 });
  const digits = digitsFor(mean);
  const overlap = (upper: number, lower: number): boolean => groups[upper]!.total.low < groups[lower]!.total.high;
  return [
    words.finding(what, groupName(telling, first), of(first)),
    ...(second !== undefined && third !== undefined
      ? [words.next(groupName(telling, second), of(second), groupName(telling, third), of(third))]
      : []),
    ...(second !== undefined && third !== undefined && overlap(first, second) && overlap(second, third)
      ? [words.close]
      : []),
    ...(broad.length > 1 && sector !== undefined ? [words.sector(groupName(telling, sector), of(sector))] : []),
    value > error ? words.together(share(locale, value), points(error)) : words.togetherUnknown(points(error)),
    words.spread(
      formatNumber(locale, mean, { digits }),
      formatNumber(locale, Math.sqrt(variance), { digits: digitsFor(Math.sqrt(variance)) }),
      factors
    )
  ];
}

function frameOf(
  { names, locale }: Telling,
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
    source: sensitivityWords(locale).source(names.model.title, names.model.version)
  };
}

export function indexBarsOf(telling: Telling, which: 'single' | 'broad', width: number): IndexBarsProps {
  const { view, locale } = telling;
  const words = sensitivityWords(locale);
  const { decomposition } = view;
  const { first, total, low, high, group } = words;
  return {
    ...frameOf(telling, 'indices', width, {
      title: words.indexTitle(whatOf(telling)),
      subtitle: words.indexSubtitle(formatNumber(locale, decomposition.runs)),
      summary: findings(telling).slice(0, 2).join(' ')
    }),
    rows: ranked(decomposition, decomposition[which]).map((g) => {
      const { id, first: alone, total: all } = decomposition.groups[g]!;
      return { id, label: groupName(telling, g), first: alone, total: all };
    }),
    format: (value) => share(locale, value),
    texts: { first, total, low, high, group }
  };
}

export function overTimeOf(telling: Telling, which: 'single' | 'broad', width: number): OverTimeFigureProps {
  const { view, names, locale } = telling;
  const words = sensitivityWords(locale);
  const { decomposition } = view;
  const { overTime } = decomposition;
  const deviations = overTime.map(({ variance }) => Math.sqrt(Math.max(0, variance)));
  const digits = digitsFor(Math.max(...deviations, 0));
  return {
    ...frameOf(telling, 'over-time', width, {
      title: words.overTitle,
      subtitle: words.overSubtitle(outputName(telling)),
      summary: words.overSubtitle(outputName(telling))
    }),
    dates: view.months.map((month) => addMonths(names.model.start, month).slice(0, 4)),
    rows: ranked(decomposition, decomposition[which])
      .slice(0, LEADING)
      .map((g) => ({
        id: decomposition.groups[g]!.id,
        label: groupName(telling, g),
        values: overTime.map(({ total }) => total[g] ?? 0)
      })),
    format: (value) => share(locale, value),
    spread: {
      label: words.spreadRow,
      values: deviations,
      format: (value) => formatNumber(locale, value, { digits: Math.min(digits, 2) })
    },
    texts: { group: words.group }
  };
}

export function morrisOf(telling: Telling, width: number): MorrisFigureProps {
  const { view, names, locale } = telling;
  const words = sensitivityWords(locale);
  const rows = view.screening.rows.slice(0, SHOWN).map((row) => ({
    id: String(row['factor']),
    label: names.factors[String(row['factor'])] ?? String(row['factor']),
    size: { value: Number(row['mu_star']), low: Number(row['mu_star_low']), high: Number(row['mu_star_high']) },
    sigma: Number(row['sigma'])
  }));
  const digits = digitsFor(rows[0]?.size.value ?? 1);
  const { factor, size, sigma, low, high, sizeAxis, sigmaAxis, diagonal } = words;
  return {
    ...frameOf(telling, 'screening', width, {
      title: words.morrisTitle(whatOf(telling)),
      subtitle: words.morrisSubtitle(formatNumber(locale, view.screening.runs)),
      summary: rows
        .slice(0, 3)
        .map(({ label }) => label)
        .join(', ')
    }),
    rows,
    format: (value) => formatNumber(locale, value, { digits: Math.min(digits, 2) }),
    texts: { factor, size, sigma, low, high, sizeAxis, sigmaAxis, diagonal }
  };
}

export function tornadoOf(telling: Telling, width: number): TornadoFigureProps {
  const { view, names, locale } = telling;
  const words = sensitivityWords(locale);
  const { base } = view.swings;
  const digits = digitsFor(base);
  const scenario = names.bases.find(({ id }) => id === view.asked.base)?.name ?? words.fromLink;
  const format = (value: number): string => formatNumber(locale, value, { digits });
  const rows = view.swings.rows.slice(0, SHOWN).map((row) => ({
    id: String(row['factor']),
    label: names.factors[String(row['factor'])] ?? String(row['factor']),
    low: Number(row['low']),
    high: Number(row['high'])
  }));
  return {
    ...frameOf(telling, 'tornado', width, {
      title: words.tornadoTitle,
      subtitle: words.tornadoSubtitle(whatOf(telling), scenario),
      summary: rows
        .slice(0, 3)
        .map(({ label, low, high }) => `${label}: ${format(low)} – ${format(high)}`)
        .join('. ')
    }),
    base: { label: format(base), value: base },
    rows,
    format,
    texts: { factor: words.factor, low: words.lowEnd, high: words.highEnd }
  };
}
