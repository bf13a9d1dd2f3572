import type { Model } from '$lib/model';
import { standardSettings, withSettings, type Cases, type Scenario } from '$lib/scenario';
import { ordersOf } from './permutations';
import { playersOf, type Player } from './players';
import { MOST_EXACT_PLAYERS, shapleyInteractions, shapleyValues } from './shapley';

/**
 * Why a result changed: the difference between two scenarios in one number, split over what was changed by Shapley values
 * (Shapley 1953): the average of what a change adds, over all orders in which the changes could have been made. Shares add
 * up to the difference, changes without effect get nothing, and changes that do the same get the same. Exact up to twelve
 * changes, by a run of every combination; beyond that from sampled orders, with the standard error of each share.
 *
 * Two steps: `planAttribution` says which cases are to be run, `attribute` reads their values, once per output and month.
 */
export interface AttributionPlan {
  readonly players: readonly Player[];
  readonly method: 'exact' | 'sampled';
  /** Coalitions as cases: the reference with the turns of some players. The first is the reference, the last the scenario. */
  readonly cases: Cases;
  /** Sampled: orders of players, each with its reverse after it. */
  readonly orders: readonly Uint16Array[];
  /** Sampled: number of the case of the first k players of an order, at `order * (players + 1) + k`. */
  readonly steps: Uint32Array;
}

export interface Attribution {
  readonly method: 'exact' | 'sampled';
  /** Value of the reference, and of the scenario. */
  readonly from: number;
  readonly to: number;
  /** In the order of the plan's players; they add up to `to - from`. */
  readonly shares: readonly Share[];
  /**
   * Pairs of players, greatest first. Exact: the Shapley interaction index. Sampled: what the pair adds to the reference
   * beyond what each adds by itself, for the pairs that were run.
   */
  readonly interactions: readonly Interaction[];
}

export interface Share {
  readonly player: Player;
  readonly value: number;
  /** Standard error of a sampled share; 0 where it is exact. */
  readonly error: number;
}

export interface Interaction {
  readonly a: Player;
  readonly b: Player;
  readonly value: number;
}

export interface AttributionOptions {
  /** Players up to which every combination is run, at most 12. */
  readonly exactUpTo?: number;
  /** Orders to sample beyond that, an even number. */
  readonly orders?: number;
  /** 0 to 2^53 - 1. */
  readonly seed?: number;
}

export function planAttribution(
  model: Model,
  reference: Scenario,
  scenario: Scenario,
  { exactUpTo = MOST_EXACT_PLAYERS, orders: planned = 200, seed = 1 }: AttributionOptions = {}
): AttributionPlan {
  const players = playersOf(model, reference, scenario);
  const n = players.length;
  const { integrator, stepsPerMonth, months } = scenario.settings;
  const base = withSettings(model, reference, {
    integrator,
    stepsPerMonth,
    months,
    ensemble: standardSettings(model).ensemble
  });
  const casesOf = (coalitions: readonly (readonly number[])[]): Cases => {
    const values = new Float64Array(coalitions.length * n);
    coalitions.forEach((coalition, c) => {
      for (const player of coalition) values[c * n + player] = 1;
    });
    const factors = players.map(({ turn }) => ({ kind: 'choice', alternatives: [{}, turn] }) as const);
    return { base, factors, count: coalitions.length, values, futures: null };
  };
  if (n <= Math.min(exactUpTo, MOST_EXACT_PLAYERS)) {
    const coalitions = Array.from({ length: 1 << n }, (_, s) => players.flatMap((_, i) => (s & (1 << i) ? [i] : [])));
    return { players, method: 'exact', cases: casesOf(coalitions), orders: [], steps: new Uint32Array(0) };
  }
  const orders = ordersOf(n, planned, seed);
  const known = new Map<string, number>();
  const coalitions: (readonly number[])[] = [];
  const numberOf = (coalition: readonly number[]): number => {
    const sorted = [...coalition].sort((a, b) => a - b);
    const key = sorted.join(' ');
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, coalitions.length);
    return coalitions.push(sorted) - 1;
  };
  numberOf([]);
  const steps = Uint32Array.from(
    orders.flatMap((order) => Array.from({ length: n + 1 }, (_, k) => numberOf([...order.subarray(0, k)])))
  );
  return { players, method: 'sampled', cases: casesOf(coalitions), orders, steps };
}

/** The attribution of one number. `worth(i)` is its value in case i of the plan. */
export function attribute(plan: AttributionPlan, worth: (index: number) => number): Attribution {
  return plan.method === 'exact' ? exact(plan, worth) : sampled(plan, worth);
}

function exact({ players, cases }: AttributionPlan, worth: (index: number) => number): Attribution {
  const n = players.length;
  const values = Float64Array.from({ length: cases.count }, (_, i) => worth(i));
  const shares = shapleyValues(values, n);
  const pairs = shapleyInteractions(values, n);
  return {
    method: 'exact',
    from: values[0]!,
    to: values[cases.count - 1]!,
    shares: players.map((player, i) => ({ player, value: shares[i]!, error: 0 })),
    interactions: greatestFirst(
      players.flatMap((a, i) => players.slice(i + 1).map((b, j) => ({ a, b, value: pairs[i * n + i + 1 + j]! })))
    )
  };
}

function sampled({ players, orders, steps }: AttributionPlan, worth: (index: number) => number): Attribution {
  const n = players.length;
  const valueAt = (order: number, k: number): number => worth(steps[order * (n + 1) + k]!);
  const pairs = orders.length / 2;
  // One observation of a share is the mean of an order and its reverse: those two depend on each other.
  const sums = new Float64Array(n);
  const squares = new Float64Array(n);
  for (let pair = 0; pair < pairs; pair++) {
    const gains = new Float64Array(n);
    for (const order of [2 * pair, 2 * pair + 1]) {
      orders[order]!.forEach((player, k) => {
        gains[player] = gains[player]! + (valueAt(order, k + 1) - valueAt(order, k)) / 2;
      });
    }
    gains.forEach((gain, i) => {
      sums[i] = sums[i]! + gain;
      squares[i] = squares[i]! + gain * gain;
    });
  }
  const from = valueAt(0, 0);
  const single = new Map<number, number>();
  const double = new Map<number, number>();
  orders.forEach((order, o) => {
    const [first, second] = [order[0]!, order[1]!];
    single.set(first, valueAt(o, 1));
    double.set(Math.min(first, second) * n + Math.max(first, second), valueAt(o, 2));
  });
  return {
    method: 'sampled',
    from,
    to: valueAt(0, n),
    shares: players.map((player, i) => {
      const mean = sums[i]! / pairs;
      const variance = Math.max(0, squares[i]! / pairs - mean * mean) * (pairs / Math.max(1, pairs - 1));
      return { player, value: mean, error: Math.sqrt(variance / pairs) };
    }),
    interactions: greatestFirst(
      [...double].flatMap(([key, both]) => {
        const [i, j] = [Math.floor(key / n), key % n];
        const [one, other] = [single.get(i), single.get(j)];
        if (one === undefined || other === undefined) return [];
        return [{ a: players[i]!, b: players[j]!, value: both - one - other + from }];
      })
    )
  };
}

function greatestFirst(interactions: Interaction[]): readonly Interaction[] {
  return interactions.sort((x, y) => Math.abs(y.value) - Math.abs(x.value));
}
