import type { Frame } from '../figure';
import { typeScale, type PlacedText } from './frame';
import { textWidth } from './text';

/** What marks mean, in a row that wraps: for each name the left end and the middle of the room for its mark. */
export interface KeyRow {
  readonly keys: readonly { readonly x: number; readonly y: number }[];
  readonly texts: readonly PlacedText[];
  readonly bottom: number;
}

/** Room for a mark. */
export const keyWidth = 22;

export function placeKeyRow(frame: Frame, top: number, labels: readonly string[]): KeyRow {
  const { label: size, leading } = typeScale(frame);
  const { width } = frame;
  const mirrored = frame.direction === 'rtl';
  let offset = 0;
  let baseline = top + size * 1.2;
  const keys: KeyRow['keys'][number][] = [];
  const texts: PlacedText[] = [];
  for (const text of labels) {
    const long = keyWidth + 6 + textWidth(text, size) * 1.03;
    if (offset > 0 && offset + long > width) {
      offset = 0;
      baseline += size * leading;
    }
    keys.push({ x: mirrored ? width - offset - keyWidth : offset, y: baseline - size * 0.36 });
    texts.push({
      x: mirrored ? width - offset - keyWidth - 6 : offset + keyWidth + 6,
      y: baseline,
      text,
      size,
      weight: 400,
      anchor: mirrored ? 'end' : 'start',
      fill: 'ink'
    });
    offset += long + 20;
  }
  return { keys, texts, bottom: baseline + size * (leading - 1) };
}
