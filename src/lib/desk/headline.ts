import type { Trajectory } from '$lib/engine';
import type { Catalogue, Locale } from '$lib/i18n';
import type { DeskLayout, Model, ModelText, OutputDisplay } from '$lib/model';
import { nameOfCell } from '$lib/model';
import { lastOf } from './columns';
import { displayOf } from './display';

/** One figure of the headline: where an output ends, and how far that is from the status quo. */
export interface HeadlineFigure {
  readonly cell: string;
  readonly name: string;
  readonly value: string;
  readonly reference: string;
  /** With its sign; null where the scenario ends as the status quo does, to the digits shown. */
  readonly difference: string | null;
  readonly differenceUnit: string;
}

export function displayKind(model: Model, cell: string): OutputDisplay {
  return model.outputs.find((output) => output.cell === cell)?.display ?? 'number';
}

export function headlineFigure(
  { model, text, words, locale }: { model: Model; text: ModelText; words: Catalogue; locale: Locale },
  cell: string,
  scenario: Trajectory,
  statusQuo: Trajectory
): HeadlineFigure | null {
  const value = lastOf(scenario, cell);
  const reference = lastOf(statusQuo, cell);
  if (value === null || reference === null) return null;
  const { scale, difference, differenceUnit } = displayOf(displayKind(model, cell), locale, words);
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
    differenceUnit
  };
}

/** Headline cells apart from the main one, which has a place of its own. */
export function furtherHeadline(layout: DeskLayout): string[] {
  return layout.headline.filter((cell) => cell !== layout.stability.output);
}
