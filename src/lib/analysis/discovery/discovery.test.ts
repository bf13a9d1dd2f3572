import { describe, expect, it } from 'vitest';
import { sampler } from '$lib/engine';
import { isInside, measure, measureFreed, wholeBox, type Box, type Sample } from './box';
import { binomialTail, paste, peel, peeling, quasiP, simplified, type PrimStep } from './prim';
import { robustness } from './robustness';

/** Random cases in a cube; wanted with one probability inside a planted box, with another outside. */
function planted(dimensions: number, count: number, box: Box, inside: number, outside: number, seed: number): Sample {
  const uniform = sampler({ sampling: 'random', runs: count, seed, dimensions: dimensions + 1 });
  const x = Float64Array.from({ length: count * dimensions }, (_, at) =>
    uniform(Math.floor(at / dimensions), at % dimensions)
  );
  const wanted = Uint8Array.from({ length: count }, (_, i) =>
    uniform(i, dimensions) < (isInside(box, x, i * dimensions) ? inside : outside) ? 1 : 0
  );
  return { dimensions, count, x, wanted };
}

function boxOf(dimensions: number, limits: Readonly<Record<number, readonly [number, number]>>): Box {
  const box = wholeBox(dimensions);
  for (const [d, [low, high]] of Object.entries(limits)) {
    box.low[Number(d)] = low;
    box.high[Number(d)] = high;
  }
  return box;
}

const best = (steps: readonly PrimStep[]): PrimStep =>
  steps.reduce((one, other) => (other.coverage * other.density > one.coverage * one.density ? other : one));

describe('peeling', () => {
  const box = boxOf(8, { 1: [0.3, Infinity], 4: [-Infinity, 0.5] });

  it('finds a planted box, its limits and no other dimension', () => {
    const sample = planted(8, 4000, box, 1, 0, 1);
    const steps = peel(sample, wholeBox(8));
    const found = best(steps);
    expect(found.restricted).toEqual([1, 4]);
    expect(found.box.low[1]).toBeCloseTo(0.3, 1);
    expect(found.box.high[4]).toBeCloseTo(0.5, 1);
    expect(found.coverage).toBeGreaterThan(0.95);
    expect(found.density).toBeGreaterThan(0.95);
  });

  it('finds it where one case in ten is on the wrong side', () => {
    const sample = planted(8, 6000, box, 0.9, 0.1, 2);
    const found = best(peel(sample, wholeBox(8)));
    expect(found.restricted).toContain(1);
    expect(found.restricted).toContain(4);
    expect(found.density).toBeGreaterThan(0.85);
    expect(found.coverage).toBeGreaterThan(0.65);
    for (const d of [1, 4]) expect(quasiP(sample, found, d)).toBeLessThan(1e-6);
  });

  it('never lets mass grow nor falls below its least, and tells the truth about each box', () => {
    const sample = planted(8, 2000, box, 0.9, 0.1, 3);
    const steps = peel(sample, wholeBox(8), { leastMass: 0.1 });
    expect(steps.length).toBeGreaterThan(10);
    expect(steps[0]!.coverage).toBe(1);
    steps.forEach((step, k) => {
      expect(step).toMatchObject({ ...measure(step.box, sample) });
      expect(step.mass).toBeGreaterThanOrEqual(0.1);
      if (k > 0) expect(step.mass).toBeLessThan(steps[k - 1]!.mass);
    });
  });

  it('stops at once where all cases are wanted, or none', () => {
    for (const share of [0, 1])
      expect(peel(planted(3, 100, wholeBox(3), share, share, 4), wholeBox(3))).toHaveLength(1);
  });

  it('copes with dimensions that have only a few values', () => {
    const sample = planted(3, 900, wholeBox(3), 0, 0, 5);
    for (let i = 0; i < 900; i++) {
      sample.x[i * 3] = i % 3;
      sample.wanted[i] = i % 3 === 2 ? 1 : 0;
    }
    const found = best(peel(sample, wholeBox(3)));
    expect(found).toMatchObject({ coverage: 1, density: 1, restricted: [0] });
    expect(found.box.low[0]).toBe(2);
  });
});

describe('peeling in pieces', () => {
  it('comes to the same steps, and tells of each on the way', () => {
    const sample = planted(40, 6000, boxOf(40, { 3: [0.4, Infinity], 9: [-Infinity, 0.6] }), 0.8, 0.2, 4);
    const work = peeling(sample, wholeBox(40));
    const told: number[] = [];
    let piece = work.next();
    for (; !piece.done; piece = work.next()) told.push(piece.value);
    expect(piece.value).toEqual(peel(sample, wholeBox(40)));
    expect(told.length).toBeGreaterThan(10);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it('takes equal values together, and has nothing to shed where all are equal', () => {
    const x = Float64Array.of(2, 1, 2, 1, 2, 1, 2, 1, 3, 1);
    const sample: Sample = { dimensions: 1, count: 10, x, wanted: Uint8Array.of(1, 0, 1, 0, 1, 0, 1, 0, 1, 0) };
    const [, second] = peel(sample, wholeBox(1), { alpha: 0.1 });
    expect(second).toMatchObject({ inside: 5, wanted: 5, density: 1 });
    expect(second!.box.low[0]).toBe(2);
    const same: Sample = { ...sample, x: x.map(() => 7) };
    expect(peel(same, wholeBox(1))).toHaveLength(1);
  });
});

describe('what a limit keeps out', () => {
  it('is counted for all limits at once as for each alone', () => {
    const box = boxOf(6, { 1: [0.3, 0.8], 2: [0.1, Infinity], 4: [-Infinity, 0.5] });
    const sample = planted(6, 2000, box, 0.7, 0.3, 5);
    const freed = measureFreed(box, sample);
    expect(freed.map(({ dimension }) => dimension)).toEqual([1, 2, 4]);
    for (const { dimension, inside, wanted } of freed) {
      const alone = boxOf(6, { 1: [0.3, 0.8], 2: [0.1, Infinity], 4: [-Infinity, 0.5] });
      alone.low[dimension] = -Infinity;
      alone.high[dimension] = Infinity;
      expect({ inside, wanted }).toEqual({
        inside: measure(alone, sample).inside,
        wanted: measure(alone, sample).wanted
      });
    }
  });
});

describe('pasting', () => {
  it('gives back what a box has lost for nothing', () => {
    const box = boxOf(5, { 0: [0.4, Infinity] });
    const sample = planted(5, 3000, box, 1, 0, 6);
    const tight = boxOf(5, { 0: [0.6, Infinity], 2: [0.2, 0.9] });
    const wide = paste(sample, tight);
    expect(wide.density).toBe(1);
    expect(wide.coverage).toBeGreaterThan(0.95);
    expect(wide.coverage).toBeGreaterThan(measure(tight, sample).coverage);
  });

  it('sets limits free that keep nobody out', () => {
    const sample = planted(3, 500, wholeBox(3), 0.5, 0.5, 7);
    const loose = boxOf(3, { 0: [-5, 0.5], 1: [-1, 2] });
    expect(simplified(sample, loose)).toEqual(boxOf(3, { 0: [-Infinity, 0.5] }));
  });
});

describe('a binomial tail', () => {
  it('equals its sum', () => {
    // n = 10, p = 0.3: P(X >= 5) from the binomial coefficients.
    const choose = [1, 10, 45, 120, 210, 252, 210, 120, 45, 10, 1];
    const exact = choose.reduce((sum, c, i) => sum + (i >= 5 ? c * 0.3 ** i * 0.7 ** (10 - i) : 0), 0);
    expect(binomialTail(10, 5, 0.3)).toBeCloseTo(exact, 12);
    expect([binomialTail(10, 0, 0.3), binomialTail(10, 3, 0), binomialTail(10, 10, 1)]).toEqual([1, 0, 1]);
    expect(binomialTail(20_000, 10_000, 0.5)).toBeGreaterThan(0.5);
    expect(binomialTail(20_000, 10_000, 0.5)).toBeLessThan(0.51);
    expect(binomialTail(5000, 4500, 0.5)).toBeLessThan(1e-100);
  });
});

describe('robustness', () => {
  it('has the figures of a table worked out by hand', () => {
    const values = [Float64Array.of(5, 7, 1), Float64Array.of(4, 4, 4)];
    expect(robustness(values, (choice, future) => values[choice]![future]! >= 4)).toEqual([
      { satisficing: 2 / 3, worst: 1, greatestRegret: 3, mean: 13 / 3 },
      { satisficing: 1, worst: 4, greatestRegret: 3, mean: 4 }
    ]);
  });
});
