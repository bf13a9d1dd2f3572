import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadFolder } from '../../../../tests/libya/load';
import {
  goTo,
  parseScenario,
  statusQuo,
  withInitial,
  withParameter,
  withProfile,
  withSwitch,
  type Scenario
} from '$lib/scenario';
import { directSimulator } from '$lib/simulator';
import { attribute, planAttribution, type Attribution, type AttributionOptions } from './attribution';
import { ordersOf } from './permutations';
import { shapleyInteractions, shapleyValues } from './shapley';

/** All orders of 0 … n - 1. */
function allOrders(n: number): number[][] {
  if (n === 0) return [[]];
  return allOrders(n - 1).flatMap((order) => Array.from({ length: n }, (_, at) => order.toSpliced(at, 0, n - 1)));
}

/** Shapley values as they are defined: the mean, over all orders, of what a player adds to those before it. */
function byDefinition(worth: readonly number[], n: number): number[] {
  const orders = allOrders(n);
  const sums = new Array<number>(n).fill(0);
  for (const order of orders) {
    let coalition = 0;
    for (const player of order) {
      sums[player]! += worth[coalition | (1 << player)]! - worth[coalition]!;
      coalition |= 1 << player;
    }
  }
  return sums.map((sum) => sum / orders.length);
}

const games = fc.integer({ min: 0, max: 6 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    worth: fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1 << n, maxLength: 1 << n })
  })
);

describe('Shapley values of a game', () => {
  it('equal their definition over all orders, and add up to the whole', () => {
    fc.assert(
      fc.property(games, ({ n, worth }) => {
        const shares = shapleyValues(worth, n);
        byDefinition(worth, n).forEach((share, i) => expect(shares[i]).toBeCloseTo(share, 10));
        expect(Math.abs([...shares].reduce((sum, share) => sum + share, 0) - (worth.at(-1)! - worth[0]!))).toBeLessThan(
          1e-12
        );
      }),
      { seed: 5, numRuns: 300 }
    );
  });

  it('have the interactions of a game that is a sum of products', () => {
    // worth = 2·a + 3·b + 5·ab + 7·bc: pairs interact by their product alone.
    const worth = Array.from({ length: 8 }, (_, s) => {
      const [a, b, c] = [s & 1, (s >> 1) & 1, (s >> 2) & 1];
      return 2 * a + 3 * b + 5 * a * b + 7 * b * c;
    });
    [4.5, 9, 3.5].forEach((share, i) => expect(shapleyValues(worth, 3)[i]).toBeCloseTo(share, 12));
    [0, 5, 0, 5, 0, 7, 0, 7, 0].forEach((pair, at) => expect(shapleyInteractions(worth, 3)[at]).toBeCloseTo(pair, 12));
  });

  it('sampled orders are keyed, whole and paired with their reverse', () => {
    const orders = ordersOf(15, 40, 3);
    expect(orders).toHaveLength(40);
    for (const order of orders)
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, i) => i));
    expect(orders[1]).toEqual(orders[0]!.slice().reverse());
    expect(ordersOf(15, 4, 3)).toEqual(orders.slice(0, 4));
    expect(ordersOf(15, 4, 4)).not.toEqual(orders.slice(0, 4));
  });
});

describe('an attribution on the Libya model', async () => {
  const { model, presets } = loadFolder('models/libya');
  const simulator = directSimulator();
  await simulator.open(model);
  const quiet = statusQuo(model);
  const preset = (id: string): Scenario =>
    parseScenario(presets.find((each) => each.id === id)!.document, model).scenario!;
  const whole = async (
    scenario: Scenario,
    output: string,
    options?: AttributionOptions,
    reference = quiet
  ): Promise<Attribution> => {
    const plan = planAttribution(model, reference, scenario, options);
    const { values } = await simulator.cases(plan.cases, { outputs: [output], months: [120] });
    return attribute(plan, (index) => values[index]!);
  };
  const valueOf = async (scenario: Scenario, output: string): Promise<number> => {
    const { outcome } = await simulator.run(scenario, { save: [output] });
    return outcome.ok ? outcome.trajectory.values.at(-1)! : NaN;
  };

  it('names what unified force and border coordination do only together', async () => {
    const { from, to, shares, interactions, method } = await whole(preset('force_and_border'), 'stability_index');
    expect(method).toBe('exact');
    expect(shares.map(({ player }) => player.id)).toEqual(['unified_force', 'border_coordination']);
    expect(from).toBe(await valueOf(quiet, 'stability_index'));
    expect(to).toBe(await valueOf(preset('force_and_border'), 'stability_index'));
    const [force, border] = shares as [(typeof shares)[0], (typeof shares)[0]];
    expect(Math.abs(force.value + border.value - (to - from))).toBeLessThan(1e-12);
    // Two players: the interaction is what the pair gains beyond the two alone.
    const alone = async (id: string): Promise<number> => (await valueOf(preset(id), 'stability_index')) - from;
    const beyond = to - from - (await alone('unified_force_first')) - (await alone('border_coordination_first'));
    expect(interactions).toHaveLength(1);
    expect(interactions[0]!.value).toBeCloseTo(beyond, 10);
    expect(interactions[0]!.value).toBeGreaterThan(0.9);
  });

  it('adds up over the eleven changes of the comprehensive package', async () => {
    const { from, to, shares } = await whole(preset('fragility_package'), 'relapse_probability');
    expect(shares.length).toBeGreaterThan(8);
    expect(Math.abs(shares.reduce((sum, { value }) => sum + value, 0) - (to - from))).toBeLessThan(1e-12);
  });

  it('comes near the exact shares where orders are sampled, as near as its errors say', async () => {
    const exact = await whole(preset('southern_compact'), 'stability_index');
    const sampled = await whole(preset('southern_compact'), 'stability_index', { exactUpTo: 2, orders: 16, seed: 7 });
    expect(sampled.method).toBe('sampled');
    expect(sampled.shares.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(sampled.to - sampled.from, 10);
    sampled.shares.forEach(({ value, error }, i) => {
      expect(Math.abs(value - exact.shares[i]!.value)).toBeLessThanOrEqual(4 * error + 1e-9);
    });
    expect(sampled.shares.some(({ error }) => error > 0)).toBe(true);
  });

  it('takes parameters, starting values and switches for changes too, and compares any two scenarios', async () => {
    const before = withParameter(model, withProfile(model, quiet, 'border_niger', goTo(60)), 'hazard_base', 0.12);
    const after = withSwitch(
      model,
      withInitial(model, withProfile(model, before, 'border_coordination', goTo(90)), 'trust', 0.3),
      'stability_aggregation',
      'arithmetic'
    );
    const { from, to, shares } = await whole(
      withParameter(model, after, 'hazard_base', 0.08),
      'stability_index',
      {},
      before
    );
    expect(shares.map(({ player }) => `${player.kind} ${player.id}`)).toEqual([
      'input border_coordination',
      'input border_niger',
      'parameter hazard_base',
      'initial trust',
      'switch stability_aggregation'
    ]);
    expect(from).toBe(await valueOf(before, 'stability_index'));
    expect(to).toBe(await valueOf(withParameter(model, after, 'hazard_base', 0.08), 'stability_index'));
  });

  it('has nothing to split where nothing was changed', async () => {
    const { from, to, shares, interactions } = await whole(quiet, 'stability_index');
    expect([to - from, shares, interactions]).toEqual([0, [], []]);
  });
});
