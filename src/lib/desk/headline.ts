import type { EnsembleResult } from '$lib/analysis';
import type { Trajectory } from '$lib/engine';
import { addMonths, formatMonth, formatPercent, type Catalogue, type Locale } from '$lib/i18n';
import type { DeskLayout, Model, ModelText, OutputDisplay } from '$lib/model';
import { nameOfCell } from '$lib/model';
import { lastOf } from './columns';
import type { Desk } from './desk.svelte';
import { displayOf } from './display';
import { differenceAtEnd, rangeAtEnd, sharesAtEnd, type Range } from './uncertainty';

/** One figure of the headline: where an output ends, and how far that is from the status quo. */
export interface HeadlineFigure {
  readonly cell: string;
  readonly name: string;
  readonly value: string;
  readonly reference: string;
  /** With its sign; null where the scenario ends as the status quo does, to the digits shown. */
  readonly difference: string | null;
  readonly differenceUnit: string;
  /** Where nine in ten futures end, as two numbers; null where none are known. */
  readonly range: Shown | null;
  /** How far nine in ten futures end from the same futures of the status quo. */
  readonly differenceRange: Shown | null;
  /** In which share of futures it ends higher, or lower where that is more frequent, in words. */
  readonly compared: string | null;
}

export interface Shown {
  readonly low: string;
  readonly high: string;
}

export function displayKind(model: Model, cell: string): OutputDisplay {
  return model.outputs.find((output) => output.cell === cell)?.display ?? 'number';
}

export function headlineFigure(
  { model, text, words, locale }: { model: Model; text: ModelText; words: Catalogue; locale: Locale },
  cell: string,
  scenario: Trajectory,
  statusQuo: Trajectory,
  drawn: EnsembleResult | null = null
): HeadlineFigure | null {
  const value = lastOf(scenario, cell);
  const reference = lastOf(statusQuo, cell);
  if (value === null || reference === null) return null;
  const display = displayOf(displayKind(model, cell), locale, words);
  const { scale, difference, differenceUnit } = display;
  const shown = {
    value: scale.format(value),
    reference: scale.format(reference),
    change: difference(value - reference)
  };
  return {
    cell,
    name: nameOfCell(text, cell),
    value: shown.value,
    reference: shown.reference,
    difference: /[1-9]/.test(shown.change) ? shown.change : null,
    differenceUnit,
    range: drawn && shownRange(rangeAtEnd(drawn, cell), display.brief),
    differenceRange: drawn && shownRange(differenceAtEnd(drawn, cell), difference),
    compared: drawn && comparedAtEnd(drawn, cell, locale, words)
  };
}

function shownRange(range: Range | null, format: (value: number) => string): Shown | null {
  return range && { low: format(range.low), high: format(range.high) };
}

function comparedAtEnd(
  drawn: EnsembleResult,
  cell: string,
  locale: Locale,
  words: Catalogue
): HeadlineFigure['compared'] {
  const shares = sharesAtEnd(drawn, cell);
  if (!shares) return null;
  const { higherIn, higherInAll, lowerIn, lowerInAll } = words.uncertainty;
  if (shares.above === 1) return higherInAll;
  if (shares.below === 1) return lowerInAll;
  if (shares.above >= shares.below) return higherIn(formatShare(locale, words, shares.above));
  return lowerIn(formatShare(locale, words, shares.below));
}

/** A share of futures, in whole per cent; what is not all or nothing does not read as if it were. */
export function formatShare(locale: Locale, words: Catalogue, share: number): string {
  if (share > 0 && share < 0.01) return words.uncertainty.lessThan(formatPercent(locale, 1));
  if (share > 0.99 && share < 1) return words.uncertainty.moreThan(formatPercent(locale, 99));
  return formatPercent(locale, 100 * share);
}

/** Headline cells apart from the main one, which has a place of its own. */
export function furtherHeadline(layout: DeskLayout): string[] {
  return layout.headline.filter((cell) => cell !== layout.stability.output);
}

/** Chances that the model's chief events strike at all, while random events are drawn. */
export function eventsOf(desk: Desk): { readonly id: string; readonly name: string; readonly share: string }[] {
  const { drawn, bands, layout, text, words, locale, result } = desk;
  if (!drawn || !bands.latest?.scenario.settings.ensemble.chance) return [];
  const end = formatMonth(locale, addMonths(result.start, drawn.rows - 1));
  return (layout.events ?? []).flatMap((id) => {
    const struck = drawn.events.find(({ event }) => event === id);
    if (!struck) return [];
    const name = words.uncertainty.eventBy(text.events[id]?.name ?? id, end);
    return [{ id, name, share: formatShare(locale, words, struck.atLeastOne.share) }];
  });
}
