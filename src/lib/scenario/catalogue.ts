import type { Composite, Input, InitialValue, Model, ModelEvent, Parameter, Stock, Switch } from '$lib/model';

/**
 * What a scenario may name in a model, by id, with the interval in which each number may lie.
 *
 * Invariant: built once per Model value and never changed; iteration order is the model's own order, which is the
 * order of keys in every canonical scenario.
 */
export interface Catalogue {
  readonly inputs: ReadonlyMap<string, Input>;
  readonly composites: ReadonlyMap<string, Composite>;
  /** Composites that write an input, in model order. */
  readonly writers: ReadonlyMap<string, readonly Composite[]>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly initial: ReadonlyMap<string, { readonly stock: Stock; readonly value: InitialValue }>;
  readonly switches: ReadonlyMap<string, Switch>;
  readonly events: ReadonlyMap<string, ModelEvent>;
}

/** A closed interval in the person's unit. */
export interface Interval {
  readonly minimum: number;
  readonly maximum: number;
}

/** Initial values of stocks without a range of their own stay below this, so that a slip of the hand is caught. */
const largestInitial = 1e9;

const built = new WeakMap<Model, Catalogue>();

export function catalogueOf(model: Model): Catalogue {
  const known = built.get(model);
  if (known) return known;
  const catalogue: Catalogue = {
    inputs: new Map(model.inputs.map((input) => [input.id, input])),
    composites: new Map(model.composites.map((composite) => [composite.id, composite])),
    writers: new Map(
      model.inputs.map((input) => [
        input.id,
        model.composites.filter((composite) => composite.writes.includes(input.id))
      ])
    ),
    parameters: new Map(model.parameters.map((parameter) => [parameter.id, parameter])),
    initial: new Map(model.stocks.flatMap((stock) => stock.initial.map((value) => [value.cell, { stock, value }]))),
    switches: new Map(model.switches.map((one) => [one.id, one])),
    events: new Map(model.events.map((event) => [event.id, event]))
  };
  built.set(model, catalogue);
  return catalogue;
}

/** Inputs that a composite writes, in the composite's order; an input stands for itself; unknown ids give none. */
export function membersOf(model: Model, id: string): readonly Input[] {
  const { inputs, composites } = catalogueOf(model);
  const own = inputs.get(id);
  if (own) return [own];
  return (composites.get(id)?.writes ?? []).flatMap((member) => inputs.get(member) ?? []);
}

/** Range of an input; a composite may go wherever all its members may. Null for an unknown id. */
export function inputRange(model: Model, id: string): Interval | null {
  const members = membersOf(model, id);
  if (members.length === 0) return null;
  return {
    minimum: Math.max(...members.map((input) => input.minimum)),
    maximum: Math.min(...members.map((input) => input.maximum))
  };
}

/**
 * Interval of a parameter override: the parameter's own range; where that is a single point (a fixed parameter), from 0
 * to 1 for a value in between, else from 0 to ten times the value. Null for an unknown id.
 */
export function parameterRange(model: Model, id: string): Interval | null {
  const parameter = catalogueOf(model).parameters.get(id);
  if (!parameter) return null;
  const { low, high, value } = parameter;
  if (low < high) return { minimum: low, maximum: high };
  if (value >= 0 && value <= 1) return { minimum: 0, maximum: 1 };
  return { minimum: Math.min(0, 10 * value), maximum: Math.max(0, 10 * value) };
}

/** Interval of an initial value: the stock's range, else not negative unless the model starts it below zero. Null for an unknown cell. */
export function initialRange(model: Model, cell: string): Interval | null {
  const found = catalogueOf(model).initial.get(cell);
  if (!found) return null;
  const { stock, value } = found;
  if (stock.range) return { minimum: stock.range[0], maximum: stock.range[1] };
  const negative = 'value' in value && value.value < 0;
  return { minimum: negative ? -largestInitial : 0, maximum: largestInitial };
}

/** Sizes of an event: 0 leaves every stock as it is, 1 takes it to the end of its interval. */
export const magnitudeRange: Interval = { minimum: 0, maximum: 1 };

export function within(interval: Interval, value: number): boolean {
  return value >= interval.minimum && value <= interval.maximum;
}

/** The nearest value inside, with -0 made 0 so that equal numbers have equal bits. */
export function clamp(interval: Interval, value: number): number {
  return Math.min(interval.maximum, Math.max(interval.minimum, value)) + 0;
}
