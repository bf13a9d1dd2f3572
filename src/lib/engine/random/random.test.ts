import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Domain, philox, UniformStream } from './philox';
import { normalQuantile, triangularQuantile } from './quantiles';

describe('philox(counter, key)', () => {
  // Known answers of Random123, kat_vectors: philox4x32 with 10 rounds.
  it.each([
    ['00000000 00000000 00000000 00000000', '00000000 00000000', '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    ['ffffffff ffffffff ffffffff ffffffff', 'ffffffff ffffffff', '408f276d 41c83b0e a20bc7c6 6d5451fd'],
    ['243f6a88 85a308d3 13198a2e 03707344', 'a4093822 299f31d0', 'd16cfe09 94fdcceb 5001e420 24126ea1']
  ])('of %s under %s is %s', (counter, key, expected) => {
    const words = (text: string): number[] => text.split(' ').map((word) => parseInt(word, 16));
    const block = Uint32Array.from(words(counter));
    const [key0, key1] = words(key) as [number, number];
    philox(block, key0, key1);
    expect([...block]).toEqual(words(expected));
  });
});

describe('UniformStream(seed, run, domain)', () => {
  it('is pinned for ever, because links depend on it', () => {
    const stream = new UniformStream(20241001, 17, Domain.equations).seek(3, 5);
    expect([stream.first, stream.second]).toMatchInlineSnapshot(`
      [
        0.613859102704894,
        0.2923264600733434,
      ]
    `);
    const large = new UniformStream(2 ** 53 - 1, 4294967295, Domain.events).seek(4294967295, 0);
    expect([large.first, large.second]).toMatchInlineSnapshot(`
      [
        0.3374764206468467,
        0.12931369103110535,
      ]
    `);
  });

  it('gives other numbers for another seed, run, draw, step or domain', () => {
    const values = [
      new UniformStream(1, 2, 0).seek(3, 4).first,
      new UniformStream(2, 2, 0).seek(3, 4).first,
      new UniformStream(1 + 2 ** 32, 2, 0).seek(3, 4).first,
      new UniformStream(1, 3, 0).seek(3, 4).first,
      new UniformStream(1, 2, 1).seek(3, 4).first,
      new UniformStream(1, 2, 0).seek(4, 4).first,
      new UniformStream(1, 2, 0).seek(3, 5).first
    ];
    expect(new Set(values).size).toBe(values.length);
  });

  it('is uniform: 20,000 numbers fill 20 classes evenly and have the right mean', () => {
    const counts = new Array<number>(20).fill(0);
    let sum = 0;
    for (let step = 0; step < 10_000; step++) {
      const stream = new UniformStream(7, 0, 0).seek(step, 0);
      for (const u of [stream.first, stream.second]) {
        expect(u > 0 && u < 1).toBe(true);
        counts[Math.floor(u * 20)]! += 1;
        sum += u;
      }
    }
    const chiSquared = counts.reduce((total, count) => total + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquared).toBeLessThan(43.8); // 99.9 % of chi-squared with 19 degrees of freedom
    expect(Math.abs(sum / 20_000 - 0.5)).toBeLessThan(0.008);
  });
});

describe('normalQuantile(p)', () => {
  it('agrees with the reference to 1e-15 relative', () => {
    const rows = JSON.parse(readFileSync('tests/fixtures/kernels/normal.json', 'utf8')) as [number, number, number][];
    expect(rows.length).toBeGreaterThan(300);
    const errors = rows
      .filter(([, expected]) => Math.abs(expected) > 1e-12)
      .map(([p, expected]) => Math.abs(normalQuantile(p) / expected - 1));
    expect(Math.max(...errors)).toBeLessThan(1e-15);
    expect(normalQuantile(0.5)).toBe(0);
  });

  it('stays finite at the smallest and largest uniform', () => {
    expect(normalQuantile(2 ** -53)).toBeCloseTo(-8.2095, 3);
    expect(normalQuantile(1 - 2 ** -53)).toBeCloseTo(8.2095, 3);
  });
});

describe('triangularQuantile(p, low, mode, high)', () => {
  it.each([
    [0, 0.05, 0.15, 0.35, 0.05],
    [1, 0.05, 0.15, 0.35, 0.35],
    [0.5, 0, 1, 2, 1],
    [0.125, 0, 1, 2, 0.5],
    [0.5, 3, 3, 3, 3],
    [0.25, 0, 0, 1, 1 - Math.sqrt(0.75)],
    [0.25, 0, 1, 1, 0.5]
  ])('at p = %d of (%d, %d, %d) is %d', (p, low, mode, high, expected) => {
    expect(triangularQuantile(p, low, mode, high)).toBeCloseTo(expected, 15);
  });
});
