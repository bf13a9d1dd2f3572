/** An input that may be moved to reach a goal, within bounds, at a cost. */
export interface Lever {
  readonly id: string;
  /** Where it stands when nothing is done. */
  readonly start: number;
  readonly low: number;
  readonly high: number;
  /** Cost of moving it by one unit, either way; at least 0. */
  readonly cost: number;
}

export function costOf(levers: readonly Lever[], targets: ArrayLike<number>): number {
  let cost = 0;
  for (const [i, { start, cost: price }] of levers.entries()) cost += price * Math.abs(targets[i]! - start);
  return cost;
}
