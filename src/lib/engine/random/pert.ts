import { pow } from '../kernels/power';

/**
 * The PERT form of the beta distribution (Malcolm, Roseboom, Clark and Fazar 1959; shapes α = 1 + 4·(mode - low)/(high - low),
 * β = 6 - α) as a table of its quantiles at PERT_INTERVALS + 1 equally spaced probabilities, straight lines in between.
 *
 * The cumulative distribution is summed over cells of u, where x = u²·(3 - 2u) takes the ends' steepness away, by
 * Simpson's rule. Between knots the table is off by less than 1e-5 of the width from the 1 % to the 99 % quantile and by
 * less than 1 % of it in the outermost intervals (tested).
 */
export const PERT_INTERVALS = 1024;

const CELLS = 2048;

export function pertQuantiles(low: number, mode: number, high: number): readonly number[] {
  const width = high - low;
  const shape = (4 * (mode - low)) / width;
  const density = (u: number): number => {
    const x = u * u * (3 - 2 * u);
    return pow(x, shape) * pow(1 - x, 4 - shape) * u * (1 - u);
  };
  const sums = new Float64Array(CELLS + 1);
  for (let i = 0; i < CELLS; i++) {
    const [left, middle, right] = [i, i + 0.5, i + 1].map((u) => density(u / CELLS)) as [number, number, number];
    sums[i + 1] = sums[i]! + left + 4 * middle + right;
  }

  const total = sums[CELLS]!;
  const knots: number[] = [low];
  let cell = 0;
  for (let k = 1; k < PERT_INTERVALS; k++) {
    const wanted = (total * k) / PERT_INTERVALS;
    while (sums[cell + 1]! < wanted) cell++;
    const u = (cell + (wanted - sums[cell]!) / (sums[cell + 1]! - sums[cell]!)) / CELLS;
    knots.push(low + width * (u * u * (3 - 2 * u)));
  }
  return [...knots, high];
}
