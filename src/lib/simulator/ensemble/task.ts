import type { EnsembleSpec, Threshold } from '$lib/analysis';
import type { EnsemblePlan, Program } from '$lib/engine';
import type { Model } from '$lib/model';
import { encodeLink, standardEnsemble, type Scenario } from '$lib/scenario';
import { SimulatorError } from '../error';
import { modelKey } from '../model-key';
import type { EnsembleOptions } from '../simulator';

/**
 * An ensemble as it goes to whoever computes a part of it: plain data, the same for every part. `id` tells ensembles of
 * one simulator apart.
 */
export interface EnsembleTask {
  readonly id: number;
  readonly scenario: Scenario;
  readonly reference: Scenario | null;
  readonly plan: EnsemblePlan;
  readonly outputs: readonly string[];
  readonly thresholds: readonly Threshold[];
}

export function taskOf(id: number, scenario: Scenario, options: EnsembleOptions): EnsembleTask {
  const { reference = null, outputs, thresholds = [], runs } = options;
  const { ensemble } = scenario.settings;
  if (reference && modelKey(reference.model) !== modelKey(scenario.model))
    throw new SimulatorError('run-refused', { reason: 'other-model', model: modelKey(reference.model) });
  return { id, scenario, reference, plan: { ...ensemble, runs: runs ?? ensemble.runs }, outputs, thresholds };
}

/** What the summaries of this ensemble keep; parts with the same specification can be merged. */
export function specOf(model: Model, program: Program, task: EnsembleTask): EnsembleSpec {
  const { scenario, reference, plan, outputs, thresholds } = task;
  return {
    subject: [subjectOf(model, scenario), ...(reference ? [subjectOf(model, reference)] : []), planText(plan)].join(
      ' '
    ),
    outputs,
    events: program.events.map(({ id }) => id),
    rows: scenario.settings.months + 1,
    plannedRuns: plan.runs,
    thresholds,
    paired: reference !== null
  };
}

/** A scenario by what its deterministic run depends on: title, note and its own ensemble do not count. */
export function subjectOf(model: Model, scenario: Scenario): string {
  const { profiles, parameters, initial, switches, events } = scenario;
  const settings = { ...scenario.settings, ensemble: standardEnsemble };
  return encodeLink(model, { model: scenario.model, profiles, parameters, initial, switches, events, settings });
}

export function planText({ runs, seed, uncertainty, sampling, chance }: EnsemblePlan): string {
  return `runs=${runs} seed=${seed} uncertainty=${uncertainty} sampling=${sampling} shocks=${chance ? 'on' : 'off'}`;
}
