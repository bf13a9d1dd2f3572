import type { Design } from './design';

/**
 * One factor at a time, the others in their middle: what a tornado shows. Local, and blind to interactions; it is shown
 * because it is easily read, beside indices that are neither.
 */
export interface OneAtATimeDesign extends Design {
  /** Where all factors stand but one. */
  readonly centre: Float64Array;
  readonly low: number;
  readonly high: number;
}

/** Point 0 is the centre; factor d has points 1 + 2d (low) and 2 + 2d (high). `low`, `high`: coordinates, by default the 5 % and 95 % points. */
export function oneAtATimeDesign(centre: Float64Array, low = 0.05, high = 0.95): OneAtATimeDesign {
  const dimensions = centre.length;
  return {
    dimensions,
    centre,
    low,
    high,
    count: 1 + 2 * dimensions,
    points: (from, to) => {
      const points = new Float64Array((to - from) * dimensions);
      for (let point = from; point < to; point++) {
        points.set(centre, (point - from) * dimensions);
        if (point > 0) points[(point - from) * dimensions + ((point - 1) >> 1)] = point % 2 === 1 ? low : high;
      }
      return points;
    }
  };
}

export interface Swing {
  readonly low: number;
  readonly high: number;
}

/** Output at the low and the high end of each factor. */
export function swings({ dimensions }: OneAtATimeDesign, value: (point: number) => number): readonly Swing[] {
  return Array.from({ length: dimensions }, (_, d) => ({ low: value(1 + 2 * d), high: value(2 + 2 * d) }));
}
