/**
 * Months as people write them, `YYYY-MM`, and as scenarios keep them: whole months since the model's start. Years 0001
 * to 9999 of the proleptic Gregorian calendar; no clock and no time zone takes part.
 */
const datePattern = /^(\d{4})-(0[1-9]|1[0-2])$/;

function absoluteMonth(date: string): number | null {
  const match = datePattern.exec(date);
  if (!match?.[1] || !match[2]) return null;
  return Number(match[1]) * 12 + Number(match[2]) - 1;
}

/** Months from `start` to `date` (negative before it), or null where `date` is no month. */
export function monthOf(date: string, start: string): number | null {
  const absolute = absoluteMonth(date);
  const origin = absoluteMonth(start);
  return absolute === null || origin === null ? null : absolute - origin;
}

/** `YYYY-MM` of the month that is `month` months after `start`; a part of a month is left off. */
export function dateOf(month: number, start: string): string {
  const origin = absoluteMonth(start);
  if (origin === null) throw new RangeError(`A model's start is written YYYY-MM, not ${start}.`);
  const absolute = origin + Math.floor(month);
  const year = Math.floor(absolute / 12);
  return `${String(year).padStart(4, '0')}-${String(absolute - year * 12 + 1).padStart(2, '0')}`;
}
