import { describe, expect, it } from 'vitest';
import { compile, EngineError, equationOf, interpret, LIMITS, type NotFinite, type RunRequest } from '$lib/engine';
import { request } from './request';
import { smallModel, type SmallModel } from './small-model';

function failureOf(model: SmallModel, changes: Partial<RunRequest> = {}): NotFinite | null {
  const outcome = interpret(compile(smallModel(model)), request(changes));
  return outcome.ok ? null : outcome.failure;
}

function errorOf(make: () => unknown): { code: string; data: object } | null {
  try {
    make();
    return null;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { code: error.code, data: error.data };
  }
}

describe('a value that leaves the finite numbers stops the run', () => {
  it('names the first variable in order of computation, the date and the time', () => {
    const model = { stocks: { x: [3, '-1 + 0 * late'] }, variables: { late: 'root + 1', root: 'sqrt(x)' } } as const;
    expect(failureOf(model)).toEqual({ kind: 'not-finite', cell: 'root', value: 'NaN', date: '2025-01', time: 3.25 });
  });

  it('finds what matters to no stock at the start of the next month', () => {
    const model = { stocks: { x: [3, '-1'] }, variables: { late: 'root + 1', root: 'sqrt(x)' } } as const;
    expect(failureOf(model)).toMatchObject({ cell: 'root', value: 'NaN', date: '2025-02', time: 4 });
    const passing = { stocks: { x: [3, '-1'] }, variables: { gap: '1 / (x - 2.5)' } } as const;
    expect(failureOf(passing)).toBeNull();
  });

  it.each([
    ['a variable computed once', { parameters: { a: 0 }, variables: { y: '1 / a' } }, 'y', 'Infinity', 0],
    ['an initial value', { parameters: { a: 0 }, stocks: { x: ['-1 / a', '0'] } }, 'x', '-Infinity', 0],
    ['a rate', { stocks: { x: [1, 'ln(1 - time)'] } }, 'x', '-Infinity', 1],
    ['a stock that overflows', { stocks: { x: [1e308, 'if time < 2 then 0 else 1.7e308'] } }, 'x', 'Infinity', 2.5]
  ] as const)('finds %s', (_, model, cell, value, time) => {
    expect(failureOf(model)).toMatchObject({ cell, value, time });
  });

  it('finds an input and a parameter that a request sets to nonsense', () => {
    const model = { inputs: { u: 1 }, parameters: { a: 1 }, stocks: { x: [1, 'a * u'] } } as const;
    expect(failureOf(model, { inputs: { u: (t) => (t > 5 ? NaN : 1) } })).toMatchObject({
      cell: 'u',
      date: '2025-03',
      time: 5.25
    });
    expect(failureOf(model, { parameters: { a: Infinity } })).toMatchObject({ cell: 'a', value: 'Infinity', time: 0 });
    expect(failureOf(model, { initial: { x: NaN } })).toMatchObject({ cell: 'x', value: 'NaN', time: 0 });
  });

  it('finds it between the steps of Runge-Kutta', () => {
    const model = { stocks: { x: [1, '-1'] }, variables: { y: 'ln(x)' } } as const;
    const failure = failureOf(model, { integrator: 'rk4', stepsPerMonth: 1 });
    expect(failure).toMatchObject({ cell: 'y', value: '-Infinity', time: 1 });
    // The rate of -2 at x = 1 takes the second stage to x = 0, half a month on.
    const inside = { stocks: { x: [1, '-1 + min(y, -1)'] }, variables: { y: 'ln(x)' } } as const;
    expect(failureOf(inside, { integrator: 'rk4', stepsPerMonth: 1 })).toMatchObject({
      cell: 'y',
      value: '-Infinity',
      time: 0.5
    });
  });

  it('finds an effect that leaves the finite numbers in the month of its event', () => {
    const effects = [{ stock: 'x', direction: 'up', factor: 1e200 }] as const;
    const event = { id: 'e', rate: '0', magnitude: { low: 0, mode: 0, high: 0 }, quietMonths: 0, effects };
    const model = { stocks: { x: [1e200, '0'] }, events: [event] } as const;
    const forced = [{ event: 'e', month: 3, magnitude: 1 }];
    expect(failureOf(model, { forced })).toMatchObject({ cell: 'x', value: '-Infinity', time: 3 });
  });

  it('finds the rate of an event', () => {
    const event = { id: 'e', rate: '1 / x', magnitude: { low: 0, mode: 0, high: 0 }, quietMonths: 0, effects: [] };
    const model = { stocks: { x: [0, '0'] }, events: [event] } as const;
    expect(failureOf(model, { chance: { seed: 1, run: 0 } })).toMatchObject({ cell: 'e', value: 'Infinity' });
    expect(failureOf(model)).toBeNull();
  });

  it('the equation of a cell can be shown', () => {
    const model = smallModel({
      sets: { s: ['a', 'b'] },
      stocks: { x: [1, 'y[a]'] },
      variables: { 'y[s]': 'x + 1', yy: 'smooth(x, 2)' }
    });
    const text = (cell: string): string | undefined => equationOf(model, cell)?.text;
    expect([text('y.b'), text('x'), text('yy'), text('yy#1'), text('y'), text('z')]).toEqual([
      'x + 1',
      'y[a]',
      'smooth(x, 2)',
      'smooth(x, 2)',
      undefined,
      undefined
    ]);
  });
});

describe('bounds are checked before anything is allocated', () => {
  const program = compile(smallModel({ inputs: { u: 1 }, parameters: { a: 1 }, stocks: { x: [1, 'a'] } }));
  const refused = (changes: object): ReturnType<typeof errorOf> =>
    errorOf(() => interpret(program, request(changes as Partial<RunRequest>)));

  it.each([
    [{ stepsPerMonth: 0 }, 'stepsPerMonth'],
    [{ stepsPerMonth: 65 }, 'stepsPerMonth'],
    [{ stepsPerMonth: 1.5 }, 'stepsPerMonth'],
    [{ months: 0 }, 'months'],
    [{ months: LIMITS.months + 1 }, 'months'],
    [{ months: NaN }, 'months'],
    [{ chance: { seed: -1, run: 0 } }, 'seed'],
    [{ chance: { seed: 2 ** 53, run: 0 } }, 'seed'],
    [{ chance: { seed: 0, run: 2 ** 32 } }, 'run']
  ])('refuses %o', (changes, name) => {
    expect(refused(changes)).toMatchObject({ code: 'out-of-range', data: { name } });
  });

  it('refuses more columns than memory allows', () => {
    const save = new Array<string>(Math.ceil(LIMITS.savedValues / 1201) + 1).fill('x');
    expect(refused({ months: 1200, save })).toMatchObject({ code: 'too-large' });
  });

  it.each([
    [{ save: ['nowhere'] }, 'nowhere', 'save'],
    [{ save: ['toString'] }, 'toString', 'save'],
    [{ inputs: { a: () => 1 } }, 'a', 'inputs'],
    [{ parameters: { x: 1 } }, 'x', 'parameters'],
    [{ initial: { u: 1 } }, 'u', 'initial'],
    [{ forced: [{ event: 'storm', month: 1, magnitude: 1 }] }, 'storm', 'forced']
  ])('refuses the unknown name in %o', (changes, cell, where) => {
    expect(refused(changes)).toEqual({ code: 'unknown-cell', data: { cell, where } });
  });
});

describe('compile(model) refuses what no checked model holds', () => {
  it.each([
    ['an unknown quantity', { variables: { y: 'nothing + 1' } }, 'unknown-cell', { cell: 'nothing', where: 'y' }],
    ['an unknown function', { variables: { y: 'gamma(1)' } }, 'unknown-name', { name: 'gamma', where: 'y' }],
    ['an unknown table', { variables: { y: 'lookup(1, t)' } }, 'unknown-name', { name: 't', where: 'y' }],
    ['an unknown set', { variables: { y: 'sum(i in s: 1)' } }, 'unknown-name', { name: 's', where: 'y' }],
    ['initial values that need each other', { stocks: { x: ['y', '0'], y: ['x', '0'] } }, 'initial-loop', {}]
  ] as const)('%s', (_, model, code, data) => {
    expect(errorOf(() => compile(smallModel(model as SmallModel)))).toMatchObject({ code, data });
  });

  it('an order that misses or repeats a variable', () => {
    const model = smallModel({ variables: { y: '1', z: 'y' } });
    expect(errorOf(() => compile({ ...model, order: ['y'] }))).toEqual({ code: 'bad-order', data: { cell: 'z' } });
    expect(errorOf(() => compile({ ...model, order: ['y', 'z', 'y'] }))).toEqual({
      code: 'bad-order',
      data: { cell: 'y' }
    });
  });
});
