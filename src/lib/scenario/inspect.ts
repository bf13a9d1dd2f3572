import type { Model } from '$lib/model';
import { membersOf } from './catalogue';
import { leaderOf } from './canonical';
import { profileAt } from './profile';
import type { Profile, Scenario } from './scenario';

/**
 * Reading a scenario: which profile moves an input, where it stands in a month, and whether anything is changed at all.
 * Expects a canonical scenario of the same model.
 */

/** The profile that moves an input (its own, else its composite's) or that a composite carries; null where it stays at its default. */
export function profileOf(model: Model, scenario: Scenario, id: string): Profile | null {
  const profiles = new Map(Object.entries(scenario.profiles));
  return profiles.get(id) ?? leaderOf(model, profiles, id);
}

/**
 * Value of an input in the person's unit at `month` since the start; a composite gives the mean of its members.
 * Throws RangeError for an id that the model does not have.
 */
export function inputAt(model: Model, scenario: Scenario, id: string, month: number): number {
  const members = membersOf(model, id);
  if (members.length === 0) throw new RangeError(`Model ${model.id} has no input ${id}.`);
  const sum = members.reduce(
    (total, input) => total + profileAt(profileOf(model, scenario, input.id), input.default, month),
    0
  );
  return sum / members.length;
}

/** Default of an input; the mean of its members' defaults for a composite. */
export function defaultOf(model: Model, id: string): number {
  const members = membersOf(model, id);
  if (members.length === 0) throw new RangeError(`Model ${model.id} has no input ${id}.`);
  return members.reduce((total, input) => total + input.default, 0) / members.length;
}

/** True where an input, or any member of a composite, has a profile of its own or follows one. */
export function isChanged(model: Model, scenario: Scenario, id: string): boolean {
  if (Object.hasOwn(scenario.profiles, id)) return true;
  return membersOf(model, id).some((input) => profileOf(model, scenario, input.id) !== null);
}

/**
 * True where the deterministic run of the scenario is that of the status quo with the model's own settings; title, note and
 * settings of the ensemble do not count.
 */
export function isStatusQuo(model: Model, scenario: Scenario): boolean {
  const { profiles, parameters, initial, switches, events, settings } = scenario;
  const { integrator, months, stepsPerMonth } = model.time;
  return (
    [profiles, parameters, initial, switches].every((record) => Object.keys(record).length === 0) &&
    events.length === 0 &&
    settings.integrator === integrator &&
    settings.months === months &&
    settings.stepsPerMonth === stepsPerMonth[integrator]
  );
}
