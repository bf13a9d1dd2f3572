import { monthsBetween } from '$lib/i18n';
import type { Ramp } from '$lib/scenario';
import { Refusal } from './refusal';

/** What an option like `--param trust_build=0.05` says: an id and the text of its value. */
export interface Assignment {
  readonly id: string;
  readonly value: string;
}

/** Splits `id=value` at the first `=`. */
export function parseAssignment(option: string, text: string): Assignment {
  const match = /^([^=]+)=(.*)$/s.exec(text);
  if (!match) throw new Refusal((t) => t.noAssignment(option, text));
  return { id: match[1]!.trim(), value: match[2]!.trim() };
}

const numberPattern = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A finite decimal number: `0x10`, `1_000` and `Infinity` are none. -0 is 0. */
export function parseValue(option: string, { id, value }: Assignment): number {
  const number = numberPattern.test(value) ? Number(value) : NaN;
  if (!Number.isFinite(number)) throw new Refusal((t) => t.noNumber(option, id, value));
  return number + 0;
}

/** `YYYY-MM` as months since `start`, negative before it. */
export function parseMonth(option: string, text: string, start: string): number {
  const month = monthsBetween(start, text);
  if (month === null) throw new Refusal((t) => t.noMonth(option, text));
  return month;
}

/** `id=value~YYYY-MM~months`: start is the model's first month and ramp 0 where they are left off. */
export function parseSet(text: string, start: string): { readonly id: string; readonly ramp: Ramp } {
  const match = /^([^=~]+)=([^~]*)(?:~([^~]*))?(?:~([^~]*))?$/s.exec(text);
  if (!match) throw new Refusal((t) => t.noSet(text));
  const [id, value, month, length] = [1, 2, 3, 4].map((i) => match[i]?.trim() ?? '') as [
    string,
    string,
    string,
    string
  ];
  const from = month === '' ? 0 : parseMonth(`--set ${id}`, month, start);
  if (from < 0) throw new Refusal((t) => t.beforeStart(`--set ${id}:`, month, start));
  const ramp = length === '' ? 0 : Number(numberPattern.test(length) ? length : NaN);
  if (!(ramp >= 0 && ramp <= 1_200)) throw new Refusal((t) => t.noRamp(id, length));
  return { id, ramp: { target: parseValue('--set', { id, value }), start: from, ramp: ramp + 0 } };
}
