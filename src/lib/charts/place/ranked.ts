import type { Frame } from '../figure';
import type { ColourName } from '../palette';
import { ticks } from 'd3-array';
import { typeScale, type PlacedText, type TypeScale } from './frame';
import { textWidth, wrapText, type Weight } from './text';

/**
 * Rows with a name at the reading edge and a value axis beside it, which several figures share: where it is narrow, names
 * stand above their rows. Mirrored in Arabic. Distances run from the reading edge; `at` turns them into pixels.
 */
export interface Ranked {
  readonly type: TypeScale;
  readonly at: (distance: number) => number;
  /** Value to pixels. */
  readonly x: (value: number) => number;
  /** Value to a distance from the reading edge. */
  readonly along: (value: number) => number;
  /** Middles of the rows, in their order. */
  readonly middles: readonly number[];
  readonly barHeight: number;
  readonly bottom: number;
  readonly grid: readonly Line[];
  readonly texts: PlacedText[];
  write(text: string, distance: number, y: number, look?: Look): void;
}

export interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Look {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly weight?: Weight;
  readonly fill?: ColourName;
}

const narrow = 560;
const gap = 10;

export function placeRanked(
  frame: Frame,
  top: number,
  labels: readonly string[],
  {
    domain,
    format,
    near = gap,
    far,
    count
  }: {
    readonly domain: readonly [number, number];
    readonly format: (value: number) => string;
    /** Room for texts before and behind the axis. */
    readonly near?: number;
    readonly far: number;
    readonly count?: number;
  }
): Ranked {
  const { width, direction } = frame;
  const type = typeScale(frame);
  const above = width < narrow;
  const mirrored = direction === 'rtl';
  const line = type.label * type.leading;
  const barHeight = Math.round(type.label * 1.05);
  const widest = Math.max(...labels.map((label) => textWidth(label, type.label)), 0);
  const nameWidth = above ? 0 : Math.min(width * 0.38, widest + 2 * gap);
  const at = (distance: number): number => (mirrored ? width - distance : distance);
  const [from, to] = [nameWidth + near, width - far];
  const [low, high] = domain;
  const along = (value: number): number => from + ((value - low) / (high - low || 1)) * (to - from);
  const texts: PlacedText[] = [];
  const write: Ranked['write'] = (
    text,
    distance,
    y,
    { anchor = 'start', size = type.label, weight = 400, fill = 'ink' } = {}
  ) => {
    const turned = { start: 'end', middle: 'middle', end: 'start' } as const;
    texts.push({ x: at(distance), y, text, size, weight, fill, anchor: mirrored ? turned[anchor] : anchor });
  };
  let y = top;
  const middles = labels.map((label) => {
    const lines = wrapText(label, above ? width : nameWidth - gap, type.label);
    const block = lines.length * line;
    const height = above ? block + barHeight + 8 : Math.max(barHeight, block) + 8;
    const middle = above ? y + block + 3 + barHeight / 2 : y + height / 2;
    const first = above ? y + type.label : middle - block / 2 + type.label * 0.5 + line * 0.36;
    lines.forEach((text, index) => write(text, 0, first + index * line));
    y += height;
    return middle;
  });
  const marks = ticks(low, high, count ?? (above ? 4 : 6));
  for (const tick of marks) {
    // A number at the very edge moves inwards, where it would be cut off else.
    const reach = textWidth(format(tick), type.tick) / 2;
    const middle = Math.min(Math.max(along(tick), reach), width - reach);
    write(format(tick), middle, y + 5 + type.tick, { anchor: 'middle', size: type.tick, fill: 'muted' });
  }
  const half = barHeight / 2 + 3;
  const stretches = above ? middles.map((middle) => [middle - half, middle + half] as const) : [[top, y] as const];
  return {
    type,
    at,
    x: (value) => at(along(value)),
    along,
    middles,
    barHeight,
    bottom: y + 5 + type.tick * 1.5,
    grid: marks.flatMap((tick) => stretches.map(([y1, y2]) => ({ x1: at(along(tick)), x2: at(along(tick)), y1, y2 }))),
    texts,
    write
  };
}

/** A bar between two values: the side that is nearer to the left comes first. */
export function barBetween(
  { x }: Pick<Ranked, 'x'>,
  from: number,
  to: number
): { readonly x: number; readonly width: number } {
  const [a, b] = [x(from), x(to)];
  return { x: Math.min(a, b), width: Math.abs(a - b) };
}

/** An interval with its two small ends. */
export function whisker({ x }: Pick<Ranked, 'x'>, low: number, high: number, y: number, end = 3): readonly Line[] {
  const [a, b] = [x(low), x(high)];
  return [
    { x1: a, x2: b, y1: y, y2: y },
    { x1: a, x2: a, y1: y - end, y2: y + end },
    { x1: b, x2: b, y1: y - end, y2: y + end }
  ];
}
