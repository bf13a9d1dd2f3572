import { describe, expect, it } from 'vitest';
import { PERT_INTERVALS, pertQuantiles, placeAmongKnots } from './pert';

/** Modes on [0, 1] whose shapes are whole numbers: their cumulative distributions are polynomials. */
const closed: readonly (readonly [number, (x: number) => number])[] = [
  [0, (x) => 1 - (1 - x) ** 5],
  [0.25, (x) => 1 - (1 - x) ** 4 * (1 + 4 * x)],
  [0.5, (x) => x ** 3 * (10 - 15 * x + 6 * x * x)],
  [0.75, (x) => x ** 4 * (5 - 4 * x)],
  [1, (x) => x ** 5]
];

function inverse(cumulative: (x: number) => number, p: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (cumulative(middle) < p) low = middle;
    else high = middle;
  }
  return low;
}

function tabled(knots: readonly number[], p: number): number {
  const place = placeAmongKnots(p);
  const knot = Math.min(Math.floor(place), PERT_INTERVALS - 1);
  return knots[knot]! + (knots[knot + 1]! - knots[knot]!) * (place - knot);
}

describe('pertQuantiles(low, mode, high)', () => {
  it.each(closed)('has the quantiles of mode %d within the stated error', (mode, cumulative) => {
    const knots = pertQuantiles(0, mode, 1);
    const error = (p: number): number => Math.abs(tabled(knots, p) - inverse(cumulative, p));
    const grid = Array.from({ length: 5000 }, (_, i) => (i + 0.37) / 5000);
    const tails = [1e-12, 1e-9, 1e-6, 1e-4].flatMap((p) => [p, 1 - p]);
    expect(Math.max(...grid.map(error))).toBeLessThan(3e-6);
    expect(Math.max(...tails.map(error))).toBeLessThan(5e-4);
  });

  it('runs from end to end, never down', () => {
    const knots = pertQuantiles(-2, 1, 7);
    expect(knots.length).toBe(PERT_INTERVALS + 1);
    expect([knots[0], knots[PERT_INTERVALS]]).toEqual([-2, 7]);
    expect(knots.every((knot, i) => i === 0 || knot > knots[i - 1]!)).toBe(true);
  });
});
