import { inOrderOfSize, largeInteractions, type Player, type Share } from '$lib/analysis';
import type { AttributionFigureProps, AttributionStep } from '$lib/charts';
import { formatMonth, whyWords } from '$lib/i18n';
import { nameOfCell } from '$lib/model';
import { dateOf } from '$lib/scenario';
import type { Desk } from '../desk.svelte';
import { displayOf } from '../display';
import { frameOf, scenarioName } from '../figure-props';
import { displayKind } from '../headline';
import { explain, type Telling } from './explain';
import { axisOf } from './axis';
import { inputName, nameInSentence, phrasesOf } from './phrases';
import type { Why } from './why.svelte';

/** From the desk and a split to what the figure and the sentences are told. */

/** Changes that have a bar of their own; smaller ones share the last. */
const mostBars = 12;

export function nameOfPlayer({ text, locale }: Pick<Desk, 'text' | 'locale'>, { kind, id, turn }: Player): string {
  const words = whyWords(locale);
  switch (kind) {
    case 'input':
      return inputName(text, id);
    case 'parameter':
      return nameOfCell(text, id);
    case 'initial':
      return words.initial(nameOfCell(text, id));
    case 'switch': {
      const choice = turn.switches?.[id] ?? '';
      const named = text.switches[id];
      return words.choice(named?.name ?? id, named?.choices?.[choice] ?? choice);
    }
    case 'events':
      return words.events;
  }
}

export function tellingOf(why: Why): Telling | null {
  const { told, desk, month } = why;
  if (!told) return null;
  const { split } = told;
  const { locale, text } = desk;
  return {
    ...phrasesOf(desk, split.output),
    output: nameOfCell(text, split.output),
    month: formatMonth(locale, dateOf(Math.min(month, split.rows - 1), desk.result.start)),
    scenario: nameInSentence(desk, split.scenario),
    reference: nameInSentence(desk, split.reference),
    orders: split.plan.orders.length,
    nameOf: (player) => nameOfPlayer(desk, player)
  };
}

export function sentencesOf(why: Why): string[] {
  const telling = tellingOf(why);
  return why.told && telling ? explain(why.told.attribution, telling) : [];
}

export function attributionProps(why: Why, width: number): AttributionFigureProps | null {
  const telling = tellingOf(why);
  if (!why.told || !telling) return null;
  const { split, attribution } = why.told;
  const { desk } = why;
  const { words } = telling;
  const scenario = scenarioName(desk, split.scenario);
  const { from, to, shares } = attribution;
  const { scale, difference } = displayOf(displayKind(desk.model, split.output), desk.locale, desk.words);
  const pairs = largeInteractions(attribution).filter(({ value }) => !telling.isNought(value));
  const total = to - from;
  const { output, month } = telling;
  const title = telling.isNought(total)
    ? words.titleSame(output, month)
    : (total > 0 ? words.titleHigher : words.titleLower)(output, telling.amount(total), month);
  const steps = stepsOf(inOrderOfSize(shares), telling);
  return {
    ...frameOf(desk, 'why', width, {
      title,
      subtitle: words.subtitle(scenario, telling.reference),
      summary: explain(attribution, telling).join(' ')
    }),
    scale: {
      ...scale,
      domain: axisOf(desk, split.output, attribution, steps),
      focusedNote: desk.words.figures.focused
    },
    difference,
    from: { label: scenarioName(desk, split.reference), value: from },
    to: { label: scenario, value: to },
    steps,
    notes: pairs
      .slice(0, 3)
      .map(({ a, b, value }) => words.noteTogether(telling.nameOf(a), telling.nameOf(b), telling.signed(value))),
    together: attribution.interactions.map(({ a, b, value }) => ({
      label: words.pair(telling.nameOf(a), telling.nameOf(b)),
      value
    })),
    texts: {
      change: words.column,
      share: words.share,
      error: words.error,
      value: words.value,
      together: words.together
    }
  };
}

/** The largest one by one; the smaller ones in one. */
function stepsOf(shares: readonly Share[], { words, nameOf }: Telling): AttributionStep[] {
  const step = ({ player, value, error }: Share): AttributionStep => ({
    id: `${player.kind}:${player.id}`,
    label: nameOf(player),
    value,
    error
  });
  if (shares.length <= mostBars) return shares.map(step);
  const smaller = shares.slice(mostBars - 1);
  const value = smaller.reduce((sum, share) => sum + share.value, 0);
  return [
    ...shares.slice(0, mostBars - 1).map(step),
    { id: 'rest', label: words.smaller(smaller.length), value, error: 0, rest: true }
  ];
}

/** Every change by itself, for the table. */
export function wholeTableProps(why: Why, props: AttributionFigureProps): AttributionFigureProps {
  const telling = tellingOf(why);
  if (!why.told || !telling) return props;
  return {
    ...props,
    steps: inOrderOfSize(why.told.attribution.shares).map(({ player, value, error }) => ({
      id: `${player.kind}:${player.id}`,
      label: telling.nameOf(player),
      value,
      error
    }))
  };
}
