import type { Backtest } from '$lib/analysis';
import type { History, HistoryInput, Observations, Source } from '$lib/model';

/** What the page of a backtest shows, as plain data: everything is computed before the page is asked for. */
export interface BacktestView {
  readonly model: { readonly title: string; readonly version: string };
  readonly history: History;
  readonly observed: Observations;
  readonly series: Backtest['series'];
  readonly hazard: Backtest['hazard'];
  /** Monthly values of the cells that series are compared with. */
  readonly columns: Readonly<Record<string, Float64Array>>;
  readonly inputs: readonly InputInHistory[];
  /** Sources that the history and the series name. */
  readonly sources: Readonly<Record<string, Source>>;
  /** Names, in the language of the page, of cells and events that the page names. */
  readonly names: Readonly<Record<string, string>>;
}

export interface InputInHistory extends HistoryInput {
  readonly name: string;
  readonly unit: string;
  readonly minimum: number;
  readonly maximum: number;
}
