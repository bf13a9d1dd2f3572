import { whyWords } from '$lib/i18n';
import type { ModelText } from '$lib/model';
import type { Scenario } from '$lib/scenario';
import type { Desk } from '../desk.svelte';
import { displayOf } from '../display';
import { scenarioName } from '../figure-props';
import { displayKind } from '../headline';

/** Values and differences of one output as sentences have them, with the unit that belongs to their number. */
export interface Phrases {
  readonly words: ReturnType<typeof whyWords>;
  /** A value: `48.5`. */
  value(value: number): string;
  /** A difference without sign and unit: `1.0`. */
  bare(value: number): string;
  /** With its unit: `8.7 points`. */
  amount(value: number): string;
  /** With its sign and unit: `+8.7 points`. */
  signed(value: number): string;
  /** Whether it rounds to nothing in the digits shown. */
  isNought(difference: number): boolean;
}

export function phrasesOf(
  { locale, model, words: shared }: Pick<Desk, 'locale' | 'model' | 'words'>,
  output: string
): Phrases {
  const words = whyWords(locale);
  const kind = displayKind(model, output);
  const { scale, difference } = displayOf(kind, locale, shared);
  const factor = kind === 'share' ? 100 : 1;
  const unit = (shown: string, value: number): string => {
    if (kind === 'number') return shown;
    // What is counted is the number that stands there.
    const counted = Number(Math.abs(value * factor).toFixed(1));
    return kind === 'index' ? words.points(shown, counted) : words.percentPoints(shown, counted);
  };
  const bare = (value: number): string => difference(Math.abs(value)).replace(/^[+±\u061c\u200e\u200f]+/, '');
  return {
    words,
    value: scale.format,
    bare,
    amount: (value) => unit(bare(value), value),
    signed: (value) => unit(difference(value), value),
    isNought: (value) => !/[1-9]/.test(difference(value))
  };
}

/** An input's name, the short one where it has one: sentences hold several. */
export function inputName({ inputs }: ModelText, id: string): string {
  return inputs[id]?.short ?? inputs[id]?.name ?? id;
}

/** A scenario as it is called inside a sentence. */
export function nameInSentence(desk: Desk, scenario: Scenario): string {
  const words = whyWords(desk.locale);
  const { isStatusQuo, preset } = desk.standingOf(scenario);
  if (isStatusQuo) return words.theStatusQuo;
  if (!preset && !scenario.title) return words.yourScenario;
  return scenario.title === words.held ? words.theHeld : scenarioName(desk, scenario);
}
