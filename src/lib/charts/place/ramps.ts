import type { FigureTexts, Ramp } from '../figure';
import type { Plot } from './axes';
import type { PlacedText, TypeScale } from './frame';
import { isolateNumbers, shortenText, textWidth } from './text';

/**
 * The inputs that move, under the axis: one row each, a wedge that rises from the month the input starts to move to the
 * month it arrives, then a line for as long as it stays; its name stands where there is room. A step is a wedge of no width.
 */
export interface PlacedRamp {
  readonly id: string;
  /** The wedge and the line that follows. */
  readonly path: string;
}

export interface PlacedRamps {
  readonly rows: readonly PlacedRamp[];
  readonly texts: readonly PlacedText[];
  readonly bottom: number;
}

const mostRows = 6;
const wedgeHeight = 5;

/** Rows below `top`; names may use the room up to `width`. Ramps that start after the last month are not drawn. */
export function placeRamps(
  ramps: readonly Ramp[],
  plot: Plot,
  months: number,
  width: number,
  top: number,
  type: TypeScale,
  texts: FigureTexts,
  mirrored: boolean
): PlacedRamps {
  const inside = ramps.filter(({ start }) => start < months);
  if (inside.length === 0) return { rows: [], texts: [], bottom: top };
  const rows: PlacedRamp[] = [];
  const words: PlacedText[] = [];
  const rowHeight = Math.ceil(type.tick * 1.3) + wedgeHeight + 6;
  const [edge, side] = mirrored ? ([plot.right, 'end'] as const) : ([plot.left, 'start'] as const);
  let y = top + 6;
  if (texts.ramps) {
    y += type.tick * type.leading;
    words.push(word(texts.ramps, edge, y, side, type, 'muted', 600));
    y += 6;
  }
  const shown = inside.length > mostRows ? inside.slice(0, mostRows - 1) : inside;
  for (const ramp of shown) {
    const from = plot.x(Math.max(0, ramp.start));
    const to = plot.x(Math.min(months, Math.max(ramp.start, ramp.end)));
    const base = y + rowHeight - 4;
    rows.push({ id: ramp.id, path: wedge(from, to, plot.right, base) });
    const room = Math.max(width - from, from - plot.left);
    const name = shortenText(`${ramp.label} ${isolateNumbers(ramp.detail)}`, room, type.tick);
    const fits = textWidth(name, type.tick) <= width - from;
    words.push(word(name, fits ? from : to, base - wedgeHeight - 4, fits ? 'start' : 'end', type, 'ink', 400));
    y += rowHeight;
  }
  if (shown.length < inside.length && texts.moreRamps) {
    y += type.tick * type.leading;
    words.push(word(texts.moreRamps(inside.length - shown.length), edge, y, side, type, 'muted', 400));
  }
  return { rows, texts: words, bottom: y + 4 };
}

function wedge(from: number, to: number, end: number, base: number): string {
  const [a, b, c] = [from, to, end].map((x) => x.toFixed(1));
  return `M${a},${base}L${b},${base - wedgeHeight}H${c}V${base}Z`;
}

function word(
  text: string,
  x: number,
  y: number,
  anchor: 'start' | 'end',
  type: TypeScale,
  fill: 'ink' | 'muted',
  weight: 400 | 600
): PlacedText {
  return { x, y, text, size: type.tick, weight, anchor, fill };
}
