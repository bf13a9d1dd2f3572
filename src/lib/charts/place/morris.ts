import { ticks } from 'd3-array';
import type { MorrisFigureProps } from '../sensitivity';
import { placeFooter, placeHeader, typeScale, type PlacedText } from './frame';
import type { Bar } from './index-bars';
import { barBetween, placeRanked, whisker, type Line } from './ranked';
import { textWidth, wrapText } from './text';

/**
 * A screening in two parts: numbered bars of how far the output moves (mu*), and below them the same numbers where mu* meets
 * sigma. Near the foot of the scatter a factor acts alike wherever the others stand; towards the diagonal it does not.
 */
export interface PlacedMorris {
  readonly height: number;
  readonly grid: readonly Line[];
  readonly bars: readonly Bar[];
  readonly whiskers: readonly Line[];
  readonly axes: readonly Line[];
  readonly diagonal: Line;
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  readonly texts: readonly PlacedText[];
  readonly numbers: readonly PlacedText[];
}

const radius = 9;

export function placeMorris(props: MorrisFigureProps): PlacedMorris {
  const { rows, format, texts: words, width } = props;
  const type = typeScale(props);
  const header = placeHeader(props, []);
  const far = Math.max(...rows.map(({ size }) => textWidth(format(size.value), type.label, 600)), 20) + 14;
  const high = Math.max(...rows.map(({ size }) => size.high), 1e-9);
  const ranked = placeRanked(
    props,
    header.bottom + 12,
    rows.map(({ label }, row) => `${row + 1}. ${label}`),
    { domain: [0, high], format, far }
  );
  const { middles, barHeight, along, write, at } = ranked;
  const bars: Bar[] = [];
  const whiskers: Line[] = [];
  rows.forEach(({ size }, row) => {
    const middle = middles[row]!;
    bars.push({ ...barBetween(ranked, 0, size.value), y: middle - barHeight / 2, height: barHeight });
    whiskers.push(...whisker(ranked, size.low, size.high, middle));
    write(format(size.value), along(size.high) + 7, middle + type.label * 0.36, { weight: 600 });
  });

  // The scatter: one scale on both axes, so that the diagonal means what it says.
  const reach = Math.max(...rows.flatMap(({ size, sigma }) => [size.value, sigma]), 1e-9) * 1.08;
  const axisTop = ranked.bottom + 26;
  let top = axisTop;
  for (const line of wrapText(words.sigmaAxis, width, type.label)) {
    write(line, 0, top, { weight: 600 });
    top += type.label * type.leading;
  }
  const marks = ticks(0, reach, 5);
  const gutter = Math.max(...marks.map((tick) => textWidth(format(tick), type.tick))) + 10;
  const side = Math.min(width - gutter - 12, 560);
  const tall = Math.min(side, 300);
  const bottom = top + tall;
  const x = (value: number): number => gutter + (value / reach) * side;
  const y = (value: number): number => bottom - (value / reach) * tall;
  const axes: Line[] = marks.flatMap((tick) => [
    { x1: at(gutter), x2: at(gutter + side), y1: y(tick), y2: y(tick) },
    { x1: at(x(tick)), x2: at(x(tick)), y1: top, y2: bottom }
  ]);
  for (const tick of marks) {
    write(format(tick), gutter - 7, y(tick) + type.tick * 0.35, { anchor: 'end', size: type.tick, fill: 'muted' });
    write(format(tick), x(tick), bottom + type.tick * 1.4, { anchor: 'middle', size: type.tick, fill: 'muted' });
  }
  const below = bottom + type.tick * 1.4 + type.label * type.leading;
  write(words.sizeAxis, gutter + side, below, { anchor: 'end', weight: 600 });
  // Above the diagonal, and ending where the foot of the words still clears it.
  const named = top + type.tick + 1;
  const clear = gutter + ((bottom - named - type.tick / 2) / tall) * side - 4;
  write(words.diagonal, clear, named, { anchor: 'end', size: type.tick, fill: 'muted' });
  const dots = rows.map(({ size, sigma }) => ({ x: at(x(size.value)), y: y(sigma) }));
  const footer = placeFooter(props, below + 6);
  return {
    height: footer.bottom,
    grid: ranked.grid,
    bars,
    whiskers,
    axes,
    diagonal: { x1: at(x(0)), y1: y(0), x2: at(x(reach)), y2: y(reach) },
    dots,
    texts: [...header.texts, ...ranked.texts, ...footer.texts],
    numbers: apart(dots).map(({ x: cx, y: cy }, row) => ({
      x: cx,
      y: cy + type.tick * 0.36,
      text: String(row + 1),
      size: type.tick,
      weight: 600,
      anchor: 'middle',
      fill: 'ink'
    }))
  };
}

/** Numbers stand beside their dots, and one above another where they would touch. */
function apart(dots: readonly { readonly x: number; readonly y: number }[]): readonly { x: number; y: number }[] {
  const placed: { x: number; y: number }[] = [];
  for (const { x, y } of dots) {
    const choices = [
      [radius + 2, 0],
      [-radius - 2, 0],
      [0, -radius - 2],
      [0, radius + 3],
      [radius, -radius],
      [radius, radius],
      [-radius, -radius],
      [-radius, radius]
    ] as const;
    const free = choices.find(([dx, dy]) =>
      [...placed, ...dots.filter((dot) => dot.x !== x || dot.y !== y)].every(
        (other) => Math.abs(other.x - x - dx) > 13 || Math.abs(other.y - y - dy) > 11
      )
    );
    const [dx, dy] = free ?? choices[0];
    placed.push({ x: x + dx, y: y + dy });
  }
  return placed;
}
