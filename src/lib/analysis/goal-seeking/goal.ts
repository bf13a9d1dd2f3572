/** What a person wants of a result: conditions on outputs at dates, all of which must hold. */
export interface Goal {
  readonly output: string;
  /** Whole months since the start. */
  readonly month: number;
  readonly side: 'above' | 'below';
  /** In the unit of the output. */
  readonly level: number;
}

/** How far a value is from meeting a goal, in the unit of the output; 0 where it is met. Not a number counts as infinitely far. */
export function shortfall({ side, level }: Goal, value: number): number {
  if (!Number.isFinite(value)) return Infinity;
  return Math.max(0, side === 'above' ? level - value : value - level);
}

/** `valueOf(g)`: value of goal g's output in its month. */
export function isMet(goals: readonly Goal[], valueOf: (goal: number) => number): boolean {
  return goals.every((goal, g) => shortfall(goal, valueOf(g)) === 0);
}
