import { evaluateCheck, type CheckContext } from '$lib/analysis';
import { compile, interpret, saveable, type RunOutcome, type Trajectory } from '$lib/engine';
import type { Briefing, ModelBundle, OutputDisplay } from '$lib/model';
import { dateOf, encodeLink, parseScenario, statusQuo, toRunInputs, type Scenario } from '$lib/scenario';

/**
 * What the model says to the claims of its briefing: where each one's change leads, and whether its behaviour checks hold. All
 * of it is run here, by the interpreter, at nominal parameters without random events; nothing is written down. Run while the
 * site is built, for both languages together.
 */
export interface BriefingResults {
  readonly claims: Readonly<Record<string, ClaimResult>>;
  readonly checks: Readonly<Record<string, CheckFigure>>;
  /** `YYYY-MM` of the first and the last month of a run. */
  readonly from: string;
  readonly to: string;
  readonly months: number;
}

export interface ClaimResult {
  readonly scenario: Scenario;
  /** Query that opens the change on the desk. */
  readonly query: string;
  /** The claim is about what happens if nothing changes. */
  readonly unchanged: boolean;
  /** The headline output first, then the claim's own. */
  readonly effects: readonly Effect[];
}

export interface Effect {
  readonly cell: string;
  readonly display: OutputDisplay;
  readonly values: readonly number[];
  readonly reference: readonly number[];
}

export interface CheckFigure {
  readonly holds: boolean;
  /** Distance of the weakest comparison from its threshold, in the unit of what is compared. */
  readonly margin: number;
}

type Parts = Pick<ModelBundle, 'model' | 'desk' | 'checks' | 'presets' | 'checkScenarios'>;

/** @throws Error where a run leaves the finite numbers: a released model has no such runs, and a page must not hide it. */
export function briefingResults(parts: Parts, briefing: Briefing): BriefingResults {
  const { model, desk, checks } = parts;
  const program = compile(model);
  const save = saveable(program);
  const run = (scenario: Scenario): RunOutcome =>
    interpret(program, { ...toRunInputs(model, scenario), chance: null, save });
  const reference = finished(run(statusQuo(model)), 'status_quo');
  const headline = desk?.stability.output;

  const claims = briefing.themes.flatMap((theme) => theme.claims);
  const results = claims.map((claim): [string, ClaimResult] => {
    const scenario = parseScenario(claim.try, model).scenario ?? statusQuo(model);
    const unchanged = Object.keys(scenario.profiles).length === 0;
    const trajectory = unchanged ? reference : finished(run(scenario), claim.id);
    const cells = [...new Set([...(headline === undefined ? [] : [headline]), ...claim.shows])];
    const effects = cells.map((cell) => ({
      cell,
      display: model.outputs.find((output) => output.cell === cell)?.display ?? 'number',
      values: columnOf(trajectory, cell),
      reference: columnOf(reference, cell)
    }));
    return [claim.id, { scenario, query: encodeLink(model, scenario), unchanged, effects }];
  });

  const asked = new Set(claims.flatMap((claim) => claim.checks));
  const context = checkContext(parts, run);
  const figures = checks
    .filter(({ id }) => asked.has(id))
    .map((check): [string, CheckFigure] => {
      const { holds, margin } = evaluateCheck(check, context);
      return [check.id, { holds, margin }];
    });
  return {
    claims: Object.fromEntries(results),
    checks: Object.fromEntries(figures),
    from: reference.start,
    to: dateOf(reference.rows - 1, reference.start),
    months: reference.rows - 1
  };
}

function finished(outcome: RunOutcome, name: string): Trajectory {
  if (outcome.ok) return outcome.trajectory;
  throw new Error(`The run ${name} of the briefing leaves the finite numbers at ${outcome.failure.cell}.`);
}

/** Presets and check scenarios, each run once. */
function checkContext(
  { model, presets, checkScenarios }: Parts,
  run: (scenario: Scenario) => RunOutcome
): CheckContext {
  const scenarios = new Map(
    [...presets, ...checkScenarios].map(({ id, document }) => [
      id,
      parseScenario(document, model).scenario ?? statusQuo(model)
    ])
  );
  const known = new Map<string, RunOutcome>();
  return {
    model,
    scenarios,
    run(id) {
      const outcome = known.get(id) ?? run(scenarios.get(id) ?? statusQuo(model));
      known.set(id, outcome);
      return outcome;
    }
  };
}

function columnOf({ columns, rows, values }: Trajectory, cell: string): number[] {
  const column = columns.indexOf(cell);
  if (column < 0) throw new Error(`The run has no cell ${cell}.`);
  return [...values.subarray(column * rows, (column + 1) * rows)];
}
