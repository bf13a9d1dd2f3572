import type { Model } from '$lib/model';
import type { Cases, Factor, Scenario } from '$lib/scenario';

/**
 * The factors of a global sensitivity analysis or a search, as a unit cube: coordinate u of an input stands for a target
 * between the ends of its range, that of an uncertain quantity for a probability of its distribution. A point of the cube
 * is a case.
 */
export interface SpaceFactor {
  /** Input, composite, parameter cell or stock cell. */
  readonly id: string;
  readonly kind: 'input' | 'parameter' | 'initial';
  /** Group of an input (who moves it), sector of a parameter, `initial` for starting values. */
  readonly group: string;
  /** Ends of an input's target in the person's unit; 0 and 1 (probabilities) for uncertain quantities. */
  readonly low: number;
  readonly high: number;
  readonly factor: Factor;
}

export interface SpaceOptions {
  /** Inputs and composites that vary. */
  readonly inputs: readonly string[];
  /** Bounds of inputs by id, where they are not the whole range. */
  readonly bounds?: Readonly<Record<string, readonly [number, number]>>;
  /** Whether uncertain quantities vary, and from which distributions. */
  readonly uncertainty: 'none' | 'narrow' | 'wide';
  /** Uncertain quantities that vary, by cell; without it all of them. */
  readonly quantities?: readonly string[];
  /** Month in which inputs begin to move, and months that they take. */
  readonly start?: number;
  readonly ramp?: number;
}

/** Month in which inputs begin to move, and months that they take, where nothing else is said. */
export const INPUT_START = 3;
export const INPUT_RAMP = 24;

/** Inputs in the order given, then uncertain quantities in the model's order. Throws RangeError for a name that the model does not have. */
export function factorSpace(model: Model, options: SpaceOptions): readonly SpaceFactor[] {
  const { inputs, bounds = {}, uncertainty, quantities, start = INPUT_START, ramp = INPUT_RAMP } = options;
  const moved = inputs.map((id): SpaceFactor => {
    const members = model.composites.find((composite) => composite.id === id)?.writes ?? [id];
    const [first, ...others] = members.map((member) => {
      const input = model.inputs.find((each) => each.id === member);
      if (!input) throw new RangeError(`Model ${model.id} has no input ${member}.`);
      return input;
    });
    if (!first) throw new RangeError(`The composite ${id} of model ${model.id} moves nothing.`);
    const ends: readonly [number, number] = bounds[id] ?? [
      Math.max(first.minimum, ...others.map(({ minimum }) => minimum)),
      Math.min(first.maximum, ...others.map(({ maximum }) => maximum))
    ];
    return {
      id,
      kind: 'input',
      group: first.group,
      low: ends[0],
      high: ends[1],
      factor: { kind: 'input', id, start, ramp }
    };
  });
  if (uncertainty === 'none') return moved;
  const uncertain = [
    ...model.parameters
      .filter(({ shape }) => shape !== 'fixed')
      .map(({ id, sector }) => ({ id, kind: 'parameter' as const, group: sector })),
    ...model.stocks.flatMap(({ initial }) =>
      initial
        .filter((value) => 'value' in value && value.spread > 0)
        .map(({ cell }) => ({ id: cell, kind: 'initial' as const, group: 'initial' }))
    )
  ];
  const wanted = quantities && new Set(quantities);
  const unknown = quantities?.find((cell) => !uncertain.some(({ id }) => id === cell));
  if (unknown !== undefined) throw new RangeError(`Model ${model.id} has no uncertain quantity ${unknown}.`);
  return [
    ...moved,
    ...uncertain
      .filter(({ id }) => !wanted || wanted.has(id))
      .map(({ id, kind, group }): SpaceFactor => ({
        id,
        kind,
        group,
        low: 0,
        high: 1,
        factor: { kind: 'quantile', cell: id, uncertainty }
      }))
  ];
}

/** 2^-53: a probability must lie strictly inside its interval. */
const EDGE = Number.EPSILON / 2;

/** Points of the unit cube (point by point) as cases of a base. */
export function casesAt(base: Scenario, space: readonly SpaceFactor[], points: Float64Array): Cases {
  const values = points.map((u, at) => {
    const { kind, low, high } = space[at % space.length]!;
    return kind === 'input' ? low + u * (high - low) : Math.min(1 - EDGE, Math.max(EDGE, u));
  });
  return {
    base,
    factors: space.map(({ factor }) => factor),
    count: points.length / space.length,
    values,
    futures: null
  };
}
