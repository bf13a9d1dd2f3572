import { Comparison, comparisonSpec } from '$lib/analysis';
import type { Trajectory } from '$lib/engine';
import type { EnsembleSettings, Scenario } from '$lib/scenario';
import type { Simulator, SurveyOptions } from '../simulator';

/** Scenarios compared, asked of a simulator: pages and the command line ask here, so that they say the same numbers. */
export interface ComparisonQuestion extends Pick<SurveyOptions, 'signal' | 'onProgress'> {
  readonly scenarios: readonly { readonly id: string; readonly scenario: Scenario }[];
  readonly outputs: readonly string[];
  /** Months that lie inside every scenario's run. */
  readonly months: readonly number[];
  /** How the futures are drawn; the scenarios' own ensemble settings do not count. */
  readonly plan: EnsembleSettings;
}

/** Values of all scenarios under the same draws. Rejects as `survey` does. */
export async function compareScenarios(
  simulator: Simulator,
  { scenarios, outputs, months, plan, ...watch }: ComparisonQuestion
): Promise<Comparison> {
  const axes = { scenarios: scenarios.map(({ id }) => id), outputs, months };
  const { rows, runs } = await simulator.survey({ scenarios, spec: comparisonSpec(axes), plan, ...watch });
  return new Comparison(axes, rows, runs);
}

/** The deterministic run of each scenario, in order; null where one left the finite numbers. */
export async function singleRuns(
  simulator: Simulator,
  scenarios: readonly Scenario[],
  outputs: readonly string[]
): Promise<readonly (Trajectory | null)[]> {
  const runs: (Trajectory | null)[] = [];
  for (const scenario of scenarios) {
    const { outcome } = await simulator.run(scenario, { save: outputs });
    runs.push(outcome.ok ? outcome.trajectory : null);
  }
  return runs;
}
