import type { Frame } from '../figure';
import type { ColourName } from '../palette';
import { textWidth, wrapText, type Weight } from './text';

/**
 * The words around a plot: title, subtitle and legend above it, source and link below. They stand at the reading edge
 * (left, or right in Arabic). Anchors are physical, since the drawing's root always runs left to right.
 */
export interface PlacedText {
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly fill: ColourName;
}

/** Font sizes in pixels and the line height as a multiple. Arabic stands a step larger, with more leading. */
export interface TypeScale {
  readonly title: number;
  readonly subtitle: number;
  readonly label: number;
  readonly tick: number;
  readonly source: number;
  readonly leading: number;
}

const wideType = { title: 21, subtitle: 14, label: 13, tick: 12, source: 12 };
const narrowType = { ...wideType, title: 18 };

export function typeScale(frame: Pick<Frame, 'width' | 'locale'>): TypeScale {
  const sizes = frame.width < 520 ? narrowType : wideType;
  if (frame.locale === 'en') return { ...sizes, leading: 1.3 };
  return {
    title: sizes.title + 2,
    subtitle: sizes.subtitle + 1.5,
    label: sizes.label + 1.5,
    tick: sizes.tick + 1,
    source: sizes.source + 1,
    leading: 1.5
  };
}

export interface LegendEntry {
  readonly label: string;
  readonly colour: ColourName;
  readonly dashed: boolean;
  /** For an area in place of a line: the tints that lie over each other there. */
  readonly tints?: readonly number[];
}

export interface PlacedKey {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly colour: ColourName;
  readonly dashed: boolean;
  readonly tints?: readonly number[];
}

export interface PlacedHeader {
  readonly texts: readonly PlacedText[];
  readonly keys: readonly PlacedKey[];
  /** Where the header ends. */
  readonly bottom: number;
}

/**
 * Title, subtitle and, when entries are given, a legend line. `note` is added to the subtitle. A single entry, and entries for
 * areas alone, stand on the subtitle's line, at the far edge, so that a figure does not grow when they appear.
 */
export function placeHeader(frame: Frame, legend: readonly LegendEntry[], note?: string): PlacedHeader {
  const type = typeScale(frame);
  const subtitle = [frame.subtitle, note ?? ''].filter(Boolean).join(' · ');
  const texts: PlacedText[] = [];
  let y = 0;
  const write = (text: string, size: number, weight: Weight, fill: ColourName): void => {
    for (const line of wrapText(text, frame.width, size, weight)) {
      y += size * type.leading;
      texts.push(edgeText(frame, line, y - size * (type.leading - 1), size, weight, fill));
    }
  };
  write(frame.title, type.title, 600, 'ink');
  y += 3;
  write(subtitle, type.subtitle, 400, 'muted');
  const keys: PlacedKey[] = [];
  const last = texts.at(-1);
  const short = legend.length === 1 || (legend.length > 0 && legend.every(({ tints }) => tints));
  if (short && last) {
    const widths = legend.map((entry) => entryWidth(entry, type.label));
    let offset = frame.width - widths.reduce((sum, width) => sum + width + entryGap, -entryGap);
    if (textWidth(last.text, last.size, last.weight) + 24 <= offset) {
      legend.forEach((entry, index) => {
        placeEntry(frame, entry, offset, last.y, texts, keys);
        offset += widths[index]! + entryGap;
      });
      return { texts, keys, bottom: y };
    }
  }
  if (legend.length > 0) y = placeLegend(frame, legend, y + 8, texts, keys);
  return { texts, keys, bottom: y };
}

const keyLength = 22;
const entryGap = 18;

function entryWidth({ label }: LegendEntry, size: number): number {
  return keyLength + 6 + textWidth(label, size, 600) * 1.04;
}

/** Lays the entries along the reading direction, wrapping; gives the new bottom. */
function placeLegend(
  frame: Frame,
  legend: readonly LegendEntry[],
  top: number,
  texts: PlacedText[],
  keys: PlacedKey[]
): number {
  const { label: size, leading } = typeScale(frame);
  let offset = 0;
  let baseline = top + size * leading;
  for (const entry of legend) {
    const width = entryWidth(entry, size);
    if (offset > 0 && offset + width > frame.width) {
      offset = 0;
      baseline += size * leading;
    }
    placeEntry(frame, entry, offset, baseline, texts, keys);
    offset += width + entryGap;
  }
  return baseline + size * (leading - 1);
}

/** One entry, `offset` pixels from the reading edge. */
function placeEntry(
  frame: Frame,
  { label, colour, dashed, tints }: LegendEntry,
  offset: number,
  baseline: number,
  texts: PlacedText[],
  keys: PlacedKey[]
): void {
  const { label: size } = typeScale(frame);
  const mirrored = frame.direction === 'rtl';
  const at = (distance: number): number => (mirrored ? frame.width - distance : distance);
  const [x1, x2] = [at(offset), at(offset + keyLength)].sort((a, b) => a - b) as [number, number];
  keys.push({ x1, x2, y: baseline - size * 0.34, colour, dashed, ...(tints ? { tints } : {}) });
  texts.push({
    x: at(offset + keyLength + 6),
    y: baseline,
    text: label,
    size,
    weight: tints ? 400 : 600,
    anchor: mirrored ? 'end' : 'start',
    fill: tints ? 'muted' : colour
  });
}

/** Source and link, below `top`; gives the whole drawing's height. */
export function placeFooter(frame: Frame, top: number): { texts: PlacedText[]; bottom: number } {
  const { source: size, leading } = typeScale(frame);
  const texts: PlacedText[] = [];
  let y = top;
  for (const text of [frame.source, frame.link ?? '']) {
    for (const line of wrapText(text, frame.width, size)) {
      y += size * leading;
      texts.push(edgeText(frame, line, y, size, 400, 'muted'));
    }
  }
  return { texts, bottom: Math.ceil(y + size * 0.4) };
}

function edgeText(frame: Frame, text: string, y: number, size: number, weight: Weight, fill: ColourName): PlacedText {
  const mirrored = frame.direction === 'rtl';
  return { x: mirrored ? frame.width : 0, y, text, size, weight, fill, anchor: mirrored ? 'end' : 'start' };
}
