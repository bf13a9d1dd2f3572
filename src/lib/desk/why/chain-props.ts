import type { ChainSource, ChainStep } from '$lib/analysis';
import type { AttributionFigureProps, AttributionStep } from '$lib/charts';
import { formatMonth, formatPercent } from '$lib/i18n';
import { nameOfCell } from '$lib/model';
import { dateOf } from '$lib/scenario';
import type { Desk } from '../desk.svelte';
import { displayOf } from '../display';
import { frameOf, scenarioName } from '../figure-props';
import { displayKind } from '../headline';
import type { ChainTold } from './chain.svelte';
import { axisOf } from './axis';
import { inputName, nameInSentence, phrasesOf, type Phrases } from './phrases';

/** From a chain to its figure and its list. */

/** One stock of the list. */
export interface ChainItem {
  readonly id: string;
  readonly month: string;
  readonly name: string;
  readonly said: string;
}

/** Part from which a source is named. */
const named = 0.1;

export function chainItems(desk: Desk, told: ChainTold): ChainItem[] {
  const phrases = phrasesOf(desk, told.output);
  return told.chain.steps.map((step) => ({
    id: step.quantity,
    month: monthOf(desk, step.onset, 'long'),
    name: nameOfCell(desk.text, step.quantity),
    said: [
      movement(desk, phrases, step),
      sources(desk, phrases, step.sources),
      effect(desk, phrases, step, told.chain.steps)
    ]
      .filter(Boolean)
      .join(' ')
  }));
}

function movement(desk: Desk, { words }: Phrases, step: ChainStep): string {
  if (step.direction === 'mixed') return words.shifts;
  const kind = displayKind(desk.model, step.cells[0] ?? step.quantity);
  const { scale } = displayOf(kind, desk.locale, desk.words);
  const [from, to] = [scale.format(step.from), scale.format(step.to)];
  if (from === to) return words.barely;
  return (step.to > step.from ? words.rises : words.falls)(from, to);
}

function sources(desk: Desk, phrases: Phrases, all: readonly ChainSource[]): string {
  const { words } = phrases;
  const large = all.filter(({ part }, index) => index === 0 || Math.abs(part) >= named);
  const say = (sign: number): (readonly [string, string])[] =>
    large
      .filter(({ part }) => Math.sign(part) === sign)
      .map((source) => [sourceName(desk, phrases, source), formatPercent(desk.locale, 100 * Math.abs(source.part))]);
  const [moving, holding] = [say(1), say(-1)];
  return [moving.length > 0 ? words.movedBy(moving) : '', holding.length > 0 ? words.heldBy(holding) : '']
    .filter(Boolean)
    .join(' ');
}

function sourceName({ text }: Desk, { words }: Phrases, { kind, id }: ChainSource): string {
  if (kind === 'input') return inputName(text, id);
  return kind === 'start' ? words.byStart : nameOfCell(text, id);
}

/** What it brings by itself, and what it does through the others. */
function effect(
  desk: Desk,
  { words, signed, isNought }: Phrases,
  step: ChainStep,
  steps: readonly ChainStep[]
): string {
  const through = steps
    .filter(
      ({ quantity, sources: all }) =>
        quantity !== step.quantity &&
        all.some(({ kind, id, part }) => kind === 'stock' && id === step.quantity && Math.abs(part) >= named)
    )
    .map(({ quantity }) => nameOfCell(desk.text, quantity));
  return [
    isNought(step.contribution) ? '' : words.brings(signed(step.contribution)),
    through.length > 0 ? words.through(through) : ''
  ]
    .filter(Boolean)
    .join(' ');
}

/** The waterfall of the last links, in order of time; what is too small, what acts at once, and what remains, at its end. */
export function chainProps(desk: Desk, told: ChainTold, width: number): AttributionFigureProps {
  const { chain, output, month } = told;
  const phrases = phrasesOf(desk, output);
  const { words, amount, isNought } = phrases;
  const { scale, difference } = displayOf(displayKind(desk.model, output), desk.locale, desk.words);
  const name = nameOfCell(desk.text, output);
  const [reference, scenario] = [scenarioName(desk, told.reference), scenarioName(desk, told.scenario)];
  const date = monthOf(desk, month, 'long');
  const total = chain.to - chain.from;
  const steps: AttributionStep[] = [
    ...chain.steps
      .filter(({ contribution }) => contribution !== 0)
      .map(({ quantity, onset, contribution }) => ({
        id: quantity,
        label: words.reached(nameOfCell(desk.text, quantity), monthOf(desk, onset, 'short')),
        value: contribution,
        error: 0
      })),
    ...chain.direct.map(({ input, contribution }) => ({
      id: `input ${input}`,
      label: words.atOnce(inputName(desk.text, input)),
      value: contribution,
      error: 0
    })),
    ...(chain.others.count > 0
      ? [
          {
            id: 'others',
            label: words.otherStocks(chain.others.count),
            value: chain.others.contribution,
            error: 0,
            rest: true
          }
        ]
      : []),
    ...(chain.remainder === 0
      ? []
      : [{ id: 'remainder', label: words.remainder, value: chain.remainder, error: 0, rest: true }])
  ];
  return {
    ...frameOf(desk, 'chain', width, {
      title: isNought(total) ? words.chainTitleSame(name, date) : words.chainTitle(name, amount(total), date),
      subtitle: words.chainSubtitle(scenario, nameInSentence(desk, told.reference)),
      summary: chainItems(desk, told)
        .map((item) => `${item.month}, ${item.name}: ${item.said}`)
        .join(' ')
    }),
    scale: { ...scale, domain: axisOf(desk, output, chain, steps), focusedNote: desk.words.figures.focused },
    difference,
    from: { label: reference, value: chain.from },
    to: { label: scenario, value: chain.to },
    steps,
    notes: [],
    together: [],
    texts: { change: words.chain, share: words.share, error: words.error, value: words.value, together: words.together }
  };
}

function monthOf(desk: Desk, month: number, style: 'long' | 'short'): string {
  return formatMonth(desk.locale, dateOf(month, desk.result.start), style);
}
