import { describe, expect, it } from 'vitest';
import { messageOf, sharesOverDraws, sharesOverWeights, weightVectors, widthOf } from '$lib/analysis';
import type { ModelBundle } from '$lib/model';
import { canonical } from '$lib/scenario';
import { checkDraws, directSimulator, namedScenarios, under } from '$lib/simulator';
import { shippedModel } from '../links/shipped';

/** The conclusions of the Libya model under other weights: the fast way gives what full runs give. */
const bundle = shippedModel('libya');

async function rowsOf({ model, presets, checkScenarios, conclusions }: ModelBundle, runs: number | null = null) {
  const message = messageOf(model, conclusions, ['stability_aggregation']);
  const scenarios = namedScenarios(model, [...presets, ...checkScenarios]).filter(({ id }) =>
    message.scenarios.includes(id)
  );
  const simulator = directSimulator();
  await simulator.open(model);
  const plan = runs === null ? null : checkDraws('wide', runs);
  const { rows } = await simulator.survey({ scenarios, spec: message.spec, plan });
  return { message, rows, scenarios, simulator };
}

describe.runIf(bundle)('the conclusions of models/libya', () => {
  const { model, mechanisms } = bundle!;

  it('rest on weights behind which nothing feeds back', async () => {
    const { message } = await rowsOf(bundle!);
    expect(message.weights.map(({ id }) => id.split('.')[0])).toContain('stability_weight');
    expect(message.weights).toHaveLength(25);
    expect(message.weights.every(({ id }) => /_weight\./.test(id))).toBe(true);
    expect(message.spec.figures.every(({ cell }) => !/_index|dimension_score|own_share/.test(cell))).toBe(true);
  });

  it.each([
    ['geometric', 0],
    ['arithmetic', 1]
  ] as const)('have the margins of full runs under other weights, to the bit: %s', async (aggregation, choice) => {
    const { message, rows, scenarios, simulator } = await rowsOf(bundle!);
    const weights = message.weights.map(({ value }, i) => Math.round(100 * ((value * (i + 3)) % 1)) / 100);
    const parameters = Object.fromEntries(message.weights.map(({ id }, i) => [id, weights[i]!]));
    const margins = message.margins(rows, 0, weights, [choice]);
    for (const [c, { left, right, output, month }] of message.conclusions.entries()) {
      const values = await Promise.all(
        [left, right].map(async (wanted) => {
          const { scenario } = scenarios.find(({ id }) => id === wanted)!;
          const changed = canonical(model, {
            ...scenario,
            parameters,
            switches: { stability_aggregation: aggregation }
          });
          const { outcome } = await simulator.run(changed, { save: [output] });
          return outcome.ok ? outcome.trajectory.values[month]! : NaN;
        })
      );
      expect(margins[c], message.conclusions[c]!.id).toBe(values[0]! - values[1]!);
    }
    simulator.close();
  });

  it('hold at the model’s own weights, all of them', async () => {
    const { message, rows } = await rowsOf(bundle!);
    const own = message.weights.map(({ value }) => value);
    expect([...message.margins(rows, 0, own, [0])].every((margin) => margin > 0)).toBe(true);
  });

  /** Shares in per cent, geometric and arithmetic, printed by an independent implementation with other vectors. */
  const printed: Readonly<Record<string, readonly [number, number]>> = {
    force_and_border_help: [100, 100],
    mix_beats_military: [100, 100],
    mix_helps: [98.8, 97.1],
    military_alone_hurts: [100 - 31.9, 100 - 15.9],
    package_beats_military: [100, 100],
    even_beats_onesided: [97.6, 96.2],
    withdrawal_hurts: [96.9, 93.1],
    collapse_hurts: [100, 100],
    package_beats_elections: [100, 100],
    south_first_helps: [100, 100],
    revenue_beats_force: [66.5, 56.7],
    entrenchment_hurts: [100, 100]
  };

  it('hold in as many of 1,000 random weightings as an independent implementation says, within chance', async () => {
    const { message, rows } = await rowsOf(bundle!);
    const among = message.weights.flatMap(({ id }, i) => (id.startsWith('stability_weight.') ? [i] : []));
    const vectors = weightVectors(1000, among.length, 20_241_001);
    const own = message.weights.map(({ value }) => value);
    for (const choice of [0, 1]) {
      const shares = sharesOverWeights(message, rows, vectors, among, own, [choice]);
      shares.forEach(({ share, runs }, c) => {
        const { id } = message.conclusions[c]!;
        const wanted = printed[id]![choice]! / 100;
        const middle = (share + wanted) / 2;
        const deviation = Math.sqrt((2 * middle * (1 - middle)) / 1000);
        expect(runs).toBe(1000);
        expect(Math.abs(share - wanted), `${id} ${choice}: ${share}`).toBeLessThanOrEqual(3 * deviation + 0.0005);
      });
    }
  });

  it('are counted over draws as each draw says', async () => {
    const { message, rows } = await rowsOf(bundle!, 12);
    const own = message.weights.map(({ value }) => value);
    const shares = sharesOverDraws(message, rows, 12, own, [0]);
    const width = widthOf(message.spec);
    const counted = message.conclusions.map(
      (_, c) =>
        Array.from({ length: 12 }, (_, run) => message.margins(rows, run * width, own, [0])[c]!).filter((m) => m > 0)
          .length
    );
    expect(shares.map(({ hits }) => hits)).toEqual(counted);
  });

  it('follow the model: a changed parameter and a mechanism left out change the margins', async () => {
    const { message, rows, scenarios, simulator } = await rowsOf(bundle!);
    const own = message.weights.map(({ value }) => value);
    const before = [...message.margins(rows, 0, own, [0])];
    const changed = {
      ...bundle!,
      model: {
        ...model,
        parameters: model.parameters.map((one) => (one.id === 'inclusion_us' ? { ...one, value: 0.3 } : one))
      }
    };
    const other = await rowsOf(changed);
    expect([...other.message.margins(other.rows, 0, own, [0])]).not.toEqual(before);
    const military = mechanisms.filter(({ id }) => id === 'pro_military_world');
    const without = await simulator.survey({ ...under(model, scenarios, military), spec: message.spec });
    const after = message.margins(without.rows, 0, own, [0]);
    const turned = message.conclusions.flatMap(({ id }, c) => (after[c]! > 0 ? [] : [id]));
    expect(turned).toContain('mix_beats_military');
  });
});

describe('weightVectors(count, weights, seed)', () => {
  it('are weights that sum to one, the same for the same seed, uniform on the simplex', () => {
    const vectors = weightVectors(4000, 3, 5);
    expect(weightVectors(4000, 3, 5)).toEqual(vectors);
    expect(weightVectors(10, 3, 5)).toEqual(vectors.slice(0, 30));
    expect(weightVectors(10, 3, 6)).not.toEqual(vectors.slice(0, 30));
    let above = 0;
    for (let v = 0; v < 4000; v++) {
      const three = [...vectors.subarray(3 * v, 3 * v + 3)];
      expect(three.every((weight) => weight > 0 && weight < 1)).toBe(true);
      expect(Math.abs(three.reduce((a, b) => a + b) - 1)).toBeLessThan(1e-12);
      if (three[0]! > 0.5) above += 1;
    }
    // The first of three uniform weights exceeds one half in a quarter of all.
    expect(Math.abs(above / 4000 - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / 4000));
  });
});
