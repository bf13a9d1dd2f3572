import type { HindcastPanel, HindcastProps } from '../hindcast';
import { placePlot, placeYears, type PlacedGrid, type PlacedYears, type Plot } from './axes';
import { linePath } from './curve';
import { placeFooter, placeHeader, typeScale, type PlacedHeader, type PlacedText, type TypeScale } from './frame';
import { shortenText, textWidth, wrapText } from './text';

/**
 * A backtest, placed: one panel a series, each on its own axis, since their units differ; the same years below all of them
 * and the same line where the test begins. The model is a line, what was observed are dots, an interval is a bar, and the
 * baselines stay faint.
 */
export interface PlacedHindcast {
  readonly height: number;
  readonly type: TypeScale;
  readonly header: PlacedHeader;
  readonly legend: PlacedMarks;
  readonly panels: readonly PlacedHindcastPanel[];
  readonly footer: readonly PlacedText[];
}

export interface PlacedMarks {
  readonly texts: readonly PlacedText[];
  readonly keys: readonly { readonly kind: MarkKind; readonly x1: number; readonly x2: number; readonly y: number }[];
}

export type MarkKind = 'model' | 'observed' | 'interval' | 'persistence' | 'trend';

export interface PlacedHindcastPanel {
  readonly id: string;
  readonly title: readonly PlacedText[];
  readonly note: PlacedText;
  readonly plot: Plot;
  readonly grid: PlacedGrid;
  readonly years: PlacedYears;
  /** The line where the test begins, and the words on both sides of it. */
  readonly split: { readonly x: number; readonly texts: readonly PlacedText[] };
  readonly model: string;
  readonly baselines: readonly { readonly id: 'persistence' | 'trend'; readonly path: string }[];
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  readonly bars: readonly { readonly x: number; readonly top: number; readonly bottom: number }[];
}

const between = 28;

export function placeHindcast(props: HindcastProps): PlacedHindcast {
  const { panels, width } = props;
  const type = typeScale(props);
  const columns = columnsFor(width);
  const header = placeHeader(props, []);
  const legend = placeLegend(props, type, header.bottom + 6);
  const columnWidth = (width - between * (columns - 1)) / columns;
  // The reading order runs from the reading edge; time inside a panel always left to right.
  const leftOf = (column: number): number =>
    (props.direction === 'rtl' ? columns - 1 - column : column) * (columnWidth + between);
  let y = legend.bottom + 14;
  let bottom = y;
  const placed = panels.map((panel, index) => {
    const column = index % columns;
    if (column === 0 && index > 0) y = bottom + 20;
    const rowLines = Math.max(
      ...panels.slice(index - column, index - column + columns).map((one) => titleLines(one, columnWidth, type).length)
    );
    const one = placePanel(props, panel, type, { left: leftOf(column), top: y, width: columnWidth, rowLines });
    bottom = Math.max(bottom, one.years.bottom);
    return one;
  });
  const footer = placeFooter(props, bottom + 14);
  return { height: footer.bottom, type, header, legend, panels: placed, footer: footer.texts };
}

function columnsFor(width: number): number {
  if (width >= 900) return 3;
  return width >= 560 ? 2 : 1;
}

function titleLines({ label }: HindcastPanel, width: number, type: TypeScale): readonly string[] {
  return wrapText(label, width, type.label, 600);
}

function placePanel(
  { time, split, direction, texts }: HindcastProps,
  panel: HindcastPanel,
  type: TypeScale,
  box: { readonly left: number; readonly top: number; readonly width: number; readonly rowLines: number }
): PlacedHindcastPanel {
  const mirrored = direction === 'rtl';
  const edge = mirrored ? box.left + box.width : box.left;
  const anchor = mirrored ? 'end' : 'start';
  const line = type.label * type.leading;
  const title = titleLines(panel, box.width, type).map((text, index): PlacedText => {
    return { x: edge, y: box.top + line * (index + 0.8), text, size: type.label, weight: 600, anchor, fill: 'ink' };
  });
  const noteY = box.top + line * (box.rowLines + 0.75);
  const { low, high, ticks } = panel.axis;
  const gutter = Math.ceil(Math.max(...ticks.map(({ label }) => textWidth(label, type.tick)))) + 8;
  const top = noteY + 26;
  const plot = placePlot(
    { left: box.left + gutter, right: box.left + box.width - 4, top, bottom: top + 132 },
    time.months,
    { low, high }
  );
  const at = plot.x(split);
  const word = (text: string, x: number, end: 'start' | 'end'): PlacedText => ({
    x,
    y: plot.top - 6,
    text,
    size: type.tick,
    weight: 400,
    anchor: end,
    fill: 'muted'
  });
  return {
    id: panel.id,
    title,
    note: {
      x: edge,
      y: noteY,
      text: shortenText(panel.note, box.width, type.tick),
      size: type.tick,
      weight: 400,
      anchor,
      fill: 'muted'
    },
    plot,
    grid: {
      lines: ticks.map(({ value }) => ({ y: plot.y(value), base: value === 0 })),
      texts: ticks.map(({ value, label }) => ({
        x: plot.left - 8,
        y: plot.y(value) + type.tick * 0.35,
        text: label,
        size: type.tick,
        weight: 400,
        anchor: 'end',
        fill: 'muted'
      }))
    },
    years: placeYears(plot, time, type),
    split: { x: at, texts: [word(texts.fit, at - 6, 'end'), word(texts.test, at + 6, 'start')] },
    model: linePath(panel.model, plot.x, plot.y),
    baselines: panel.baselines.map(({ id, points }) => ({
      id,
      path: points
        .map(({ month, value }, index) => `${index === 0 ? 'M' : 'L'}${round(plot.x(month))},${round(plot.y(value))}`)
        .join('')
    })),
    dots: panel.points
      .filter(({ interval }) => !interval)
      .map(({ month, value }) => ({ x: plot.x(month), y: plot.y(value) })),
    bars: panel.points.flatMap(({ month, interval }) =>
      interval ? [{ x: plot.x(month), top: plot.y(interval[1]), bottom: plot.y(interval[0]) }] : []
    )
  };
}

const keyWidth: Readonly<Record<MarkKind, number>> = {
  model: 24,
  observed: 10,
  interval: 8,
  persistence: 24,
  trend: 24
};

function placeLegend(props: HindcastProps, type: TypeScale, top: number): PlacedMarks & { readonly bottom: number } {
  const { texts: words, width, direction, panels } = props;
  const mirrored = direction === 'rtl';
  const hasBars = panels.some(({ points }) => points.some(({ interval }) => interval));
  const kinds = (['model', 'observed', 'interval', 'persistence', 'trend'] as const).filter(
    (kind) => kind !== 'interval' || hasBars
  );
  const texts: PlacedText[] = [];
  const keys: PlacedMarks['keys'][number][] = [];
  const size = type.label;
  let offset = 0;
  let baseline = top + size * type.leading;
  for (const kind of kinds) {
    const key = keyWidth[kind];
    const long = key + 6 + textWidth(words[kind], size) * 1.03;
    if (offset > 0 && offset + long > width) {
      offset = 0;
      baseline += size * type.leading;
    }
    const at = (distance: number): number => (mirrored ? width - distance : distance);
    const [x1, x2] = [at(offset), at(offset + key)].sort((a, b) => a - b) as [number, number];
    keys.push({ kind, x1, x2, y: baseline - size * 0.34 });
    texts.push({
      x: at(offset + key + 6),
      y: baseline,
      text: words[kind],
      size,
      weight: 400,
      anchor: mirrored ? 'end' : 'start',
      fill: 'ink'
    });
    offset += long + 18;
  }
  return { texts, keys, bottom: baseline + size * 0.4 };
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}

/** Where the model's line stands at a month, and what the panel says there. */
export function placeReading(
  panel: HindcastPanel,
  { plot, note }: PlacedHindcastPanel,
  month: number,
  width: number
): { readonly x: number; readonly y: number | null; readonly text: PlacedText } {
  const value = panel.model[month];
  return {
    x: plot.x(month),
    y: value === undefined || !Number.isFinite(value) ? null : plot.y(value),
    text: { ...note, text: shortenText(panel.read(month), width, note.size), fill: 'ink' }
  };
}
