import { describe, expect, it } from 'vitest';
import type { SpaceFactor } from './space';
import { decompose, groupFactors, screen, STRETCH, tornado, type Evaluate } from './study';

/** Studies over functions that need no run: y = 4a + 2b + c·d, and nothing of e; a and b are inputs. */
const factor = (id: string, kind: SpaceFactor['kind'], group: string): SpaceFactor => ({
  id,
  kind,
  group,
  low: 0,
  high: 1,
  factor: kind === 'input' ? { kind, id, start: 0, ramp: 0 } : { kind: 'quantile', cell: id, uncertainty: 'wide' }
});
const space = [
  factor('a', 'input', 'us'),
  factor('b', 'input', 'us'),
  factor('c', 'parameter', 'force'),
  factor('d', 'parameter', 'border'),
  factor('e', 'parameter', 'border')
];
const k = space.length;

function over(f: (x: Float64Array) => number[], asked: number[] = []): Evaluate {
  return (points) => {
    const count = points.length / k;
    asked.push(count);
    return Promise.resolve(
      Float64Array.from(Array.from({ length: count }, (_, i) => f(points.subarray(i * k, (i + 1) * k))).flat())
    );
  };
}
const y = (x: Float64Array): number => 4 * x[0]! + 2 * x[1]! + x[2]! * x[3]!;

describe('screening', () => {
  it('ranks factors by what they do over their range, and finds what does nothing', async () => {
    const { effects, order, runs } = await screen(
      space,
      over((x) => [y(x)]),
      { trajectories: 20, seed: 5 }
    );
    expect(runs).toBe(20 * (k + 1));
    expect(order.slice(0, 2)).toEqual([0, 1]);
    expect(order.at(-1)).toBe(4);
    expect(effects[0]!.muStar.value).toBeCloseTo(4, 10);
    expect(effects[0]!.sigma).toBeCloseTo(0, 10);
    // Only what works together with another has a spread.
    expect(effects[2]!.sigma).toBeGreaterThan(0.1);
    expect(effects[4]!.muStar.value).toBe(0);
  });

  it('goes over the inner nine tenths of probabilities and the whole range of inputs', async () => {
    const seen: Float64Array[] = [];
    const evaluate: Evaluate = (points) => {
      seen.push(points);
      return Promise.resolve(new Float64Array(points.length / k));
    };
    await screen(space, evaluate, { trajectories: 30, seed: 1 });
    const column = (d: number): number[] =>
      seen.flatMap((points) => Array.from(points).filter((_, at) => at % k === d));
    expect([Math.min(...column(0)), Math.max(...column(0))]).toEqual([0, 1]);
    expect(Math.min(...column(3))).toBeCloseTo(0.05, 12);
    expect(Math.max(...column(3))).toBeCloseTo(0.95, 12);
  });
});

describe('groups', () => {
  it('hold every factor once in either view', () => {
    const { groups, single, broad } = groupFactors(space, [0, 3]);
    expect(groups.map(({ id }) => id)).toEqual([
      'factor:a',
      'factor:d',
      'group:inputs.us',
      'rest:inputs.us',
      'group:force',
      'group:border',
      'rest:border'
    ]);
    for (const view of [single, broad]) {
      const factors = view.flatMap((g) => groups[g]!.factors);
      expect([...factors].sort()).toEqual([0, 1, 2, 3, 4]);
    }
    expect(groups.filter((_, g) => single.includes(g) && broad.includes(g)).map(({ id }) => id)).toEqual([
      'group:force'
    ]);
  });
});

describe('decomposition', () => {
  const grouping = groupFactors(space, [0, 2, 3]);
  const months = 2;
  // In the first of two months only b counts.
  const evaluate = (asked: number[] = []): Evaluate => over((x) => [x[1]!, y(x)], asked);

  it('gives shares of variance that the closed form has within their intervals', async () => {
    const found = await decompose(space, grouping, evaluate(), { rows: 2048, seed: 2, months });
    const variance = (16 + 4) / 12 + (1 / 9 - 1 / 16);
    expect(found.variance).toBeCloseTo(variance, 2);
    const [a] = found.indices;
    expect(a!.first.low).toBeLessThanOrEqual(16 / 12 / variance);
    expect(a!.first.high).toBeGreaterThanOrEqual(16 / 12 / variance);
    expect(a!.first.value).toBeCloseTo(16 / 12 / variance, 2);
    expect(a!.total.value).toBeCloseTo(16 / 12 / variance, 2);
    // c and d work together: total and first-order index of c differ by what their product brings.
    const c = found.indices[1]!;
    expect(c.first.low).toBeLessThanOrEqual(1 / 48 / variance);
    expect(c.first.high).toBeGreaterThanOrEqual(1 / 48 / variance);
    expect(c.first.value).toBeCloseTo(1 / 48 / variance, 2);
    expect(c.total.value).toBeCloseTo((1 / 48 + 1 / 144) / variance, 3);
    // Other months come from the same runs.
    const inputs = grouping.groups.findIndex(({ id }) => id === 'group:inputs.us');
    expect(found.months[0]!.total[inputs]).toBeCloseTo(1, 1);
    expect(found.months[0]!.total[0]).toBe(0);
    expect(found.months[1]!.total).toEqual(found.indices.map(({ total }) => total.value));
  });

  it('goes on from fewer rows to the bits of a study that began with more', async () => {
    const fresh: number[] = [];
    const half = await decompose(space, grouping, evaluate(), { rows: 128, seed: 2, months });
    const asked: number[] = [];
    const whole = await decompose(space, grouping, evaluate(fresh), { rows: 256, seed: 2, months });
    const onward = await decompose(space, grouping, evaluate(asked), {
      rows: 256,
      seed: 2,
      months,
      known: half.values
    });
    expect(onward).toEqual(whole);
    expect(asked.reduce((sum, each) => sum + each, 0)).toBe(whole.runs - half.runs);
    expect(Math.max(...fresh)).toBeLessThanOrEqual(STRETCH);
  });

  it('stops between two stretches when it is told to', async () => {
    const stop = new AbortController();
    const asked: number[] = [];
    const study = decompose(
      space,
      grouping,
      evaluate(asked),
      { rows: 4096, seed: 1, months },
      { signal: stop.signal, onProgress: () => stop.abort() }
    );
    await expect(study).rejects.toThrow(/abort/i);
    expect(asked).toHaveLength(1);
  });
});

describe('a tornado', () => {
  it('moves one factor at a time and leaves the others as the base has them', async () => {
    const evaluate: Evaluate = over((x) => {
      const base = [0.5, 0.5, 0.5, 0.5, 0.5];
      return [y(Float64Array.from(base, (value, d) => (Number.isNaN(x[d]!) ? value : x[d]!)))];
    });
    const { base, swings, order } = await tornado(space, evaluate);
    expect(base).toBe(3.25);
    expect(order).toEqual([0, 1, 2, 3, 4]);
    expect(swings[0]).toEqual({ low: 1.25, high: 5.25 });
    expect(swings[2]!.low).toBeCloseTo(3.25 - 0.45 * 0.5, 12);
    expect(swings[4]).toEqual({ low: 3.25, high: 3.25 });
  });
});
