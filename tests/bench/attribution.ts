import { attribute, planAttribution, type Attribution } from '$lib/analysis';
import { goTo, statusQuo, withProfile, type Scenario } from '$lib/scenario';
import { directSimulator, type Simulator } from '$lib/simulator';
import { loadFolder } from '../libya/load';
import { openPool } from './pool';
import type { Row, Section } from './section';

/**
 * Exact attribution of the Libya model's chief output over eight changed inputs: all 256 combinations are run and split.
 * The shares are held to Shapley's definition, the mean over all 40,320 orders, before the clock starts.
 */
const inputs = [
  'unified_force',
  'border_coordination',
  'us_diplomacy',
  'us_development',
  'political_process',
  'revenue_sharing',
  'southern_programme',
  'un_mission'
];
const rounds = 40;

export const attribution: Section = {
  name: 'attribution',
  about: 'exact shares of eight changed inputs in the Libya model: 256 runs of 120 months and their split',
  async run(): Promise<readonly Row[]> {
    const { model } = loadFolder('models/libya');
    const reference = statusQuo(model);
    const scenario = inputs.reduce<Scenario>(
      (before, id) => withProfile(model, before, id, goTo(70, 3, 24)),
      reference
    );
    const split = async (simulator: Simulator): Promise<{ values: Float64Array; told: Attribution }> => {
      const plan = planAttribution(model, reference, scenario);
      const { values } = await simulator.cases(plan.cases, { outputs: ['stability_index'], months: [120] });
      return { values, told: attribute(plan, (index) => values[index]!) };
    };
    const rows: Row[] = [];
    const simulators = [
      ['one core', directSimulator()],
      ['pool', openPool()]
    ] as const;
    for (const [where, simulator] of simulators) {
      await simulator.open(model);
      const { values, told } = await split(simulator);
      if (values.length !== 256) throw new Error(`Expected 256 combinations, not ${values.length}.`);
      const off = farthest(told, byDefinition(values, inputs.length));
      if (!(off < 1e-11)) throw new Error(`Shares are ${off} off Shapley's definition.`);
      const times: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const start = performance.now();
        await split(simulator);
        times.push(performance.now() - start);
      }
      simulator.close();
      times.sort((a, b) => a - b);
      const quantile = (p: number): string => times[Math.round(p * (times.length - 1))]!.toFixed(1);
      rows.push({
        where,
        runs: values.length,
        'median ms': quantile(0.5),
        'least ms': quantile(0),
        '5 to 95 %': `${quantile(0.05)}-${quantile(0.95)}`,
        'off by definition': off.toExponential(1),
        'off the sum': Math.abs(sumOf(told) - (told.to - told.from)).toExponential(1)
      });
    }
    return rows;
  }
};

function sumOf({ shares }: Attribution): number {
  return shares.reduce((sum, { value }) => sum + value, 0);
}

function farthest({ shares }: Attribution, expected: readonly number[]): number {
  return Math.max(...shares.map(({ value }, i) => Math.abs(value - expected[i]!)));
}

/** The mean, over all orders, of what a change adds to those before it. */
function byDefinition(worth: ArrayLike<number>, players: number): number[] {
  const sums = new Array<number>(players).fill(0);
  let orders = 0;
  const place = (coalition: number, gains: readonly (readonly [number, number])[]): void => {
    if (gains.length === players) {
      orders += 1;
      for (const [player, gain] of gains) sums[player]! += gain;
      return;
    }
    for (let player = 0; player < players; player++) {
      const bit = 1 << player;
      if (coalition & bit) continue;
      place(coalition | bit, [...gains, [player, worth[coalition | bit]! - worth[coalition]!]]);
    }
  };
  place(0, []);
  return sums.map((sum) => sum / orders);
}
