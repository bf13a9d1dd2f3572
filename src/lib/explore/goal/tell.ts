import { cheapestHolding, writeGoal, writeLever, SEEK, type PlannedLever, type Way } from '$lib/analysis';
import { cssPalette, type FrontFigureProps } from '$lib/charts';
import {
  directionOf,
  formatDifference,
  formatMonth,
  formatNumber,
  formatPercent,
  goalWords,
  type Locale
} from '$lib/i18n';
import { dateOf } from '$lib/scenario';
import { goalDisplay, goalOutput, goalsSaid } from '../goals/goal-subject';
import { isLink, type AskedGoal, type GoalNames, type Movable } from './question';
import { isSameWay, type GoalResult } from './result';

/** From an answer to what its sentences, table and figure are told: words and order, nothing computed anew. */
const family = "'IBM Plex Sans Arabic', 'IBM Plex Sans', sans-serif";

export interface Telling {
  readonly locale: Locale;
  readonly names: GoalNames;
  readonly result: GoalResult;
}

export function inputOf({ inputs }: GoalNames, id: string): Movable {
  const found = inputs.find((input) => input.id === id);
  return found ?? { id, name: id, short: id, group: '', unit: '', range: [0, 0], step: 0, members: [id] };
}

/** A value of an input: whole where it is whole. */
export function leverValue(locale: Locale, { unit }: Pick<Movable, 'unit'>, value: number): string {
  const digits = Number.isInteger(value) ? 0 : 1;
  return unit === '%' ? formatPercent(locale, value, digits) : formatNumber(locale, value, { digits });
}

export function leverChange(locale: Locale, change: number): string {
  return formatDifference(locale, change, Number.isInteger(change) ? 0 : 1);
}

export function costSaid(locale: Locale, cost: number): string {
  return formatNumber(locale, cost, { digits: Number.isInteger(cost) ? 0 : 1 });
}

export function shareSaid(locale: Locale, share: number): string {
  return formatPercent(locale, 100 * share, 1);
}

/** `unified force to 69% (+52), …`, dearest first. */
export function waySaid(
  { locale, names }: Pick<Telling, 'locale' | 'names'>,
  levers: readonly PlannedLever[],
  targets: ArrayLike<number>
): string {
  const words = goalWords(locale);
  const moves = levers
    .map((lever, i) => ({ lever, target: targets[i]!, cost: lever.cost * Math.abs(targets[i]! - lever.start) }))
    .filter(({ lever, target }) => target !== lever.start)
    .sort((one, other) => other.cost - one.cost);
  if (moves.length === 0) return words.nothingMoved;
  return words.list(
    moves.map(({ lever, target }) => {
      const input = inputOf(names, lever.id);
      return words.move(input.short, leverValue(locale, input, target), leverChange(locale, target - lever.start));
    })
  );
}

function valueSaid({ locale, names }: Pick<Telling, 'locale' | 'names'>, output: string, value: number): string {
  const { unit } = goalOutput(names.subject, output);
  const said = goalDisplay(names.subject, output, locale).scale.format(value);
  return unit === '' ? said : `${said} ${unit}`;
}

/** Values of all goals' outputs where there are several, the bare value of the one where there is one. */
export function valuesSaid(
  telling: Pick<Telling, 'locale' | 'names'>,
  goals: AskedGoal['goals'],
  values: ArrayLike<number>
): string {
  const words = goalWords(telling.locale);
  const said = goals.map(({ output }, g) => valueSaid(telling, output, values[g]!));
  if (goals.length === 1) return said[0]!;
  return words.list(goals.map(({ output }, g) => `${goalOutput(telling.names.subject, output).name} ${said[g]!}`));
}

export function levelsSaid(telling: Pick<Telling, 'locale' | 'names'>, goals: AskedGoal['goals']): string {
  return valuesSaid(
    telling,
    goals,
    goals.map(({ level }) => level)
  );
}

/** The answer: its first sentence, and what follows from it. */
export function answer(telling: Telling): { readonly first: string; readonly then: readonly string[] } {
  const { locale, names, result } = telling;
  const words = goalWords(locale);
  const { asked, levers, study } = result;
  const { goals } = asked;
  const { best, closest, idle } = study;
  const way = best ?? closest;
  const expected = words.expected(
    words.list(
      goals.map(({ output }, g) =>
        words.comesTo(goalOutput(names.subject, output).name, valueSaid(telling, output, way.values[g]!))
      )
    )
  );
  return {
    first: firstSentence(telling),
    then: [
      best ? expected : words.nearest(waySaid(telling, levers, closest.targets), costSaid(locale, closest.cost)),
      ...holdsSaid(locale, way, best && best.cost > 0 ? idle : null),
      ...(best ? holdingSaid(telling) : [])
    ]
  };
}

function firstSentence(telling: Telling): string {
  const { locale, result } = telling;
  const words = goalWords(locale);
  const { asked, levers, study } = result;
  const { best, closest } = study;
  if (!best) {
    return words.none(valuesSaid(telling, asked.goals, closest.values), levelsSaid(telling, asked.goals));
  }
  if (best.cost === 0) return words.already;
  return words.found(waySaid(telling, levers, best.targets), costSaid(locale, best.cost));
}

function holdsSaid(locale: Locale, { judged }: Way, idle: Way | null): readonly string[] {
  const words = goalWords(locale);
  if (!judged) return [];
  const { share, low, high, runs } = judged.all;
  const said = words.holds(
    shareSaid(locale, share),
    formatNumber(locale, runs),
    shareSaid(locale, low),
    shareSaid(locale, high)
  );
  const without = idle?.judged ? words.holdsIdle(shareSaid(locale, idle.judged.all.share)) : '';
  return [`${said}${without}${words.end}`];
}

/** What being surer costs, once every point is known. */
const SURE = 0.8;

/** Place in the front of the cheapest way that holds so often, where that is another one than the one found; else null. */
export function surePlace({ study }: GoalResult): number | null {
  const { best, front } = study;
  if (!best || front.some(({ judged }) => judged === null)) return null;
  const sure = cheapestHolding(study, SURE);
  return sure && !isSameWay(sure, best) ? front.indexOf(sure) : null;
}

function holdingSaid({ locale, result }: Telling): readonly string[] {
  const words = goalWords(locale);
  const { study } = result;
  if (study.front.some(({ judged }) => judged === null)) return [];
  if (study.best?.judged && study.best.judged.all.share >= SURE) return [];
  const sure = cheapestHolding(study, SURE);
  if (sure) return [words.holding(costSaid(locale, sure.cost))];
  const most = Math.max(...study.front.map(({ judged }) => judged!.all.share));
  return [words.holdingNone(shareSaid(locale, most))];
}

/** Every bound that is in the way, and the three further levers that would bring most. */
export function helpsSaid(telling: Telling): readonly string[] {
  const { locale, names, result } = telling;
  const words = goalWords(locale);
  const { helps } = result.study;
  const levers = helps.filter(({ kind }) => kind === 'lever').slice(0, 3);
  return [...helps.filter(({ kind }) => kind === 'bound'), ...levers].map(({ id, kind, target, values }) => {
    const input = inputOf(names, id);
    const said = valuesSaid(telling, result.asked.goals, values);
    const to = leverValue(locale, input, target);
    return kind === 'bound' ? words.binds(input.short, to, said) : words.further(input.short, to, said);
  });
}

export interface Move {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly change: string;
  readonly cost: string;
  /** Places in the input's own range, from 0 to 1: bounds, start and target. */
  readonly strip: { readonly low: number; readonly high: number; readonly from: number; readonly to: number };
  readonly stripSaid: string;
}

/** The moves of a way, dearest first, and the names of the levers that stay. */
export function movesOf(
  { locale, names, result }: Telling,
  way: Way
): { readonly moves: readonly Move[]; readonly stay: readonly string[] } {
  const words = goalWords(locale);
  const moved = result.levers
    .map((lever, i) => ({ lever, target: way.targets[i]!, input: inputOf(names, lever.id) }))
    .sort(
      (a, b) => b.lever.cost * Math.abs(b.target - b.lever.start) - a.lever.cost * Math.abs(a.target - a.lever.start)
    );
  const moves = moved.flatMap(({ lever, target, input }): Move[] => {
    if (target === lever.start) return [];
    const { start, low, high, cost, range } = lever;
    const at = (value: number): number => (range[1] > range[0] ? (value - range[0]) / (range[1] - range[0]) : 0);
    const say = (value: number): string => leverValue(locale, input, value);
    return [
      {
        id: lever.id,
        name: input.name,
        from: say(start),
        to: say(target),
        change: leverChange(locale, target - start),
        cost: costSaid(locale, Math.round(cost * Math.abs(target - start) * 1e9) / 1e9),
        strip: { low: at(low), high: at(high), from: at(start), to: at(target) },
        stripSaid: words.strip(say(low), say(high), say(start), say(target))
      }
    ];
  });
  const stay = moved.filter(({ lever, target }) => target === lever.start).map(({ input }) => input.name);
  return { moves, stay };
}

/** The front as a figure. `place`: the point that is looked at. */
export function frontOf(
  telling: Telling,
  width: number,
  place: number,
  onchoose: ((place: number) => void) | undefined
): FrontFigureProps {
  const { locale, names, result } = telling;
  const words = goalWords(locale);
  const { study, asked } = result;
  const goal = asked.goals[study.against]!;
  const { scale } = goalDisplay(names.subject, goal.output, locale);
  const { name } = goalOutput(names.subject, goal.output);
  const cost = (value: number): string => costSaid(locale, Math.round(value * 10) / 10);
  const share = (value: number): string => formatPercent(locale, 100 * value);
  const value = (way: Way): number => way.values[study.against]!;
  const [first, last] = [study.front[0] ?? study.idle, study.front.at(-1) ?? study.idle];
  const found = study.best && study.front.findIndex((way) => isSameWay(way, study.best!));
  return {
    id: 'front',
    width,
    locale,
    direction: directionOf(locale),
    palette: cssPalette,
    fontFamily: family,
    interactive: true,
    title: words.frontTitle(name),
    subtitle: words.frontSubtitle,
    summary: words.frontSummary(
      scale.format(value(first)),
      cost(last.cost),
      scale.format(value(last)),
      scale.format(goal.level)
    ),
    source: words.source(names.model.title, names.model.version),
    cost: { label: words.costAxis, format: cost },
    output: {
      label: words.outputAxis(name, formatMonth(locale, dateOf(goal.month, names.subject.start))),
      scale
    },
    goal: { level: goal.level, label: words.goalLine(scale.format(goal.level)) },
    share: study.futures > 0 ? { label: words.shareAxis, format: share } : null,
    points: study.front.map((way, at) => ({
      id: String(at),
      cost: way.cost,
      value: value(way),
      isMet: way.isMet,
      share: way.judged && {
        value: way.judged.all.share,
        low: way.judged.all.low,
        high: way.judged.all.high
      }
    })),
    found: found === null || found < 0 ? null : { id: String(found), label: words.foundLabel },
    chosen: place < 0 ? null : String(place),
    onchoose: onchoose && ((id) => onchoose(Number(id))),
    texts: {
      way: words.way,
      at: words.at,
      met: words.met,
      yes: words.yes,
      no: words.no,
      low: words.lowShare,
      high: words.highShare,
      reader: words.reader
    },
    say: (id) => {
      const way = study.front[Number(id)];
      if (!way) return '';
      const held = way.judged ? shareSaid(locale, way.judged.all.share) : '';
      return words.say(cost(way.cost), scale.format(value(way)), held);
    }
  };
}

/** The command that gives the same numbers, word by word of a line. */
export function commandOf({ asked, points, study }: GoalResult, start: string): readonly string[] {
  const quoted = (text: string): string => (/^[\w.:@~-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
  const options: [string, string, boolean][] = [
    ['--start', dateOf(asked.start, start), asked.start === SEEK.start],
    ['--ramp', String(asked.ramp), asked.ramp === SEEK.ramp],
    ['--seed', String(asked.seed), asked.seed === SEEK.seed],
    ['--against', String(study.against + 1), study.against === 0],
    ['--futures', String(study.futures), study.futures === SEEK.futures],
    ['--points', String(points), points === SEEK.points]
  ];
  return [
    `npm run -s mizan -- goal ${quoted(isLink(asked.base) ? `?${asked.base}` : asked.base)}`,
    ...asked.goals.map((goal) => `--goal ${quoted(writeGoal(goal, start))}`),
    ...asked.levers.map((lever) => `--lever ${quoted(writeLever(lever))}`),
    ...options.filter(([, , isUsual]) => !isUsual).map(([option, value]) => `${option} ${value}`)
  ];
}

export function questionSaid({ locale, names, result }: Telling): string {
  return goalsSaid(names.subject, result.asked.goals, locale);
}
