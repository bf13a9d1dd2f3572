import { describe, expect, it } from 'vitest';
import { compile, interpret, type RunRequest } from '$lib/engine';
import { request, series, trajectoryOf } from './request';
import { smallModel, type SmallModel } from './small-model';

const shock = {
  id: 'shock',
  rate: '2.4',
  magnitude: { low: 0.1, mode: 0.2, high: 0.6 },
  quietMonths: 0,
  effects: [{ stock: 'x', direction: 'up' as const, factor: 1 }]
};
const stocks = { x: [0, '-x / 3'] } as const;
const noisy: SmallModel = {
  stocks,
  variables: { n: 'normal()', hit: 'event(0.3)', other: 'normal()' },
  events: [shock]
};
const program = compile(smallModel(noisy));
const save = ['x', 'n', 'hit', 'other'];

const run = (changes: Partial<RunRequest>): ReturnType<typeof trajectoryOf> =>
  trajectoryOf(interpret(program, request({ months: 120, save, ...changes })));

describe('chance', () => {
  it('gives the same run for the same seed and run, and another for any other', () => {
    const values = (seed: number, number: number): string => run({ chance: { seed, run: number } }).values.join();
    expect(values(5, 17)).toBe(values(5, 17));
    expect(new Set([values(5, 17), values(5, 18), values(6, 17), values(5 + 2 ** 32, 17)]).size).toBe(4);
  });

  it('without it, draws and events are quiet', () => {
    const quiet = run({});
    expect([...quiet.values].every((value) => value === 0)).toBe(true);
    expect(quiet.strokes).toEqual([]);
  });

  it('draws by (seed, run, draw, step): the length of the run changes nothing before its end', () => {
    const short = series(program, 'n', { months: 10, chance: { seed: 1, run: 2 } });
    const long = series(program, 'n', { months: 60, chance: { seed: 1, run: 2 } });
    expect(long.slice(0, 11)).toEqual(short);
    const other = series(program, 'other', { months: 10, chance: { seed: 1, run: 2 } });
    expect(other).not.toEqual(short);
  });

  it('keeps a draw through the stages of a Runge-Kutta step', () => {
    // dx/dt = n: with n held over the step all four stages agree, so x moves by exactly n·dt.
    const held = compile(smallModel({ variables: { n: 'normal()' }, stocks: { x: [0, 'n'] } }));
    const changes = { integrator: 'rk4', stepsPerMonth: 1, months: 24, chance: { seed: 3, run: 0 } } as const;
    const n = series(held, 'n', changes);
    const x = series(held, 'x', changes);
    for (let m = 0; m < 24; m++) expect(x[m + 1]! - x[m]!).toBeCloseTo(n[m]!, 12);
  });

  it('normal() is standard normal, event(rate) strikes with probability 1 - exp(-rate·step)', () => {
    const months = 1200;
    const n = series(program, 'n', { months, stepsPerMonth: 1, chance: { seed: 11, run: 0 } });
    const mean = n.reduce((sum, value) => sum + value) / n.length;
    const variance = n.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n.length;
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(months));
    expect(Math.abs(variance - 1)).toBeLessThan(0.17);
    const hits = series(program, 'hit', { months, stepsPerMonth: 1, chance: { seed: 11, run: 0 } });
    const expected = (1 - Math.exp(-0.3)) * hits.length;
    const count = hits.reduce((sum, value) => sum + value);
    expect(Math.abs(count - expected)).toBeLessThan(4 * Math.sqrt(expected));
  });

  it('events strike at their rate per year, with magnitudes from their triangle', () => {
    const strokes = Array.from({ length: 60 }, (_, number) => run({ chance: { seed: 9, run: number } }).strokes).flat();
    const expected = 60 * 120 * (1 - Math.exp(-0.2));
    expect(Math.abs(strokes.length - expected)).toBeLessThan(4 * Math.sqrt(expected));
    expect(strokes.every(({ magnitude }) => magnitude > 0.1 && magnitude < 0.6)).toBe(true);
    const mean = strokes.reduce((sum, { magnitude }) => sum + magnitude, 0) / strokes.length;
    expect(mean).toBeCloseTo(0.3, 1);
  });

  it('compared scenarios share their random numbers: more of a rate adds strokes and moves none', () => {
    const rated = (rate: string): string[] => {
      const compiled = compile(smallModel({ ...noisy, events: [{ ...shock, rate }] }));
      const outcome = interpret(compiled, request({ months: 120, chance: { seed: 2, run: 4 } }));
      return trajectoryOf(outcome).strokes.map(({ month, magnitude }) => `${month} ${magnitude}`);
    };
    const few = rated('1');
    const many = new Set(rated('3'));
    expect(few.length).toBeGreaterThan(3);
    expect(few.every((stroke) => many.has(stroke))).toBe(true);
    expect(many.size).toBeGreaterThan(few.length);
  });

  it('an event keeps quiet for its quiet months, after a forced stroke too', () => {
    const quiet = compile(smallModel({ ...noisy, events: [{ ...shock, rate: '1e6', quietMonths: 12 }] }));
    const months = (changes: Partial<RunRequest>): number[] =>
      trajectoryOf(interpret(quiet, request({ months: 40, chance: { seed: 1, run: 1 }, ...changes }))).strokes.map(
        ({ month }) => month
      );
    expect(months({})).toEqual([0, 13, 26, 39]);
    expect(months({ forced: [{ event: 'shock', month: 0, magnitude: 0.1 }] })).toEqual([0, 13, 26, 39]);
    expect(months({ forced: [{ event: 'shock', month: 20, magnitude: 0.1 }] })).toEqual([0, 13, 20, 33]);
  });

  it('takes rates from the start of the month, before any event of the month', () => {
    const second = { ...shock, id: 'second', rate: 'x * 1e9' };
    const both = compile(smallModel({ stocks, events: [{ ...shock, rate: '1e9' }, second] }));
    const { strokes } = trajectoryOf(interpret(both, request({ months: 2, chance: { seed: 1, run: 1 } })));
    // x is 0 at the start of month 0, so `second` waits for month 1 although `shock` has struck before it.
    expect(strokes.map(({ event, month }) => `${event} ${month}`)).toEqual(['shock 0', 'shock 1', 'second 1']);
  });
});
