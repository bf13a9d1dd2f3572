import type { Threshold } from '$lib/analysis';
import { addMonths, monthsBetween } from '$lib/i18n';
import { nearest } from '$lib/language';
import { Refusal } from '../refusal';

/**
 * A threshold as it is written:
 *   `stability_index>50@2034-10`       above 50 in that month
 *   `stability_index<35@..60`          ever below 35 in the first 60 months (or `@..2029-10`)
 *   `conflict_relapse@..60`            the event strikes within the first 60 months
 * Without `@` the whole run counts. A month is a date or a number of months since the start.
 */
export interface Ground {
  readonly start: string;
  readonly months: number;
  readonly outputs: readonly string[];
  readonly events: readonly string[];
}

const form = /^([^<>@\s]+)\s*(?:([<>])\s*([^@\s]+)\s*)?(?:@\s*(\.\.)?\s*([\d-]+))?$/;
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Refuses what is written wrongly, names nothing that is there, or stands twice. The id is the text without spaces. */
export function parseThresholds(texts: readonly string[], ground: Ground): readonly Threshold[] {
  const thresholds = texts.map((text) => parseThreshold(text, ground));
  const repeated = thresholds.find(({ id }, i) => thresholds.findIndex((other) => other.id === id) < i);
  if (repeated) throw new Refusal((t) => t.ensemble.sameThreshold(repeated.id));
  return thresholds;
}

function parseThreshold(text: string, ground: Ground): Threshold {
  const [, name, sign, level, upTo, month] = form.exec(text.trim()) ?? [];
  if (name === undefined) throw new Refusal((t) => t.ensemble.badThreshold(text));
  const id = text.replace(/\s+/g, '');
  const at = month === undefined ? ground.months : monthOf(text, month, ground);
  if (sign === undefined) {
    if (month !== undefined && upTo === undefined) throw new Refusal((t) => t.ensemble.eventAt(text, name, month));
    requireKnown(text, name, ground.events, ground.outputs);
    return { kind: 'event', id, event: name, within: at };
  }
  requireKnown(text, name, ground.outputs, ground.events);
  const value = decimal.test(level!) ? Number(level) : NaN;
  if (!Number.isFinite(value)) throw new Refusal((t) => t.ensemble.badLevel(text, level!));
  const question = { id, output: name, side: sign === '>' ? 'above' : 'below', level: value + 0 } as const;
  if (month !== undefined && upTo === undefined) return { kind: 'at', ...question, month: at };
  return { kind: 'passage', ...question, within: at };
}

function monthOf(text: string, month: string, { start, months }: Ground): number {
  const count = /^\d{1,4}$/.test(month) ? Number(month) : monthsBetween(start, month);
  if (count === null) throw new Refusal((t) => t.noMonth(`--threshold ${text}`, month));
  if (count < 0 || count > months) {
    throw new Refusal((t) => t.ensemble.thresholdBeyond(text, month, start, addMonths(start, months), months));
  }
  return count;
}

function requireKnown(text: string, name: string, known: readonly string[], others: readonly string[]): void {
  if (known.includes(name)) return;
  if (others.includes(name)) throw new Refusal((t) => t.ensemble.otherKind(text, name));
  throw new Refusal((t) => t.ensemble.unknownInThreshold(text, name, nearest(name, [...known, ...others])));
}
