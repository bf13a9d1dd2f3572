import type { Frame, Table } from './figure';

/** What the figures of a sensitivity study are told, and their numbers as tables. */

export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Shares of variance, a row for each group: what it does alone, and what it does in all. */
export interface IndexBarsProps extends Frame {
  readonly rows: readonly IndexRow[];
  /** A share 0 to 1 for people. */
  readonly format: (share: number) => string;
  readonly texts: {
    readonly group: string;
    readonly first: string;
    readonly total: string;
    readonly low: string;
    readonly high: string;
  };
}

export interface IndexRow {
  readonly id: string;
  readonly label: string;
  readonly first: Interval;
  readonly total: Interval;
}

/** A screening: how far the output moves with each factor, and how unevenly. */
export interface MorrisFigureProps extends Frame {
  /** In the order of rank. */
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly size: Interval;
    readonly sigma: number;
  }[];
  readonly format: (value: number) => string;
  readonly texts: {
    readonly factor: string;
    readonly size: string;
    readonly sigma: string;
    readonly low: string;
    readonly high: string;
    /** Under the horizontal axis of the scatter, and above its vertical one. */
    readonly sizeAxis: string;
    readonly sigmaAxis: string;
    /** Along the diagonal. */
    readonly diagonal: string;
  };
}

/** One factor at a time: the output at its low and at its high end, around a base. */
export interface TornadoFigureProps extends Frame {
  readonly base: { readonly label: string; readonly value: number };
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly low: number;
    readonly high: number;
  }[];
  readonly format: (value: number) => string;
  readonly texts: { readonly factor: string; readonly low: string; readonly high: string };
}

/** What matters when: an index of each group at several dates. */
export interface OverTimeFigureProps extends Frame {
  /** Labels of the dates: years. */
  readonly dates: readonly string[];
  readonly rows: readonly { readonly id: string; readonly label: string; readonly values: readonly number[] }[];
  readonly format: (share: number) => string;
  /** What is divided: one number a date. */
  readonly spread: {
    readonly label: string;
    readonly values: readonly number[];
    readonly format: (value: number) => string;
  };
  readonly texts: { readonly group: string };
}

export function indexTable({ title, subtitle, rows, format, texts }: IndexBarsProps): Table {
  const share = { unit: '', format };
  return {
    caption: `${title} — ${subtitle}`,
    columns: [
      { id: 'group', label: texts.group, unit: '' },
      { id: 'first', label: texts.first, ...share },
      { id: 'first.low', label: texts.low, ...share },
      { id: 'first.high', label: texts.high, ...share },
      { id: 'total', label: texts.total, ...share },
      { id: 'total.low', label: texts.low, ...share },
      { id: 'total.high', label: texts.high, ...share }
    ],
    rows: rows.map(({ label, first, total }) => [
      label,
      first.value,
      first.low,
      first.high,
      total.value,
      total.low,
      total.high
    ])
  };
}

export function morrisTable({ title, subtitle, rows, format, texts }: MorrisFigureProps): Table {
  const number = { unit: '', format };
  return {
    caption: `${title} — ${subtitle}`,
    columns: [
      { id: 'factor', label: texts.factor, unit: '' },
      { id: 'size', label: texts.size, ...number },
      { id: 'size.low', label: texts.low, ...number },
      { id: 'size.high', label: texts.high, ...number },
      { id: 'sigma', label: texts.sigma, ...number }
    ],
    rows: rows.map(({ label, size, sigma }) => [label, size.value, size.low, size.high, sigma])
  };
}

export function tornadoTable({ title, subtitle, rows, format, texts }: TornadoFigureProps): Table {
  return {
    caption: `${title} — ${subtitle}`,
    columns: [
      { id: 'factor', label: texts.factor, unit: '' },
      { id: 'low', label: texts.low, unit: '', format },
      { id: 'high', label: texts.high, unit: '', format }
    ],
    rows: rows.map(({ label, low, high }) => [label, low, high])
  };
}

export function overTimeTable({ title, subtitle, dates, rows, format, spread, texts }: OverTimeFigureProps): Table {
  return {
    caption: `${title} — ${subtitle}`,
    columns: [
      { id: 'group', label: texts.group, unit: '' },
      ...dates.map((date) => ({ id: date, label: date, unit: '', format }))
    ],
    rows: [
      ...rows.map(({ label, values }) => [label, ...values]),
      // Of another unit than the shares above it: said as text.
      [spread.label, ...spread.values.map((value) => spread.format(value))]
    ]
  };
}
