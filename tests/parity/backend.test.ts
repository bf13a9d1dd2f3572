import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  compile,
  drawRun,
  EngineError,
  openBackend,
  type Backend,
  type EnsemblePlan,
  type Program,
  type RunOutcome,
  type RunRequest
} from '$lib/engine';
import type { Model } from '$lib/model';
import { request, trajectoryOf } from '../engine/request';
import { smallModel } from '../engine/small-model';
import { copyOf } from './compare';

/** What a Backend promises, held in both kinds. */
const small = smallModel({
  switches: { source: ['expected', 'drawn'] },
  parameters: { a: 1, b: 4 },
  inputs: { u: 2 },
  stocks: { x: [0.5, 'u * a / 100 - x / b'], y: ['0.2 + a / 100', '0'] },
  variables: { root: 'sqrt(b)', chosen: 'if source is drawn then 1 else 0', n: 'normal()' },
  events: [
    {
      id: 'shock',
      rate: '1',
      magnitude: { low: 0.1, mode: 0.2, high: 0.5 },
      quietMonths: 3,
      effects: [{ stock: 'x', direction: 'up', factor: 1 }]
    }
  ]
});
const model: Model = {
  ...small,
  withChance: { source: 'drawn' },
  parameters: small.parameters.map((each) => ({
    ...each,
    shape: 'uniform',
    low: each.value - 2,
    high: each.value + 2
  })),
  stocks: small.stocks.map((each) => ({ ...each, initial: each.initial.map((value) => ({ ...value, spread: 0.1 })) }))
};
/** b from -2: the square root of every third run is no number. */
const fragile: Model = { ...model, parameters: model.parameters.map((each) => ({ ...each, low: -2, high: 4 })) };

const plan = (changes: Partial<EnsemblePlan> = {}): EnsemblePlan => ({
  runs: 100,
  seed: 11,
  uncertainty: 'narrow',
  sampling: 'random',
  chance: true,
  ...changes
});
const base = request({ months: 12, save: ['x', 'y', 'a', 'root', 'chosen', 'n'] });

function all(backend: Backend, wanted: EnsemblePlan, from: number, to: number, of: RunRequest = base): RunOutcome[] {
  const outcomes: RunOutcome[] = [];
  backend.ensemble({ base: of, plan: wanted, from, to }, (run, outcome) => {
    expect(run).toBe(from + outcomes.length);
    outcomes.push(copyOf(outcome));
  });
  expect(outcomes.length).toBe(to - from);
  return outcomes;
}

const column = (outcome: RunOutcome, cell: string): number[] => {
  const { columns, rows, values } = trajectoryOf(outcome);
  return [...values.subarray(columns.indexOf(cell) * rows, (columns.indexOf(cell) + 1) * rows)];
};

afterEach(() => void vi.unstubAllGlobals());

describe.each(['wasm', 'interpreter'] as const)('the %s back end', (kind) => {
  let program: Program;
  let backend: Backend;

  beforeAll(async () => {
    program = compile(model);
    backend = await openBackend(program, kind);
    expect(backend.kind).toBe(kind);
  });

  it('gives run r the same alone, in any stretch, in any order', () => {
    const whole = all(backend, plan(), 0, 9);
    const parts = [all(backend, plan(), 4, 9), all(backend, plan(), 0, 1), all(backend, plan(), 1, 4)];
    expect([...parts[1]!, ...parts[2]!, ...parts[0]!]).toEqual(whole);
    expect(all(backend, plan(), 3, 3)).toEqual([]);
  });

  it.each(['random', 'latin-hypercube', 'sobol'] as const)('%s: run r is the single run of its draws', (sampling) => {
    const wanted = plan({ sampling });
    all(backend, wanted, 5, 8).forEach((outcome, i) => {
      const { parameters, initial } = drawRun(program, wanted, 5 + i);
      expect(Object.keys(parameters)).toEqual(['a', 'b', 'y#spread']);
      expect(Object.keys(initial)).toEqual(['x']);
      const chance = { seed: wanted.seed, run: 5 + i };
      expect(copyOf(backend.run({ ...base, parameters, initial, chance }))).toEqual(outcome);
      expect(column(outcome, 'a')[0]).toBe(parameters.a);
      expect(column(outcome, 'x')[0]).toBe(initial.x);
      expect(column(outcome, 'y')[0]).toBeCloseTo(0.2 + parameters.a! / 100 + parameters['y#spread']!, 12);
    });
  });

  it('draws nothing that the request sets', () => {
    const set = { ...base, parameters: { a: 0.5 }, initial: { x: 0.25, y: 0.75 } };
    for (const outcome of all(backend, plan({ chance: false }), 0, 5, set)) {
      expect([column(outcome, 'a')[0], column(outcome, 'x')[0], column(outcome, 'y')[0]]).toEqual([0.5, 0.25, 0.75]);
    }
    const free = all(backend, plan({ chance: false }), 0, 5);
    expect(new Set(free.map((outcome) => column(outcome, 'a')[0])).size).toBe(5);
  });

  it('lets with_chance hold while there is chance, unless the request chooses', () => {
    const chosen = (outcome: RunOutcome): number => column(outcome, 'chosen')[0]!;
    const chance = { seed: 1, run: 0 };
    expect(chosen(backend.run(base))).toBe(0);
    expect(chosen(backend.run({ ...base, chance }))).toBe(1);
    expect(chosen(backend.run({ ...base, chance, parameters: { source: 0 } }))).toBe(0);
    expect(all(backend, plan(), 0, 2).map(chosen)).toEqual([1, 1]);
    expect(all(backend, plan({ chance: false }), 0, 2).map(chosen)).toEqual([0, 0]);
  });

  it('has no chance where the plan has none, whatever the base says', () => {
    const chance = { seed: 1, run: 0 };
    const quiet = all(backend, plan({ chance: false }), 0, 3, { ...base, chance });
    expect(quiet).toEqual(all(backend, plan({ chance: false }), 0, 3));
    expect(quiet.every((outcome) => trajectoryOf(outcome).strokes.length === 0)).toBe(true);
    expect(quiet.flatMap((outcome) => column(outcome, 'n')).every((n) => n === 0)).toBe(true);
  });

  it('names the place where a run left the finite numbers, and its neighbour runs on', async () => {
    const weak = await openBackend(compile(fragile), kind);
    const outcomes = all(weak, plan(), 0, 40);
    const failed = outcomes.filter((outcome) => !outcome.ok);
    expect(failed.length).toBeGreaterThan(5);
    expect(failed.length).toBeLessThan(35);
    for (const outcome of failed) {
      expect(outcome).toMatchObject({ failure: { cell: 'root', value: 'NaN', date: '2024-10', time: 0 } });
    }
    for (const [run, outcome] of outcomes.entries()) expect(all(weak, plan(), run, run + 1)).toEqual([outcome]);
  });

  it.each([
    ['runs', { plan: plan({ runs: 0 }) }],
    ['runs', { plan: plan({ runs: 100_000_001 }) }],
    ['seed', { plan: plan({ seed: -1 }) }],
    ['seed', { plan: plan({ seed: 2 ** 53 }) }],
    ['from', { from: -1 }],
    ['to', { to: 101 }],
    ['to', { from: 5, to: 4 }]
  ])('refuses %s in %o', (name, changes) => {
    const run = (): void => backend.ensemble({ base, plan: plan(), from: 0, to: 4, ...changes }, () => {});
    expect(run).toThrow(EngineError);
    expect(run).toThrow(`"name":"${name}"`);
  });

  it('refuses a request as a single run does, also for no runs at all', () => {
    const wrong = { ...base, save: ['nowhere'] };
    expect(() => backend.run(wrong)).toThrow('unknown-cell');
    expect(() => backend.ensemble({ base: wrong, plan: plan(), from: 0, to: 0 }, () => {})).toThrow('unknown-cell');
    expect(backend.run(base).ok).toBe(true);
  });
});

describe('openBackend(program, prefer)', () => {
  it('takes the interpreter where there is no WebAssembly, or none that may be compiled', async () => {
    const program = compile(model);
    vi.stubGlobal('WebAssembly', undefined);
    expect((await openBackend(program)).kind).toBe('interpreter');
    vi.unstubAllGlobals();
    const forbidden = { ...WebAssembly, validate: () => true, compile: () => Promise.reject(new Error('forbidden')) };
    vi.stubGlobal('WebAssembly', forbidden);
    expect((await openBackend(program)).kind).toBe('interpreter');
    vi.stubGlobal('WebAssembly', { ...WebAssembly, validate: () => false });
    expect((await openBackend(program)).kind).toBe('interpreter');
  });

  it('refuses a visitor that uses it, and works on afterwards', async () => {
    const backend = await openBackend(compile(model));
    const visit = (): void => void backend.run(base);
    expect(() => backend.ensemble({ base, plan: plan(), from: 0, to: 2 }, visit)).toThrow('visitor');
    expect(backend.run(base).ok).toBe(true);
  });

  it('reads every run of an ensemble into one array', async () => {
    const backend = await openBackend(compile(model));
    const arrays = new Set<Float64Array>();
    backend.ensemble({ base, plan: plan(), from: 0, to: 50 }, (_, outcome) => {
      arrays.add(trajectoryOf(outcome).values);
    });
    expect(arrays.size).toBe(1);
  });
});
