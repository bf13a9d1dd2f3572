import {
  parseGoal,
  parseLever,
  SEEK,
  writeGoal,
  writeLever,
  type Goal,
  type GoalProblem,
  type LeverChoice
} from '$lib/analysis';
import type { Model } from '$lib/model';
import { dateOf, decodeLink, encodeLink, monthOf, type Notice, type Scenario } from '$lib/scenario';
import { MOST_GOALS } from '../goals/goal-subject';
import { isLink, type AskedGoal } from './question';

/**
 * The question as the page's address (docs/links.md). `a` is the scenario that is started from; an address without it that
 * is a scenario's own link is taken as that. Reading never throws: what cannot be used is named, the rest applies.
 */
export interface ReadQuestion {
  readonly asked: AskedGoal;
  readonly notices: readonly GoalNotice[];
  /** What was left out of the scenario's link. */
  readonly scenarioNotices: readonly Notice[];
}

export type GoalNotice =
  | { readonly kind: 'badPart' | 'badLever' | 'badMove' | 'badBase'; readonly text: string }
  | { readonly kind: 'badGoal'; readonly problem: GoalProblem };

/** What an address may name. */
export interface GoalAddressGround {
  readonly model: Model;
  readonly presets: readonly { readonly id: string; readonly scenario: Scenario }[];
  /** What holds where the address says nothing. */
  readonly standard: AskedGoal;
}

const own = ['a', 'goal', 'lever', 'move', 'seed', 'against'];
const repeated = ['goal', 'lever'];
const foreign = /^(utm_[a-z]+|fbclid|gclid|lang|theme)$/;
const readable: Readonly<Record<string, string>> = { '%2C': ',', '%3A': ':', '%40': '@', '%20': '+' };

function encodePart(text: string): string {
  return encodeURIComponent(text).replace(/%(2C|3A|40|20)/g, (code) => readable[code] ?? code);
}

function decodePart(text: string): string | null {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return null;
  }
}

/** The query that asks this; a word is left out where it says what holds without it. `start`: the model's first month. */
export function goalQuery(asked: AskedGoal, standard: AskedGoal, start: string): string {
  const said = (question: AskedGoal): [string, string[]][] => [
    ['a', [question.base]],
    ['goal', question.goals.map((goal) => writeGoal(goal, start))],
    ['lever', question.levers.map(writeLever)],
    ['move', [`${dateOf(question.start, start)}~${question.ramp}`]],
    ['seed', [String(question.seed)]],
    ['against', [String(question.against + 1)]]
  ];
  const usual = new Map(said(standard).map(([word, values]) => [word, values.join()]));
  return said(asked)
    .filter(([word, values]) => values.join() !== usual.get(word))
    .flatMap(([word, values]) => values.map((value) => `${word}=${encodePart(value)}`))
    .join('&');
}

/** What an address asks; null where it asks nothing. */
export function readGoalAddress(search: string, ground: GoalAddressGround): ReadQuestion | null {
  const { model, presets, standard } = ground;
  const pieces = search
    .replace(/^\?/, '')
    .split('&')
    .filter((piece) => piece !== '' && !foreign.test(piece.split('=')[0]!));
  if (pieces.length === 0) return null;
  const notices: GoalNotice[] = [];
  const values = new Map<string, string[]>();
  const rest: string[] = [];
  for (const piece of pieces) {
    const cut = piece.indexOf('=');
    const word = cut < 0 ? piece : piece.slice(0, cut);
    if (!own.includes(word)) {
      rest.push(piece);
      continue;
    }
    const value = cut < 0 ? null : decodePart(piece.slice(cut + 1));
    const known = values.get(word);
    if (value === null || (known && !repeated.includes(word))) notices.push({ kind: 'badPart', text: excerpt(piece) });
    else values.set(word, [...(known ?? []), value]);
  }
  const first = (word: string): string | undefined => values.get(word)?.[0];
  let named = first('a');
  if (named === undefined && rest.length > 0) named = rest.join('&');
  else for (const piece of rest) notices.push({ kind: 'badPart', text: excerpt(piece) });
  let base = standard.base;
  let { months } = model.time;
  let scenarioNotices: readonly Notice[] = [];
  if (named !== undefined) {
    const read = scenarioNamed(model, presets, named);
    if (read) {
      base = read.base;
      months = Math.min(months, read.scenario.settings.months);
      scenarioNotices = read.notices;
    } else notices.push({ kind: 'badBase', text: excerpt(named) });
  }
  const goals = goalsNamed(model, months, values.get('goal') ?? [], notices);
  const levers = leversNamed(model, values.get('lever') ?? [], notices);
  const number = (word: string, usual: number, least: number, most: number): number => {
    const text = first(word);
    if (text === undefined) return usual;
    const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    notices.push({ kind: 'badPart', text: excerpt(`${word}=${text}`) });
    return usual;
  };
  const kept = (goals.length > 0 ? goals : standard.goals).map((goal) => ({
    ...goal,
    month: Math.min(goal.month, months)
  }));
  return {
    asked: {
      base,
      goals: kept,
      levers: levers.length > 0 ? levers : standard.levers,
      ...moveNamed(model, months, first('move'), standard, notices),
      seed: number('seed', SEEK.seed, 0, Number.MAX_SAFE_INTEGER),
      against: number('against', 1, 1, kept.length) - 1
    },
    notices,
    scenarioNotices
  };
}

function goalsNamed(model: Model, months: number, texts: readonly string[], notices: GoalNotice[]): readonly Goal[] {
  const ground = { start: model.time.start, months, cells: model.outputs.map(({ cell }) => cell) };
  return texts
    .flatMap((text): Goal[] => {
      const { goal, problem } = parseGoal(text, ground);
      if (goal) return [goal];
      notices.push({ kind: 'badGoal', problem });
      return [];
    })
    .slice(0, MOST_GOALS);
}

function leversNamed(model: Model, texts: readonly string[], notices: GoalNotice[]): readonly LeverChoice[] {
  const levers: LeverChoice[] = [];
  for (const text of texts) {
    const { lever } = parseLever(model, text, levers);
    if (lever) levers.push(lever);
    else notices.push({ kind: 'badLever', text: excerpt(text) });
  }
  return levers;
}

function moveNamed(
  model: Model,
  months: number,
  text: string | undefined,
  standard: AskedGoal,
  notices: GoalNotice[]
): Pick<AskedGoal, 'start' | 'ramp'> {
  const usual = { start: Math.min(standard.start, months), ramp: standard.ramp };
  if (text === undefined) return usual;
  const [, date, length] = /^(\d{4}-\d{2})~(\d{1,4})$/.exec(text) ?? [];
  const start = date === undefined ? null : monthOf(date, model.time.start);
  const ramp = Number(length);
  if (start !== null && start >= 0 && start <= months && ramp <= LONGEST_RAMP) return { start, ramp };
  notices.push({ kind: 'badMove', text: excerpt(text) });
  return usual;
}

/** Months: what links allow. */
export const LONGEST_RAMP = 1200;

/** A scenario by the name of a preset, or by its link, which is then written anew. */
function scenarioNamed(
  model: Model,
  presets: GoalAddressGround['presets'],
  text: string
): { readonly base: string; readonly scenario: Scenario; readonly notices: readonly Notice[] } | null {
  if (!isLink(text)) {
    const preset = presets.find(({ id }) => id === text);
    return preset ? { base: preset.id, scenario: preset.scenario, notices: [] } : null;
  }
  const { scenario, notices } = decodeLink(text, {
    find: (id, version) => (id === model.id && (version === null || version === model.version) ? model : null),
    standard: model
  });
  return scenario && { base: encodeLink(model, scenario), scenario, notices };
}

function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
