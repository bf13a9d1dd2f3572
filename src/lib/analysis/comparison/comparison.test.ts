import { describe, expect, it } from 'vitest';
import { bandLine, Comparison, comparisonColumns, comparisonRows } from '$lib/analysis';
import { goTo, standardEnsemble, statusQuo, withEnsemble, withProfile } from '$lib/scenario';
import { compareScenarios, directSimulator } from '$lib/simulator';
import { exampleModel as model } from '../../../../tests/links/example-model';

/** Two scenarios, one output, one month, four futures: small enough to reckon by hand. */
const byHand = new Comparison(
  { scenarios: ['a', 'b'], outputs: ['x'], months: [12] },
  Float64Array.of(10, 14, 20, 17, 30, 30, 40, 46),
  4
);

describe('a comparison', () => {
  it('takes differences future by future', () => {
    expect(byHand.difference('b', 'a', 'x', 12)).toEqual({
      ...{ p5: -2.55, p25: -0.75, p50: 2, p75: 4.5 },
      p95: expect.closeTo(5.7, 12) as number,
      ...{ runs: 4, above: 2, below: 1 }
    });
    expect(byHand.spread('a', 'x', 12)).toMatchObject({ p25: 17.5, p50: 25, p75: 32.5, runs: 4 });
  });

  it('counts regret against the best in the same future, and the worst by the side that is asked for', () => {
    const [a, b] = byHand.standings('x', 12, { side: 'above', level: 18 })!;
    expect(a).toEqual({ satisficing: 0.75, worst: 10, greatestRegret: 6, mean: 25 });
    expect(b).toEqual({ satisficing: 0.5, worst: 14, greatestRegret: 3, mean: 26.75 });
    const [low] = byHand.standings('x', 12, { side: 'below', level: 20 })!;
    expect(low).toEqual({ satisficing: 0.25, worst: 40, greatestRegret: 3, mean: 25 });
  });

  it('leaves out futures whose runs failed, from pairs where either did', () => {
    const holed = new Comparison(
      { scenarios: ['a', 'b'], outputs: ['x'], months: [1] },
      Float64Array.of(1, NaN, 2, 5, 3, 7),
      3
    );
    expect(holed.spread('a', 'x', 1).runs).toBe(3);
    expect(holed.difference('b', 'a', 'x', 1)).toMatchObject({ runs: 2, above: 2, below: 0, p50: 3.5 });
    expect(holed.standings('x', 1, { side: 'above', level: 0 })?.[0]?.worst).toBe(2);
    const none = new Comparison({ scenarios: ['a'], outputs: ['x'], months: [1] }, Float64Array.of(NaN), 1);
    expect(none.standings('x', 1, { side: 'above', level: 0 })).toBeNull();
    expect(none.spread('a', 'x', 1).p50).toBeNaN();
  });

  it('refuses what was not compared and rows that do not fit', () => {
    expect(() => byHand.values('c', 'x', 12)).toThrow(RangeError);
    expect(() => new Comparison(byHand.axes, new Float64Array(3), 2)).toThrow(RangeError);
  });

  it('says the numbers of a paired ensemble, bit by bit', async () => {
    const plan = { ...standardEnsemble, runs: 150, seed: 11 };
    const quiet = statusQuo(model);
    const busy = withEnsemble(model, withProfile(model, quiet, 'unified_force', goTo(80, 12, 6)), plan);
    const simulator = directSimulator();
    await simulator.open(model);
    const outputs = ['trust', 'growth'];
    const scenarios = [
      { id: 'a', scenario: quiet },
      { id: 'b', scenario: busy }
    ];
    const compared = await compareScenarios(simulator, { scenarios, outputs, months: [24, 60], plan });
    const { result } = await simulator.ensemble(busy, { outputs, reference: quiet, coarse: 0 });
    simulator.close();
    for (const [o, output] of outputs.entries()) {
      for (const month of [24, 60]) {
        const own = compared.spread('b', output, month);
        const paired = compared.difference('b', 'a', output, month);
        for (const [p, key] of [
          [5, 'p5'],
          [50, 'p50'],
          [95, 'p95']
        ] as const) {
          expect(own[key]).toBe(bandLine(result, result.bands, p, output)[month]);
          expect(paired[key]).toBe(bandLine(result, result.difference!.bands, p, output)[month]);
        }
        expect(paired.above).toBe(result.difference!.above[o * result.rows + month]);
        expect(paired.below).toBe(result.difference!.below[o * result.rows + month]);
      }
    }
  });

  it('is written as one row for each output, date and scenario', () => {
    const rows = comparisonRows(byHand, 'a', ['x'], [12], (scenario) => (scenario === 'a' ? 1 : 2));
    expect(rows.map(({ scenario, numbers }) => [scenario, numbers.length, numbers[0]])).toEqual([
      ['a', comparisonColumns.length - 3, 1],
      ['b', comparisonColumns.length - 3, 2]
    ]);
    expect(rows[0]!.numbers.slice(6, 13).every(Number.isNaN)).toBe(true);
  });
});
