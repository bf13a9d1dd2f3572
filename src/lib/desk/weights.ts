import type { DeskLayout, Model } from '$lib/model';
import { initialRange, parameterRange, type Scenario } from '$lib/scenario';
import type { SliderScale } from '$lib/ui';

/** Numbers of a model that are judgement and that the desk lets a person change: parameters and initial stocks. */
export interface Weight {
  readonly kind: 'parameter' | 'initial';
  readonly id: string;
  readonly value: number;
  readonly standard: number;
  readonly scale: SliderScale;
}

/** Null for an id that the model does not have. */
export function parameterWeight(model: Model, scenario: Scenario, id: string): Weight | null {
  const parameter = model.parameters.find((one) => one.id === id);
  const range = parameterRange(model, id);
  if (!parameter || !range) return null;
  const standard = parameter.value;
  return {
    kind: 'parameter',
    id,
    value: scenario.parameters[id] ?? standard,
    standard,
    scale: { ...range, step: stepFor(range.maximum - range.minimum) }
  };
}

/**
 * An initial stock. A stock without a range of its own goes to three times its default, at least to 1. Null for an
 * unknown cell or one whose initial value is a formula.
 */
export function initialWeight(model: Model, scenario: Scenario, cell: string): Weight | null {
  const initial = model.stocks.flatMap((stock) => stock.initial).find((one) => one.cell === cell);
  const range = initialRange(model, cell);
  if (!initial || !('value' in initial) || !range) return null;
  const standard = initial.value;
  const maximum = Math.min(range.maximum, Math.max(1, 3 * standard));
  return {
    kind: 'initial',
    id: cell,
    value: scenario.initial[cell] ?? standard,
    standard,
    scale: { minimum: range.minimum, maximum, step: 0.01 }
  };
}

function stepFor(width: number): number {
  return width > 5 ? 0.1 : 0.01;
}

export interface StartingWeight {
  readonly actor: string;
  readonly weight: Weight;
}

/** What sets an actor's influence at the start, place by place, as the layout has it. */
export function startingWeights(model: Model, layout: DeskLayout, scenario: Scenario, place: string): StartingWeight[] {
  return layout.influence.starting.flatMap((entry): StartingWeight[] => {
    if (entry.place !== place) return [];
    const { edits } = entry;
    const weight =
      'stock' in edits
        ? initialWeight(model, scenario, edits.stock)
        : parameterWeight(model, scenario, edits.parameter);
    return weight ? [{ actor: entry.actor, weight }] : [];
  });
}

/** Weights as shares of their sum; all zero where the sum is zero. */
export function sharesOf(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (sum > 0 ? weight / sum : 0));
}
