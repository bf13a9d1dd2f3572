import { blank, surveyorOf, widthOf, type SurveySpec } from '$lib/analysis';
import type { EnsemblePlan, RunRequest } from '$lib/engine';
import { toRunInputs, type Scenario } from '$lib/scenario';
import type { Source } from '../ensemble/part';

/** Runs `from` to `to - 1` of a survey, as they go to whoever computes them. */
export interface SurveyTask {
  readonly scenarios: readonly { readonly id: string; readonly scenario: Scenario }[];
  readonly spec: SurveySpec;
  /** Null for the deterministic run alone. */
  readonly plan: EnsemblePlan | null;
  readonly parameters: Readonly<Record<string, number>>;
  readonly from: number;
  readonly to: number;
}

/** The rows of a stretch of runs. Throws EngineError and CheckError for what cannot be run or judged. */
export function computeRows(
  { model, backend }: Source,
  { scenarios, spec, plan, parameters, from, to }: SurveyTask
): Float64Array<ArrayBuffer> {
  const width = widthOf(spec);
  const rows = new Float64Array((to - from) * width);
  for (let run = from; run < to; run++) blank(spec, rows, (run - from) * width);
  const asked = scenarios.map(({ id, scenario }) => {
    const surveyor = surveyorOf(model, spec, id, scenario.switches);
    const inputs = toRunInputs(model, scenario, { chance: plan?.chance ?? false });
    const request: RunRequest = {
      ...inputs,
      parameters: { ...inputs.parameters, ...parameters },
      chance: null,
      save: surveyor.save
    };
    return { surveyor, request };
  });
  if (plan) {
    for (const { surveyor, request } of asked) {
      backend.ensemble({ base: request, plan, from, to }, (run, outcome) =>
        surveyor.write(outcome, rows, (run - from) * width)
      );
    }
  } else {
    const requests = asked.map(({ request }) => request);
    backend.batch(requests, (index, outcome) => asked[index]!.surveyor.write(outcome, rows, 0));
  }
  return rows;
}
