import type { NotFinite, RunOutcome, Trajectory } from '$lib/engine';
import type { BehaviourCheck, Equation, Model } from '$lib/model';
import type { Scenario } from '$lib/scenario';
import { CheckError } from './error';
import { judge, type Judgement } from './judge';
import { rangesOf } from './ranges';
import { monthScope, scenarioScope } from './scopes';

/**
 * Behaviour checks: what a model must do for the reasons it was built. `holds` compares figures of scenarios, `always`
 * must hold in every saved month of every scenario, `within-ranges` keeps every stock in the interval that its
 * equations promise (Barlas 1996, direct and indirect structure tests). Pure: runs are brought by the caller.
 */
export interface CheckContext {
  readonly model: Model;
  /** Presets and check scenarios by id, in order. */
  readonly scenarios: ReadonlyMap<string, Scenario>;
  /** Outcome of a scenario, with all stocks and variables saved. Called often: the caller keeps what it has run. */
  run(id: string): RunOutcome;
}

export interface CheckResult extends Judgement {
  readonly id: string;
  /** Where `always` and `within-ranges` come closest to failing; null for `holds`. */
  readonly worst: { readonly scenario: string; readonly month: number } | null;
  /** A run that left the finite numbers fails the check. */
  readonly failure: { readonly scenario: string; readonly failure: NotFinite } | null;
}

class RunFailed extends Error {
  constructor(
    readonly scenario: string,
    readonly failure: NotFinite
  ) {
    super(`${scenario} left the finite numbers`);
  }
}

/** Throws CheckError for a check that this model cannot answer. */
export function evaluateCheck(check: BehaviourCheck, context: CheckContext): CheckResult {
  try {
    const { test } = check;
    const found = test.kind === 'holds' ? holds(test.equation, context) : everywhere(test, context);
    return { id: check.id, failure: null, ...found };
  } catch (thrown) {
    if (!(thrown instanceof RunFailed)) throw thrown;
    const { scenario, failure } = thrown;
    return { id: check.id, holds: false, margin: -Infinity, sides: [], worst: null, failure: { scenario, failure } };
  }
}

function trajectoryOf(context: CheckContext, id: string): Trajectory {
  if (!context.scenarios.has(id)) throw new CheckError('unknown-name', { name: id });
  const outcome = context.run(id);
  if (outcome.ok) return outcome.trajectory;
  throw new RunFailed(id, outcome.failure);
}

type Found = Judgement & Pick<CheckResult, 'worst'>;

function holds(equation: Equation, context: CheckContext): Found {
  const scope = scenarioScope(context.model, (id) => trajectoryOf(context, id));
  return { ...judge(equation.expression, scope, equation.text), worst: null };
}

function everywhere(test: Exclude<BehaviourCheck['test'], { kind: 'holds' }>, context: CheckContext): Found {
  let worst: Found | null = null;
  let all = true;
  for (const [id, scenario] of context.scenarios) {
    const trajectory = trajectoryOf(context, id);
    const judgeMonth =
      test.kind === 'within-ranges'
        ? rangesOf(context.model, trajectory)
        : (month: number) =>
            judge(test.equation.expression, monthScope(context.model, scenario, trajectory, month), test.equation.text);
    for (let month = 0; month < trajectory.rows; month++) {
      const found = judgeMonth(month);
      all &&= found.holds;
      if (!worst || found.margin < worst.margin) worst = { ...found, worst: { scenario: id, month } };
    }
  }
  return { ...(worst ?? { margin: Infinity, sides: [], worst: null }), holds: all };
}
