import { compile, saveable, MAXIMUM_RUNS, type EnsemblePlan } from '$lib/engine';
import { nearest } from '$lib/language';
import type { Model } from '$lib/model';
import { statusQuo, toDocument, type Scenario } from '$lib/scenario';
import { applyOptions, type ChangeOptions } from '../changes';
import type { Session } from '../environment';
import { linkOf } from '../json';
import { Models } from '../models';
import { Refusal } from '../refusal';
import { readSubject } from '../subject';
import { textOf } from '../text';
import { fingerprintOfModel, specBaseOf, type About } from './about';
import type { Job, RunsForm } from './job';
import { parseCount } from './numbers';
import { parseThresholds } from './thresholds';

/** What is to be computed, from the words of the command. */
export interface PlanOptions extends ChangeOptions {
  readonly model?: string;
  readonly runs?: string;
  readonly seed?: string;
  readonly uncertainty?: EnsemblePlan['uncertainty'];
  readonly sampling?: EnsemblePlan['sampling'];
  readonly shocks?: 'on' | 'off';
  readonly reference?: 'status_quo' | 'none';
  readonly outputs?: string;
  readonly threshold?: readonly string[];
}

export interface Prepared {
  readonly about: About;
  readonly job: Job;
}

/** The scenario's own ensemble settings hold where an option does not say otherwise. */
export async function prepare(
  session: Session,
  named: string,
  options: PlanOptions,
  form: RunsForm | null
): Promise<Prepared> {
  const text = textOf(session.locale);
  const warn = (message: string): void => session.warn(`mizan: ${text.warning}: ${message}\n`);
  const { model, scenario: asGiven } = await readSubject(session, new Models(session, options.model), named, warn);
  const moved = applyOptions(model, asGiven, options, (what) => warn(what(text)));
  const plan = planOf(moved.settings.ensemble, options);
  const scenario: Scenario = { ...moved, settings: { ...moved.settings, ensemble: plan } };
  const program = compile(model);
  const cells = [...new Set([...model.outputs.map((output) => output.cell), ...saveable(program)])];
  const outputs = outputsOf(model, options.outputs, cells);
  const { months } = scenario.settings;
  const events = program.events.map(({ id }) => id);
  const thresholds = parseThresholds(options.threshold ?? [], {
    start: program.start,
    months,
    outputs: cells,
    events
  });
  const isPaired = options.reference === 'status_quo';
  const about: About = {
    model: { id: model.id, version: model.version, fingerprint: fingerprintOfModel(model) },
    scenario: toDocument(model, scenario),
    link: linkOf(model, scenario),
    reference: isPaired ? 'status_quo' : null,
    plan,
    start: program.start,
    outputs,
    thresholds,
    runsForm: form
  };
  const asked = thresholds.flatMap((threshold) => (threshold.kind === 'event' ? [] : [threshold.output]));
  return {
    about,
    job: {
      model,
      scenario,
      // The status quo of the same months and method, so that each of its runs stands beside one of the scenario.
      reference: isPaired ? { ...statusQuo(model), settings: scenario.settings } : null,
      plan,
      spec: { ...specBaseOf(about), outputs: [...new Set([...outputs, ...asked])], events, rows: months + 1 },
      outputs,
      form
    }
  };
}

function planOf(settings: Scenario['settings']['ensemble'], options: PlanOptions): EnsemblePlan {
  const { runs, seed, uncertainty, sampling, shocks } = options;
  return {
    runs: runs === undefined ? settings.runs : parseCount('--runs', runs, 1, MAXIMUM_RUNS),
    seed: seed === undefined ? settings.seed : parseCount('--seed', seed, 0, Number.MAX_SAFE_INTEGER),
    uncertainty: uncertainty ?? settings.uncertainty,
    sampling: sampling ?? settings.sampling,
    chance: shocks === undefined ? settings.chance : shocks === 'on'
  };
}

/** The outputs of the model, or any of its stocks and variables that the option lists. */
function outputsOf(model: Model, listed: string | undefined, cells: readonly string[]): readonly string[] {
  if (listed === undefined) return model.outputs.map((output) => output.cell);
  const ids = [...new Set(listed.split(',').map((id) => id.trim()))];
  const unknown = ids.find((id) => !cells.includes(id));
  if (unknown !== undefined) throw new Refusal((t) => t.ensemble.unknownOutput(unknown, nearest(unknown, cells)));
  return ids;
}
