import type { Model, Parameter, Stock } from '$lib/model';
import { exp } from '../kernels/exponential';
import { ln } from '../kernels/logarithm';
import type { Distribution, DrawnShape, Node, Uncertain, UncertainQuantity } from '../program';
import { pertQuantiles } from '../random/pert';
import { normalQuantile } from '../random/quantiles';
import { binary, constant, read } from './nodes';

/**
 * What is uncertain in a model, as distributions ready to be drawn: once as the model states it (narrow) and once
 * stretched about the nominal value (wide).
 *
 * Stretching: distances from the nominal value times `widen`, on a logarithmic scale for log-triangular ranges. Elsewhere
 * it takes no quantity across zero: the lower bound stays above the lesser of the stated one and 0.15 times the nominal value;
 * and a share (unit 1, stated within 0 to 1) below the greater of the stated upper bound and 0.98. Quantities that can
 * be negative are stretched freely. Half-ranges of initial values are stretched by a factor of their own and always kept
 * within the stock's range, a share from 0.02 to 0.98, unless the initial value itself lies outside.
 */
interface Range {
  readonly shape: DrawnShape;
  readonly low: number;
  readonly nominal: number;
  readonly high: number;
}

/** A drawn deviation of an initial value that a formula gives. */
export interface Deviation {
  readonly cell: string;
  readonly slot: number;
}

/** `slotOf` gives the slots of cells; `deviations` those of initial values given by formulas. */
export function uncertainOf(
  model: Model,
  slotOf: (cell: string) => number,
  deviations: readonly Deviation[]
): Uncertain {
  const { sectors, narrow, wide } = model.uncertainty;
  const parameters = model.parameters.filter(isDrawn).map((parameter): UncertainQuantity => {
    const { id, value: nominal, low, high, shape, direction, sector } = parameter;
    const stated = { shape, low, nominal, high };
    const isShare = parameter.unit === '1' && low >= 0 && high <= 1;
    return {
      id,
      slot: slotOf(id),
      target: 'parameter',
      nominal,
      sector: sectors.indexOf(sector),
      direction,
      narrow: distribution(stretch(stated, narrow.widen, isShare)),
      wide: distribution(stretch(stated, wide.widen, isShare))
    };
  });
  const slotOfDeviation = new Map(deviations.map(({ cell, slot }) => [cell, slot]));
  const initials = model.stocks.flatMap((stock) =>
    stock.initial
      .filter(({ spread }) => spread > 0)
      .map((initial): UncertainQuantity => {
        const { cell, spread, direction } = initial;
        const slot = slotOfDeviation.get(cell);
        const drawn = (factor: number): Distribution =>
          'value' in initial
            ? distribution(around(initial.value, spread * factor, stock))
            : distribution({ shape: 'triangular', low: -spread * factor, nominal: 0, high: spread * factor });
        return {
          id: cell,
          slot: slot ?? slotOf(cell),
          target: slot === undefined ? 'initial' : 'parameter',
          nominal: 'value' in initial ? initial.value : 0,
          sector: sectors.indexOf('initial'),
          direction,
          narrow: drawn(1),
          wide: drawn(wide.initialFactor)
        };
      })
  );
  const loading = { narrow: narrow.loading, wide: wide.loading };
  return { sectors, loading, quantities: [...parameters, ...initials] };
}

function isDrawn(parameter: Parameter): parameter is Parameter & { readonly shape: DrawnShape } {
  return parameter.shape !== 'fixed' && parameter.low < parameter.high;
}

function stretch({ shape, low, nominal, high }: Range, widen: number, isShare: boolean): Range {
  // Exactly what is stated where nothing is stretched.
  if (widen === 1) return { shape, low, nominal, high };
  if (shape === 'log-triangular') {
    const away = (bound: number): number => exp(ln(nominal) + (ln(bound) - ln(nominal)) * widen);
    return { shape, low: away(low), nominal, high: highest(away(high), high, nominal, isShare) };
  }
  const away = (bound: number): number => nominal + (bound - nominal) * widen;
  return {
    shape,
    nominal,
    low: low < 0 ? away(low) : Math.max(away(low), Math.min(low, 0.15 * nominal)),
    high: highest(away(high), high, nominal, isShare)
  };
}

function highest(upper: number, high: number, nominal: number, isShare: boolean): number {
  if (isShare) return Math.min(upper, Math.max(high, 0.98));
  return high <= 0 ? Math.min(upper, Math.max(high, 0.15 * nominal)) : upper;
}

/** Bounds that drawn initial values keep. */
function boundsOf({ range }: Stock): readonly [number, number] {
  if (!range) return [0.02, Infinity];
  return range[0] === 0 && range[1] === 1 ? [0.02, 0.98] : range;
}

function around(nominal: number, halfRange: number, stock: Stock): Range {
  const [least, most] = boundsOf(stock);
  const low = nominal - halfRange;
  const high = nominal + halfRange;
  return {
    shape: 'triangular',
    low: nominal > least ? Math.max(low, least) : low,
    nominal,
    high: nominal < most ? Math.min(high, most) : high
  };
}

/** The formula of an initial value with its deviation: unchanged without one, and kept within the stock's bounds. */
export function withDeviation(formula: Node, slot: number, stock: Stock): Node {
  const [least, most] = boundsOf(stock);
  const moved = binary('add', formula, read(slot));
  const above = binary('max', binary('min', formula, constant(least)), moved);
  return most === Infinity ? above : binary('min', binary('max', formula, constant(most)), above);
}

function distribution({ shape, low, nominal, high }: Range): Distribution {
  return { shape, low, high, terms: termsOf(shape, low, nominal, high) };
}

function termsOf(shape: DrawnShape, low: number, nominal: number, high: number): readonly number[] {
  switch (shape) {
    case 'uniform':
      return [low, high - low];
    case 'triangular':
      return [low, nominal, high];
    case 'log-triangular':
      return [ln(low), ln(nominal), ln(high)];
    case 'normal': {
      const z = normalQuantile(0.95);
      return [nominal, (nominal - low) / z, (high - nominal) / z];
    }
    case 'beta':
      return pertQuantiles(low, nominal, high);
  }
}
