import type { PedigreeFigureProps } from '../figure';
import { placeFooter, placeHeader, typeScale, type PlacedHeader, type PlacedText } from './frame';
import { textWidth, wrapText } from './text';

/**
 * How many numbers of each group have each score: a row for a group, a column for a score, a bar as long as the count in each
 * cell. One scale for all cells, so that bars compare in both directions; every count is written beside its bar. Mirrored
 * in Arabic: rows are named at the right, scores and bars grow to the left.
 */
export interface PlacedPedigree {
  readonly height: number;
  readonly header: PlacedHeader;
  readonly texts: readonly PlacedText[];
  readonly bars: readonly PlacedBar[];
  /** Rules between rows: their y, from edge to edge. */
  readonly rules: readonly number[];
  readonly footer: readonly PlacedText[];
}

export interface PlacedBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const narrow = 560;
const gap = 10;

export function placePedigree(props: PedigreeFigureProps): PlacedPedigree {
  const { rows, scores, width, direction, format } = props;
  const type = typeScale(props);
  const header = placeHeader(props, []);
  const above = width < narrow;
  const nameWidth = above
    ? 0
    : Math.min(width * 0.3, Math.max(...rows.map(({ label }) => textWidth(label, type.label))) + 2 * gap);
  const column = (width - nameWidth) / scores.length;
  const greatest = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const countWidth = textWidth(format(greatest), type.tick) + 6;
  const longest = column - gap - countWidth;
  const line = type.label * type.leading;

  const mirrored = direction === 'rtl';
  const at = (distance: number): number => (mirrored ? width - distance : distance);
  const anchor = mirrored ? 'end' : 'start';
  const texts: PlacedText[] = [];
  const bars: PlacedBar[] = [];
  const rules: number[] = [];
  const write = (
    text: string,
    distance: number,
    y: number,
    { size = type.tick, weight = 400, fill = 'muted' }: Partial<Pick<PlacedText, 'size' | 'weight' | 'fill'>> = {}
  ): void => {
    texts.push({ x: at(distance), y, text, size, weight, anchor, fill });
  };

  let y = header.bottom + 14;
  let headBottom = y;
  scores.forEach(({ score, label }, index) => {
    const x = nameWidth + index * column;
    write(score, x, y + type.tick, { weight: 600, fill: 'ink' });
    const lines = above ? [] : wrapText(label, column - gap, type.tick);
    lines.forEach((text, row) => write(text, x, y + type.tick + (row + 1) * type.tick * type.leading));
    headBottom = Math.max(headBottom, y + type.tick * (1 + lines.length * type.leading) + 6);
  });
  y = headBottom;

  const barHeight = Math.round(type.label * 0.75);
  for (const { label, counts } of rows) {
    rules.push(y);
    if (above) {
      write(label, 0, y + line, { size: type.label, fill: 'ink' });
      y += line;
    } else {
      write(label, 0, y + line * 0.5 + 4 + type.label * 0.36, { size: type.label, fill: 'ink' });
    }
    const middle = y + line * 0.5 + 4;
    counts.forEach((count, index) => {
      if (count === 0) return;
      const from = nameWidth + index * column;
      const length = Math.max(1.5, (count / greatest) * longest);
      bars.push({
        x: mirrored ? at(from + length) : from,
        y: middle - barHeight / 2,
        width: length,
        height: barHeight
      });
      write(format(count), from + length + 4, middle + type.tick * 0.36, { fill: 'ink' });
    });
    y += line + 8;
  }
  rules.push(y);
  const footer = placeFooter(props, y + 6);
  return { height: footer.bottom, header, texts, bars, rules, footer: footer.texts };
}
