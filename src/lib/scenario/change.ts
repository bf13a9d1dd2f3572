import type { Model } from '$lib/model';
import { catalogueOf } from './catalogue';
import { canonical, standardSettings, type SettingsDraft } from './canonical';
import type { EnsembleSettings, ForcedEvent, Profile, Scenario } from './scenario';

/**
 * Changes to a scenario. Each takes a canonical scenario and gives a new canonical one; none changes its argument.
 * `null` takes a change back. An id that the model does not have throws RangeError: ids come from the model here, never
 * from foreign text.
 */
function without<T>(record: Readonly<Record<string, T>>, ids: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => !ids.includes(id)));
}

function known(map: ReadonlyMap<string, unknown>, id: string, what: string, model: Model): void {
  if (!map.has(id)) throw new RangeError(`Model ${model.id} has no ${what} ${id}.`);
}

/**
 * Sets or takes back the profile of an input or a composite. A composite takes its members with it: their own profiles
 * go, with a profile and with null. A member that gets a profile while its composite has one keeps it as its own; with
 * null it follows the composite again.
 */
export function withProfile(model: Model, scenario: Scenario, id: string, profile: Profile | null): Scenario {
  const { inputs, composites } = catalogueOf(model);
  const composite = composites.get(id);
  if (!composite) known(inputs, id, 'input', model);
  const rest = without(scenario.profiles, [id, ...(composite?.writes ?? [])]);
  return canonical(model, { ...scenario, profiles: profile ? { ...rest, [id]: profile } : rest });
}

/** Sets a parameter cell; null or its own value takes the override back. */
export function withParameter(model: Model, scenario: Scenario, id: string, value: number | null): Scenario {
  known(catalogueOf(model).parameters, id, 'parameter', model);
  const rest = without(scenario.parameters, [id]);
  return canonical(model, { ...scenario, parameters: value === null ? rest : { ...rest, [id]: value } });
}

/** Sets the initial value of a stock cell; null takes the override back. */
export function withInitial(model: Model, scenario: Scenario, cell: string, value: number | null): Scenario {
  known(catalogueOf(model).initial, cell, 'stock cell', model);
  const rest = without(scenario.initial, [cell]);
  return canonical(model, { ...scenario, initial: value === null ? rest : { ...rest, [cell]: value } });
}

/** Sets a switch; null takes it back to its default, and to what the model says of it when there is chance. */
export function withSwitch(model: Model, scenario: Scenario, id: string, choice: string | null): Scenario {
  known(catalogueOf(model).switches, id, 'switch', model);
  const rest = without(scenario.switches, [id]);
  return canonical(model, { ...scenario, switches: choice === null ? rest : { ...rest, [id]: choice } });
}

/** Replaces the forced events. */
export function withEvents(model: Model, scenario: Scenario, events: readonly ForcedEvent[]): Scenario {
  for (const { event } of events) known(catalogueOf(model).events, event, 'event', model);
  return canonical(model, { ...scenario, events });
}

/**
 * Changes some settings. A new integrator without steps of its own takes the model's steps for it; `ensemble` is replaced
 * as a whole (see withEnsemble).
 */
export function withSettings(model: Model, scenario: Scenario, settings: SettingsDraft): Scenario {
  const turned = settings.integrator !== undefined && settings.integrator !== scenario.settings.integrator;
  const steps = turned ? { stepsPerMonth: standardSettings(model, settings.integrator).stepsPerMonth } : {};
  return canonical(model, { ...scenario, settings: { ...scenario.settings, ...steps, ...settings } });
}

/** Changes some settings of the ensemble; numbers go to the nearest whole one that is allowed. */
export function withEnsemble(model: Model, scenario: Scenario, ensemble: Partial<EnsembleSettings>): Scenario {
  return withSettings(model, scenario, { ensemble: { ...scenario.settings.ensemble, ...ensemble } });
}

/** Sets the title; an empty one takes it away. Cleaned and shortened as links and files are. */
export function withTitle(model: Model, scenario: Scenario, title: string): Scenario {
  return canonical(model, { ...scenario, title });
}

/** Sets the note; an empty one takes it away. */
export function withNote(model: Model, scenario: Scenario, note: string): Scenario {
  return canonical(model, { ...scenario, note });
}
