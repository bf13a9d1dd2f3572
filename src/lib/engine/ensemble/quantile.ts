import { exp } from '../kernels/exponential';
import type { Distribution } from '../program';
import { PERT_INTERVALS, placeAmongKnots } from '../random/pert';
import { normalQuantile, triangularQuantile } from '../random/quantiles';

/**
 * The value below which a variate of a distribution falls with probability p, 0 < p < 1. Monotone in p, one uniform a
 * variate. The module of emit/draw.ts performs the very same operations in their order.
 */
export function quantile({ shape, terms }: Distribution, p: number): number {
  const [a, b, c] = terms as readonly [number, number, number];
  switch (shape) {
    case 'uniform':
      return a + p * b;
    case 'triangular':
      return triangularQuantile(p, a, b, c);
    case 'log-triangular':
      return exp(triangularQuantile(p, a, b, c));
    case 'normal': {
      const z = normalQuantile(p);
      return a + z * (z < 0 ? b : c);
    }
    case 'beta': {
      const place = placeAmongKnots(p);
      const knot = Math.min(Math.floor(place), PERT_INTERVALS - 1);
      const low = terms[knot]!;
      return low + (terms[knot + 1]! - low) * (place - knot);
    }
  }
}
