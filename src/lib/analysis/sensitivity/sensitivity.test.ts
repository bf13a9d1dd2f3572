import { describe, expect, it } from 'vitest';
import { Domain, normalQuantile, UniformStream } from '$lib/engine';
import { bootstrap } from './bootstrap';
import type { Design } from './design';
import { elementaryEffects, morrisDesign } from './morris';
import { oneAtATimeDesign, swings } from './one-at-a-time';
import { sobolDesign, sobolIndices } from './sobol-indices';

/** Methods against functions whose indices are known in closed form. Platform sines will do here: nothing ships that calls them. */
function evaluate(design: Design, f: (x: Float64Array) => number): Float64Array {
  const points = design.points(0, design.count);
  return Float64Array.from({ length: design.count }, (_, i) =>
    f(points.subarray(i * design.dimensions, (i + 1) * design.dimensions))
  );
}

const singles = (k: number): number[][] => Array.from({ length: k }, (_, d) => [d]);

/** Ishigami & Homma (1990), a = 7, b = 0.1. */
function ishigami(u: Float64Array): number {
  const [x1, x2, x3] = Array.from(u, (each) => Math.PI * (2 * each - 1)) as [number, number, number];
  return Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1);
}
const ishigamiTruth = (() => {
  const [a, b] = [7, 0.1];
  const v1 = 0.5 * (1 + (b * Math.PI ** 4) / 5) ** 2;
  const v2 = a ** 2 / 8;
  const v13 = b ** 2 * Math.PI ** 8 * (1 / 18 - 1 / 50);
  const v = v1 + v2 + v13;
  return { first: [v1 / v, v2 / v, 0], total: [(v1 + v13) / v, v2 / v, v13 / v], variance: v };
})();

/** Sobol's g-function with the coefficients of Saltelli et al. (2010). */
const g = [0, 0.5, 3, 9, 99, 99];
const gFunction = (u: Float64Array): number =>
  u.reduce((product, x, i) => (product * (Math.abs(4 * x - 2) + g[i]!)) / (1 + g[i]!), 1);
const gTruth = (() => {
  const own = g.map((a) => 1 / 3 / (1 + a) ** 2);
  const variance = own.reduce((product, v) => product * (1 + v), 1) - 1;
  return {
    first: own.map((v) => v / variance),
    total: own.map((v, i) => (v * own.reduce((product, w, j) => (j === i ? product : product * (1 + w)), 1)) / variance)
  };
})();

describe('the bootstrap', () => {
  it('gives 95% intervals of a mean that are as wide as theory has them, and hold it about 19 times in 20', () => {
    const [samples, size] = [200, 60];
    let held = 0;
    let width = 0;
    for (let sample = 0; sample < samples; sample++) {
      const stream = new UniformStream(17, sample, Domain.sensitivity);
      const values = Float64Array.from({ length: size }, (_, k) => stream.seek(9, k).first);
      const [mean] = bootstrap(size, sample, (rows) =>
        Float64Array.of(rows.reduce((sum, row) => sum + values[row]!, 0) / rows.length)
      );
      if (mean!.low <= 0.5 && mean!.high >= 0.5) held++;
      width += (mean!.high - mean!.low) / samples;
    }
    expect(held / samples).toBeGreaterThan(0.9);
    expect(held / samples).toBeLessThan(0.98);
    expect(width).toBeCloseTo(2 * 1.96 * Math.sqrt(1 / 12 / size), 2);
  });
});

describe('Sobol indices', () => {
  it('are the estimators of Saltelli et al. (2010), b and f of table 2, over centred values', () => {
    // Two factors, three rows: A, B, AB of the first factor, AB of the second.
    const rows = [
      [1, 4, 2.5, 2],
      [3, 0, 0.5, 5],
      [2, 7, 6, 1.5]
    ] as const;
    const both = rows.flatMap(([a, b]): number[] => [a, b]);
    const mean = both.reduce((sum, y) => sum + y, 0) / 6;
    const variance = both.reduce((sum, y) => sum + (y - mean) ** 2, 0) / 6;
    const { first, total } = sobolIndices({ groups: singles(2), rows: 3 }, (point) => rows.flat()[point]!);
    [2, 3].forEach((column, d) => {
      const b = rows.reduce((sum, row) => sum + (row[1] - mean) * (row[column]! - row[0]), 0) / 3 / variance;
      const f = rows.reduce((sum, row) => sum + (row[0] - row[column]!) ** 2, 0) / 6 / variance;
      expect(first[d]!.value).toBeCloseTo(b, 12);
      expect(total[d]!.value).toBeCloseTo(f, 12);
    });
  });

  it.each([
    ['Ishigami', ishigami, ishigamiTruth],
    ['the g-function', gFunction, gTruth]
  ] as const)('of %s hold the closed form within their intervals', (_, f, truth) => {
    const k = truth.first.length;
    const design = sobolDesign(k, singles(k), 4096, 11);
    expect(design.count).toBe(4096 * (k + 2));
    const values = evaluate(design, f);
    const { first, total, rows } = sobolIndices(design, (i) => values[i]!, { seed: 3 });
    expect(rows).toBe(4096);
    truth.first.forEach((expected, d) => {
      // A quasi-random sample is nearer than the bootstrap, which takes it for a random one, believes.
      expect(first[d]!.low - 1e-3).toBeLessThanOrEqual(expected);
      expect(first[d]!.high + 1e-3).toBeGreaterThanOrEqual(expected);
      expect(total[d]!.low - 1e-3).toBeLessThanOrEqual(truth.total[d]!);
      expect(total[d]!.high + 1e-3).toBeGreaterThanOrEqual(truth.total[d]!);
      // An interval that held anything would prove nothing.
      expect(first[d]!.high - first[d]!.low).toBeLessThan(0.12);
      expect(total[d]!.high - total[d]!.low).toBeLessThan(0.1);
      expect(Math.abs(first[d]!.value - expected)).toBeLessThan(0.02);
      expect(Math.abs(total[d]!.value - truth.total[d]!)).toBeLessThan(0.02);
    });
  });

  it('of a group take its factors as one', () => {
    const design = sobolDesign(3, [[0, 2], [1]], 4096, 2);
    const values = evaluate(design, ishigami);
    const { first, total, mean, variance } = sobolIndices(design, (i) => values[i]!);
    // x1 and x3 interact only with each other: together they are all but x2.
    expect(first[0]!.value).toBeCloseTo(1 - ishigamiTruth.first[1]!, 2);
    expect(total[0]!.value).toBeCloseTo(1 - ishigamiTruth.first[1]!, 2);
    expect(mean).toBeCloseTo(3.5, 1);
    expect(variance).toBeCloseTo(ishigamiTruth.variance, 0);
  });

  it('leave out rows with a run that failed, and are 0 where nothing varies', () => {
    const design = sobolDesign(3, singles(3), 64, 2);
    const values = evaluate(design, ishigami);
    values[5 * 7 + 3] = NaN;
    expect(sobolIndices(design, (i) => values[i]!).rows).toBe(63);
    expect(sobolIndices(design, () => 4).total.map(({ value }) => value)).toEqual([0, 0, 0]);
  });

  it('of a longer design begin with the points of a shorter one, in any stretch', () => {
    const short = sobolDesign(3, singles(3), 16, 5);
    const long = sobolDesign(3, singles(3), 64, 5);
    expect(long.points(0, short.count)).toEqual(short.points(0, short.count));
    expect(long.points(37, 41)).toEqual(long.points(0, 41).slice(37 * 3));
  });
});

/** The function of Morris (1991), section 4: twenty factors, of which the first ten matter. */
function morrisFunction(u: Float64Array, beta: (seed: number) => number): number {
  const w = Array.from(u, (x, i) =>
    i === 2 || i === 4 || i === 6 ? 2 * ((1.1 * x) / (x + 0.1) - 0.5) : 2 * (x - 0.5)
  );
  let y = beta(0);
  for (let i = 0; i < 20; i++) y += (i < 10 ? 20 : beta(1 + i)) * w[i]!;
  for (let i = 0; i < 20; i++)
    for (let j = i + 1; j < 20; j++) y += (i < 6 && j < 6 ? -15 : beta(100 + 20 * i + j)) * w[i]! * w[j]!;
  for (let i = 0; i < 5; i++)
    for (let j = i + 1; j < 5; j++) for (let l = j + 1; l < 5; l++) y += -10 * w[i]! * w[j]! * w[l]!;
  for (let i = 0; i < 4; i++)
    for (let j = i + 1; j < 4; j++)
      for (let l = j + 1; l < 4; l++) for (let s = l + 1; s < 4; s++) y += 5 * w[i]! * w[j]! * w[l]! * w[s]!;
  return y;
}

describe('elementary effects', () => {
  it("sort the factors of Morris's function as he found them", () => {
    // Small coefficients are standard normal variates, as in the paper.
    const beta = (seed: number): number => normalQuantile((((seed * 7919 + 13) % 997) + 0.5) / 997);
    const design = morrisDesign(20, 60, 4);
    const values = evaluate(design, (x) => morrisFunction(x, beta));
    const effects = elementaryEffects(design, (i) => values[i]!);
    const least = Math.min(...effects.slice(0, 10).map(({ muStar }) => muStar.value));
    const most = Math.max(...effects.slice(10).map(({ muStar }) => muStar.value));
    expect(least).toBeGreaterThan(2 * most);
    // Factors 8 to 10 have a linear effect of 2·20 with little spread; 1 to 7 bend or interact.
    for (const d of [7, 8, 9]) {
      expect(effects[d]!.mu).toBeGreaterThan(30);
      expect(effects[d]!.sigma).toBeLessThan(15);
    }
    for (const d of [0, 1, 2, 3, 4, 5]) expect(effects[d]!.sigma).toBeGreaterThan(20);
    for (const { muStar } of effects) expect(muStar.low <= muStar.value && muStar.value <= muStar.high).toBe(true);
  });

  it('of a straight line are its slopes, without spread', () => {
    const design = morrisDesign(3, 12, 9);
    const values = evaluate(design, ([a, b, c]) => 2 * a! - 5 * b! + 0 * c!);
    const effects = elementaryEffects(design, (i) => values[i]!);
    [2, -5, 0].forEach((slope, d) => {
      expect(effects[d]!.mu).toBeCloseTo(slope, 12);
      expect(effects[d]!.muStar.value).toBeCloseTo(Math.abs(slope), 12);
      expect(effects[d]!.sigma).toBeCloseTo(0, 12);
    });
  });

  it('move one factor at a time inside the cube, each once a trajectory', () => {
    const design = morrisDesign(5, 30, 1);
    const points = design.points(0, design.count);
    expect(points.every((u) => u >= 0 && u <= 1 + 1e-12)).toBe(true);
    for (let t = 0; t < 30; t++) {
      const moved = new Set<number>();
      for (let k = 0; k < 5; k++) {
        const at = (t * 6 + k) * 5;
        const changed = [0, 1, 2, 3, 4].filter((d) => points[at + d] !== points[at + 5 + d]);
        expect(changed).toHaveLength(1);
        moved.add(changed[0]!);
      }
      expect(moved.size).toBe(5);
    }
  });
});

describe('one factor at a time', () => {
  it('swings each factor between its ends', () => {
    const design = oneAtATimeDesign(Float64Array.of(0.5, 0.2), 0, 1);
    const values = evaluate(design, ([a, b]) => a! + 10 * b!);
    expect(values[0]).toBe(2.5);
    expect(swings(design, (i) => values[i]!)).toEqual([
      { low: 2, high: 3 },
      { low: 0.5, high: 10.5 }
    ]);
  });
});
