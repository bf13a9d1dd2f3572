import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueAxis } from './domain';

const index = { bounds: [0, 100] } as const;

describe('valueAxis(arrays, scale)', () => {
  it.each([
    [
      'an index far from zero is focused',
      [
        [38.9, 48.4],
        [39.7, 39.7]
      ],
      30,
      55,
      true
    ],
    ['an index near zero starts there', [[4, 31]], 0, 35, false],
    ['a line without movement shows a fifth of the range', [[50, 50]], 40, 60, true],
    ['values at the ceiling stay under it', [[97, 100]], 80, 100, true],
    ['values at the floor stay above it', [[0, 0]], 0, 20, false],
    ['the whole range is the whole axis', [[0, 100]], 0, 100, false]
  ])('%s', (_, arrays, low, high, focused) => {
    expect(valueAxis(arrays, index)).toMatchObject({ low, high, focused });
  });

  it('takes a given domain as it is', () => {
    expect(valueAxis([[38, 48]], { domain: [0, 60] })).toMatchObject({ low: 0, high: 60, focused: false });
  });

  it('stands on the bounds when there is nothing to show', () => {
    expect(valueAxis([[NaN]], index)).toMatchObject({ low: 0, high: 100 });
    expect(valueAxis([], {})).toMatchObject({ low: 0, high: 1 });
  });

  it('shows negative values when nothing bounds them', () => {
    const { low, high } = valueAxis([[-3, 4]], {});
    expect(low).toBeLessThanOrEqual(-3);
    expect(high).toBeGreaterThanOrEqual(4);
  });

  it('always holds its values, inside the bounds, and shows at least a fifth of them', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 20 }), (values) => {
        const { low, high, ticks } = valueAxis([values], index);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect(low).toBeLessThanOrEqual(Math.min(...values) + 1e-9);
        expect(high).toBeGreaterThanOrEqual(Math.max(...values) - 1e-9);
        expect(high - low).toBeGreaterThanOrEqual(20 - 1e-9);
        expect(ticks.length).toBeGreaterThanOrEqual(3);
      })
    );
  });
});
