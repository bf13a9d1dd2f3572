import type { Frame, Table } from './figure';

/** What the figures of a discovery are told, and their numbers as tables. Shares go from 0 to 1. */

/** The boxes on the way inwards: what each holds of all runs that reach the goal, and how often it is reached inside. */
export interface PeelingFigureProps extends Frame {
  /** By step, as each is told. */
  readonly boxes: readonly { readonly coverage: number; readonly density: number; readonly ranges: number }[];
  /** By step, as it was peeled, before ranges that chance would bring as well were set free. */
  readonly peeled: readonly { readonly coverage: number; readonly density: number }[];
  readonly chosen: number;
  /** Step that stands there unless another one is chosen. */
  readonly suggested: number;
  readonly format: (share: number) => string;
  readonly texts: {
    readonly step: string;
    readonly coverage: string;
    readonly density: string;
    readonly ranges: string;
    /** Beside the line of all runs. */
    readonly all: string;
    /** What the thin line is. */
    readonly peeled: string;
    /** What the numbers at the points are. */
    readonly numbers: string;
    /** Beside the chosen point, in lines. */
    readonly chosen: readonly string[];
    /** Accessible name of the choice. */
    readonly reader: string;
    /** What is said of a step. */
    readonly say: (step: number) => string;
  };
  readonly onchoose?: ((step: number) => void) | undefined;
}

export interface AxisTick {
  /** Place on the axis, 0 to 1. */
  readonly at: number;
  readonly label: string;
}

/** How the runs lie over each restricted factor, those that reach the goal against the others, and the range of the box. */
export interface RangeStripsProps extends Frame {
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    /** The range in words: `at least 46%`. */
    readonly said: string;
    /** A second, quieter line. */
    readonly note: string;
    /** Ends of the box on the axis, 0 to 1; null where a side is free. */
    readonly low: number | null;
    readonly high: number | null;
    readonly lowLabel: string;
    readonly highLabel: string;
    /** Shares of the runs of each kind, slice by slice of the axis. */
    readonly reached: readonly number[];
    readonly others: readonly number[];
    readonly ticks: readonly AxisTick[];
  }[];
  readonly format: (share: number) => string;
  readonly texts: {
    readonly factor: string;
    readonly range: string;
    readonly slice: string;
    readonly reached: string;
    readonly others: string;
    readonly box: string;
    /** Said below where rows were left out; empty where none was. */
    readonly more: string;
  };
}

export interface PairAxis {
  readonly label: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly ticks: readonly AxisTick[];
  /** Places of the runs on the axis, 0 to 1. */
  readonly values: readonly number[];
  /** The place as a person reads it. */
  readonly format: (at: number) => string;
}

/** Runs over two factors at a time, with the box. */
export interface BoxPairsProps extends Frame {
  /** 1 to 3 factors; each pair of them is a panel. */
  readonly axes: readonly PairAxis[];
  readonly reached: readonly boolean[];
  readonly texts: {
    readonly reached: string;
    readonly others: string;
    readonly box: string;
    readonly run: string;
    readonly goal: string;
    readonly yes: string;
    readonly no: string;
  };
}

export function peelingTable({ title, subtitle, boxes, format, texts }: PeelingFigureProps): Table {
  const share = { unit: '', format };
  return {
    caption: `${title} — ${subtitle}`,
    columns: [
      { id: 'step', label: texts.step, unit: '' },
      { id: 'coverage', label: texts.coverage, ...share },
      { id: 'density', label: texts.density, ...share },
      { id: 'ranges', label: texts.ranges, unit: '', format: String }
    ],
    rows: boxes.map(({ coverage, density, ranges }, step) => [String(step), coverage, density, ranges])
  };
}

export function stripsTable({ title, subtitle, rows, format, texts }: RangeStripsProps): Table {
  const bins = rows[0]?.reached.length ?? 0;
  return {
    caption: `${title} — ${subtitle}`,
    columns: [
      { id: 'factor', label: texts.factor, unit: '' },
      { id: 'range', label: texts.range, unit: '' },
      { id: 'kind', label: texts.slice, unit: '' },
      ...Array.from({ length: bins }, (_, bin) => ({
        id: `slice.${bin}`,
        label: `${format(bin / bins)}–${format((bin + 1) / bins)}`,
        unit: '',
        format
      }))
    ],
    rows: rows.flatMap(({ label, said, reached, others }) => [
      [label, said, texts.reached, ...reached],
      [label, said, texts.others, ...others]
    ])
  };
}

export function pairsTable({ title, subtitle, axes, reached, texts }: BoxPairsProps): Table {
  return {
    caption: `${title} — ${subtitle}`,
    columns: [
      { id: 'run', label: texts.run, unit: '' },
      { id: 'reached', label: texts.goal, unit: '' },
      ...axes.map(({ label, format }, axis) => ({ id: `axis.${axis}`, label, unit: '', format }))
    ],
    rows: reached.map((isReached, run) => [
      String(run),
      isReached ? texts.yes : texts.no,
      ...axes.map(({ values }) => values[run] ?? NaN)
    ])
  };
}
