import { area, line } from 'd3-shape';

/**
 * Months and values to path strings, one string a line: no element per point, so that a curve can follow the hand.
 * Coordinates are rounded to hundredths of a pixel. Values that are not finite leave a gap.
 */
export type ToPixel = (value: number) => number;

/** The straight scale from a domain to pixels; a domain without width stands in the middle of the pixels. */
export function straight([low, high]: readonly [number, number], [first, last]: readonly [number, number]): ToPixel {
  if (low === high) return () => (first + last) / 2;
  return (value) => {
    const part = (value - low) / (high - low);
    return first * (1 - part) + last * part;
  };
}

export function linePath(values: ArrayLike<number>, x: ToPixel, y: ToPixel): string {
  const draw = line<number>()
    .digits(2)
    .defined((value) => Number.isFinite(value))
    .x((_, month) => x(month))
    .y((value) => y(value));
  return draw(values as Iterable<number> & ArrayLike<number>) ?? '';
}

/** The area between two arrays of equal length. */
export function areaPath(low: ArrayLike<number>, high: ArrayLike<number>, x: ToPixel, y: ToPixel): string {
  const draw = area<number>()
    .digits(2)
    .defined((value, month) => Number.isFinite(value) && Number.isFinite(low[month]))
    .x((_, month) => x(month))
    .y0((_, month) => y(low[month]!))
    .y1((value) => y(value));
  return draw(high as Iterable<number> & ArrayLike<number>) ?? '';
}
