import { describe, expect, it } from 'vitest';
import { manyChanges, twoChanges } from '../../../../tests/charts/attribution-example';
import { attributionTable } from '../attribution';
import { lightPalette } from '../light-palette';
import { placeShares, type PlacedBar } from './shares';

const look = { locale: 'en', palette: lightPalette, width: 780 } as const;
const corners = ({ points }: PlacedBar): number[][] => points.split(' ').map((corner) => corner.split(',').map(Number));
const tail = (bar: PlacedBar): number => corners(bar)[0]![0]!;
const head = (bar: PlacedBar): number => corners(bar)[2]![0]!;

describe('a waterfall', () => {
  it('begins each bar where the one before it ended, and ends at the scenario', () => {
    const { bars, ends, reference } = placeShares(manyChanges(look));
    expect(tail(bars[0]!)).toBeCloseTo(reference[0]!.x1, 0);
    bars.slice(1).forEach((bar, index) => expect(tail(bar)).toBeCloseTo(head(bars[index]!), 0));
    expect(head(bars.at(-1)!)).toBeCloseTo(ends[1]!.x1, 0);
  });

  it('points a bar where it goes: up to the right, down to the left, and the other way round in Arabic', () => {
    const directions = (locale: 'en' | 'ar'): number[] =>
      placeShares(manyChanges({ ...look, locale })).bars.map((bar) => Math.sign(head(bar) - tail(bar)));
    expect(directions('en')).toEqual([1, 1, -1, 1]);
    expect(directions('ar')).toEqual([-1, -1, 1, -1]);
  });

  it('shows an error as two standard errors to either side, and none where a share is exact', () => {
    const { errors, bars } = placeShares(manyChanges(look));
    // A stroke and two caps for each of the three sampled shares.
    expect(errors).toHaveLength(9);
    const perUnit = (head(bars[0]!) - tail(bars[0]!)) / 5.6;
    expect((errors[0]!.x2 - errors[0]!.x1) / perUnit).toBeCloseTo(4 * 0.12, 1);
    expect(placeShares(twoChanges(look)).errors).toEqual([]);
  });

  it('keeps every word inside the drawing, wide and narrow', () => {
    for (const locale of ['en', 'ar'] as const) {
      for (const width of [340, 560, 900]) {
        const { texts, height, bars } = placeShares(manyChanges({ ...look, locale, width }));
        for (const { x, y } of texts) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(width);
          expect(y).toBeLessThan(height);
        }
        for (const bar of bars) for (const [x] of corners(bar)) expect(x! > 0 && x! < width).toBe(true);
      }
    }
  });

  it('has its numbers as a table: values reached by each step, and pairs below', () => {
    const { rows, columns } = attributionTable(twoChanges(look));
    expect(columns.map(({ id }) => id)).toEqual(['change', 'share', 'error', 'value', 'together']);
    expect(rows.map((row) => row[3])).toEqual([39.8, 39.8 + 4.9, 39.8 + 4.9 + 3.8, 48.5, '']);
    expect(rows.at(-1)![4]).toBe(1);
  });
});
