import { bandLine, type DifferenceResult, type EnsembleResult } from '$lib/analysis';
import type { Band } from '$lib/charts';
import type { Catalogue } from '$lib/i18n';
import type { EnsembleSettings } from '$lib/scenario';

/** What the desk reads out of an ensemble: bands around a line, ranges of a number, shares of futures. */

/** Whether anything is drawn at all: else there is one future, and no band. */
export function isDrawn({ uncertainty, chance }: EnsembleSettings): boolean {
  return uncertainty !== 'none' || chance;
}

/** The wide band of nine runs in ten and the inner one of every second, as tints; empty where the ensemble has no such cell. */
export function bandsOf(result: EnsembleResult, cell: string, words: Catalogue['uncertainty']): Band[] {
  if (!result.outputs.includes(cell)) return [];
  const line = (percentile: number): Float64Array => bandLine(result, result.bands, percentile, cell);
  return [
    { id: '90', label: words.nineInTen, low: line(5), high: line(95), opacity: 0.14 },
    { id: '50', label: words.oneInTwo, low: line(25), high: line(75), opacity: 0.2 }
  ];
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Where nine in ten runs end. */
export function rangeAtEnd(result: EnsembleResult, cell: string): Range | null {
  return endOf(result, result.bands, cell);
}

/** How far nine in ten runs end from the same runs of the reference. */
export function differenceAtEnd(result: EnsembleResult, cell: string): Range | null {
  return result.difference && endOf(result, result.difference.bands, cell);
}

function endOf(result: EnsembleResult, bands: EnsembleResult['bands'], cell: string): Range | null {
  const [low, high] = [5, 95].map((percentile) => bandLine(result, bands, percentile, cell)[result.rows - 1]);
  if (low === undefined || high === undefined || !Number.isFinite(low) || !Number.isFinite(high)) return null;
  return { low, high };
}

/** Share of runs that end above the same run of the reference, and below it; null where nothing was compared. */
export function sharesAtEnd(result: EnsembleResult, cell: string): { above: number; below: number } | null {
  const { difference, outputs, rows, runs, failed } = result;
  const c = outputs.indexOf(cell);
  const compared = runs - failed.count;
  if (!difference || c < 0 || compared <= 0) return null;
  const at = c * rows + rows - 1;
  const share = (counts: DifferenceResult['above']): number => (counts[at] ?? 0) / compared;
  return { above: share(difference.above), below: share(difference.below) };
}

/**
 * An axis that stays where it is while a slider moves. `needed` is what is drawn, `wanted` the round axis around it. The
 * former axis stays as long as it holds everything and is not much too long.
 */
export function steadyAxis(
  former: readonly [number, number] | undefined,
  needed: Range,
  wanted: readonly [number, number]
): readonly [number, number] {
  if (!former) return wanted;
  const holds = former[0] <= needed.low && needed.high <= former[1];
  const length = former[1] - former[0];
  if (holds && length <= tooLong * (wanted[1] - wanted[0])) return former;
  // An axis that has become too short only grows, so that it does not wander.
  return holds ? wanted : [Math.min(former[0], wanted[0]), Math.max(former[1], wanted[1])];
}

const tooLong = 2;

/** Numbers of runs to choose from; one that came by a link is among them. */
export function plans(runs: number): number[] {
  return [...new Set([128, 500, 1_000, 5_000, runs])].sort((a, b) => a - b);
}
