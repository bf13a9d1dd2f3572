import type { TornadoFigureProps } from '../sensitivity';
import { placeFooter, placeHeader, typeScale, type PlacedText } from './frame';
import type { Bar } from './index-bars';
import { barBetween, placeRanked, type Line } from './ranked';
import { textWidth } from './text';

/**
 * Swings around a base: a bar from the output at a factor's low end (open) to that at its high end (filled), split where the
 * scenario itself stands.
 */
export interface PlacedTornado {
  readonly height: number;
  readonly grid: readonly Line[];
  readonly base: readonly Line[];
  readonly bars: readonly (Bar & { readonly end: 'low' | 'high' })[];
  readonly keys: readonly (Bar & { readonly end: 'low' | 'high' })[];
  readonly texts: readonly PlacedText[];
}

export function placeTornado(props: TornadoFigureProps): PlacedTornado {
  const { base, rows, format, texts: words, width, direction } = props;
  const type = typeScale(props);
  const header = placeHeader(props, []);
  const mirrored = direction === 'rtl';
  const keys: PlacedTornado['keys'][number][] = [];
  const legend: PlacedText[] = [];
  let offset = 0;
  let baseline = header.bottom + 8 + type.label;
  for (const end of ['low', 'high'] as const) {
    const text = words[end];
    const long = 20 + textWidth(text, type.label) * 1.03;
    if (offset > 0 && offset + long > width) {
      offset = 0;
      baseline += type.label * type.leading;
    }
    const side = type.label * 0.9;
    keys.push({
      end,
      x: mirrored ? width - offset - 14 : offset,
      y: baseline - type.label * 0.36 - side / 2,
      width: 14,
      height: side
    });
    legend.push({
      x: mirrored ? width - offset - 20 : offset + 20,
      y: baseline,
      text,
      size: type.label,
      weight: 400,
      anchor: mirrored ? 'end' : 'start',
      fill: 'ink'
    });
    offset += long + 20;
  }
  const values = [base.value, ...rows.flatMap(({ low, high }) => [low, high])].filter(Number.isFinite);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max(...values.map((value) => textWidth(format(value), type.label))) + 12;
  const pad = high > low ? 0 : 1;
  const top = baseline + 14 + type.label * type.leading;
  const ranked = placeRanked(
    props,
    top,
    rows.map(({ label }) => label),
    { domain: [low - pad, high + pad], format, near: room, far: room, count: width < 560 ? 3 : 5 }
  );
  const { middles, barHeight, along, write, x } = ranked;
  const bars: PlacedTornado['bars'][number][] = [];
  rows.forEach((row, index) => {
    const middle = middles[index]!;
    const values = [row.low, row.high].filter(Number.isFinite);
    for (const end of ['low', 'high'] as const) {
      if (!Number.isFinite(row[end])) continue;
      bars.push({ end, ...barBetween(ranked, base.value, row[end]), y: middle - barHeight / 2, height: barHeight });
    }
    const [least, most] = [Math.min(...values, base.value), Math.max(...values, base.value)];
    write(format(least), along(least) - 6, middle + type.label * 0.36, { anchor: 'end' });
    write(format(most), along(most) + 6, middle + type.label * 0.36);
  });
  write(base.label, along(base.value), top - 6, { anchor: 'middle', fill: 'statusQuo', weight: 600 });
  const footer = placeFooter(props, ranked.bottom + 2);
  const half = barHeight / 2 + 4;
  return {
    height: footer.bottom,
    grid: ranked.grid,
    base: middles.map((middle) => ({ x1: x(base.value), x2: x(base.value), y1: middle - half, y2: middle + half })),
    bars,
    keys,
    texts: [...header.texts, ...legend, ...ranked.texts, ...footer.texts]
  };
}
