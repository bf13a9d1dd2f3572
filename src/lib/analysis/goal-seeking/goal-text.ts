import { nearest } from '$lib/language';
import { dateOf, monthOf } from '$lib/scenario';
import type { Goal } from './goal';

/**
 * Goals as they are written, in links and on the command line alike: `stability_index>55@2034-10`. `>` is at least, `<` at
 * most: reaching the level counts. Without `@` the last month is meant. Levels are in the unit of the output.
 */
export interface GoalGround {
  /** `YYYY-MM` of month 0. */
  readonly start: string;
  readonly months: number;
  /** Cells that a goal may name. */
  readonly cells: readonly string[];
}

/** Why a text is no goal. */
export type GoalProblem =
  | { readonly kind: 'form'; readonly text: string }
  | { readonly kind: 'output'; readonly text: string; readonly output: string; readonly nearest: string | undefined }
  /** The month lies outside `first` to `last`. */
  | { readonly kind: 'date'; readonly text: string; readonly first: string; readonly last: string };

export type ReadGoal =
  { readonly goal: Goal; readonly problem: null } | { readonly goal: null; readonly problem: GoalProblem };

const form = /^([^<>@\s]+)\s*([<>])\s*([^@\s]+)\s*(?:@\s*(\d{4}-\d{2}))?$/;
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Never throws. */
export function parseGoal(text: string, { start, months, cells }: GoalGround): ReadGoal {
  const fails = (problem: GoalProblem): ReadGoal => ({ goal: null, problem });
  const [, output, sign, level, date] = form.exec(text.trim()) ?? [];
  const value = decimal.test(level ?? '') ? Number(level) : NaN;
  if (output === undefined || !Number.isFinite(value)) return fails({ kind: 'form', text });
  if (!cells.includes(output)) return fails({ kind: 'output', text, output, nearest: nearest(output, cells) });
  const month = date === undefined ? months : monthOf(date, start);
  if (month === null || month < 1 || month > months)
    return fails({ kind: 'date', text, first: dateOf(1, start), last: dateOf(months, start) });
  return { goal: { output, month, side: sign === '>' ? 'above' : 'below', level: value + 0 }, problem: null };
}

/** The goal as it is written: `parseGoal` gives it back. */
export function writeGoal({ output, month, side, level }: Goal, start: string): string {
  return `${output}${side === 'above' ? '>' : '<'}${level}@${dateOf(month, start)}`;
}
