import type { IndexBarsProps } from '../sensitivity';
import { placeFooter, placeHeader, typeScale, type PlacedText } from './frame';
import { barBetween, placeRanked, whisker, type Line } from './ranked';
import { textWidth } from './text';

/**
 * Shares of variance: of each group a pale bar for what it does in all, and in it a dark one for what it does alone; the
 * difference is what it does only together with others. Intervals lie above their bars. The number is that of the pale bar.
 */
export interface PlacedIndexBars {
  readonly height: number;
  readonly grid: readonly Line[];
  readonly totals: readonly Bar[];
  readonly firsts: readonly Bar[];
  readonly whiskers: readonly Line[];
  readonly keys: readonly (Bar & { readonly kind: 'first' | 'total' })[];
  readonly texts: readonly PlacedText[];
}

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function placeIndexBars(props: IndexBarsProps): PlacedIndexBars {
  const { rows, format, texts: words, width, direction } = props;
  const type = typeScale(props);
  const header = placeHeader(props, []);
  const keys: PlacedIndexBars['keys'][number][] = [];
  const legend: PlacedText[] = [];
  let offset = 0;
  let baseline = header.bottom + 8 + type.label;
  const mirrored = direction === 'rtl';
  for (const [kind, text] of [
    ['total', words.total],
    ['first', words.first]
  ] as const) {
    const long = 28 + textWidth(text, type.label) * 1.03;
    if (offset > 0 && offset + long > width) {
      offset = 0;
      baseline += type.label * type.leading;
    }
    const place = mirrored ? width - offset - 22 : offset;
    const thick = kind === 'total' ? type.label : type.label * 0.5;
    keys.push({ kind, x: place, y: baseline - type.label * 0.36 - thick / 2, width: 22, height: thick });
    legend.push({
      x: mirrored ? width - offset - 28 : offset + 28,
      y: baseline,
      text,
      size: type.label,
      weight: 400,
      anchor: mirrored ? 'end' : 'start',
      fill: 'ink'
    });
    offset += long + 20;
  }
  const highest = Math.max(...rows.flatMap(({ first, total }) => [total.high, first.high]), 0.05);
  const lowest = Math.min(0, ...rows.map(({ first }) => first.low));
  const far = Math.max(...rows.map(({ total }) => textWidth(format(total.value), type.label, 600)), 20) + 14;
  const ranked = placeRanked(
    props,
    baseline + 12,
    rows.map(({ label }) => label),
    { domain: [lowest, highest], format, far }
  );
  const { middles, barHeight, along, write } = ranked;
  const thin = barHeight * 0.5;
  const totals: Bar[] = [];
  const firsts: Bar[] = [];
  const whiskers: Line[] = [];
  rows.forEach(({ first, total }, row) => {
    const middle = middles[row]!;
    totals.push({ ...barBetween(ranked, 0, total.value), y: middle - barHeight / 2, height: barHeight });
    firsts.push({ ...barBetween(ranked, 0, first.value), y: middle - thin / 2 + barHeight * 0.12, height: thin });
    whiskers.push(...whisker(ranked, total.low, total.high, middle - barHeight / 2 + 2, 2));
    whiskers.push(...whisker(ranked, first.low, first.high, middle + barHeight * 0.12, 2));
    write(format(total.value), along(Math.max(total.high, first.high)) + 7, middle + type.label * 0.36, {
      weight: 600
    });
  });
  const footer = placeFooter(props, ranked.bottom + 2);
  return {
    height: footer.bottom,
    grid: ranked.grid,
    totals,
    firsts,
    whiskers,
    keys,
    texts: [...header.texts, ...legend, ...ranked.texts, ...footer.texts]
  };
}
