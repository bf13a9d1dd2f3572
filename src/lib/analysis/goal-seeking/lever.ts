/** An input that may be moved to reach a goal, within bounds, at a cost. */
export interface Lever {
  readonly id: string;
  /** Where it stands when nothing is done; inside the bounds. */
  readonly start: number;
  readonly low: number;
  readonly high: number;
  /** Cost of moving it by one unit, either way; at least 0. */
  readonly cost: number;
  /** It goes to whole multiples of this, and to its bounds; without it anywhere. */
  readonly step?: number;
}

/** The most that one unit may cost. */
export const MOST_COST = 1e6;

/** To a thousand-millionth, so that ways that cost the same do so whatever they are made of. */
export function costOf(levers: readonly Lever[], targets: ArrayLike<number>): number {
  let cost = 0;
  for (const [i, { start, cost: price }] of levers.entries()) cost += price * Math.abs(targets[i]! - start);
  return Math.round(cost * 1e9) / 1e9;
}

/** The nearest place that the lever may go to; less than half a step from its start it stays there. */
export function snapped({ start, low, high, step }: Lever, target: number): number {
  if (step === undefined) return Math.min(high, Math.max(low, target));
  if (Math.abs(target - start) < step / 2) return start;
  return Math.min(high, Math.max(low, Math.round(target / step) * step));
}
