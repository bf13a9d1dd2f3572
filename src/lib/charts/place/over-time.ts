import type { OverTimeFigureProps } from '../sensitivity';
import { placeFooter, placeHeader, typeScale, type PlacedText } from './frame';
import type { Bar } from './index-bars';
import type { Line } from './ranked';
import { shortenText, textWidth, wrapText } from './text';

/**
 * What matters when: a row for each group, a bar for each date, all on one scale; the highest and the last bar of a row say
 * their number. Time runs left to right in both languages. Below stands what is divided: the spread of the output.
 */
export interface PlacedOverTime {
  readonly height: number;
  readonly bars: readonly Bar[];
  readonly baselines: readonly Line[];
  readonly texts: readonly PlacedText[];
}

const narrow = 560;
const rowHeight = 46;

export function placeOverTime(props: OverTimeFigureProps): PlacedOverTime {
  const { dates, rows, format, spread, width, direction } = props;
  const type = typeScale(props);
  const header = placeHeader(props, []);
  const above = width < narrow;
  const mirrored = direction === 'rtl';
  const line = type.label * type.leading;
  const labels = [...rows.map(({ label }) => label), spread.label];
  const nameWidth = above
    ? 0
    : Math.min(width * 0.34, Math.max(...labels.map((label) => textWidth(label, type.label))) + 20);
  const [left, right] = mirrored ? [0, width - nameWidth] : [nameWidth, width];
  const step = (right - left) / dates.length;
  const centre = (date: number): number => left + step * (date + 0.5);
  const texts: PlacedText[] = [];
  const text = (value: string, x: number, y: number, look: Partial<PlacedText> = {}): void =>
    void texts.push({ x, y, text: value, size: type.tick, weight: 400, anchor: 'middle', fill: 'muted', ...look });
  const name = (label: string, y: number): number => {
    const lines = above ? [shortenText(label, width, type.label)] : wrapText(label, nameWidth - 12, type.label);
    lines.forEach((each, index) =>
      text(each, mirrored ? width : 0, y + (index - (above ? 0 : lines.length - 1)) * line, {
        size: type.label,
        anchor: mirrored ? 'end' : 'start',
        fill: 'ink'
      })
    );
    return lines.length;
  };
  const highest = Math.max(...rows.flatMap(({ values }) => values.filter(Number.isFinite)), 1e-9);
  const bars: Bar[] = [];
  const baselines: Line[] = [];
  let y = header.bottom + 10;
  for (const { label, values } of rows) {
    if (above) {
      name(label, y + type.label);
      y += line;
    }
    const base = y + rowHeight;
    if (!above) name(label, base);
    const finite = values.map((value) => (Number.isFinite(value) ? Math.max(0, value) : 0));
    const peak = finite.indexOf(Math.max(...finite));
    finite.forEach((value, date) => {
      const height = (value / highest) * (rowHeight - type.tick - 6);
      bars.push({ x: centre(date) - step * 0.33, y: base - height, width: step * 0.66, height });
      const told = date === finite.length - 1 || (date === peak && peak < finite.length - (above ? 2 : 1));
      if (told) text(format(value), centre(date), base - height - 4, { weight: 600, fill: 'ink' });
    });
    baselines.push({ x1: left, x2: right, y1: base, y2: base });
    y = base + 10;
  }
  dates.forEach((date, index) => {
    const fits = step > textWidth(date, type.tick) + 4;
    if (fits || (dates.length - 1 - index) % 2 === 0) text(date, centre(index), y + type.tick);
  });
  y += type.tick + 12;
  if (above) {
    name(spread.label, y + type.label);
    y += line;
  } else name(spread.label, y + type.label);
  spread.values.forEach((value, index) => {
    const fits = step > textWidth(spread.format(value), type.tick) + 4;
    if (fits || (dates.length - 1 - index) % 2 === 0)
      text(spread.format(value), centre(index), y + type.label, { fill: 'ink' });
  });
  y += type.label + 4;
  const footer = placeFooter(props, y + 6);
  return { height: footer.bottom, bars, baselines, texts: [...header.texts, ...texts, ...footer.texts] };
}
