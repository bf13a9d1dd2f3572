import type { Model } from '$lib/model';
import { dateOf, decodeLink, encodeLink, monthOf, statusQuo, type Notice, type Scenario } from '$lib/scenario';
import { encodePart, excerpt, isPassedOver, piecesOf, wordOf } from '../address-parts';
import {
  letters,
  MOST_DATES,
  MOST_SCENARIOS,
  type CompareChoices,
  type CompareSubject,
  type ComparedPreset
} from './subject';

/**
 * The page as a link (docs/links.md): `a` to `d` hold a scenario each, as the percent-encoded query of its link or the name of
 * a preset; further words hold what the reader chose. Reading never throws: what cannot be used is named, the rest applied.
 */
export interface ReadComparison {
  readonly scenarios: readonly Scenario[];
  readonly choices: CompareChoices;
  /** What was left out of each scenario, by its letter. */
  readonly scenarioNotices: readonly { readonly letter: string; readonly notices: readonly Notice[] }[];
  readonly notices: readonly AddressNotice[];
}

/** About a part of the address that is no scenario. */
export interface AddressNotice {
  readonly kind: 'unknownPart' | 'unknownPreset' | 'unknownOutput' | 'badDate' | 'badGoal';
  readonly text: string;
}

/** The query that opens this comparison; a word is left out where it says what holds without it. */
export function comparisonQuery(
  model: Model,
  scenarios: readonly Scenario[],
  choices: CompareChoices,
  standard: CompareChoices
): string {
  const parts = scenarios.map(
    (scenario, place) => `${letters[place]!}=${encodeURIComponent(encodeLink(model, scenario)).replace(/%20/g, '+')}`
  );
  const { start } = model.time;
  const add = (word: string, value: string, usual: string): void => {
    if (value !== usual) parts.push(`${word}=${encodePart(value)}`);
  };
  const at = ({ dates }: CompareChoices): string => dates.map((month) => dateOf(month, start)).join(',');
  const level = ({ goal }: CompareChoices): string => `${goal.output}${goal.side === 'above' ? '>' : '<'}${goal.level}`;
  add('base', letters[choices.baseline] ?? 'a', 'a');
  add('of', choices.output, standard.output);
  add('at', at(choices), at(standard));
  add('x', choices.x, standard.x);
  add('y', choices.y, standard.y);
  add('goal', level(choices), level(standard));
  return parts.join('&');
}

/** What an address asks for; null where it asks for nothing. Without a scenario in it the first ones stay. */
export function readComparison(
  { model, presets }: Pick<CompareSubject, 'model' | 'presets'>,
  search: string,
  first: readonly Scenario[],
  standard: CompareChoices
): ReadComparison | null {
  const pieces = piecesOf(search);
  if (pieces.length === 0) return null;
  const notices: AddressNotice[] = [];
  const scenarioNotices: ReadComparison['scenarioNotices'][number][] = [];
  const scenarios: Scenario[] = [];
  let choices = standard;
  let base = 'a';
  const taken: string[] = [];
  const cells = new Set(model.outputs.map(({ cell }) => cell));
  const outputOf = (value: string, otherwise: string): string => {
    if (cells.has(value)) return value;
    notices.push({ kind: 'unknownOutput', text: excerpt(value) });
    return otherwise;
  };
  for (const piece of [...pieces].sort(byWord)) {
    const [word, value] = wordOf(piece);
    if (isPassedOver(word)) continue;
    if (value === null || taken.includes(word)) {
      notices.push({ kind: 'unknownPart', text: excerpt(piece) });
      continue;
    }
    taken.push(word);
    if ((letters as readonly string[]).includes(word)) {
      const read = scenarioOf(model, presets, value);
      if (!read) notices.push({ kind: 'unknownPreset', text: excerpt(value) });
      else if (scenarios.length < MOST_SCENARIOS) {
        scenarios.push(read.scenario);
        const letter = letters[scenarios.length - 1]!.toUpperCase();
        if (read.notices.length > 0) scenarioNotices.push({ letter, notices: read.notices });
        // A scenario may have moved up where one before it could not be read.
        if (word === base) base = letters[scenarios.length - 1]!;
      }
    } else if (word === 'base') base = value;
    else if (word === 'of') choices = { ...choices, output: outputOf(value, choices.output) };
    else if (word === 'x') choices = { ...choices, x: outputOf(value, choices.x) };
    else if (word === 'y') choices = { ...choices, y: outputOf(value, choices.y) };
    else if (word === 'at') choices = { ...choices, dates: datesOf(model, value, notices) ?? choices.dates };
    else if (word === 'goal') {
      const goal = goalOf(value, cells);
      if (goal) choices = { ...choices, goal };
      else notices.push({ kind: 'badGoal', text: excerpt(value) });
    } else notices.push({ kind: 'unknownPart', text: excerpt(piece) });
  }
  const used = scenarios.length > 0 ? scenarios : [...first];
  const baseline = (letters as readonly string[]).indexOf(base);
  const inside = baseline >= 0 && baseline < used.length;
  if (!inside) notices.push({ kind: 'unknownPart', text: excerpt(`base=${base}`) });
  return { scenarios: used, choices: { ...choices, baseline: inside ? baseline : 0 }, scenarioNotices, notices };
}

/** `base` is read before the scenarios, and those in the order of their letters, whatever stands first. */
function byWord(one: string, other: string): number {
  const rank = (piece: string): string => (piece.startsWith('base=') ? '' : piece.slice(0, piece.indexOf('=')));
  return Number(rank(one) > rank(other)) - Number(rank(one) < rank(other));
}

/** A scenario by the name of a preset, or by its link: the whole address or its query. */
export function scenarioOf(
  model: Model,
  presets: readonly ComparedPreset[],
  text: string
): { readonly scenario: Scenario; readonly notices: readonly Notice[] } | null {
  const trimmed = text.trim();
  if (!/[=?]/.test(trimmed)) {
    const preset = presets.find(({ id }) => id === trimmed);
    return preset ? { scenario: preset.scenario, notices: [] } : null;
  }
  const { scenario, notices } = decodeLink(trimmed, {
    find: (id, version) => (id === model.id && (version === null || version === model.version) ? model : null),
    standard: model
  });
  return { scenario: scenario ?? statusQuo(model), notices };
}

function datesOf({ time }: Model, value: string, notices: AddressNotice[]): readonly number[] | null {
  const months = value.split(',').flatMap((text) => {
    const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? monthOf(text, time.start) : null;
    if (month !== null && month >= 0 && month <= time.months) return [month];
    notices.push({ kind: 'badDate', text: excerpt(text) });
    return [];
  });
  const sorted = [...new Set(months)].sort((a, b) => a - b).slice(0, MOST_DATES);
  return sorted.length > 0 ? sorted : null;
}

function goalOf(value: string, cells: ReadonlySet<string>): CompareChoices['goal'] | null {
  const match = /^([\w.]+)([<>])(-?\d+(?:\.\d+)?)$/.exec(value);
  if (!match || !cells.has(match[1]!)) return null;
  return { output: match[1]!, side: match[2] === '>' ? 'above' : 'below', level: Number(match[3]) };
}
