import type { Frame, Table, TableColumn, TimeSpan, ValueScale } from './figure';
import type { ComparedColour } from './palette';
import { monthId } from './place/months';

/**
 * Figures that set up to four scenarios side by side. A scenario's place among them, 0 to 3, gives it its colour, its dash
 * and its mark in every figure of a page, so that nobody depends on colour.
 */
export interface ComparedStyle {
  readonly colour: ComparedColour;
  readonly dash: string | undefined;
  readonly mark: 'circle' | 'square' | 'triangle' | 'diamond';
}

export const comparedStyles: readonly ComparedStyle[] = [
  { colour: 'compared-a', dash: undefined, mark: 'circle' },
  { colour: 'compared-b', dash: '9 4', mark: 'square' },
  { colour: 'compared-c', dash: '2 3.5', mark: 'triangle' },
  { colour: 'compared-d', dash: '9 3.5 2 3.5', mark: 'diamond' }
];

export function comparedStyle(place: number): ComparedStyle {
  return comparedStyles[place % comparedStyles.length]!;
}

/** A scenario in a figure. */
export interface ComparedScenario {
  readonly id: string;
  readonly label: string;
  /** 0 to 3. */
  readonly place: number;
}

export interface ComparedLine extends ComparedScenario {
  readonly values: ArrayLike<number>;
  /** Wider intervals first, as in `Band`. */
  readonly bands?:
    | readonly { readonly low: ArrayLike<number>; readonly high: ArrayLike<number>; readonly opacity: number }[]
    | undefined;
}

export interface ComparedPanel {
  readonly id: string;
  /** Name of the quantity; shown where there are several panels. */
  readonly label: string;
  /** Each panel has its own axis; all scenarios of a panel share it. */
  readonly scale: ValueScale;
  readonly lines: readonly ComparedLine[];
}

/** One panel fills the figure and names its lines at their ends; several stand in columns under a legend. */
export interface CompareFigureProps extends Frame {
  readonly time: TimeSpan;
  readonly panels: readonly ComparedPanel[];
  readonly texts: { readonly reader: string; readonly month: string };
  readonly plotHeight?: number | undefined;
  month?: number | null;
}

/** A scenario's difference to the baseline at a date: median, middle half and 5 to 95 per cent of the futures. */
export interface DifferenceRow extends ComparedScenario {
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
  /** `better in 93% of futures`. */
  readonly said: string;
}

export interface DifferenceStripProps extends Frame {
  /** Formats differences with their sign. */
  readonly scale: ValueScale;
  readonly groups: readonly { readonly id: string; readonly label: string; readonly rows: readonly DifferenceRow[] }[];
  /** What nought is: the name of the baseline. */
  readonly zero: string;
  /** Headers of the table twin. */
  readonly texts: {
    readonly date: string;
    readonly scenario: string;
    readonly low: string;
    readonly median: string;
    readonly high: string;
    readonly said: string;
  };
}

/** Where a scenario lies by two quantities: its median, 5 to 95 per cent, and single futures. */
export interface TradeoffPoint extends ComparedScenario {
  readonly x: { readonly p5: number; readonly p50: number; readonly p95: number };
  readonly y: { readonly p5: number; readonly p50: number; readonly p95: number };
  /** Single futures: element i of both is the same future. */
  readonly cloud: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> };
}

export interface TradeoffFigureProps extends Frame {
  readonly x: { readonly label: string; readonly scale: ValueScale };
  readonly y: { readonly label: string; readonly scale: ValueScale };
  readonly points: readonly TradeoffPoint[];
  readonly texts: { readonly scenario: string; readonly low: string; readonly median: string; readonly high: string };
  readonly plotHeight?: number | undefined;
}

export function compareTable({ title, time, panels, texts }: CompareFigureProps): Table {
  const several = panels.length > 1;
  const columns = panels.flatMap(({ id, label, scale, lines }) =>
    lines.map((line) => ({
      id: `${id}.${line.id}`,
      label: several ? `${label}: ${line.label}` : line.label,
      unit: scale.unit,
      format: scale.format,
      values: line.values
    }))
  );
  return {
    caption: title,
    columns: [{ id: 'month', label: texts.month, unit: '' }, ...columns.map(({ values: _, ...column }) => column)],
    rows: Array.from({ length: time.months + 1 }, (_, month) => [
      monthId(time.start, month),
      ...columns.map(({ values }) => values[month] ?? NaN)
    ])
  };
}

function numberColumn(id: string, label: string, scale: ValueScale): TableColumn {
  return { id, label, unit: scale.unit, format: scale.format };
}

export function differenceTable({ title, scale, groups, texts }: DifferenceStripProps): Table {
  return {
    caption: title,
    columns: [
      { id: 'date', label: texts.date, unit: '' },
      { id: 'scenario', label: texts.scenario, unit: '' },
      numberColumn('low', texts.low, scale),
      numberColumn('median', texts.median, scale),
      numberColumn('high', texts.high, scale),
      { id: 'said', label: texts.said, unit: '' }
    ],
    rows: groups.flatMap(({ label, rows }) => rows.map((row) => [label, row.label, row.p5, row.p50, row.p95, row.said]))
  };
}

export function tradeoffTable({ title, x, y, points, texts }: TradeoffFigureProps): Table {
  const columns = [x, y].flatMap(({ label, scale }, axis) =>
    (['low', 'median', 'high'] as const).map((which) =>
      numberColumn(`${axis === 0 ? 'x' : 'y'}.${which}`, `${label}: ${texts[which]}`, scale)
    )
  );
  return {
    caption: title,
    columns: [{ id: 'scenario', label: texts.scenario, unit: '' }, ...columns],
    rows: points.map((point) => [point.label, ...[point.x, point.y].flatMap(({ p5, p50, p95 }) => [p5, p50, p95])])
  };
}
