import type { HistoryProps, HistoryStrip } from '../hindcast';
import { placePlot, placeYears, type PlacedYears, type Plot } from './axes';
import { areaPath, linePath } from './curve';
import { placeFooter, placeHeader, typeScale, type PlacedHeader, type PlacedText, type TypeScale } from './frame';
import { shortenText, textWidth } from './text';

/**
 * Inputs of a history as strips, placed: columns of strips over the same years, each on the whole range of its input, times
 * of war shaded through all of them, and above every column the forced events by their numbers, in rows that keep clear of
 * each other.
 */
export interface PlacedHistory {
  readonly height: number;
  readonly header: PlacedHeader;
  readonly columns: readonly PlacedHistoryColumn[];
  readonly footer: readonly PlacedText[];
}

export interface PlacedHistoryColumn {
  readonly texts: readonly PlacedText[];
  readonly marks: readonly {
    readonly x: number;
    readonly width: number;
    readonly y: number;
    readonly lasting: boolean;
  }[];
  readonly wars: readonly {
    readonly x: number;
    readonly width: number;
    readonly top: number;
    readonly height: number;
  }[];
  readonly strips: readonly {
    readonly id: string;
    readonly line: string;
    readonly area: string;
    readonly base: number;
  }[];
  readonly plot: Plot;
  readonly years: PlacedYears;
  readonly grid: PlacedYears['ticks'];
}

const between = 36;
const stripHeight = 26;
const markRow = 17;

export function placeHistory(props: HistoryProps): PlacedHistory {
  const { strips, width, direction } = props;
  const type = typeScale(props);
  const count = columnsFor(width);
  const header = placeHeader(props, []);
  const columnWidth = (width - between * (count - 1)) / count;
  const perColumn = Math.ceil(strips.length / count);
  const top = header.bottom + 10;
  const columns = Array.from({ length: count }, (_, column) => {
    const left = (direction === 'rtl' ? count - 1 - column : column) * (columnWidth + between);
    const own = strips.slice(column * perColumn, (column + 1) * perColumn);
    return placeColumn(props, own, type, { left, width: columnWidth, top });
  });
  const bottom = Math.max(...columns.map(({ years }) => years.bottom));
  const footer = placeFooter(props, bottom + 14);
  return { height: footer.bottom, header, columns, footer: footer.texts };
}

function columnsFor(width: number): number {
  if (width >= 900) return 3;
  return width >= 560 ? 2 : 1;
}

function placeColumn(
  { time, wars, events, texts: words, direction }: HistoryProps,
  strips: readonly HistoryStrip[],
  type: TypeScale,
  box: { readonly left: number; readonly width: number; readonly top: number }
): PlacedHistoryColumn {
  const mirrored = direction === 'rtl';
  const edge = mirrored ? box.left + box.width : box.left;
  const far = mirrored ? box.left : box.left + box.width;
  const near = mirrored ? 'end' : 'start';
  const away = mirrored ? 'start' : 'end';
  const line = type.tick * type.leading;
  const texts: PlacedText[] = [
    { x: edge, y: box.top + line, text: words.events, size: type.tick, weight: 600, anchor: near, fill: 'ink' }
  ];
  const x = placePlot({ left: box.left, right: box.left + box.width, top: 0, bottom: 1 }, time.months, {
    low: 0,
    high: 1
  }).x;

  // Numbers that would touch go down a row.
  const ends: number[] = [];
  const marksTop = box.top + line + 8;
  const right = box.left + box.width;
  const marks = events.map(({ number, from, to }) => {
    const wide = textWidth(number, type.tick) + 4;
    const start = x(from);
    const end = Math.max(x(to), start + 2);
    // Near the end of the time a number stands before its mark.
    const turned = start + wide > right;
    const first = turned ? start - wide : start;
    const free = ends.findIndex((last) => last <= first - 2);
    const row = free < 0 ? ends.length : free;
    ends[row] = turned ? end + 4 : Math.max(end, start + wide + 4);
    const y = marksTop + row * markRow;
    texts.push({
      x: turned ? start - 3 : start + 3,
      y: y + type.tick * 0.9,
      text: number,
      size: type.tick,
      weight: 400,
      anchor: turned ? 'end' : 'start',
      fill: 'ink'
    });
    return { x: start, width: Math.min(end, right) - start, y, lasting: to - from > 1 };
  });
  let y = marksTop + ends.length * markRow + 6;
  const firstStrip = y;
  const placed = strips.map(({ id, label, values, low, high, format }) => {
    const last = format(values[values.length - 1] ?? NaN);
    const room = box.width - textWidth(last, type.tick) - 12;
    texts.push(
      {
        x: edge,
        y: y + line,
        text: shortenText(label, room, type.tick),
        size: type.tick,
        weight: 400,
        anchor: near,
        fill: 'ink'
      },
      { x: far, y: y + line, text: last, size: type.tick, weight: 400, anchor: away, fill: 'muted' }
    );
    const top = y + line + 4;
    const plot = placePlot(
      { left: box.left, right: box.left + box.width, top, bottom: top + stripHeight },
      time.months,
      { low, high }
    );
    y = top + stripHeight + 4;
    return {
      id,
      line: linePath(values, plot.x, plot.y),
      area: areaPath(
        Array.from(values, () => low),
        values,
        plot.x,
        plot.y
      ),
      base: plot.bottom
    };
  });
  const plot = placePlot({ left: box.left, right: box.left + box.width, top: firstStrip, bottom: y }, time.months, {
    low: 0,
    high: 1
  });
  const years = within(placeYears(plot, time, type), plot);
  return {
    texts,
    marks,
    wars: wars.map(({ from, to }) => ({
      x: plot.x(from),
      width: plot.x(to) - plot.x(from),
      top: marksTop - 2,
      height: y - marksTop + 2
    })),
    strips: placed,
    plot,
    years,
    grid: years.ticks
  };
}

/** Years that would stand out over the ends of the axis are not named. */
function within(years: PlacedYears, { left, right }: Plot): PlacedYears {
  const fits = ({ x, text, size }: PlacedText): boolean => {
    const half = textWidth(text, size) / 2;
    return left <= x - half && x + half <= right;
  };
  return { ...years, texts: years.texts.filter(fits) };
}
