import type { RunOutcome, Trajectory } from '$lib/engine';
import { elementsOf, type BehaviourCheck, type Model } from '$lib/model';
import { CheckError } from '../error';
import { judgeOf, type Judge } from './reckon';

/**
 * A survey says what is wanted of many scenarios in one run: figures, each a value of a cell in a month or its peak over
 * months, and the verdicts of checks that speak of all months of all scenarios. A run's answers are one row of numbers:
 * the figures in order, then two for each such check, its least margin and 1 or 0 for whether it holds. Rows depend on
 * nothing but the runs, so they are the same wherever and in whatever order they are computed.
 */
export interface SurveySpec {
  readonly figures: readonly Figure[];
  readonly everywhere: readonly BehaviourCheck[];
}

/** The greatest value of a cell in a scenario from one month to another; one month where they are the same. */
export interface Figure {
  readonly scenario: string;
  readonly cell: string;
  readonly from: number;
  readonly to: number;
}

/** Numbers of one row. */
export function widthOf({ figures, everywhere }: SurveySpec): number {
  return figures.length + 2 * everywhere.length;
}

/** What one scenario of a survey gives to a row. */
export interface Surveyor {
  /** Cells that its runs have to save. */
  readonly save: readonly string[];
  /**
   * Writes the scenario's figures into the row that begins at `at`, and lowers the verdicts of the checks to its own.
   * A row has to be `blank` before its first scenario. A run that left the finite numbers has no figures (NaN) and fails
   * every check that speaks of all scenarios.
   */
  write(outcome: RunOutcome, rows: Float64Array, at: number): void;
}

/** Prepares a row: no figures, verdicts that anything can only lower. */
export function blank(spec: SurveySpec, rows: Float64Array, at: number): void {
  const { figures, everywhere } = spec;
  rows.fill(NaN, at, at + figures.length);
  everywhere.forEach((_, i) => {
    rows[at + figures.length + 2 * i] = Infinity;
    rows[at + figures.length + 2 * i + 1] = 1;
  });
}

/** Throws CheckError for a check that this model cannot answer. */
export function surveyorOf(
  model: Model,
  spec: SurveySpec,
  scenario: string,
  switches: Readonly<Record<string, string>>
): Surveyor {
  const columns = new Map<string, number>();
  const columnOf = (cell: string): number => {
    const known = columns.get(cell);
    if (known !== undefined) return known;
    columns.set(cell, columns.size);
    return columns.size - 1;
  };
  const figures = spec.figures.flatMap(({ scenario: owner, cell, from, to }, place) =>
    owner === scenario ? [{ place, column: columnOf(cell), from, to }] : []
  );
  const watches = spec.everywhere.map(({ test }) =>
    test.kind === 'within-ranges'
      ? rangeWatch(model, columnOf)
      : monthWatch(judgeMonths(model, test.equation, columnOf, switches))
  );
  const verdicts = spec.figures.length;
  return {
    save: [...columns.keys()],
    write(outcome, rows, at) {
      if (!outcome.ok) {
        watches.forEach((_, i) => {
          rows[at + verdicts + 2 * i] = -Infinity;
          rows[at + verdicts + 2 * i + 1] = 0;
        });
        return;
      }
      const { trajectory } = outcome;
      for (const { place, column, from, to } of figures) rows[at + place] = peakOf(trajectory, column, from, to);
      watches.forEach((watch, i) => {
        const { holds, margin } = watch(trajectory);
        const here = at + verdicts + 2 * i;
        if (margin < rows[here]!) rows[here] = margin;
        if (!holds) rows[here + 1] = 0;
      });
    }
  };
}

function peakOf({ rows, values }: Trajectory, column: number, from: number, to: number): number {
  if (from < 0 || to >= rows) throw new CheckError('bad-month', { month: to, months: rows - 1 });
  let greatest = values[column * rows + from]!;
  for (let month = from + 1; month <= to; month++) greatest = Math.max(greatest, values[column * rows + month]!);
  return greatest;
}

type Watch = (trajectory: Trajectory) => { readonly holds: boolean; readonly margin: number };
type ColumnOf = (cell: string) => number;

/** The distance of every stock to the nearer end of its interval, at its least. */
function rangeWatch(model: Model, columnOf: ColumnOf): Watch {
  const bounded = model.stocks.flatMap(({ range, initial }) =>
    range ? initial.map(({ cell }) => ({ column: columnOf(cell), low: range[0], high: range[1] })) : []
  );
  return ({ rows, values }) => {
    let least = Infinity;
    let holds = true;
    for (const { column, low, high } of bounded) {
      for (let i = column * rows, end = i + rows; i < end; i++) {
        const value = values[i]!;
        const margin = Math.min(value - low, high - value);
        if (margin < least) least = margin;
        holds &&= margin >= 0;
      }
    }
    return { holds, margin: least };
  };
}

/** A formula over the cells of a month: parameters and inputs are saved like everything else, as the run had them. */
function judgeMonths(
  model: Model,
  { expression }: Extract<BehaviourCheck['test'], { equation: unknown }>['equation'],
  columnOf: ColumnOf,
  switches: Readonly<Record<string, string>>
): Judge {
  return judgeOf(expression, {
    cell: (id) => {
      const column = id === 'time' ? TIME : columnOf(id) + 1;
      return (values) => values[column]!;
    },
    call: ({ name }) => {
      throw new CheckError('unknown-name', { name });
    },
    elements: (set) => elementsOf(model, set),
    stands: (name, choice) => {
      const stands = (switches[name] ?? model.switches.find(({ id }) => id === name)?.default) === choice;
      return () => stands;
    }
  });
}

/** In the values of a month, the month itself comes first, then the columns. */
const TIME = 0;

function monthWatch(judge: Judge): Watch {
  let here = new Float64Array(0);
  return ({ rows, columns, values }) => {
    if (here.length !== columns.length + 1) here = new Float64Array(columns.length + 1);
    let least = Infinity;
    let all = true;
    for (let month = 0; month < rows; month++) {
      here[TIME] = month;
      for (let c = 0; c < columns.length; c++) here[c + 1] = values[c * rows + month]!;
      const { holds, margin } = judge(here);
      all &&= holds;
      if (margin < least) least = margin;
    }
    return { holds: all, margin: least };
  };
}
