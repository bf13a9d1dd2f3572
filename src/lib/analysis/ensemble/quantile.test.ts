import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Distribution } from './distribution';
import { Histograms } from './histograms';
import { PERCENTILES } from './quantile';
import { StoredValues } from './stored-values';

/** Type 7 by its definition: sort everything, interpolate between neighbours. Also the larger size of the neighbours. */
function bruteForce(
  values: readonly number[],
  percentile: number
): { readonly quantile: number; readonly size: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const hundredths = (sorted.length - 1) * percentile;
  const below = sorted[Math.floor(hundredths / 100)]!;
  const above = sorted[Math.ceil(hundredths / 100)]!;
  const fraction = (hundredths % 100) / 100;
  const span = above - below;
  const quantile = span < Infinity ? below + fraction * span : below * (1 - fraction) + above * fraction;
  return { quantile, size: Math.max(Math.abs(below), Math.abs(above)) };
}

/** One cell, fed with these values. */
function quantilesOf(distribution: Distribution, values: readonly number[]): Float64Array {
  values.forEach((x, run) => {
    const value = Float64Array.of(x + 0);
    distribution.add(run, value, value);
  });
  return distribution.quantiles();
}

const number = fc.oneof(
  fc.double({ min: -1e150, max: 1e150, noNaN: true }),
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(-1e-320, 5e-324, 2 ** -1022, 1e308, -1e308, 1 / 3)
);
const list = fc.array(number, { minLength: 1, maxLength: 600 });

describe('quantiles of stored values', () => {
  it('equal those of a brute force, bit for bit', () => {
    fc.assert(
      fc.property(list, (values) => {
        const found = quantilesOf(new StoredValues(1), values);
        PERCENTILES.forEach((percentile, q) => {
          expect(found[q]! + 0).toBe(bruteForce(values, percentile).quantile + 0);
        });
      }),
      { numRuns: 400 }
    );
  });

  it('stand up to lists that crowd into one bucket', () => {
    const values = Array.from({ length: 2048 }, (_, i) => ((i * 1103515245) % 2048) / 4096);
    values[7] = 1e12;
    values[9] = -1e12;
    const found = quantilesOf(new StoredValues(1), values);
    expect([...found]).toEqual(PERCENTILES.map((percentile) => bruteForce(values, percentile).quantile));
  });

  it('are those of each cell, whatever the runs that are there', () => {
    const stored = new StoredValues(3);
    const runs = [5, 3, 16, 15, 33, 100];
    for (const run of runs) stored.add(run, Float64Array.of(run, -run, 7));
    const found = stored.quantiles();
    PERCENTILES.forEach((percentile, q) => {
      expect(found[3 * q]).toBe(bruteForce(runs, percentile).quantile);
      expect(found[3 * q + 1]).toBe(
        bruteForce(
          runs.map((run) => -run),
          percentile
        ).quantile
      );
      expect(found[3 * q + 2]).toBe(7);
    });
  });
});

describe('quantiles of histograms', () => {
  it('are within 2^-10 of the larger neighbour, or 2^-1022', () => {
    fc.assert(
      fc.property(list, (values) => {
        const found = quantilesOf(new Histograms(1), values);
        PERCENTILES.forEach((percentile, q) => {
          const { quantile, size } = bruteForce(values, percentile);
          expect(Math.abs(found[q]! - quantile)).toBeLessThanOrEqual(size * 2 ** -10 + 2 ** -1022);
        });
      }),
      { numRuns: 400 }
    );
  });

  it('come far closer where many runs share a bucket', () => {
    const values = Array.from({ length: 20_000 }, (_, i) => 30 + 20 * (((i * 7919) % 20_000) / 20_000));
    const found = quantilesOf(new Histograms(1), values);
    PERCENTILES.forEach((percentile, q) => {
      expect(Math.abs(found[q]! - bruteForce(values, percentile).quantile)).toBeLessThan(0.002);
    });
  });

  it('are exact where all runs agree, and at zero', () => {
    expect([...quantilesOf(new Histograms(1), [38.9, 38.9, 38.9])]).toEqual([38.9, 38.9, 38.9, 38.9, 38.9]);
    expect([...quantilesOf(new Histograms(1), [-1, 0, 0, 0, 0, 0, 0, 0, 2])].slice(1, 4)).toEqual([0, 0, 0]);
  });
});
