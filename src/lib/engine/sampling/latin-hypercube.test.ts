import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysOf } from './keys';
import { latinHypercube } from './latin-hypercube';
import { permutation, ROUNDS } from './permutation';

describe('latinHypercube(runs, seed, dimensions)', () => {
  it('puts one run into each stratum of each dimension', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.maxSafeNat(), (runs, seed) => {
        const at = latinHypercube(runs, seed, 3);
        for (let dimension = 0; dimension < 3; dimension++) {
          const hits = new Uint8Array(runs);
          for (let run = 0; run < runs; run++) hits[Math.floor(at(run, dimension) * runs)]! += 1;
          expect(hits.every((hit) => hit === 1)).toBe(true);
        }
      }),
      { numRuns: 60 }
    );
  });

  it('keeps every run in its stratum up to the largest plan', () => {
    const runs = 2 ** 27;
    const permute = permutation(runs);
    const keys = keysOf(9, 1, 1, 8);
    const at = latinHypercube(runs, 9, 1);
    const last = Array.from({ length: 200_000 }, (_, i) => runs - 1 - i);
    expect(last.find((run) => Math.floor(at(run, 0) * runs) !== permute(run, keys, 0))).toBeUndefined();
  });

  it('stands at any place in the stratum', () => {
    const at = latinHypercube(10, 3, 2000);
    const counts = new Float64Array(20);
    for (let dimension = 0; dimension < 2000; dimension++) {
      for (let run = 0; run < 10; run++) counts[Math.floor(((at(run, dimension) * 10) % 1) * 20)]! += 1;
    }
    expect(counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(43.8); // 99.9 %, 19 degrees
  });
});

describe('permutation(size)', () => {
  it('is a bijection of 0 … size - 1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.array(fc.nat(2 ** 32 - 1), { minLength: ROUNDS, maxLength: ROUNDS }),
        (size, words) => {
          const permute = permutation(size);
          const keys = Uint32Array.from(words);
          const images = new Set(Array.from({ length: size }, (_, x) => permute(x, keys, 0)));
          expect(images.size).toBe(size);
          expect(Math.max(...images)).toBe(size - 1);
        }
      )
    );
  });

  it('sends each of 7 numbers to each place equally often, and pairs to pairs', () => {
    const permute = permutation(7);
    const draws = 42_000;
    const keys = keysOf(1, draws, 1, 8);
    const places = new Float64Array(49);
    const pairs = new Float64Array(49);
    for (let draw = 0; draw < draws; draw++) {
      for (let x = 0; x < 7; x++) places[7 * x + permute(x, keys, 8 * draw)]! += 1;
      pairs[7 * permute(2, keys, 8 * draw) + permute(3, keys, 8 * draw)]! += 1;
    }
    // Each place is expected 6,000 times, each of the 42 possible pairs 1,000 times.
    expect(places.reduce((sum, n) => sum + (n - 6000) ** 2 / 6000, 0)).toBeLessThan(78); // 99.9 %, about 42 degrees
    const possible = pairs.filter((_, i) => i % 8 !== 0);
    expect(possible.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0)).toBeLessThan(75); // 99.9 %, 41 degrees
  });

  it('spreads neighbours over a million places', () => {
    const permute = permutation(1_000_000);
    const keys = keysOf(2, 1, 1, 8);
    const counts = new Float64Array(100);
    let steps = 0;
    for (let x = 0; x < 100_000; x++) {
      const place = permute(x, keys, 0);
      counts[Math.floor(place / 10_000)]! += 1;
      if (permute(x + 1, keys, 0) > place) steps += 1;
    }
    expect(counts.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0)).toBeLessThan(149); // 99.9 %, 99 degrees
    expect(Math.abs(steps - 50_000)).toBeLessThan(400); // 2.5 standard errors under independence; 4.3 as runs up
  });
});
