import type { Frame, TimeSpan } from './figure';

/** What the figures of a backtest are told. Values stand on the plot's own axis: who calls has transformed them. */
export interface HindcastProps extends Frame {
  readonly time: TimeSpan;
  /** Where the test begins, in months since the start. */
  readonly split: number;
  readonly panels: readonly HindcastPanel[];
  readonly texts: HindcastTexts;
  /** The month that is read out; null is none. Bindable. */
  month?: number | null;
}

export interface HindcastPanel {
  readonly id: string;
  readonly label: string;
  /** Unit, and the verdict. */
  readonly note: string;
  /** The output through its straight line, month by month. */
  readonly model: ArrayLike<number>;
  readonly points: readonly HindcastPoint[];
  /** Guesses of the baselines over the years of the test, by month; straight between their points. */
  readonly baselines: readonly { readonly id: 'persistence' | 'trend'; readonly points: readonly MonthValue[] }[];
  readonly axis: {
    readonly low: number;
    readonly high: number;
    readonly ticks: readonly { readonly value: number; readonly label: string }[];
  };
  /** What the panel says at a month, short: it stands in the place of the note. */
  readonly read: (month: number) => string;
}

export interface MonthValue {
  readonly month: number;
  readonly value: number;
}

/** One observation; with `interval` it is known to lie between two values only. */
export interface HindcastPoint extends MonthValue {
  readonly interval?: readonly [low: number, high: number] | undefined;
}

export interface HindcastTexts {
  readonly reader: string;
  readonly model: string;
  readonly observed: string;
  readonly interval: string;
  readonly persistence: string;
  readonly trend: string;
  readonly fit: string;
  readonly test: string;
}

/** Small strips of inputs over time, with what was forced above them. */
export interface HistoryProps extends Frame {
  readonly time: TimeSpan;
  readonly strips: readonly HistoryStrip[];
  /** Times of war, shaded in every strip. */
  readonly wars: readonly { readonly from: number; readonly to: number }[];
  /** Forced events by number, in the order of the list beside the figure. */
  readonly events: readonly { readonly number: string; readonly from: number; readonly to: number }[];
  readonly texts: { readonly events: string; readonly wars: string };
}

export interface HistoryStrip {
  readonly id: string;
  readonly label: string;
  /** Month by month. */
  readonly values: ArrayLike<number>;
  readonly low: number;
  readonly high: number;
  /** Value with its unit, for the end of the strip. */
  readonly format: (value: number) => string;
}
