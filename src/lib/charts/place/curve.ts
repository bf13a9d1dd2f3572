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
  const across = monthsAcross(x, values.length);
  let path = '';
  let from = 0;
  while (from < values.length) {
    const to = endOfStretch(from, values.length, values, values);
    if (to - from === 1) path += `M${across[from]}${hundredths(y(values[from]!))}Z`;
    for (let month = from; month < to && to - from > 1; month++)
      path += (month === from ? 'M' : 'L') + across[month]! + hundredths(y(values[month]!));
    from = Math.max(to, from + 1);
  }
  return path;
}

/** The area between two arrays of equal length. */
export function areaPath(low: ArrayLike<number>, high: ArrayLike<number>, x: ToPixel, y: ToPixel): string {
  const across = monthsAcross(x, high.length);
  let path = '';
  let from = 0;
  while (from < high.length) {
    const to = endOfStretch(from, high.length, low, high);
    for (let month = from; month < to; month++)
      path += (month === from ? 'M' : 'L') + across[month]! + hundredths(y(high[month]!));
    for (let month = to - 1; month >= from; month--) path += 'L' + across[month]! + hundredths(y(low[month]!));
    if (to > from) path += 'Z';
    from = Math.max(to, from + 1);
  }
  return path;
}

/** The month after the last one, from `from` on, that is there in both without a gap; `from` itself where it is not. */
function endOfStretch(from: number, months: number, a: ArrayLike<number>, b: ArrayLike<number>): number {
  let to = from;
  while (to < months && Number.isFinite(a[to]) && Number.isFinite(b[to])) to++;
  return to;
}

const written = new WeakMap<ToPixel, string[]>();

/** Months as the first half of a point. All lines of a plot share them. */
function monthsAcross(x: ToPixel, months: number): readonly string[] {
  const across = written.get(x) ?? [];
  for (let month = across.length; month < months; month++) across.push(`${hundredths(x(month))},`);
  written.set(x, across);
  return across;
}

const fractions = Array.from({ length: 100 }, (_, n) => String(n / 100).slice(1));

/** A number of pixels in hundredths, as String writes it: two short whole numbers are written faster than one with a fraction. */
function hundredths(pixels: number): string {
  const count = Math.round(pixels * 100);
  if (!(count >= 0 && count < 2 ** 31)) return String(count / 100);
  const whole = Math.floor(count / 100);
  return whole + fractions[count - 100 * whole]!;
}
