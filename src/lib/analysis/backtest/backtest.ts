import { interpret, type NotFinite, type Program, type Trajectory } from '$lib/engine';
import type { BacktestData, History, Model } from '$lib/model';
import { hazardSkill, type HazardSkill } from './hazard-skill';
import { historyRun, monthOf } from './history-program';
import { seriesSkill, type SeriesSkill } from './series-skill';

/**
 * A model held against the record: one run under its coded history, every observed series against its output, and the
 * hazard of war with the wars forced and with them left out. Pure, and the same wherever it is asked for: the page and the
 * command line print what this returns.
 */
export interface Backtest {
  /** The run that series are compared with. */
  readonly trajectory: Trajectory;
  readonly series: readonly SeriesSkill[];
  /** Null where the history names no hazard or no war. */
  readonly hazard: { readonly forced: HazardSkill; readonly free: HazardSkill } | null;
}

/** A history under which the model leaves the finite numbers. */
export class BacktestError extends Error {
  override readonly name = 'BacktestError';
  constructor(readonly failure: NotFinite) {
    super(`${failure.cell} became ${failure.value} in ${failure.date}`);
  }
}

/** Throws BacktestError. `save`: cells to keep beside those that are compared. */
export function backtest(
  model: Model,
  program: Program,
  { history, observed }: BacktestData,
  save: readonly string[] = []
): Backtest {
  const { hazard } = history;
  const cells = [...new Set([...observed.series.map(({ cell }) => cell), ...(hazard ? [hazard.cell] : []), ...save])];
  const run = (without: readonly string[]): Trajectory => {
    const { program: own, request } = historyRun(model, program, history, cells, without);
    const outcome = interpret(own, request);
    if (!outcome.ok) throw new BacktestError(outcome.failure);
    return outcome.trajectory;
  };
  const trajectory = run([]);
  const firstYear = Number(history.start.slice(0, 4));
  // Years are counted from a January: months before the start have no value.
  const lead = Number(history.start.slice(5)) - 1;
  return {
    trajectory,
    series: observed.series.map((series) =>
      seriesSkill(series, shifted(columnOf(trajectory, series.cell), lead), firstYear, observed)
    ),
    hazard:
      hazard && history.wars.length > 0
        ? {
            forced: hazardOf(trajectory, hazard.cell, history),
            free: hazardOf(run([hazard.event]), hazard.cell, history)
          }
        : null
  };
}

function hazardOf(trajectory: Trajectory, cell: string, history: History): HazardSkill {
  const wars = history.wars.map(({ from, until }) => ({
    from: monthOf(history, from),
    until: monthOf(history, until)
  }));
  return hazardSkill(columnOf(trajectory, cell), wars);
}

/** Monthly values of a saved cell. */
export function columnOf({ columns, rows, values }: Trajectory, cell: string): Float64Array {
  const column = columns.indexOf(cell);
  return values.subarray(column * rows, (column + 1) * rows);
}

function shifted(values: Float64Array, lead: number): ArrayLike<number> {
  return lead === 0
    ? values
    : { length: values.length + lead, ...Object.fromEntries(Array.from(values, (v, i) => [i + lead, v])) };
}
