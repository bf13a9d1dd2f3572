import type { TimeSpan } from '../figure';

/** Months of a figure as calendar months, as positions on the axis, and as what a key or a pointer asks for. */

/** `YYYY-MM` of a month of the span. */
export function monthId(start: string, month: number): string {
  const count = monthCount(start) + month;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

function monthCount(id: string): number {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(id);
  if (!match) throw new RangeError(`A month is written YYYY-MM, such as 2024-10; this is "${id}".`);
  return Number(match[1]) * 12 + Number(match[2]) - 1;
}

export interface YearTick {
  readonly month: number;
  readonly year: number;
}

/** Januaries inside the span, every `step` years, so that the years are multiples of the step. */
export function yearTicks(time: Pick<TimeSpan, 'start' | 'months'>, step: number): YearTick[] {
  const start = monthCount(time.start);
  const ticks: YearTick[] = [];
  for (let year = Math.ceil(start / 12); year * 12 - start <= time.months; year++) {
    if (year % step === 0) ticks.push({ month: year * 12 - start, year });
  }
  return ticks;
}

/** The month nearest to a position, inside the span. `left` and `right` are where month 0 and the last month stand. */
export function monthAt(x: number, left: number, right: number, months: number): number {
  const month = Math.round(((x - left) / (right - left)) * months);
  return Math.max(0, Math.min(months, month));
}

/**
 * Where a key leads from a month: arrows one month, with shift or page keys a year, Home and End the ends. Time runs left
 * to right in both languages, so the left arrow is always earlier. Null when the key is none of these.
 */
export function monthAfterKey(key: string, shift: boolean, month: number, months: number): number | null {
  const stride = shift ? 12 : 1;
  const goals: Record<string, number> = {
    ArrowRight: month + stride,
    ArrowUp: month + stride,
    ArrowLeft: month - stride,
    ArrowDown: month - stride,
    PageUp: month + 12,
    PageDown: month - 12,
    Home: 0,
    End: months
  };
  const goal = goals[key];
  return goal === undefined ? null : Math.max(0, Math.min(months, goal));
}

/** The part of a plot that says where its months stand. */
export interface MonthArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The month under a position, in whichever of several plots is nearest to it. */
export function monthUnder(x: number, y: number, areas: readonly MonthArea[], months: number): number {
  const distance = ({ left, right, top, bottom }: MonthArea): number =>
    Math.max(left - x, 0, x - right) + Math.max(top - y, 0, y - bottom);
  const [first, ...others] = areas;
  if (!first) throw new RangeError('A figure without a plot has no months to read.');
  const nearest = others.reduce((best, area) => (distance(area) < distance(best) ? area : best), first);
  return monthAt(x, nearest.left, nearest.right, months);
}
