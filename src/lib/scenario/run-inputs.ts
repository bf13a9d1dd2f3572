import type { Model } from '$lib/model';
import { catalogueOf } from './catalogue';
import { profileOf } from './inspect';
import { courseOf, type ProfileCourse } from './profile';
import type { ForcedEvent, Scenario } from './scenario';

/**
 * A scenario in the words of a run: functions of time for the inputs that move, numbers for everything that is
 * overridden. It has the shape of the engine's request without knowing the engine; the simulator adds what to save.
 */
export interface RunInputs {
  readonly integrator: 'euler' | 'rk4';
  readonly stepsPerMonth: number;
  readonly months: number;
  /** Value in the person's unit at time t, in months since the start, for each input that has a profile. */
  readonly inputs: Readonly<Record<string, ProfileCourse>>;
  /** Parameter cells, and switches as the index of their choice. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly initial: Readonly<Record<string, number>>;
  readonly forced: readonly ForcedEvent[];
}

/**
 * Expects a canonical scenario of this model. With chance, switches that the model turns then (`withChance`) stand as it
 * says, unless the scenario sets them.
 */
export function toRunInputs(
  model: Model,
  scenario: Scenario,
  { chance = false }: { readonly chance?: boolean } = {}
): RunInputs {
  const inputs = model.inputs.flatMap((input): [string, ProfileCourse][] => {
    const profile = profileOf(model, scenario, input.id);
    return profile ? [[input.id, courseOf(profile, input.default)]] : [];
  });
  const switches = { ...(chance ? model.withChance : {}), ...scenario.switches };
  const choices = Object.entries(switches).map(([id, choice]): [string, number] => [
    id,
    catalogueOf(model).switches.get(id)?.choices.indexOf(choice) ?? 0
  ]);
  const { integrator, stepsPerMonth, months } = scenario.settings;
  return {
    integrator,
    stepsPerMonth,
    months,
    inputs: Object.fromEntries(inputs),
    parameters: { ...scenario.parameters, ...Object.fromEntries(choices) },
    initial: scenario.initial,
    forced: scenario.events
  };
}
