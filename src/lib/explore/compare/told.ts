import {
  comparisonRows,
  type Comparison,
  type ComparisonRow,
  type PairedSpread,
  type Spread,
  type Standing
} from '$lib/analysis';
import type { Trajectory } from '$lib/engine';
import { DOTS, letters, tableOutputs, type CompareChoices, type CompareSubject } from './subject';

/**
 * What a comparison says about what the reader chose: everything that the page shows of the futures, as plain data, so that
 * the site can put it into the page when it is built and the browser can replace it.
 */
export interface Told {
  readonly choices: CompareChoices;
  readonly runs: number;
  readonly cells: readonly ToldCell[];
  /** By place; null where all runs failed. */
  readonly standings: readonly Standing[] | null;
  /** By place, at the last date. */
  readonly points: readonly { readonly x: Spread; readonly y: Spread; readonly cloud: ToldCloud }[];
}

export interface ToldCell {
  readonly output: string;
  readonly month: number;
  readonly place: number;
  readonly spread: Spread;
  /** Null for the baseline itself. */
  readonly difference: PairedSpread | null;
}

export interface ToldCloud {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Values of a cell by month, a view; null where the run failed or did not save it. */
export function courseOf(trajectory: Trajectory | null | undefined, cell: string): Float64Array | null {
  const column = trajectory?.columns.indexOf(cell) ?? -1;
  if (!trajectory || column < 0) return null;
  return trajectory.values.subarray(column * trajectory.rows, (column + 1) * trajectory.rows);
}

export function tell(subject: Pick<CompareSubject, 'headline'>, comparison: Comparison, choices: CompareChoices): Told {
  const { scenarios } = comparison.axes;
  const { dates, goal, x, y } = choices;
  const last = dates.at(-1) ?? 0;
  const baseline = scenarios[choices.baseline] ?? scenarios[0] ?? 'a';
  const cells = tableOutputs(subject, choices).flatMap((output) =>
    dates.flatMap((month) =>
      scenarios.map((scenario, place) => ({
        output,
        month,
        place,
        spread: comparison.spread(scenario, output, month),
        difference: scenario === baseline ? null : comparison.difference(scenario, baseline, output, month)
      }))
    )
  );
  const first = (values: Float64Array): Float64Array => values.slice(0, DOTS);
  return {
    choices,
    runs: comparison.runs,
    cells,
    standings: comparison.standings(goal.output, last, goal),
    points: scenarios.map((scenario) => ({
      x: comparison.spread(scenario, x, last),
      y: comparison.spread(scenario, y, last),
      cloud: {
        x: first(comparison.values(scenario, x, last)),
        y: first(comparison.values(scenario, y, last))
      }
    }))
  };
}

/** The rows of the table as they are saved: the same as those of `mizan compare`. */
export function savedRows(
  subject: Pick<CompareSubject, 'headline'>,
  comparison: Comparison,
  choices: CompareChoices,
  runs: readonly (Trajectory | null)[]
): readonly ComparisonRow[] {
  const baseline = comparison.axes.scenarios[choices.baseline] ?? 'a';
  return comparisonRows(
    comparison,
    baseline,
    tableOutputs(subject, choices),
    choices.dates,
    (scenario, output, month) => courseOf(runs[letters.indexOf(scenario as 'a')], output)?.[month] ?? NaN
  );
}
