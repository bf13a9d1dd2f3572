import { evaluateCheck, type CheckContext, type CheckResult } from '$lib/analysis';
import { compile, interpret, saveable, type RunOutcome } from '$lib/engine';
import type { ModelBundle } from '$lib/model';
import { parseScenario, statusQuo, toRunInputs, type Scenario } from '$lib/scenario';

/** The behaviour checks of a model, each with its figure. Every scenario that they speak of is run once. */
export function evaluateChecks(bundle: ModelBundle): readonly CheckResult[] {
  const context = contextOf(bundle);
  return bundle.checks.map((check) => evaluateCheck(check, context));
}

/** What checks are evaluated against: the presets and check scenarios of a model, run as they are asked for. */
export function contextOf({ model, presets, checkScenarios }: ModelBundle): CheckContext {
  const program = compile(model);
  const save = saveable(program);
  const scenarios = new Map<string, Scenario>(
    [...presets, ...checkScenarios].map(({ id, document }) => [
      id,
      parseScenario(document, model).scenario ?? statusQuo(model)
    ])
  );
  const outcomes = new Map<string, RunOutcome>();
  const run = (id: string): RunOutcome => {
    const known = outcomes.get(id);
    if (known) return known;
    const scenario = scenarios.get(id) ?? statusQuo(model);
    const outcome = interpret(program, { ...toRunInputs(model, scenario), chance: null, save });
    outcomes.set(id, outcome);
    return outcome;
  };
  return { model, scenarios, run };
}
