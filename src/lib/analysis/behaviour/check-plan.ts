import type { Expression } from '$lib/language';
import { elementsOf, type BehaviourCheck, type Model } from '$lib/model';
import { CheckError } from '../error';
import { cellOf } from '../value-of';
import { wilson, type Proportion } from '../ensemble/wilson';
import { judgeOf, type Judge, type Reckon, type Verdict } from './reckon';
import { widthOf, type Figure, type SurveySpec } from './survey';

/**
 * Behaviour checks over many runs: which figures of which scenarios they need, and what each run's row of figures means
 * for each of them. On the row of one run it says of every check what `evaluateCheck` says on the run itself.
 */
export interface CheckPlan {
  readonly checks: readonly BehaviourCheck[];
  readonly spec: SurveySpec;
  /** Scenarios that the checks speak of, in the order given. */
  readonly scenarios: readonly string[];
  /** Verdicts of all checks, in order, on the row that begins at `at`. */
  judge(rows: Float64Array, at: number): readonly Verdict[];
}

/**
 * `months` of each scenario by id, in order. Throws CheckError for a check that this model cannot answer.
 */
export function planChecks(
  model: Model,
  checks: readonly BehaviourCheck[],
  months: ReadonlyMap<string, number>
): CheckPlan {
  const figures: Figure[] = [];
  const places = new Map<string, number>();
  const owners: Set<string>[] = [];
  const placeOf = (figure: Figure): number => {
    const key = `${figure.scenario} ${figure.cell} ${figure.from} ${figure.to}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, figures.length);
    figures.push(figure);
    return figures.length - 1;
  };
  const lastOf = (scenario: string): number => months.get(scenario) ?? unknown(scenario);

  const everywhere = checks.filter(({ test }) => test.kind !== 'holds');
  const judges = checks.map(({ test }): Judge | null => {
    const used = new Set<string>();
    owners.push(used);
    if (test.kind !== 'holds') return null;
    return judgeOf(test.equation.expression, {
      cell: (id) => constant(fixedValue(model, id)),
      call: (call, bound) => {
        const figure = figureOf(call, bound, lastOf);
        used.add(figure.scenario);
        const place = placeOf(figure);
        return (row) => row[place]!;
      },
      elements: (set) => elementsOf(model, set),
      stands: (name, choice) => {
        const stands = model.switches.find(({ id }) => id === name)?.default === choice;
        return () => stands;
      }
    });
  });
  const spec: SurveySpec = { figures, everywhere };
  const width = widthOf(spec);
  const verdictPlace = new Map(everywhere.map(({ id }, i) => [id, figures.length + 2 * i]));
  /** For each check the first figure of each scenario that it speaks of: without a figure the run has failed. */
  const witnesses = owners.map((used) => [...used].map((id) => figures.findIndex(({ scenario }) => scenario === id)));
  return {
    checks,
    spec,
    scenarios: [...months.keys()].filter(
      (id) => everywhere.length > 0 || figures.some(({ scenario }) => scenario === id)
    ),
    judge(rows, at) {
      const row = rows.subarray(at, at + width);
      return checks.map(({ id }, c): Verdict => {
        const place = verdictPlace.get(id);
        if (place !== undefined) return { holds: row[place + 1] === 1, margin: row[place]! };
        // Saved values are finite: where there is none, there was no run to judge.
        if (witnesses[c]!.some((figure) => Number.isNaN(row[figure]))) return { holds: false, margin: -Infinity };
        return judges[c]!(row);
      });
    }
  };
}

/** How often a check holds under draws, and how its margin lies. */
export interface CheckShare extends Proportion {
  readonly id: string;
  /** The middle of its margins, and the 5th and 95th of a hundred; by nearest rank. */
  readonly margins: { readonly low: number; readonly middle: number; readonly high: number };
}

/** Shares of all checks over the rows of `runs` runs. */
export function judgeChecks(plan: CheckPlan, rows: Float64Array, runs: number): readonly CheckShare[] {
  const width = widthOf(plan.spec);
  const hits = plan.checks.map(() => 0);
  const margins = plan.checks.map(() => new Float64Array(runs));
  for (let run = 0; run < runs; run++) {
    plan.judge(rows, run * width).forEach(({ holds, margin }, c) => {
      if (holds) hits[c]! += 1;
      margins[c]![run] = margin;
    });
  }
  return plan.checks.map(({ id }, c) => {
    const sorted = margins[c]!.sort();
    const ranked = (share: number): number => sorted[Math.max(0, Math.ceil(share * runs) - 1)] ?? NaN;
    return { id, ...wilson(hits[c]!, runs), margins: { low: ranked(0.05), middle: ranked(0.5), high: ranked(0.95) } };
  });
}

function figureOf(
  call: Extract<Expression, { kind: 'call' }>,
  bound: ReadonlyMap<string, string>,
  lastOf: (scenario: string) => number
): Figure {
  if (call.name === 'peak') {
    const [inner, from] = call.arguments;
    if (inner?.kind !== 'call') return unknown(call.name);
    return { scenario: inner.name, cell: cellIn(inner, bound), from: monthIn(from, 0), to: lastOf(inner.name) };
  }
  const month = monthIn(call.arguments[1], lastOf(call.name));
  return { scenario: call.name, cell: cellIn(call, bound), from: month, to: month };
}

function cellIn(call: Extract<Expression, { kind: 'call' }>, bound: ReadonlyMap<string, string>): string {
  const [cell] = call.arguments;
  return cell?.kind === 'reference' ? cellOf(cell.name, cell.subscripts, bound) : unknown(call.name);
}

function monthIn(argument: Expression | undefined, otherwise: number): number {
  if (!argument) return otherwise;
  return argument.kind === 'number' ? argument.value : unknown('month');
}

function fixedValue(model: Model, id: string): number {
  const found = model.parameters.find((one) => one.id === id) ?? model.constants.find((one) => one.id === id);
  return found?.value ?? unknown(id);
}

function constant(value: number): Reckon {
  return () => value;
}

function unknown(name: string): never {
  throw new CheckError('unknown-name', { name });
}
