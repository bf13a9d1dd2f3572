/** Ordinary least squares of y on x: the line through the means with the slope of the deviations; level where x stands still. */
export interface StraightLine {
  readonly intercept: number;
  readonly slope: number;
}

export function straightLine(x: readonly number[], y: readonly number[]): StraightLine {
  const meanX = mean(x);
  const meanY = mean(y);
  let covariance = 0;
  let variance = 0;
  for (let i = 0; i < x.length; i++) {
    covariance += (x[i]! - meanX) * (y[i]! - meanY);
    variance += (x[i]! - meanX) * (x[i]! - meanX);
  }
  const slope = variance === 0 ? 0 : covariance / variance;
  return { intercept: meanY - slope * meanX, slope };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
