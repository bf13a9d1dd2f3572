import type { DeskLayout, Model } from '$lib/model';
import { influenceCells } from './influence';

/** Cells that stand on the page from the start: headline, stability with its parts, influence. */
export function cellsAtOnce(model: Model, layout: DeskLayout): string[] {
  const { stability, headline } = layout;
  return [...new Set([stability.output, ...stability.parts, ...headline, ...influenceCells(model, layout)])];
}

/** Those, and every output that can be chosen. */
export function cellsShown(model: Model, layout: DeskLayout): string[] {
  return [...new Set([...cellsAtOnce(model, layout), ...model.outputs.map(({ cell }) => cell)])];
}

/** Those that stand with their uncertainty: main figure, headline, and another output that is in view. */
export function cellsBanded({ stability, headline }: DeskLayout, further: string | null = null): string[] {
  return [...new Set([stability.output, ...headline, ...(further === null ? [] : [further])])];
}
