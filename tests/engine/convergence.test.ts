import { describe, expect, it } from 'vitest';
import { compile, type Program, type RunRequest } from '$lib/engine';
import { series } from './request';
import { smallModel } from './small-model';

/** Error of a cell at the last month against its closed form. */
function errorAt(program: Program, cell: string, exact: number, changes: Partial<RunRequest>): number {
  return Math.abs(series(program, cell, changes).at(-1)! - exact);
}

/** Order of convergence: the binary logarithm of the ratio of errors when the step is halved. */
function orderOf(program: Program, cell: string, exact: number, integrator: 'euler' | 'rk4', steps: number): number {
  const error = (stepsPerMonth: number): number =>
    errorAt(program, cell, exact, { integrator, stepsPerMonth, months: 12 });
  return Math.log2(error(steps) / error(2 * steps));
}

const decay = compile(smallModel({ parameters: { tau: 5 }, stocks: { x: [2, '-x / tau'] } }));
const logistic = compile(smallModel({ parameters: { r: 0.5, k: 10 }, stocks: { x: [1, 'r * x * (1 - x / k)'] } }));
/** Lanchester's square law with equal effectiveness: x² - y² is kept, x = x₀·cosh(at) - y₀·sinh(at). */
const lanchester = compile(smallModel({ parameters: { a: 0.05 }, stocks: { x: [100, '-a * y'], y: [80, '-a * x'] } }));

const cases = [
  ['exponential decay', decay, 'x', 2 * Math.exp(-12 / 5)],
  ['logistic growth', logistic, 'x', 10 / (1 + 9 * Math.exp(-0.5 * 12))],
  ['the square law of Lanchester', lanchester, 'x', 100 * Math.cosh(0.6) - 80 * Math.sinh(0.6)]
] as const;

describe('the integrators converge to the closed form', () => {
  it.each(cases)('of %s: Euler with order 1', (_, program, cell, exact) => {
    expect(orderOf(program, cell, exact, 'euler', 16)).toBeCloseTo(1, 1);
    expect(errorAt(program, cell, exact, { stepsPerMonth: 64 }) / exact).toBeLessThan(0.01);
  });

  it.each(cases)('of %s: Runge-Kutta with order 4', (_, program, cell, exact) => {
    expect(orderOf(program, cell, exact, 'rk4', 2)).toBeCloseTo(4, 0);
    expect(errorAt(program, cell, exact, { integrator: 'rk4', stepsPerMonth: 8 }) / exact).toBeLessThan(1e-8);
  });

  it('of a driven stock: Runge-Kutta reads inputs between the steps', () => {
    const driven = compile(smallModel({ inputs: { u: 0 }, stocks: { x: [0, 'u'] } }));
    // Simpson's rule is exact for cubics, so one step a month integrates t³ without error.
    const x = series(driven, 'x', { integrator: 'rk4', stepsPerMonth: 1, months: 4, inputs: { u: (t) => t ** 3 } });
    x.forEach((value, month) => expect(value).toBeCloseTo(month ** 4 / 4, 12));
  });
});

describe('memory follows its closed form', () => {
  const exactSmooth = (t: number): number => 1 - Math.exp(-t / 3);
  const exactDelay3 = (t: number): number => 1 - Math.exp(-t) * (1 + t + (t * t) / 2);
  const model = smallModel({
    inputs: { x: 1 },
    variables: { s: 'smooth(x, 3, 0)', d: 'delay1(x, 3, 0)', e: 'delay3(x, 3, 0)' }
  });
  const program = compile(model);
  const changes = { integrator: 'rk4', stepsPerMonth: 16 } as const;

  it('smooth and delay1 after a step of the input', () => {
    for (const cell of ['s', 'd']) {
      series(program, cell, changes).forEach((value, t) => expect(value).toBeCloseTo(exactSmooth(t), 8));
    }
  });

  it('delay3 after a step of the input: three stages of tau/3', () => {
    series(program, 'e', changes).forEach((value, t) => expect(value).toBeCloseTo(exactDelay3(t), 6));
  });

  it('delay3 gives out all that went in', () => {
    const pulse = compile(
      smallModel({ inputs: { x: 0 }, variables: { e: 'delay3(x, 3, 0)' }, stocks: { out: [0, 'e'] } })
    );
    const out = series(pulse, 'out', { months: 48, stepsPerMonth: 4, inputs: { x: (t) => (t < 1 ? 6 : 0) } });
    expect(out.at(-1)).toBeCloseTo(6, 4);
  });
});
