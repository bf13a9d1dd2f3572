import type { Model } from '$lib/model';
import { canonical, type Draft } from './canonical';
import { membersOf } from './catalogue';
import { courseOf, type ProfileCourse } from './profile';
import { toRunInputs, type RunInputs } from './run-inputs';
import type { EnsembleSettings, ForcedEvent, Profile, Scenario } from './scenario';

/**
 * A family of scenarios: one base and what each case changes of it, as a table of cases by factors. It is what designs of
 * experiments are made of (attribution, sensitivity, discovery, goal seeking): plain data that goes to workers, from which
 * every case can be run there, and any single one written as a scenario again.
 */
export interface Cases {
  readonly base: Scenario;
  readonly factors: readonly Factor[];
  /** Cases in all. */
  readonly count: number;
  /** Value of factor f in case i: `values[i * factors.length + f]`; what it means is the factor's. NaN: as the base has it. */
  readonly values: Float64Array;
  /**
   * Uncertain quantities and chance, drawn for case i as they are in run `runs[i]` of an ensemble with these settings.
   * Cases with the same run share their future. Null: everything at its nominal value, without chance.
   */
  readonly futures: Futures | null;
}

export interface Futures {
  readonly settings: EnsembleSettings;
  readonly runs: Uint32Array;
}

export type Factor =
  /** Target in the person's unit of an input, or of all members of a composite, reached by a ramp; the base's profile no longer counts. */
  | { readonly kind: 'input'; readonly id: string; readonly start: number; readonly ramp: number }
  /** Value of a parameter cell in its own unit. */
  | { readonly kind: 'parameter'; readonly cell: string }
  /** Initial value of a stock cell. */
  | { readonly kind: 'initial'; readonly cell: string }
  /** Probability p, 0 < p < 1: an uncertain parameter or initial value takes the p-quantile of its distribution. */
  | { readonly kind: 'quantile'; readonly cell: string; readonly uncertainty: 'narrow' | 'wide' }
  /** Index of an alternative. */
  | { readonly kind: 'choice'; readonly alternatives: readonly Alternative[] };

/** What a choice sets; what it does not name stays as it was. */
export interface Alternative {
  /** By input id, composites resolved into their members; null for the default. */
  readonly profiles?: Readonly<Record<string, Profile | null>>;
  readonly parameters?: Readonly<Record<string, number>>;
  readonly initial?: Readonly<Record<string, number>>;
  readonly switches?: Readonly<Record<string, string>>;
  readonly events?: readonly ForcedEvent[];
}

/** The p-quantile of an uncertain cell, and what it replaces. The engine knows; throws for a cell that is not drawn. */
export type QuantileOf = (
  cell: string,
  uncertainty: 'narrow' | 'wide',
  p: number
) => { readonly target: 'parameter' | 'initial'; readonly cell: string; readonly value: number };

/**
 * A function from the number of a case to what it runs. Courses of inputs are the same function wherever cases share
 * them, so that a back end tabulates each once. Throws RangeError for a factor that the model does not have, for a
 * choice that is not there and for a table of another size.
 */
export function caseInputs(model: Model, cases: Cases, quantileOf: QuantileOf): (index: number) => RunInputs {
  const { base, factors, values, count, futures } = cases;
  if (values.length !== count * factors.length)
    throw new RangeError(
      `${count} cases of ${factors.length} factors need ${count * factors.length} values, not ${values.length}.`
    );
  if (futures && futures.runs.length !== count)
    throw new RangeError(`${count} cases need as many futures, not ${futures.runs.length}.`);
  const chance = futures?.settings.chance ?? false;
  const plain = toRunInputs(model, base, { chance });
  const apply = factors.map((factor) => applier(model, factor, quantileOf));
  return (index) => {
    const parameters: Record<string, number> = { ...plain.parameters };
    const initial: Record<string, number> = { ...plain.initial };
    const building: Building = { inputs: { ...plain.inputs }, parameters, initial, forced: plain.forced };
    for (let f = 0; f < apply.length; f++) {
      const value = values[index * apply.length + f]!;
      if (!Number.isNaN(value)) apply[f]!(building, value);
    }
    return { ...plain, ...building };
  };
}

/** One case as a scenario of its own, for a link or a file. Values outside a range of the model go to its end. */
export function caseScenario(model: Model, cases: Cases, index: number, quantileOf: QuantileOf): Scenario {
  const { base, factors, values } = cases;
  const draft = {
    ...base,
    profiles: { ...base.profiles } as Record<string, Profile>,
    parameters: { ...base.parameters } as Record<string, number>,
    initial: { ...base.initial } as Record<string, number>,
    switches: { ...base.switches } as Record<string, string>,
    events: base.events
  } satisfies Draft;
  factors.forEach((factor, f) => {
    const value = values[index * factors.length + f]!;
    if (Number.isNaN(value)) return;
    switch (factor.kind) {
      case 'input': {
        for (const { id } of membersOf(model, factor.id)) delete draft.profiles[id];
        const { start, ramp } = factor;
        draft.profiles[factor.id] = { kind: 'ramps', ramps: [{ target: value, start, ramp }] };
        break;
      }
      case 'parameter':
        draft.parameters[factor.cell] = value;
        break;
      case 'initial':
        draft.initial[factor.cell] = value;
        break;
      case 'quantile': {
        const { target, cell, value: drawn } = quantileOf(factor.cell, factor.uncertainty, value);
        draft[target === 'parameter' ? 'parameters' : 'initial'][cell] = drawn;
        break;
      }
      case 'choice': {
        const { profiles = {}, parameters, initial, switches, events } = factor.alternatives[value] ?? {};
        for (const [id, profile] of Object.entries(profiles)) {
          const standard = membersOf(model, id)[0]?.default ?? 0;
          // A composite of the base may move this input: at its default it must say so.
          draft.profiles[id] = profile ?? { kind: 'ramps', ramps: [{ target: standard, start: 0, ramp: 0 }] };
        }
        Object.assign(draft.parameters, parameters);
        Object.assign(draft.initial, initial);
        Object.assign(draft.switches, switches);
        draft.events = events ?? draft.events;
        break;
      }
    }
  });
  return canonical(model, draft);
}

interface Building {
  inputs: Record<string, ProfileCourse>;
  parameters: Record<string, number>;
  initial: Record<string, number>;
  forced: readonly ForcedEvent[];
}

type Apply = (building: Building, value: number) => void;

function applier(model: Model, factor: Factor, quantileOf: QuantileOf): Apply {
  switch (factor.kind) {
    case 'input': {
      const members = membersOf(model, factor.id);
      if (members.length === 0) throw new RangeError(`Model ${model.id} has no input ${factor.id}.`);
      const { start, ramp } = factor;
      return (building, target) => {
        const profile: Profile = { kind: 'ramps', ramps: [{ target, start, ramp }] };
        for (const { id, default: initial } of members) building.inputs[id] = courseOf(profile, initial);
      };
    }
    case 'parameter':
      return (building, value) => void (building.parameters[factor.cell] = value);
    case 'initial':
      return (building, value) => void (building.initial[factor.cell] = value);
    case 'quantile':
      return (building, p) => {
        const { target, cell, value } = quantileOf(factor.cell, factor.uncertainty, p);
        building[target === 'parameter' ? 'parameters' : 'initial'][cell] = value;
      };
    case 'choice': {
      const alternatives = factor.alternatives.map((alternative) => alternativeInputs(model, alternative));
      return (building, value) => {
        const chosen = alternatives[value];
        if (!chosen) throw new RangeError(`A choice of ${alternatives.length} has no alternative ${value}.`);
        for (const id of chosen.defaults) delete building.inputs[id];
        Object.assign(building.inputs, chosen.inputs);
        Object.assign(building.parameters, chosen.parameters);
        Object.assign(building.initial, chosen.initial);
        building.forced = chosen.forced ?? building.forced;
      };
    }
  }
}

interface AlternativeInputs {
  readonly inputs: Readonly<Record<string, ProfileCourse>>;
  /** Inputs that go back to their default. */
  readonly defaults: readonly string[];
  readonly parameters: Readonly<Record<string, number>>;
  readonly initial: Readonly<Record<string, number>>;
  readonly forced: readonly ForcedEvent[] | null;
}

function alternativeInputs(model: Model, alternative: Alternative): AlternativeInputs {
  const { profiles = {}, parameters = {}, initial = {}, switches = {}, events = null } = alternative;
  const inputs: Record<string, ProfileCourse> = {};
  const defaults: string[] = [];
  for (const [id, profile] of Object.entries(profiles)) {
    const [input] = membersOf(model, id);
    if (input?.id !== id) throw new RangeError(`Model ${model.id} has no input ${id}.`);
    if (profile) inputs[id] = courseOf(profile, input.default);
    else defaults.push(id);
  }
  const choices = Object.entries(switches).map(([id, choice]): [string, number] => {
    const index = model.switches.find((one) => one.id === id)?.choices.indexOf(choice) ?? -1;
    if (index < 0) throw new RangeError(`Model ${model.id} has no choice ${choice} of a switch ${id}.`);
    return [id, index];
  });
  const numbers: Record<string, number> = { ...parameters, ...Object.fromEntries(choices) };
  return { inputs, defaults, parameters: numbers, initial, forced: events };
}
