import { addMonths } from '$lib/i18n';
import type { Model } from '$lib/model';
import { encodeLink, type Notice, type Scenario } from '$lib/scenario';
import { encodePart, excerpt, isPassedOver, piecesOf, wordOf } from '../address-parts';
import { scenarioOf } from '../compare/address';
import type { SensitivityNames } from './figures';
import type { Asked } from './view';

/**
 * A question as a link (docs/links.md): `a` holds the scenario, as a preset or as the percent-encoded query of its link; `of`,
 * `at`, `inputs` and `uncertainty` hold what is asked. An address without `a` may be that of a scenario itself: whatever is no
 * word of this page belongs to it then. Reading never throws: what cannot be used is named, the rest applied.
 */
export interface ReadQuestion {
  /** What the address asks for; where it says nothing the page's own question holds. */
  readonly asked: Partial<Omit<Asked, 'base'>>;
  /** A preset or a link, as it stands there. */
  readonly scenario: string | null;
  readonly notices: readonly QuestionNotice[];
}

export interface QuestionNotice {
  readonly kind: 'unknownPart' | 'unknownPreset' | 'unknownOutput' | 'badDate' | 'badInputs' | 'badUncertainty';
  readonly text: string;
}

/** What a question in an address is checked against. */
export type QuestionNames = Pick<SensitivityNames, 'outputs' | 'months'> & {
  readonly model: Pick<SensitivityNames['model'], 'start'>;
};

/** The choices of either word, in the order in which the page lists them. */
export const inputChoices = ['none', 'principal', 'all'] as const;
export const uncertaintyChoices = ['none', 'narrow', 'wide'] as const;

export function readQuestion({ model, months, outputs }: QuestionNames, search: string): ReadQuestion {
  const asked: { -readonly [K in keyof ReadQuestion['asked']]: ReadQuestion['asked'][K] } = {};
  const notices: QuestionNotice[] = [];
  const others: string[] = [];
  const taken = new Set<string>();
  let scenario: string | null = null;
  const refuse = (kind: QuestionNotice['kind'], text: string): void => void notices.push({ kind, text: excerpt(text) });
  const pieces = piecesOf(search);
  const isPlain = !pieces.some((piece) => piece.startsWith('a='));
  for (const piece of pieces) {
    const [word, value] = wordOf(piece);
    if (isPassedOver(word)) continue;
    const isOwn = ['a', 'of', 'at', 'inputs', 'uncertainty'].includes(word);
    if (!isOwn && isPlain) others.push(piece);
    else if (!isOwn || value === null || taken.has(word)) refuse('unknownPart', piece);
    else if (word === 'a') scenario = value;
    else if (word === 'of') {
      if (outputs.some(({ cell }) => cell === value)) asked.output = value;
      else refuse('unknownOutput', value);
    } else if (word === 'at') {
      const month = yearEnds(months).find((each) => addMonths(model.start, each) === value);
      if (month === undefined) refuse('badDate', value);
      else asked.month = month;
    } else if (word === 'inputs') {
      const choice = inputChoices.find((each) => each === value);
      if (choice) asked.inputs = choice;
      else refuse('badInputs', value);
    } else {
      const choice = uncertaintyChoices.find((each) => each === value);
      if (choice) asked.uncertainty = choice;
      else refuse('badUncertainty', value);
    }
    taken.add(word);
  }
  if (others.length > 0) scenario = `?${others.join('&')}`;
  return { asked, scenario, notices };
}

/** The query that asks this question; a word is left out where it says what the page asks by itself. */
export function questionQuery(start: string, asked: Asked, standard: Asked): string {
  const parts: string[] = [];
  const add = (word: string, value: string, usual: string): void => {
    if (value !== usual) parts.push(`${word}=${encodePart(value)}`);
  };
  add('a', asked.base.replace(/^\?/, ''), standard.base);
  add('of', asked.output, standard.output);
  add('at', addMonths(start, asked.month), addMonths(start, standard.month));
  add('inputs', asked.inputs, standard.inputs);
  add('uncertainty', asked.uncertainty, standard.uncertainty);
  return parts.join('&');
}

/** Months that the page lets choose from: the end of each year, and of the run. */
export function yearEnds(months: number): readonly number[] {
  return Array.from({ length: Math.ceil(months / 12) }, (_, year) => Math.min(months, 12 * (year + 1)));
}

/** A scenario that came with an address. */
export interface LinkedScenario {
  /** Stands for it in a question: a preset's name, or the query of its link after a question mark. */
  readonly id: string;
  readonly scenario: Scenario;
  readonly notices: readonly Notice[];
}

/** The scenario that an address names; null where there is no such preset. */
export function linkedScenario(
  model: Model,
  presets: Parameters<typeof scenarioOf>[1],
  text: string
): LinkedScenario | null {
  const read = scenarioOf(model, presets, text);
  if (!read) return null;
  const preset = presets.find(({ id }) => id === text.trim());
  return { ...read, id: preset?.id ?? `?${encodeLink(model, read.scenario)}` };
}

/** The command that prints the same numbers, for a shell of any kind. */
export function sensitivityCommand(start: string, asked: Asked, rows: number): string {
  const base = asked.base.startsWith('?') ? `'${asked.base.replaceAll("'", '%27')}'` : asked.base;
  return [
    `npm run -s mizan -- sensitivity ${base}`,
    `--output ${asked.output} --at ${addMonths(start, asked.month)}`,
    `--inputs ${asked.inputs} --uncertainty ${asked.uncertainty} --rows ${rows}`
  ].join(' ');
}
