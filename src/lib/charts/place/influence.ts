import type { InfluenceFigureProps, Share, SharePanel } from '../figure';
import type { ColourName } from '../palette';
import { placeGrid, placePlot, placeYears, valueGutter, type PlacedGrid, type PlacedYears, type Plot } from './axes';
import { areaPath, linePath } from './curve';
import { dodge } from './dodge';
import type { ValueAxis } from './domain';
import { placeFooter, placeHeader, typeScale, type PlacedHeader, type PlacedText, type TypeScale } from './frame';
import { textWidth } from './text';

/**
 * Who holds influence: one panel a bloc, areas stacked to one. Every area is named beside its end, with its share, so that
 * colour alone tells nothing. The status quo's boundaries are dashed outlines over the areas.
 */
export interface PlacedInfluence {
  readonly height: number;
  readonly type: TypeScale;
  readonly header: PlacedHeader;
  readonly panels: readonly PlacedSharePanel[];
  readonly footer: readonly PlacedText[];
}

export interface PlacedSharePanel {
  readonly id: string;
  readonly title: PlacedText;
  readonly plot: Plot;
  readonly grid: PlacedGrid;
  readonly years: PlacedYears;
  readonly areas: readonly { readonly id: string; readonly path: string; readonly colour: ColourName }[];
  readonly outlines: readonly string[];
  readonly labels: readonly PlacedShareLabel[];
  /** Boundaries between areas, from the bottom, for the crosshair: `stack[i][month]`. */
  readonly stack: readonly Float64Array[];
}

export interface PlacedShareLabel {
  readonly id: string;
  readonly leader: string;
  readonly colour: ColourName;
  readonly name: PlacedText;
  /** Right edge and baseline of the share, whose words change with the month that is read. */
  readonly valueX: number;
  readonly y: number;
}

const between = 22;
const leaderLength = 12;

/** From this width on the panels stand side by side. */
const sideBySide = 760;

export function placeInfluence(props: InfluenceFigureProps): PlacedInfluence {
  const { panels, scale, width } = props;
  const type = typeScale(props);
  const columns = width >= sideBySide ? Math.max(1, panels.length) : 1;
  const axis: ValueAxis = { low: 0, high: 1, ticks: [0, 0.25, 0.5, 0.75, 1], focused: false };
  const outlined = panels.some(({ shares }) => shares.some(({ reference }) => reference !== undefined));
  const legend =
    outlined && props.texts.reference ? [{ label: props.texts.reference, colour: 'ink' as const, dashed: true }] : [];
  const header = placeHeader(props, legend);
  const left = valueGutter(axis, scale, type);
  const names = labelRoom(panels, scale, type);
  const columnWidth = (width - left - between * (columns - 1)) / columns;
  const plotHeight = props.plotHeight ?? (columns > 1 ? 250 : 190);
  const titleHeight = type.label * type.leading + 8;

  let y = header.bottom + 10;
  let bottom = y;
  const placed = panels.map((panel, index) => {
    const column = index % columns;
    if (column === 0 && index > 0) y = bottom + 14;
    const x0 = left + column * (columnWidth + between);
    const top = y + titleHeight;
    const box = { left: x0, right: x0 + columnWidth - names, top, bottom: top + plotHeight };
    const one = placePanel(props, panel, box, axis, type, column === 0);
    bottom = Math.max(bottom, one.years.bottom);
    return one;
  });
  const footer = placeFooter(props, bottom + 12);
  return { height: footer.bottom, type, header, panels: placed, footer: footer.texts };
}

/** Room right of a plot: leader, share, name. */
function labelRoom(panels: readonly SharePanel[], scale: InfluenceFigureProps['scale'], type: TypeScale): number {
  const labels = panels.flatMap(({ shares }) => shares.map(({ label }) => textWidth(label, type.tick) * 1.04));
  return Math.ceil(leaderLength + 4 + valueRoom(scale, type) + 6 + Math.max(0, ...labels));
}

/** The share's column is as wide as 88% in the reader's figures, whatever it says. */
function valueRoom(scale: InfluenceFigureProps['scale'], type: TypeScale): number {
  return textWidth(scale.format(0.88), type.tick, 600);
}

function placePanel(
  { scale, time, direction }: InfluenceFigureProps,
  { id, label, shares }: SharePanel,
  box: Pick<Plot, 'left' | 'right' | 'top' | 'bottom'>,
  axis: ValueAxis,
  type: TypeScale,
  first: boolean
): PlacedSharePanel {
  const plot = placePlot(box, time.months, axis);
  const stack = stackShares(
    shares.map(({ values }) => values),
    time.months + 1
  );
  const references = shares.flatMap(({ reference }) => (reference ? [reference] : []));
  const outlines = references.length === shares.length ? stackShares(references, time.months + 1) : [];
  const grid = placeGrid(plot, axis, scale, type);
  const mirrored = direction === 'rtl';
  return {
    id,
    title: {
      x: mirrored ? plot.right : plot.left,
      y: plot.top - 9,
      text: label,
      size: type.label,
      weight: 600,
      anchor: mirrored ? 'end' : 'start',
      fill: 'ink'
    },
    plot,
    grid: first ? grid : { ...grid, texts: [] },
    years: placeYears(plot, time, type),
    areas: shares.map((share, index) => ({
      id: share.id,
      path: areaPath(stack[index]!, stack[index + 1]!, plot.x, plot.y),
      colour: share.colour
    })),
    outlines: outlines
      .filter((line, boundary) => strays(line, stack[boundary]!))
      .map((line) => linePath(line, plot.x, plot.y)),
    labels: placeShareLabels(shares, stack, plot, time.months, scale, type),
    stack
  };
}

/** Whether an outline leaves its boundary far enough to be seen beside it; one that lies on it would only be noise. */
function strays(outline: Float64Array, boundary: Float64Array): boolean {
  return outline.some((value, month) => Math.abs(value - boundary[month]!) > 0.004);
}

/** Running sums of shares: element 0 is all zero, the last is their total. */
export function stackShares(shares: readonly ArrayLike<number>[], rows: number): Float64Array[] {
  const stack = [new Float64Array(rows)];
  for (const values of shares) {
    const below = stack.at(-1)!;
    const sum = new Float64Array(rows);
    for (let row = 0; row < rows; row++) sum[row] = below[row]! + (values[row] ?? NaN);
    stack.push(sum);
  }
  return stack;
}

function placeShareLabels(
  shares: readonly Share[],
  stack: readonly Float64Array[],
  plot: Plot,
  months: number,
  scale: InfluenceFigureProps['scale'],
  type: TypeScale
): PlacedShareLabel[] {
  const height = type.tick * (type.leading - 0.08);
  const middles = shares.map((_, index) => plot.y((stack[index]![months]! + stack[index + 1]![months]!) / 2));
  const centres = dodge(
    middles.map((centre) => ({ centre, height })),
    plot.top,
    plot.bottom + height / 2
  );
  const valueX = plot.right + leaderLength + 4 + valueRoom(scale, type);
  return shares.map(({ id, label, colour }, index) => {
    const y = centres[index]! + type.tick * 0.35;
    const [from, to] = [middles[index]!.toFixed(1), centres[index]!.toFixed(1)];
    const x = plot.right;
    return {
      id,
      colour,
      leader: `M${(x + 1).toFixed(1)},${from}H${(x + 4).toFixed(1)}L${(x + leaderLength - 3).toFixed(1)},${to}H${(x + leaderLength).toFixed(1)}`,
      name: { x: valueX + 6, y, text: label, size: type.tick, weight: 400, anchor: 'start', fill: 'ink' },
      valueX,
      y
    };
  });
}
