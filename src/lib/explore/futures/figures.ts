import {
  cssPalette,
  type AxisTick,
  type BoxPairsProps,
  type Frame,
  type PairAxis,
  type PeelingFigureProps,
  type RangeStripsProps
} from '$lib/charts';
import type { RangeReport } from '$lib/analysis';
import { addMonths, directionOf, formatMonth, formatNumber, formatPercent, futuresWords, type Locale } from '$lib/i18n';
import { goalDisplay, goalOutput, goalSaid, goalsSaid, type GoalSubject } from '../goals/goal-subject';
import type { FactorName } from './factor-names';
import { isLink } from './question';
import { placesOf, tellingOf, type FactorView, type FuturesView } from './view';

/** From a discovery to its sentences and to what its figures are told: words and order, nothing computed anew. */
const family = "'IBM Plex Sans Arabic', 'IBM Plex Sans', sans-serif";

/** What the page knows of the model before it computes, in its language. */
export interface FuturesNames {
  readonly model: { readonly id: string; readonly title: string; readonly version: string };
  readonly goals: GoalSubject;
  readonly bases: readonly { readonly id: string; readonly name: string }[];
  /** Inputs and composites to choose from, by group. */
  readonly groups: readonly {
    readonly name: string;
    readonly inputs: readonly { readonly id: string; readonly name: string }[];
  }[];
  /** Those of them that are shown first. */
  readonly principal: readonly string[];
  readonly factors: Readonly<Record<string, FactorName>>;
  /** Values of the outputs in a scenario, at the ends of years. */
  readonly standing: {
    readonly base: string;
    readonly months: readonly number[];
    readonly values: Readonly<Record<string, readonly number[]>>;
  };
}

export interface Telling {
  readonly names: FuturesNames;
  readonly factors: Readonly<Record<string, FactorName>>;
  readonly view: FuturesView;
  readonly step: number;
  readonly locale: Locale;
}

/** Strips that a figure shows at most, and factors of its pair plots. */
const MOST_STRIPS = 12;
const PAIRED = 3;

export function share(locale: Locale, value: number): string {
  const isClose = (value > 0 && value < 0.01) || (value > 0.99 && value < 1);
  return formatPercent(locale, 100 * value, isClose ? 1 : 0);
}

function nameOf({ factors, locale }: Telling, { factor, kind }: Pick<RangeReport, 'factor' | 'kind'>): string {
  const name = factors[factor]?.name ?? factor;
  return kind === 'initial' ? futuresWords(locale).start0(name) : name;
}

/** A value of a factor with its unit: inputs in whole units where their range is wide, else three digits that count. */
export function valueSaid(
  { factors, locale }: Pick<Telling, 'factors' | 'locale'>,
  factor: string,
  value: number,
  view: Pick<FactorView, 'kind' | 'low' | 'high'>,
  brief = false
): string {
  const unit = factors[factor]?.unit ?? '';
  const size = value === 0 ? 1 : Math.abs(value);
  const digits =
    view.kind === 'input' && view.high - view.low >= 20
      ? 0
      : Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(size) + 1e-9)));
  if (unit === '%') return formatPercent(locale, value, digits);
  const number = formatNumber(locale, value, { digits });
  return unit === '' || brief ? number : `${number} ${unit}`;
}

/** A piece of a sentence; what is strong is told first, what is quiet last. */
export interface Piece {
  readonly text: string;
  readonly strong: boolean;
}

export function pieces(text: string): readonly Piece[] {
  return text
    .split('*')
    .map((part, index) => ({ text: part, strong: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}

export interface Said {
  /** The finding; and the part of it that is about uncertain numbers. */
  readonly main: readonly Piece[];
  readonly quiet: readonly Piece[];
  readonly rest: string;
}

/** The answer as a sentence, of the step that is chosen. */
export function answer(telling: Telling): Said {
  const { view, step, locale } = telling;
  const words = futuresWords(locale);
  const { reached, runs } = view.report;
  const whole = share(locale, reached / runs);
  const plain = (main: string, rest: string): Said => ({ main: pieces(main), quiet: [], rest });
  if (reached === 0) return plain(words.never, words.neverNote);
  if (reached === runs) return plain(words.always, words.alwaysNote);
  const { box } = tellingOf(view, step);
  if (box.ranges.length === 0)
    return step === 0 ? plain(words.whole(whole), words.wholeNote) : plain(words.noRange(whole), '');
  const said = (range: RangeReport): string => conditionSaid(telling, range);
  const joined = (ranges: readonly RangeReport[]): string =>
    ranges.reduce((text, range, at) => {
      if (at === 0) return said(range);
      return text + (at === ranges.length - 1 ? words.lastJoin : words.comma) + said(range);
    }, '');
  const inputs = box.ranges.filter(({ kind }) => kind === 'input');
  const uncertain = box.ranges.filter(({ kind }) => kind !== 'input');
  const first = inputs.length > 0 ? inputs : uncertain;
  return {
    main: pieces(
      words.reachedIn(share(locale, box.density)) +
        joined(first) +
        (inputs.length > 0 && uncertain.length > 0 ? words.pause : words.end)
    ),
    quiet:
      inputs.length > 0 && uncertain.length > 0
        ? pieces(words.uncertainAlso + joined(uncertain).replaceAll('*', '') + words.end)
        : [],
    rest: `${words.holds(share(locale, box.coverage))} ${words.without(whole)}`
  };
}

function conditionSaid(telling: Telling, range: RangeReport): string {
  const { view, locale } = telling;
  const words = futuresWords(locale);
  const name = nameOf(telling, range);
  const factor = view.factors[range.factor]!;
  const at = (value: number, probability: number | null | undefined): string => {
    const text = valueSaid(telling, range.factor, value, factor);
    return range.kind === 'input' ? text : words.point(text, share(locale, probability ?? 0));
  };
  if (range.low !== null && range.high !== null)
    return words.between(name, at(range.low, range.lowProbability), at(range.high, range.highProbability));
  if (range.low !== null) return words.least(name, at(range.low, range.lowProbability));
  return words.most(name, at(range.high ?? 0, range.highProbability));
}

export function baseName({ names, view, locale }: Pick<Telling, 'names' | 'view' | 'locale'>): string {
  const { base } = view.asked;
  const found = names.bases.find(({ id }) => id === base)?.name;
  if (found === undefined || isLink(base)) return futuresWords(locale).fromLink;
  return locale === 'ar' ? `«${found}»` : `“${found}”`;
}

/** What the answer rests on, in sentences. */
export function basis(telling: Telling): readonly string[] {
  const { view, locale } = telling;
  const words = futuresWords(locale);
  const { runs, factors, seed, failed } = view.report;
  return [
    words.basis(formatNumber(locale, runs), factors, baseName(telling), String(seed)),
    ...(failed > 0 ? [words.failedRuns(failed)] : [])
  ];
}

/** The goals that the answer is about: they may be others than those that are asked for meanwhile. */
export function answered({ names, view, locale }: Telling): string {
  return futuresWords(locale).goalLine(goalsSaid(names.goals, view.asked.goals, locale));
}

/** Each goal alone, where there are several: which of them it fails on. */
export function goalsAlone({ names, view, locale }: Telling): readonly string[] {
  const { goals } = view.asked;
  if (goals.length < 2) return [];
  return goals.map((goal, g) =>
    futuresWords(locale).alone(goalSaid(names.goals, goal, locale), share(locale, view.met[g]! / view.report.runs))
  );
}

/** What the scenario from inside comes to. */
export function insideSaid({ names, view, step, locale }: Telling): string {
  const words = futuresWords(locale);
  const { inside } = tellingOf(view, step);
  if (!inside) return '';
  const values = view.asked.goals.map(({ output, month }, g) => {
    const { scale } = goalDisplay(names.goals, output, locale);
    const { name, unit } = goalOutput(names.goals, output);
    const value = scale.format(inside.values[g]!);
    return words.insideValue(
      name,
      unit === '' ? value : `${value} ${unit}`,
      formatMonth(locale, addMonths(names.goals.start, month))
    );
  });
  return words.insideSays(values.join(words.separator));
}

export function stepSaid({ view, locale }: Telling, step: number): string {
  const { box } = tellingOf(view, step);
  return futuresWords(locale).stepSaid(
    formatNumber(locale, step),
    share(locale, box.coverage),
    share(locale, box.density),
    box.ranges.length
  );
}

function frameOf(
  { names, locale }: Telling,
  id: string,
  width: number,
  { title, subtitle, summary }: Pick<Frame, 'title' | 'subtitle' | 'summary'>
): Frame {
  return {
    id,
    title,
    subtitle,
    summary,
    width,
    locale,
    direction: directionOf(locale),
    palette: cssPalette,
    fontFamily: family,
    source: futuresWords(locale).source(names.model.title, names.model.version)
  };
}

export function peelingOf(telling: Telling, width: number, onchoose?: (step: number) => void): PeelingFigureProps {
  const { view, step, locale } = telling;
  const words = futuresWords(locale);
  const { box } = tellingOf(view, step);
  return {
    ...frameOf(telling, 'trajectory', width, {
      title: words.tradeTitle,
      subtitle: onchoose ? words.tradeSubtitle : words.tradeSubtitleStill,
      summary: stepSaid(telling, step)
    }),
    interactive: onchoose !== undefined,
    boxes: view.telling.map((_, at) => {
      const { coverage, density, ranges } = tellingOf(view, at).box;
      return { coverage, density, ranges: ranges.length };
    }),
    peeled: view.report.trajectory.map(({ coverage, density }) => ({ coverage, density })),
    chosen: step,
    suggested: view.suggested,
    format: (value) => share(locale, value),
    texts: {
      step: words.step,
      coverage: words.coverage,
      density: words.density,
      ranges: words.ranges,
      all: words.all(share(locale, view.report.reached / view.report.runs)),
      peeled: words.peeledLine,
      numbers: words.numbersLine,
      chosen: [
        words.stepLine(formatNumber(locale, step), box.ranges.length),
        words.stepShares(share(locale, box.coverage), share(locale, box.density))
      ],
      reader: words.reader,
      say: (at) => stepSaid(telling, at)
    },
    onchoose
  };
}

export function stripsOf(telling: Telling, width: number): RangeStripsProps {
  const { view, step, locale } = telling;
  const words = futuresWords(locale);
  const { ranges } = tellingOf(view, step).box;
  const shown = leading(ranges, MOST_STRIPS);
  return {
    ...frameOf(telling, 'conditions', width, {
      title: words.boxTitle,
      subtitle: words.boxSubtitle,
      summary: ranges.map((range) => conditionSaid(telling, range).replaceAll('*', '')).join(words.separator)
    }),
    rows: shown.map((range) => {
      const factor = view.factors[range.factor]!;
      const { low, high } = placesOf(range, factor);
      const at = (value: number | null): string =>
        value === null ? '' : valueSaid(telling, range.factor, value, factor);
      const said = rangeSaid(words, range, at);
      const note = { input: words.inputNote, parameter: words.uncertainNote, initial: words.initialNote }[range.kind];
      const brief = (value: number | null): string =>
        value === null ? '' : valueSaid(telling, range.factor, value, factor, true);
      return {
        id: range.factor,
        label: nameOf(telling, range),
        said,
        note: range.kind === 'input' ? note : `${note}${words.separator}${pointsSaid(words, low, high, locale)}`,
        low,
        high,
        lowLabel: brief(range.low),
        highLabel: brief(range.high),
        reached: factor.reached,
        others: factor.others,
        ticks: ticksOf(telling, range.factor, factor)
      };
    }),
    format: (value) => formatPercent(locale, 100 * value, 1),
    texts: {
      factor: words.factor,
      range: words.range,
      slice: words.slice,
      reached: words.runsReached,
      others: words.runsOthers,
      box: words.range,
      more: ranges.length > shown.length ? words.more(ranges.length - shown.length) : ''
    }
  };
}

function pointsSaid(
  words: ReturnType<typeof futuresWords>,
  low: number | null,
  high: number | null,
  locale: Locale
): string {
  if (low !== null && high !== null) return words.pointsBetween(share(locale, low), share(locale, high));
  return low !== null ? words.pointsFrom(share(locale, low)) : words.pointsTo(share(locale, high ?? 1));
}

function rangeSaid(
  words: ReturnType<typeof futuresWords>,
  { low, high }: RangeReport,
  at: (value: number | null) => string
): string {
  if (low !== null && high !== null) return words.fromTo(at(low), at(high));
  return low !== null ? words.atLeast(at(low)) : words.atMost(at(high));
}

/** Null where fewer than two factors are restricted. */
export function pairsOf(telling: Telling, width: number): BoxPairsProps | null {
  const { view, step, locale } = telling;
  const words = futuresWords(locale);
  const { ranges } = tellingOf(view, step).box;
  if (ranges.length < 2) return null;
  const shown = leading(ranges, PAIRED);
  const runs = formatNumber(locale, view.report.runs);
  const { runsReached, runsOthers, range: box, run, reached, yes, no } = words;
  return {
    ...frameOf(telling, 'pairs', width, {
      title: words.pairsTitle,
      subtitle: words.pairsSubtitle(formatNumber(locale, view.drawn.length), runs),
      summary: shown.map((range) => nameOf(telling, range)).join(words.separator)
    }),
    axes: shown.map((range): PairAxis => {
      const factor = view.factors[range.factor]!;
      return {
        label: nameOf(telling, range),
        ...placesOf(range, factor),
        ticks: ticksOf(telling, range.factor, factor),
        values: factor.drawn.map((place) => place / 1000),
        format: (at) =>
          range.kind === 'input'
            ? valueSaid(telling, range.factor, factor.low + at * (factor.high - factor.low), factor)
            : share(locale, at)
      };
    }),
    reached: view.drawn.map((wanted) => wanted === 1),
    texts: { reached: runsReached, others: runsOthers, box, run, goal: reached, yes, no }
  };
}

/** The ranges that are least likely by chance, in the order of the box. */
function leading(ranges: readonly RangeReport[], most: number): readonly RangeReport[] {
  const kept = new Set([...ranges].sort((a, b) => a.chance - b.chance).slice(0, most));
  return ranges.filter((range) => kept.has(range));
}

function ticksOf(telling: Telling, id: string, factor: FactorView): readonly AxisTick[] {
  return factor.ticks.map(({ at, value }) => ({ at, label: valueSaid(telling, id, value, factor, true) }));
}
