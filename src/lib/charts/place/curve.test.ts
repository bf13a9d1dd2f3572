import { area, line } from 'd3-shape';
import { describe, expect, it } from 'vitest';
import { areaPath, linePath } from './curve';

/** Held to d3-shape, number by number. */
const x = (month: number): number => 3 + month * 2.4567;
const y = (value: number): number => 200 - value * 1.789;
const high = Array.from({ length: 40 }, (_, month) => 50 + ((month * 37) % 17) / 3);
const low = high.map((value, month) => value - (month % 7) - 0.005);

const gaps = (values: readonly number[], ...months: number[]): number[] =>
  values.map((value, month) => (months.includes(month) ? NaN : value));

const cases: readonly [string, number[], number[]][] = [
  ['a whole line', low, high],
  ['gaps inside', low, gaps(high, 5, 6, 20)],
  ['gaps at the ends', gaps(low, 0, 1, 39), high],
  ['a month that stands alone', low, gaps(high, 9, 11)],
  ['a single month', low.slice(0, 1), high.slice(0, 1)],
  ['nothing', [], []],
  ['no finite value', [NaN, NaN], [NaN, Infinity]]
];

describe('linePath(values, x, y) and areaPath(low, high, x, y)', () => {
  it.each(cases)('draw as d3-shape does: %s', (_, lower, upper) => {
    const drawLine = line<number>()
      .digits(2)
      .defined((value) => Number.isFinite(value))
      .x((_, month) => x(month))
      .y(y);
    const drawArea = area<number>()
      .digits(2)
      .defined((value, month) => Number.isFinite(value) && Number.isFinite(lower[month]))
      .x((_, month) => x(month))
      .y0((_, month) => y(lower[month]!))
      .y1(y);
    expect(linePath(upper, x, y)).toBe(drawLine(upper) ?? '');
    expect(areaPath(lower, upper, x, y)).toBe(drawArea(upper) ?? '');
  });
});
