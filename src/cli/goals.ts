import type { Goal } from '$lib/analysis';
import { addMonths, monthsBetween } from '$lib/i18n';
import { nearest } from '$lib/language';
import { Refusal } from './refusal';

/** Goals as they are written: `stability_index>55@2034-10`. Without `@` the last month is meant; reaching the level counts. */
const form = /^([^<>@\s]+)\s*([<>])\s*([^@\s]+)\s*(?:@\s*(\d{4}-\d{2}))?$/;
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

export interface GoalGround {
  readonly start: string;
  readonly months: number;
  /** Cells that a goal may name. */
  readonly cells: readonly string[];
}

export function parseGoals(texts: readonly string[], ground: GoalGround): readonly Goal[] {
  if (texts.length === 0) throw new Refusal((t) => t.discover.noGoal);
  return texts.map((text) => parseGoal(text, ground));
}

function parseGoal(text: string, { start, months, cells }: GoalGround): Goal {
  const [, output, sign, level, date] = form.exec(text.trim()) ?? [];
  const value = decimal.test(level ?? '') ? Number(level) : NaN;
  if (output === undefined || !Number.isFinite(value)) throw new Refusal((t) => t.discover.badGoal(text));
  if (!cells.includes(output)) throw new Refusal((t) => t.ensemble.unknownOutput(output, nearest(output, cells)));
  const month = date === undefined ? months : monthsBetween(start, date);
  if (month === null || month < 1 || month > months)
    throw new Refusal((t) => t.discover.goalBeyond(text, addMonths(start, 1), addMonths(start, months)));
  return { output, month, side: sign === '>' ? 'above' : 'below', level: value + 0 };
}

/** The goal as it is written. */
export function writeGoal({ output, month, side, level }: Goal, start: string): string {
  return `${output}${side === 'above' ? '>' : '<'}${level}@${addMonths(start, month)}`;
}
