import { describe, expect, it } from 'vitest';
import { wilson } from './wilson';

describe('wilson(hits, runs)', () => {
  // Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I, method 3 (score).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718]
  ])('of %d in %d is %d to %d', (hits, runs, low, high) => {
    const interval = wilson(hits, runs);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
    expect(interval.share).toBe(hits / runs);
  });

  it('is symmetric and touches its ends exactly', () => {
    for (const [hits, runs] of [
      [0, 1],
      [3, 7],
      [1000, 1000],
      [1, 100_000_000]
    ] as const) {
      const interval = wilson(hits, runs);
      const mirrored = wilson(runs - hits, runs);
      expect(interval.low).toBeCloseTo(1 - mirrored.high, 12);
      expect(interval.low <= interval.share && interval.share <= interval.high).toBe(true);
      expect(interval.low >= 0 && interval.high <= 1).toBe(true);
    }
    expect(wilson(0, 50).low).toBe(0);
    expect(wilson(50, 50).high).toBe(1);
  });
});
