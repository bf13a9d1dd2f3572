import type { RangeStripsProps } from '../discovery';
import { placeFooter, placeHeader, typeScale, type PlacedText, type TypeScale } from './frame';
import type { Bar } from './index-bars';
import { keyWidth, placeKeyRow } from './key-row';
import type { Line } from './ranked';
import { textWidth, wrapText } from './text';

/**
 * A strip for each restricted factor: runs that reach the goal stand above a line, the others hang below it, each kind as
 * shares of its own; the range of the box lies over both. The name stands at the reading edge, or above its strip where it is
 * narrow; values grow to the right in both languages.
 */
export interface PlacedStrips {
  readonly height: number;
  readonly boxes: readonly Bar[];
  readonly reached: readonly Bar[];
  readonly others: readonly Bar[];
  readonly lines: readonly Line[];
  readonly limits: readonly Line[];
  readonly texts: readonly PlacedText[];
}

const narrow = 620;
const up = 42;
const down = 28;

export function placeStrips(props: RangeStripsProps): PlacedStrips {
  const { rows, texts: words, width, direction } = props;
  const type = typeScale(props);
  const mirrored = direction === 'rtl';
  const header = placeHeader(props, []);
  const legend = placeKeyRow(props, header.bottom + 6, [words.reached, words.others, words.box]);
  const isAbove = width < narrow;
  const column = isAbove ? 0 : Math.round(width * 0.34);
  const left = isAbove || mirrored ? 2 : column;
  const right = isAbove || !mirrored ? width - 2 : width - column;
  const x = (share: number): number => left + share * (right - left);
  const most = Math.max(1e-9, ...rows.flatMap(({ reached, others }) => [...reached, ...others]));
  const texts: PlacedText[] = [...header.texts, ...legend.texts];
  const placed = {
    boxes: [] as Bar[],
    reached: [] as Bar[],
    others: [] as Bar[],
    lines: [] as Line[],
    limits: [] as Line[]
  };
  legend.keys.forEach((key, index) => {
    const { x: from, y: middle } = key;
    if (index === 0) placed.reached.push({ x: from + 3, y: middle - 5, width: 16, height: 10 });
    if (index === 1) placed.others.push({ x: from + 3, y: middle - 5, width: 16, height: 10 });
    if (index === 2) {
      placed.boxes.push({ x: from + 3, y: middle - 7, width: keyWidth - 6, height: 14 });
      placed.limits.push(
        ...[from + 3, from + keyWidth - 3].map((at) => ({ x1: at, x2: at, y1: middle - 7, y2: middle + 7 }))
      );
    }
  });
  let y = legend.bottom + 14;
  for (const row of rows) {
    const edge = mirrored ? width : 0;
    const write = (text: string, at: number, look: Partial<PlacedText>): void => {
      texts.push({
        x: edge,
        y: at,
        text,
        size: type.label,
        weight: 400,
        anchor: mirrored ? 'end' : 'start',
        fill: 'ink',
        ...look
      });
    };
    const room = isAbove ? width : column - 24;
    const step = type.label * type.leading;
    const lines = [
      ...wrapText(row.label, room, type.label, 600).map((text) => ({ text, weight: 600 as const })),
      ...wrapText(row.said, room, type.label).map((text) => ({ text, fill: 'accent' as const })),
      ...wrapText(row.note, room, type.tick).map((text) => ({ text, size: type.tick, fill: 'muted' as const }))
    ];
    const block = lines.length * step;
    const strip = type.tick * 1.5 + up + down + type.tick * 1.9;
    const first = isAbove ? y + type.label : y + type.tick * 1.5 + type.label * 0.9;
    lines.forEach(({ text, ...look }, index) => write(text, first + index * step, look));
    const top = isAbove ? y + block + type.tick * 1.5 : y + type.tick * 1.5;
    const zero = top + up;
    const bins = row.reached.length;
    const gap = (right - left) / bins > 6 ? 1 : 0;
    for (let bin = 0; bin < bins; bin++) {
      const from = x(bin / bins) + gap / 2;
      const wide = (right - left) / bins - gap;
      const high = (row.reached[bin]! / most) * up;
      const deep = (row.others[bin]! / most) * down;
      if (high > 0) placed.reached.push({ x: from, y: zero - 1 - high, width: wide, height: high });
      if (deep > 0) placed.others.push({ x: from, y: zero + 1, width: wide, height: deep });
    }
    placed.lines.push({ x1: left, x2: right, y1: zero, y2: zero });
    const [low, high] = [x(row.low ?? 0), x(row.high ?? 1)];
    placed.boxes.push({ x: low, y: top - 4, width: Math.max(1, high - low), height: up + down + 8 });
    for (const [end, at] of [
      [row.low, low],
      [row.high, high]
    ] as const)
      if (end !== null) placed.limits.push({ x1: at, x2: at, y1: top - 4, y2: top + up + down + 4 });
    texts.push(...limitTexts(row, [low, high], [left, right], top - 8, type));
    for (const { at, label } of row.ticks) {
      const half = textWidth(label, type.tick) / 2;
      texts.push({
        x: Math.min(right - half, Math.max(left + half, x(at))),
        y: top + up + down + 8 + type.tick,
        text: label,
        size: type.tick,
        weight: 400,
        anchor: 'middle',
        fill: 'muted'
      });
      placed.lines.push({ x1: x(at), x2: x(at), y1: top + up + down + 3, y2: top + up + down + 6 });
    }
    y += Math.max(isAbove ? block + strip : 0, strip, isAbove ? 0 : block + type.tick) + 18;
  }
  if (words.more !== '') {
    for (const text of wrapText(words.more, width, type.label)) {
      texts.push({
        x: mirrored ? width : 0,
        y: y + type.label * 0.6,
        text,
        size: type.label,
        weight: 400,
        anchor: mirrored ? 'end' : 'start',
        fill: 'muted'
      });
      y += type.label * type.leading;
    }
  }
  const footer = placeFooter(props, y - 2);
  return { height: footer.bottom, ...placed, texts: [...texts, ...footer.texts] };
}

/** Limits stand over their lines, outside the box where there is room. */
function limitTexts(
  { low, high, lowLabel, highLabel }: RangeStripsProps['rows'][number],
  [from, to]: readonly [number, number],
  [left, right]: readonly [number, number],
  y: number,
  type: TypeScale
): PlacedText[] {
  const size = type.tick;
  const texts: PlacedText[] = [];
  const write = (text: string, x: number, anchor: 'start' | 'end'): void => {
    texts.push({ x, y, text, size, weight: 600, anchor, fill: 'accent' });
  };
  const wide = (text: string): number => textWidth(text, size, 600) * 1.03 + 2;
  if (low !== null) {
    const isTight = high !== null && to - from < wide(lowLabel) + wide(highLabel) + 8;
    if (from - left >= wide(lowLabel) && isTight) write(lowLabel, from, 'end');
    else write(lowLabel, from, 'start');
  }
  if (high !== null) {
    const isTight = low !== null && to - from < wide(lowLabel) + wide(highLabel) + 8;
    if (right - to >= wide(highLabel) && isTight) write(highLabel, to, 'start');
    else write(highLabel, to, 'end');
  }
  return texts;
}
