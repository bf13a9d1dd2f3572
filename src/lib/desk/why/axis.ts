import type { AttributionStep } from '$lib/charts';
import type { Desk } from '../desk.svelte';
import { displayOf } from '../display';
import { displayKind } from '../headline';
import { steadyAxis } from '../uncertainty';

/**
 * The axis of an output's waterfalls, the same in both views: it stays while a slider moves. Room of an eighth to either
 * side, and never less than a tenth of what the figure can be, so that small changes look small.
 */
export function axisOf(
  desk: Desk,
  output: string,
  { from, to }: { readonly from: number; readonly to: number },
  steps: readonly AttributionStep[]
): readonly [number, number] {
  const { scale } = displayOf(displayKind(desk.model, output), desk.locale, desk.words);
  const reached = [from, to];
  let value = from;
  for (const step of steps) {
    value += step.value;
    reached.push(value - 2 * step.error, value + 2 * step.error);
  }
  const [low, high] = [Math.min(...reached), Math.max(...reached)];
  const [lower, upper] = scale.bounds ?? [null, null];
  const least = lower !== null && upper !== null ? (upper - lower) / 10 : Math.max(Math.abs(high), 1e-9) / 5;
  const span = Math.max((high - low) * 1.25, least);
  const middle = (low + high) / 2;
  const wanted = [
    Math.max(lower ?? -Infinity, middle - span / 2),
    Math.min(upper ?? Infinity, middle + span / 2)
  ] as const;
  const { axes } = desk.bands;
  const key = `why ${output}`;
  const axis = steadyAxis(axes[key], { low, high }, wanted);
  axes[key] = axis;
  return axis;
}
