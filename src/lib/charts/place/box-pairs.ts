import type { BoxPairsProps, PairAxis } from '../discovery';
import { placeFooter, placeHeader, typeScale, type PlacedText, type TypeScale } from './frame';
import type { Bar } from './index-bars';
import { keyWidth, placeKeyRow } from './key-row';
import type { Line } from './ranked';
import { shortenText, textWidth } from './text';

/**
 * Runs over two factors at a time: a dot where the goal is reached, a small cross where it is not, and the box around. Values
 * grow upwards and to the right in both languages.
 */
export interface PlacedPairs {
  readonly height: number;
  readonly frames: readonly Bar[];
  readonly boxes: readonly Bar[];
  readonly dots: string;
  readonly crosses: string;
  readonly ticks: readonly Line[];
  readonly texts: readonly PlacedText[];
}

const gap = 28;
const arm = 2.2;

export function placePairs(props: BoxPairsProps): PlacedPairs {
  const { axes, reached, texts: words, width } = props;
  const type = typeScale(props);
  const header = placeHeader(props, []);
  const legend = placeKeyRow(props, header.bottom + 6, [words.reached, words.others, words.box]);
  const pairs = axes.flatMap((x, place) => axes.slice(place + 1).map((y) => ({ x, y })));
  const columns = Math.max(1, Math.min(pairs.length, Math.floor(width / 250)));
  const cell = Math.min(pairs.length === 1 ? 460 : Infinity, (width - (columns - 1) * gap) / columns);
  const mirrored = props.direction === 'rtl';
  const dots: string[] = [];
  const crosses: string[] = [];
  const frames: Bar[] = [];
  const boxes: Bar[] = [];
  const ticks: Line[] = [];
  const texts: PlacedText[] = [...header.texts, ...legend.texts];
  legend.keys.forEach(({ x, y }, index) => {
    const middle = x + keyWidth / 2;
    if (index === 0) dots.push(dot(middle, y));
    if (index === 1) crosses.push(cross(middle, y));
    if (index === 2) boxes.push({ x: x + 3, y: y - 6, width: keyWidth - 6, height: 12 });
  });
  const gutter =
    Math.ceil(Math.max(0, ...pairs.flatMap((pair) => pair.y.ticks.map(({ label }) => textWidth(label, type.tick))))) +
    8;
  let y = legend.bottom + 14;
  for (let first = 0; first < pairs.length; first += columns) {
    const row = pairs.slice(first, first + columns);
    let bottom = y;
    row.forEach((pair, place) => {
      const at = place * (cell + gap);
      const offset = mirrored ? width - at - cell : at;
      const [left, right] = [offset + gutter, offset + cell - 1];
      const top = y + type.tick * 2.2;
      const height = Math.round(Math.min(300, Math.max(180, (right - left) * 0.9)));
      const plot = { left, right, top, bottom: top + height };
      bottom = Math.max(bottom, placePanel(pair, plot, offset, type, { mirrored, ticks, texts }));
      frames.push({ x: left, y: top, width: right - left, height });
      const spotX = (share: number): number => left + share * (right - left);
      const spotY = (share: number): number => top + height - share * height;
      reached.forEach((isReached, run) => {
        const [cx, cy] = [spotX(pair.x.values[run]!), spotY(pair.y.values[run]!)];
        (isReached ? dots : crosses).push(isReached ? dot(cx, cy) : cross(cx, cy));
      });
      const [x1, x2] = [spotX(pair.x.low ?? 0), spotX(pair.x.high ?? 1)];
      const [y1, y2] = [spotY(pair.y.high ?? 1), spotY(pair.y.low ?? 0)];
      boxes.push({ x: x1, y: y1, width: x2 - x1, height: y2 - y1 });
    });
    y = bottom + 16;
  }
  const footer = placeFooter(props, y - 4);
  return {
    height: footer.bottom,
    frames,
    boxes,
    dots: dots.join(''),
    crosses: crosses.join(''),
    ticks,
    texts: [...texts, ...footer.texts]
  };
}

/** Names and ticks of both axes; gives where the panel ends. */
function placePanel(
  { x, y }: { readonly x: PairAxis; readonly y: PairAxis },
  plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
  offset: number,
  type: TypeScale,
  { mirrored, ticks, texts }: { readonly mirrored: boolean; readonly ticks: Line[]; readonly texts: PlacedText[] }
): number {
  const { left, right, top, bottom } = plot;
  const size = type.tick;
  const name = (text: string): string => shortenText(text, right - offset - 18, size, 600);
  texts.push(
    {
      x: mirrored ? right : offset,
      y: top - 12,
      text: `↑ ${name(y.label)}`,
      size,
      weight: 600,
      anchor: mirrored ? 'end' : 'start',
      fill: 'ink'
    },
    {
      x: right,
      y: bottom + 10 + size * 2.4,
      text: mirrored ? `→ ${name(x.label)}` : `${name(x.label)} →`,
      size,
      weight: 600,
      anchor: 'end',
      fill: 'ink'
    }
  );
  let last = -Infinity;
  for (const { at, label } of x.ticks) {
    const half = textWidth(label, size) / 2;
    const middle = Math.min(right - half, Math.max(left + half, left + at * (right - left)));
    const spot = left + at * (right - left);
    ticks.push({ x1: spot, x2: spot, y1: bottom, y2: bottom + 4 });
    if (middle - half < last + 6) continue;
    last = middle + half;
    texts.push({ x: middle, y: bottom + 6 + size, text: label, size, weight: 400, anchor: 'middle', fill: 'muted' });
  }
  for (const { at, label } of y.ticks) {
    const spot = bottom - at * (bottom - top);
    ticks.push({ x1: left - 4, x2: left, y1: spot, y2: spot });
    texts.push({ x: left - 7, y: spot + size * 0.35, text: label, size, weight: 400, anchor: 'end', fill: 'muted' });
  }
  return bottom + 12 + size * 2.9;
}

/** A line of no length: its round ends make the dot. */
function dot(x: number, y: number): string {
  return `M${x.toFixed(1)},${y.toFixed(1)}h.01`;
}

function cross(x: number, y: number): string {
  return `M${(x - arm).toFixed(1)},${(y - arm).toFixed(1)}l${2 * arm},${2 * arm}m0,${-2 * arm}l${-2 * arm},${2 * arm}`;
}
