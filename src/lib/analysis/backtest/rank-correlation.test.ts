import { describe, expect, it } from 'vitest';
import { rankCorrelation, ranksOf } from './rank-correlation';

describe('ranksOf', () => {
  it('gives equal values the mean of their ranks', () => {
    expect(ranksOf([10, 30, 20, 20])).toEqual([1, 4, 2.5, 2.5]);
    expect(ranksOf([5, 5, 5])).toEqual([2, 2, 2]);
    expect(ranksOf([-Infinity, 3, -Infinity])).toEqual([1.5, 3, 1.5]);
  });
});

describe('rankCorrelation', () => {
  it('is 1 for any rising relation and -1 for any falling one', () => {
    expect(rankCorrelation([1, 2, 3, 4], [1, 10, 100, 1000])).toBeCloseTo(1, 15);
    expect(rankCorrelation([1, 2, 3, 4], [9, 4, 2, -7])).toBeCloseTo(-1, 15);
  });

  it('agrees with the formula for ranks without ties, 1 - 6·Σd²/(n³ - n)', () => {
    // Ranks 1 2 3 4 5 against 2 1 4 3 5: Σd² = 4.
    expect(rankCorrelation([1, 2, 3, 4, 5], [20, 10, 40, 30, 50])).toBeCloseTo(1 - (6 * 4) / (125 - 5), 15);
  });

  it('takes the product-moment correlation of the ranks where values tie', () => {
    // Ranks 1 2 3 4 against 1.5 1.5 3 4: covariance 4.5, variances 5 and 4.5.
    expect(rankCorrelation([1, 2, 3, 4], [7, 7, 8, 9])).toBeCloseTo(4.5 / Math.sqrt(5 * 4.5), 15);
  });

  it('is null where one side never changes', () => {
    expect(rankCorrelation([1, 2, 3], [4, 4, 4])).toBeNull();
  });
});
