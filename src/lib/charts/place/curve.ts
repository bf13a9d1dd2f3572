/**
 * Months and values to path strings, one string a line: no element per point, so that a curve can follow the hand.
 * Coordinates are rounded to hundredths of a pixel. Values that are not finite leave a gap; a value that stands alone is
 * a point. The strings are those of d3-shape's line and area, which cannot be had without all of its curves.
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
  return stretches(values.length, (month) => Number.isFinite(values[month]))
    .map(([from, to]) => {
      const points = pointsOf(from, to, x, (month) => y(values[month]!));
      return to - from === 1 ? `M${points[0]}Z` : `M${points.join('L')}`;
    })
    .join('');
}

/** The area between two arrays of equal length. */
export function areaPath(low: ArrayLike<number>, high: ArrayLike<number>, x: ToPixel, y: ToPixel): string {
  return stretches(high.length, (month) => Number.isFinite(high[month]) && Number.isFinite(low[month]))
    .map(([from, to]) => {
      const above = pointsOf(from, to, x, (month) => y(high[month]!));
      const below = pointsOf(from, to, x, (month) => y(low[month]!));
      return `M${[...above, ...below.reverse()].join('L')}Z`;
    })
    .join('');
}

/** Months from … to - 1 that are there without a gap. */
function stretches(months: number, isThere: (month: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  for (let month = 0; month < months; month++) {
    if (!isThere(month)) continue;
    const last = found.at(-1);
    if (last?.[1] === month) last[1] = month + 1;
    else found.push([month, month + 1]);
  }
  return found;
}

function pointsOf(from: number, to: number, x: ToPixel, y: ToPixel): string[] {
  return Array.from({ length: to - from }, (_, i) => `${hundredths(x(from + i))},${hundredths(y(from + i))}`);
}

function hundredths(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
