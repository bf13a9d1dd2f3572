import { judgeChecks, planChecks, widthOf, type CheckPlan, type CheckShare, type CheckVerdict } from '$lib/analysis';
import type { Mechanism, Model, ModelBundle } from '$lib/model';
import { canonical, parseScenario, standardEnsemble, type EnsembleSettings, type Scenario } from '$lib/scenario';
import type { Simulator, SurveyOptions } from '../simulator';

/**
 * The behaviour checks of a model, asked of a simulator: at the nominal parameters, over draws, and with mechanisms left
 * out. Pages and the command line ask here, so that they say the same numbers.
 */
export interface CheckSubject {
  readonly model: Model;
  /** Presets and scenarios of checks.yaml, in order. */
  readonly scenarios: readonly NamedScenario[];
  readonly plan: CheckPlan;
}

export interface NamedScenario {
  readonly id: string;
  readonly scenario: Scenario;
}

/** A document that is no scenario at all counts as the status quo, as it does where it is run by name. */
export function namedScenarios(
  model: Model,
  documents: readonly { readonly id: string; readonly document: unknown }[]
): readonly NamedScenario[] {
  return documents.map(({ id, document }) => ({
    id,
    scenario: parseScenario(document, model).scenario ?? canonical(model, {})
  }));
}

/** Throws CheckError for a check that this model cannot answer. */
export function checkSubject({
  model,
  checks,
  presets,
  checkScenarios
}: Pick<ModelBundle, 'model' | 'checks' | 'presets' | 'checkScenarios'>): CheckSubject {
  const all = namedScenarios(model, [...presets, ...checkScenarios]);
  const plan = planChecks(model, checks, new Map(all.map(({ id, scenario }) => [id, scenario.settings.months])));
  return { model, scenarios: all.filter(({ id }) => plan.scenarios.includes(id)), plan };
}

/** How behaviour checks are drawn where nobody says otherwise: 500 independent draws, no random events. */
export function checkDraws(uncertainty: 'narrow' | 'wide', runs = 500): EnsembleSettings {
  return { ...standardEnsemble, runs, uncertainty };
}

type Watch = Pick<SurveyOptions, 'signal' | 'onProgress'>;

/** Verdicts at the nominal parameters, in the order of the checks; under mechanisms where some are given. */
export async function nominalVerdicts(
  simulator: Simulator,
  { model, scenarios, plan }: CheckSubject,
  mechanisms: readonly Mechanism[] = [],
  watch: Watch = {}
): Promise<readonly CheckVerdict[]> {
  const { rows } = await simulator.survey({ ...under(model, scenarios, mechanisms), spec: plan.spec, ...watch });
  return plan.judge(rows, 0);
}

/** The share of draws in which each check holds. */
export async function drawnShares(
  simulator: Simulator,
  { scenarios, plan }: CheckSubject,
  draws: EnsembleSettings,
  watch: Watch = {}
): Promise<readonly CheckShare[]> {
  const { rows, runs } = await simulator.survey({ scenarios, spec: plan.spec, plan: draws, ...watch });
  return judgeChecks(plan, rows, runs);
}

/** What becomes of the checks without a mechanism. */
export interface Mutation {
  readonly mechanism: string;
  /** Ids of the checks that fail, in order. */
  readonly fails: readonly string[];
  /** The first headline output of the first preset in its last month; NaN where the model has none. */
  readonly headline: number;
}

/** One row for each mechanism, in order. */
export async function mutationTable(
  simulator: Simulator,
  { model, scenarios, plan }: CheckSubject,
  mechanisms: readonly Mechanism[],
  { signal, onProgress }: Watch = {}
): Promise<readonly Mutation[]> {
  const cell = headlineOf(model);
  const first = scenarios[0];
  const at = first?.scenario.settings.months ?? 0;
  const extra = cell && first ? [{ scenario: first.id, cell, from: at, to: at }] : [];
  const { figures, everywhere } = plan.spec;
  // Before the verdicts, behind the figures of the checks: taken out again for judging.
  const spec = { figures: [...figures, ...extra], everywhere };
  const table: Mutation[] = [];
  for (const mechanism of mechanisms) {
    const { rows } = await simulator.survey({
      ...under(model, scenarios, [mechanism]),
      spec,
      ...(signal && { signal })
    });
    const row = new Float64Array(widthOf(plan.spec));
    row.set(rows.subarray(0, figures.length));
    row.set(rows.subarray(figures.length + extra.length), figures.length);
    const fails = plan.judge(row, 0).flatMap(({ holds }, i) => (holds ? [] : [plan.checks[i]!.id]));
    table.push({ mechanism: mechanism.id, fails, headline: extra.length > 0 ? rows[figures.length]! : NaN });
    onProgress?.({ done: table.length, planned: mechanisms.length });
  }
  return table;
}

/** The cell that a model's results are told by: its first headline output, else its first output. */
export function headlineOf({ outputs }: Model): string | undefined {
  return (outputs.find(({ headline }) => headline) ?? outputs[0])?.cell;
}

/** Scenarios and parameter values with mechanisms left out; of two values for one parameter the later holds. */
export function under(
  model: Model,
  scenarios: readonly NamedScenario[],
  mechanisms: readonly Mechanism[]
): Required<Pick<SurveyOptions, 'scenarios' | 'parameters'>> {
  const parameters = Object.assign({}, ...mechanisms.map((one) => one.parameters)) as Record<string, number>;
  const switches = Object.assign({}, ...mechanisms.map((one) => one.switches)) as Record<string, string>;
  if (Object.keys(switches).length === 0) return { scenarios, parameters };
  return {
    scenarios: scenarios.map(({ id, scenario }) => ({
      id,
      scenario: canonical(model, { ...scenario, switches: { ...scenario.switches, ...switches } })
    })),
    parameters
  };
}
