import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookup } from './lookup';

describe('lookup(xs, ys, x)', () => {
  it.each([
    [-Infinity, 1],
    [0, 1],
    [0.25, 1.25],
    [1, 2],
    [2, 4],
    [3, 6],
    [Infinity, 6],
    [NaN, NaN]
  ])('of 0:1, 1:2, 3:6 at %d is %d', (x, expected) => {
    expect(lookup([0, 1, 3], [1, 2, 6], x)).toBe(expected);
  });

  it('of one knot is a constant', () => {
    expect([-1, 5, 9].map((x) => lookup([5], [7], x))).toEqual([7, 7, 7]);
  });

  it('gives every knot exactly and stays between neighbours', () => {
    const double = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const tables = fc.uniqueArray(double, { minLength: 2, maxLength: 12 }).chain((xs) =>
      fc.record({
        xs: fc.constant(xs.sort((a, b) => a - b)),
        ys: fc.array(double, { minLength: xs.length, maxLength: xs.length }),
        share: fc.double({ min: 0, max: 1, noNaN: true })
      })
    );
    fc.assert(
      fc.property(tables, ({ xs, ys, share }) => {
        xs.forEach((x, i) => expect(lookup(xs, ys, x) === ys[i]).toBe(true));
        for (let i = 0; i + 1 < xs.length; i++) {
          const value = lookup(xs, ys, xs[i]! + share * (xs[i + 1]! - xs[i]!));
          const [low, high] = [Math.min(ys[i]!, ys[i + 1]!), Math.max(ys[i]!, ys[i + 1]!)];
          const slack = 1e-9 * Math.max(1, Math.abs(low), Math.abs(high));
          expect(value >= low - slack && value <= high + slack).toBe(true);
        }
      }),
      { numRuns: 300, seed: 1 }
    );
  });
});
