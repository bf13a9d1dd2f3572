/**
 * What a model is held against: a coded history of its inputs (`history.yaml`) and the series that were observed in the
 * same years (`observed.yaml`). Plain data beside the model: it enters neither `lean(model)` nor a frozen version, and what
 * a scenario computes does not depend on it. A file that has been checked holds: every name is one of the model's, every
 * month lies in the span, every input has one value a year, every source is in sources.yaml.
 */
import type { Bilingual } from './model';

/** Years from the first to the last, both included. */
export type YearSpan = readonly [first: number, last: number];

export interface History {
  readonly about: Bilingual;
  /** `YYYY-MM` of month 0. */
  readonly start: string;
  /** Number of months from month 0 to the last. */
  readonly months: number;
  readonly integrator: 'euler' | 'rk4';
  readonly stepsPerMonth: number;
  /** Choices of switches that hold during the run, by switch. */
  readonly switches: Readonly<Record<string, string>>;
  /** Years that `inputs` have a value for. */
  readonly years: YearSpan;
  readonly inputs: readonly HistoryInput[];
  /** Values of stocks at month 0 by cell; others start as the model says. */
  readonly initial: Readonly<Record<string, number>>;
  /** In the order in which they strike. */
  readonly events: readonly HistoryEvent[];
  /** Times of war, which the test of the hazard leaves out; each begins with an onset. */
  readonly wars: readonly War[];
  /** The cell that is a hazard of war per year, and the event that forces a war. */
  readonly hazard?: { readonly cell: string; readonly event: string };
}

/** One input over the years, in the person's unit: yearly values, each of them that of the middle of its year. */
export interface HistoryInput {
  readonly id: string;
  readonly values: readonly number[];
  /** Keys of sources.yaml; `judgement` where the values are coded by judgement. */
  readonly sources: readonly string[];
  /** How the values came about, where they were computed. */
  readonly note?: Bilingual;
}

/** Something dated that is forced: an event of the model with its magnitude, or effects of its own. */
export interface HistoryEvent {
  readonly title: Bilingual;
  /** First and last month in which it strikes, `YYYY-MM`; the same where it strikes once. */
  readonly from: string;
  readonly until: string;
  readonly sources: readonly string[];
  readonly does:
    { readonly event: string; readonly magnitude: number } | { readonly effects: readonly HistoryEffect[] };
}

/** `up` maps x to x + (1 - x)·amount, `down` maps x to x·(1 - amount), `set` puts amount in its place. */
export interface HistoryEffect {
  readonly stock: string;
  readonly direction: 'up' | 'down' | 'set';
  /** 0 to 1. */
  readonly amount: number;
}

/** Months `YYYY-MM` of a war, both included; the first is the onset. */
export interface War {
  readonly title: Bilingual;
  readonly from: string;
  readonly until: string;
}

export interface Observations {
  /** Years on which a straight line from output to series is fitted. */
  readonly fit: YearSpan;
  /** Years that the fit never saw. */
  readonly test: YearSpan;
  readonly series: readonly ObservedSeries[];
  /** Where later years were in view while the model was made. */
  readonly caveats: readonly Bilingual[];
  /** Series that were looked at but may not be redistributed. */
  readonly withheld: readonly { readonly title: Bilingual; readonly reason: Bilingual }[];
}

/**
 * `test`: judged against the baselines. `rank`: too few or too patchy figures to judge by, only ranks are compared.
 * `forced`: what drives the series is itself an input of the history, so that agreement shows nothing.
 */
export type ObservedRole = 'test' | 'rank' | 'forced';

export interface ObservedSeries {
  readonly id: string;
  readonly title: Bilingual;
  readonly unit: Bilingual;
  /** What to keep in mind when reading it. */
  readonly about: Bilingual;
  /** The cell that is compared with it. */
  readonly cell: string;
  /** What of a year's months is compared: their mean, or the last one of the year. */
  readonly aggregate: 'year-mean' | 'year-end';
  /** Applied to the series before anything is compared. */
  readonly transform: 'none' | 'log10-plus-one';
  readonly role: ObservedRole;
  /** Years in which only an interval is known. */
  readonly censored?: { readonly years: YearSpan; readonly interval: readonly [low: number, high: number] };
  readonly sources: readonly string[];
  readonly licence: { readonly name: string; readonly url?: string };
  /** In the order of the years. */
  readonly points: readonly { readonly year: number; readonly value: number }[];
}

export interface BacktestData {
  readonly history: History;
  readonly observed: Observations;
}
