import { dateTag, type Locale } from './locale';

/**
 * Months are written `YYYY-MM` and counted from a model's start. Nothing here reads a clock.
 */
export type MonthStyle = 'long' | 'short' | 'month' | 'year';

const styles: Readonly<Record<MonthStyle, Intl.DateTimeFormatOptions>> = {
  long: { month: 'long', year: 'numeric', timeZone: 'UTC' },
  short: { month: 'short', year: 'numeric', timeZone: 'UTC' },
  month: { month: 'long', timeZone: 'UTC' },
  year: { year: 'numeric', timeZone: 'UTC' }
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** `formatMonth('en', '2034-10', 'long')` is `October 2034`, in Arabic `أكتوبر 2034`. */
export function formatMonth(locale: Locale, month: string, style: MonthStyle = 'long'): string {
  const key = `${locale} ${style}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(dateTag(locale), styles[style]);
    formats.set(key, format);
  }
  const [year, number] = month.split('-').map(Number) as [number, number];
  return format.format(new Date(Date.UTC(year, number - 1, 1)));
}

/** `addMonths('2024-10', 3)` is `2025-01`. */
export function addMonths(start: string, months: number): string {
  const [year, month] = start.split('-').map(Number) as [number, number];
  const count = year * 12 + (month - 1) + Math.floor(months);
  const inYear = ((count % 12) + 12) % 12;
  return `${String((count - inYear) / 12).padStart(4, '0')}-${String(inYear + 1).padStart(2, '0')}`;
}

/** `monthsBetween('2024-10', '2025-01')` is 3. Null where either is no month. */
export function monthsBetween(start: string, month: string): number | null {
  const pattern = /^(\d{4})-(0[1-9]|1[0-2])$/;
  const from = pattern.exec(start);
  const to = pattern.exec(month);
  if (!from || !to) return null;
  return (Number(to[1]) - Number(from[1])) * 12 + Number(to[2]) - Number(from[2]);
}
