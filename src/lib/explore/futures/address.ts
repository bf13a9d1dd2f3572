import { parseGoal, writeGoal, type Goal, type GoalProblem } from '$lib/analysis';
import type { Model } from '$lib/model';
import { decodeLink, encodeLink, type Notice, type Scenario } from '$lib/scenario';
import { FUTURES, isLink, type FuturesQuestion } from './question';

/**
 * The question as the page's address (docs/links.md). `a` is the scenario that runs start from, as in /compare/; an address
 * without it that is a scenario's own link is taken as that. Reading never throws: what cannot be used is named, the rest
 * applies.
 */
export interface ReadFutures {
  readonly asked: FuturesQuestion;
  /** Step of the trajectory that is shown; null for the one that stands there by itself. */
  readonly step: number | null;
  readonly notices: readonly FuturesNotice[];
  /** What was left out of the scenario's link. */
  readonly scenarioNotices: readonly Notice[];
}

export type FuturesNotice =
  | { readonly kind: 'unknownPart' | 'unknownPreset' | 'unknownInput' | 'badNumber'; readonly text: string }
  | { readonly kind: 'badGoal'; readonly problem: GoalProblem };

/** What an address may name. */
export interface FuturesGround {
  readonly model: Model;
  readonly presets: readonly { readonly id: string; readonly scenario: Scenario }[];
  /** What holds where the address says nothing. */
  readonly standard: FuturesQuestion;
}

const own = ['a', 'goal', 'vary', 'uncertainty', 'runs', 'seed', 'step'];
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

/** The query that asks this, word by word, so that it asks the same when the example has become another. `start`: the model's first month. */
export function futuresQuery(
  { base, goals, inputs, uncertainty, runs, seed }: FuturesQuestion,
  start: string,
  step: number | null = null
): string {
  const parts = [
    ['a', base],
    ...goals.map((goal) => ['goal', writeGoal(goal, start)]),
    ['vary', typeof inputs === 'string' ? inputs : inputs.join(',')],
    ['uncertainty', uncertainty],
    ['runs', String(runs)],
    ['seed', String(seed)],
    ...(step === null ? [] : [['step', String(step)]])
  ];
  return parts.map(([word, value]) => `${word!}=${encodePart(value!)}`).join('&');
}

/** A scenario's link with a title of its own, unless it has one. */
export function titled(link: string, title: string): string {
  return /(^|&)title=/.test(link) ? link : `${link}&title=${encodePart(title)}`;
}

/** What an address asks; null where it asks nothing. */
export function readFutures(search: string, { model, presets, standard }: FuturesGround): ReadFutures | null {
  const pieces = search
    .replace(/^\?/, '')
    .split('&')
    .filter((piece) => piece !== '' && !foreign.test(piece.split('=')[0]!));
  if (pieces.length === 0) return null;
  const notices: FuturesNotice[] = [];
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
    if (value === null || (known && word !== 'goal')) notices.push({ kind: 'unknownPart', text: excerpt(piece) });
    else values.set(word, [...(known ?? []), value]);
  }
  const first = (word: string): string | undefined => values.get(word)?.[0];
  let named = first('a');
  // Without a scenario of its own, the address may be a scenario's link, as the desk hands it on.
  if (named === undefined && isScenario(model, rest)) named = rest.join('&');
  else for (const piece of rest) notices.push({ kind: 'unknownPart', text: excerpt(piece) });
  let scenarioNotices: readonly Notice[] = [];
  let base = standard.base;
  let months = model.time.months;
  if (named !== undefined) {
    const read = scenarioOf(model, presets, named);
    if (read) {
      base = read.base;
      scenarioNotices = read.notices;
      months = Math.min(months, read.months);
    } else notices.push({ kind: 'unknownPreset', text: excerpt(named) });
  }
  const ground = { start: model.time.start, months, cells: model.outputs.map(({ cell }) => cell) };
  const goals = (values.get('goal') ?? []).flatMap((text): Goal[] => {
    const { goal, problem } = parseGoal(text, ground);
    if (goal) return [goal];
    notices.push({ kind: 'badGoal', problem });
    return [];
  });
  const numberOf = (word: string, usual: number, least: number, most: number): number => {
    const text = first(word);
    if (text === undefined) return usual;
    const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    notices.push({ kind: 'badNumber', text: excerpt(`${word}=${text}`) });
    return usual;
  };
  const uncertainty = first('uncertainty') ?? standard.uncertainty;
  const isKnown = uncertainty === 'none' || uncertainty === 'narrow' || uncertainty === 'wide';
  if (!isKnown) notices.push({ kind: 'unknownPart', text: excerpt(`uncertainty=${uncertainty}`) });
  const step = numberOf('step', -1, 0, Number.MAX_SAFE_INTEGER);
  return {
    asked: {
      base,
      goals: (goals.length > 0 ? goals : standard.goals).map((goal) =>
        goal.month > months ? { ...goal, month: months } : goal
      ),
      inputs: inputsNamed(model, first('vary'), standard.inputs, notices),
      uncertainty: isKnown ? uncertainty : standard.uncertainty,
      runs: numberOf('runs', standard.runs, FUTURES.leastRuns, FUTURES.mostRuns),
      seed: numberOf('seed', standard.seed, 0, Number.MAX_SAFE_INTEGER)
    },
    step: step < 0 ? null : step,
    notices,
    scenarioNotices
  };
}

/** Parts that are no words of this page are a scenario's link where one of them says something there. */
function isScenario(model: Model, parts: readonly string[]): boolean {
  if (parts.some((part) => part.startsWith('m='))) return true;
  const { notices } = decodeLink(parts.join('&'), { find: () => model, standard: model });
  return notices.filter(({ code }) => code === 'unknown-key' || code === 'malformed').length < parts.length;
}

/** A scenario by the name of a preset, or by its link, which is then written anew. */
function scenarioOf(
  model: Model,
  presets: FuturesGround['presets'],
  text: string
): { readonly base: string; readonly notices: readonly Notice[]; readonly months: number } | null {
  if (!isLink(text)) {
    const preset = presets.find(({ id }) => id === text);
    return preset ? { base: preset.id, notices: [], months: preset.scenario.settings.months } : null;
  }
  const { scenario, notices } = decodeLink(text, {
    find: (id, version) => (id === model.id && (version === null || version === model.version) ? model : null),
    standard: model
  });
  if (!scenario) return null;
  return { base: encodeLink(model, scenario), notices, months: scenario.settings.months };
}

function inputsNamed(
  model: Model,
  text: string | undefined,
  usual: FuturesQuestion['inputs'],
  notices: FuturesNotice[]
): FuturesQuestion['inputs'] {
  if (text === undefined) return usual;
  if (text === 'none' || text === 'principal' || text === 'all') return text;
  const known = new Set([...model.inputs, ...model.composites].map(({ id }) => id));
  const ids = [...new Set(text.split(',').map((id) => id.trim()))].filter((id) => {
    if (known.has(id)) return true;
    notices.push({ kind: 'unknownInput', text: excerpt(id) });
    return false;
  });
  return ids.length > 0 ? ids : usual;
}

function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
