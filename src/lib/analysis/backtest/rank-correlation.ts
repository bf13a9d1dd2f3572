import { mean } from './straight-line';

/**
 * Spearman's rank correlation: the product-moment correlation of the ranks, equal values sharing the mean of their ranks
 * (Kendall and Gibbons 1990, 3.8). Null where one side has no two different values.
 */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number | null {
  const x = ranksOf(a);
  const y = ranksOf(b);
  const meanX = mean(x);
  const meanY = mean(y);
  let covariance = 0;
  let varianceX = 0;
  let varianceY = 0;
  for (let i = 0; i < x.length; i++) {
    const dx = x[i]! - meanX;
    const dy = y[i]! - meanY;
    covariance += dx * dy;
    varianceX += dx * dx;
    varianceY += dy * dy;
  }
  return varianceX === 0 || varianceY === 0 ? null : covariance / Math.sqrt(varianceX * varianceY);
}

/** Ranks from 1; ties share the mean of theirs. */
export function ranksOf(values: readonly number[]): readonly number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
}
