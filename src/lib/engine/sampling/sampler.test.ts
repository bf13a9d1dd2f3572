import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../error';
import { normalQuantile } from '../random/quantiles';
import { sampler, type Sampling, type SamplingPlan } from './sampler';

const samplings: readonly Sampling[] = ['random', 'latin-hypercube', 'sobol'];

function plan(over: Partial<SamplingPlan> = {}): SamplingPlan {
  return { sampling: 'random', runs: 1000, seed: 5, dimensions: 8, ...over };
}

describe.each(samplings)('sampler(%s)', (sampling) => {
  it('is a pure function of plan, run and dimension, strictly inside (0, 1)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000 }),
        fc.maxSafeNat(),
        fc.array(fc.tuple(fc.nat(), fc.nat(19)), { minLength: 1, maxLength: 20 }),
        (runs, seed, points) => {
          const asked = points.map(([run, dimension]) => [run % runs, dimension] as const);
          const one = sampler(plan({ sampling, runs, seed, dimensions: 20 }));
          const other = sampler(plan({ sampling, runs, seed, dimensions: 20 }));
          const forwards = asked.map(([run, dimension]) => one(run, dimension));
          const backwards = [...asked].reverse().map(([run, dimension]) => other(run, dimension));
          expect(forwards).toEqual(backwards.reverse());
          expect(forwards.every((u) => u > 0 && u < 1)).toBe(true);
        }
      )
    );
  });

  it('does not depend on the number of dimensions', () => {
    const few = sampler(plan({ sampling, dimensions: 3 }));
    const many = sampler(plan({ sampling, dimensions: 300 }));
    for (let run = 0; run < 20; run++) expect(few(run, 2)).toBe(many(run, 2));
  });

  it('gives other points for another seed, upper words of it too', () => {
    const point = (seed: number): number => sampler(plan({ sampling, seed }))(3, 4);
    expect(new Set([point(1), point(2), point(1 + 2 ** 32), point(2 ** 53 - 1)]).size).toBe(4);
  });

  it('fills 50 classes evenly in each dimension, over seeds', () => {
    const counts = new Float64Array(50);
    for (let seed = 0; seed < 20_000; seed++) {
      counts[Math.floor(sampler(plan({ sampling, seed, dimensions: 3 }))(seed % 1000, seed % 3) * 50)]! += 1;
    }
    const chiSquared = counts.reduce((sum, count) => sum + (count - 400) ** 2 / 400, 0);
    expect(chiSquared).toBeLessThan(85.4); // 99.9 % of chi-squared with 49 degrees of freedom
  });

  it('leaves no correlation between dimensions', () => {
    const at = sampler(plan({ sampling, runs: 4096, dimensions: 40 }));
    const z = Array.from({ length: 40 }, (_, d) =>
      Float64Array.from({ length: 4096 }, (_, r) => normalQuantile(at(r, d)))
    );
    const largest = Math.max(
      ...z.flatMap((a, i) => z.slice(0, i).map((b) => Math.abs(a.reduce((sum, x, r) => sum + x * b[r]!, 0) / 4096)))
    );
    expect(largest).toBeLessThan(0.07); // 4.5 standard errors of 780 pairs of independent points
  });

  it.each<[string, Partial<SamplingPlan>]>([
    ['runs', { runs: 0 }],
    ['runs', { runs: 2 ** 27 + 1 }],
    ['seed', { seed: -1 }],
    ['seed', { seed: 2 ** 53 }],
    ['dimensions', { dimensions: 1.5 }],
    ['dimensions', { dimensions: 2 ** 24 + 1 }]
  ])('refuses %s out of range: %o', (name, over) => {
    expect(() => sampler(plan({ sampling, ...over }))).toThrow(EngineError);
    expect(() => sampler(plan({ sampling, ...over }))).toThrow(new RegExp(`out-of-range.*"${name}"`));
  });
});

describe('sampling plans', () => {
  it('are pinned for ever, because links depend on them', () => {
    const points = samplings.map((sampling) => {
      const at = sampler(plan({ sampling, runs: 1000, seed: 20241001, dimensions: 500 }));
      return [at(0, 0), at(17, 1), at(999, 30), at(500, 499)];
    });
    expect(points).toMatchInlineSnapshot(`
      [
        [
          0.874194749315698,
          0.052261206648550274,
          0.2309804412924924,
          0.07571845401614674,
        ],
        [
          0.41740863684180657,
          0.42472138424369044,
          0.7837755404681666,
          0.20306206572277005,
        ],
        [
          0.1756345698174716,
          0.6517596606085695,
          0.9681014410613503,
          0.9366939340415151,
        ],
      ]
    `);
  });

  /** Root mean square error of the mean of f over n points of 6 dimensions, over 40 seeds. */
  function error(sampling: Sampling, n: number, f: (u: readonly number[]) => number, mean: number): number {
    let squares = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const at = sampler(plan({ sampling, runs: n, seed, dimensions: 6 }));
      let sum = 0;
      for (let run = 0; run < n; run++) sum += f(Array.from({ length: 6 }, (_, d) => at(run, d)));
      squares += (sum / n - mean) ** 2;
    }
    return Math.sqrt(squares / 40);
  }

  it('integrate a smooth product: sobol falls faster than 1/sqrt(n) and beats random and latin hypercubes', () => {
    const product = (u: readonly number[]): number => u.reduce((p, x, d) => p * (1 + (x - 0.5) / (1 + d)), 1);
    const at = (sampling: Sampling, n: number): number => error(sampling, n, product, 1);
    const sobol = [at('sobol', 64), at('sobol', 1024)] as const;
    const random = [at('random', 64), at('random', 1024)] as const;
    const hypercube = [at('latin-hypercube', 64), at('latin-hypercube', 1024)] as const;
    // 16 times the points: 1/sqrt(n) would divide the error by 4, 1/n by 16.
    expect(sobol[0] / sobol[1]).toBeGreaterThan(16);
    expect(random[0] / random[1]).toBeGreaterThan(2.5);
    expect(random[0] / random[1]).toBeLessThan(6.4);
    expect(hypercube[1]).toBeLessThan(random[1] / 2);
    expect(sobol[1]).toBeLessThan(hypercube[1] / 5);
    expect(sobol[1]).toBeLessThan(random[1] / 20);
  });
});
