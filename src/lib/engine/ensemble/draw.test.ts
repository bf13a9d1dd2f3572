import { describe, expect, it } from 'vitest';
import type { DrawnShape, Program, UncertainQuantity } from '../program';
import { drawing, drawRun } from './draw';
import type { EnsemblePlan } from './plan';
import { quantile } from './quantile';
import { dimensionsOf, uniformsOf } from './uniforms';

/** A program that is nothing but its uncertain quantities. */
function program(quantities: readonly Partial<UncertainQuantity>[], loading = { narrow: 0, wide: 0.6 }): Program {
  const unit = { shape: 'uniform', low: 0, high: 1, terms: [0, 1] } as const;
  const full = quantities.map((quantity, slot): UncertainQuantity => ({
    id: `q${slot}`,
    slot,
    target: 'parameter',
    nominal: 0.5,
    sector: 0,
    direction: 1,
    narrow: unit,
    wide: unit,
    ...quantity
  }));
  return {
    slots: full.map(({ id }) => ({ id, kind: 'parameter', unit: '1' })),
    uncertain: { sectors: ['one', 'two'], loading, quantities: full }
  } as unknown as Program;
}

const plan = (changes: Partial<EnsemblePlan> = {}): EnsemblePlan => ({
  runs: 1000,
  seed: 5,
  uncertainty: 'wide',
  sampling: 'random',
  chance: false,
  ...changes
});

describe('drawRun(program, plan, run)', () => {
  it('never changes: these draws are promised', () => {
    const { parameters, initial } = drawRun(
      program([{}, { direction: -1 }, { target: 'initial', sector: 1 }]),
      plan(),
      17
    );
    expect({ parameters, initial }).toMatchInlineSnapshot(`
      {
        "initial": {
          "q2": 0.83899109422795,
        },
        "parameters": {
          "q0": 0.39063999382174497,
          "q1": 0.20194179260783363,
        },
      }
    `);
  });

  it('gives nothing without uncertainty', () => {
    expect(drawRun(program([{}]), plan({ uncertainty: 'none' }), 3)).toEqual({ parameters: {}, initial: {} });
  });

  it('does not depend on what was drawn before, nor on the number of quantities that follow', () => {
    const many = drawing(program([{}, {}, {}]), plan());
    const third = many(3);
    many(4);
    expect(many(3)).toEqual(third);
    expect(drawRun(program([{}]), plan(), 3).parameters.q0).toBe(third.parameters.q0);
  });

  it('shares a factor of the sector as often as the loading says, and turns it round', () => {
    const draw = drawing(program([{}, {}, { direction: -1 }, { sector: 1 }, { sector: -1 }]), plan({ runs: 4000 }));
    const pairs = { same: 0, turned: 0, other: 0, none: 0 };
    for (let run = 0; run < 4000; run++) {
      const { q0, q1, q2, q3, q4 } = draw(run).parameters as Record<string, number>;
      if (q0 === q1) pairs.same++;
      if (q2 === 1 - q0!) pairs.turned++;
      if (q3 === q0) pairs.other++;
      if (q4 === q0) pairs.none++;
    }
    // Both follow it in 0.6 · 0.6 of the runs.
    expect(Math.abs(pairs.same / 4000 - 0.36)).toBeLessThan(0.03);
    expect(Math.abs(pairs.turned / 4000 - 0.36)).toBeLessThan(0.03);
    expect([pairs.other, pairs.none]).toEqual([0, 0]);
  });

  it.each(['random', 'latin-hypercube', 'sobol'] as const)('%s: uniforms lie inside (0, 1), evenly', (sampling) => {
    const made = program([{}, {}]);
    expect(dimensionsOf(made)).toBe(6);
    const u = new Float64Array(6);
    const sums = new Float64Array(6);
    const fill = uniformsOf(made, plan({ sampling, runs: 1024 }));
    for (let run = 0; run < 1024; run++) {
      fill(run, u);
      expect(u.every((value) => value > 0 && value < 1)).toBe(true);
      for (let d = 0; d < 6; d++) sums[d] = sums[d]! + u[d]!;
    }
    for (const sum of sums) expect(Math.abs(sum / 1024 - 0.5)).toBeLessThan(0.04);
  });
});

describe('quantile(distribution, p)', () => {
  const of = (shape: DrawnShape, terms: readonly number[]) => (p: number) =>
    quantile({ shape, low: 0, high: 0, terms }, p);

  it('uniform, triangular, log-triangular', () => {
    expect(of('uniform', [2, 6])(0.25)).toBe(3.5);
    expect(of('triangular', [0, 1, 2])(0.125)).toBe(0.5);
    expect(of('triangular', [0, 1, 2])(0.875)).toBe(1.5);
    expect(of('triangular', [3, 3, 3])(0.3)).toBe(3);
    expect(of('log-triangular', [Math.log(1), Math.log(10), Math.log(100)])(0.5)).toBeCloseTo(10, 12);
  });

  it('normal: the nominal value is the median, the bounds are its 5 % and 95 % quantiles', () => {
    const z = 1.6448536269514722;
    const skewed = of('normal', [10, 4 / z, 8 / z]);
    expect(skewed(0.5)).toBe(10);
    expect(skewed(0.05)).toBeCloseTo(6, 12);
    expect(skewed(0.95)).toBeCloseTo(18, 12);
  });
});
