import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, type EnsemblePlan, type RunRequest } from '$lib/engine';
import type { Model, Shape } from '$lib/model';
import { request } from '../engine/request';
import { smallModel, type SmallModel } from '../engine/small-model';
import { cellsOf, compareEnsemble, compareRun, describeTally, newTally, openPair } from './compare';

/**
 * Random programs: formulas from the whole language over inputs that move, stocks, uncertain parameters of every shape,
 * memory, tables, draws and events. Rates are squashed, so that most runs stay finite; what does not must be named alike.
 */
const leaf = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('a', 'b', 'p', 'q', 'r', 'u', 'w', 'x', 'z', 'time') },
  { weight: 1, arbitrary: fc.constantFrom('normal()', 'event(2)', '(mode is second)') },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 40 }).map((n) => String(n / 8)) }
);

const { formula } = fc.letrec<{ formula: string }>((tie) => {
  const f = tie('formula');
  const joined = (signs: readonly string[]): fc.Arbitrary<string> =>
    fc.tuple(f, fc.constantFrom(...signs), f).map(([l, sign, r]) => `(${l} ${sign} ${r})`);
  return {
    formula: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      joined(['+', '-', '*', '/']),
      joined(['<', '<=', '>', '>=', '=', '<>', 'and', 'or']),
      fc.tuple(f, fc.constantFrom('2', '3', '0.5', '-1', 'q')).map(([base, power]) => `(abs(${base}) ^ ${power})`),
      fc.tuple(f, fc.constantFrom('exp', 'ln', 'sqrt', 'abs')).map(([a, name]) => `${name}(${a})`),
      fc.tuple(f, f, fc.constantFrom('min', 'max')).map(([a, b, name]) => `${name}(${a}, ${b})`),
      f.map((a) => `lookup(${a}, curve)`),
      f.map((a) => `(-${a})`),
      f.map((a) => `(not ${a})`),
      fc.tuple(f, fc.constantFrom('smooth', 'delay1', 'delay3')).map(([a, name]) => `${name}(${a}, 3, 0.5)`),
      fc.tuple(f, f, f).map(([test, yes, no]) => `(if ${test} > 0.5 then ${yes} else ${no})`),
      f.map((a) => `sum(i in s: ${a} * weight[i])`)
    )
  };
});

const squashed = (text: string): string => `((${text}) / (1 + abs(${text})))`;

interface Made {
  readonly small: SmallModel;
  readonly shape: Exclude<Shape, 'fixed'>;
  readonly request: RunRequest;
  readonly plan: EnsemblePlan;
  readonly from: number;
}

const event = fc.record({ rate: formula, factor: fc.constantFrom(0.25, 1), quietMonths: fc.constantFrom(0, 5) });

const made: fc.Arbitrary<Made> = fc
  .record({
    rates: fc.tuple(formula, formula),
    variables: fc.array(formula, { minLength: 1, maxLength: 3 }),
    events: fc.array(event, { maxLength: 2 }),
    initial: fc.constantFrom<number | string>(0.5, 'a / 4', '0.1 + q'),
    shape: fc.constantFrom('uniform', 'triangular', 'log-triangular', 'normal', 'beta'),
    integrator: fc.constantFrom('euler', 'rk4'),
    stepsPerMonth: fc.integer({ min: 1, max: 5 }),
    slope: fc.integer({ min: -8, max: 8 }),
    changed: fc.boolean(),
    forced: fc.boolean(),
    plan: fc.record({
      runs: fc.constantFrom(8, 1000),
      seed: fc.maxSafeNat(),
      uncertainty: fc.constantFrom('none', 'narrow', 'wide'),
      sampling: fc.constantFrom('random', 'latin-hypercube', 'sobol'),
      chance: fc.boolean()
    }),
    from: fc.integer({ min: 0, max: 5 })
  })
  .map(
    ({ rates, variables, events, initial, shape, integrator, stepsPerMonth, slope, changed, forced, plan, from }) => ({
      shape,
      plan,
      from,
      small: {
        sets: { s: ['one', 'two'] },
        switches: { mode: ['first', 'second'] },
        constants: { a: 3, b: -0.5 },
        parameters: { p: 1.5, q: 0.25, r: 2, 'weight.one': 0.3, 'weight.two': 0.7 },
        inputs: { u: 4, w: [50, 0.01] },
        lookups: { curve: { x: [-1, 0, 0.5, 4], y: [0.2, 1, -1, 3] } },
        stocks: {
          x: [initial, `${squashed(rates[0])} - x / 6`],
          z: [0.4, `0.2 * ${squashed(rates[1])}`]
        },
        variables: Object.fromEntries(variables.map((text, i) => [`y${i}`, text])),
        events: events.map(({ rate, factor, quietMonths }, i) => ({
          id: `e${i}`,
          rate: `abs(${squashed(rate)})`,
          magnitude: { low: 0.1, mode: 0.2, high: 0.6 },
          quietMonths,
          effects: [
            { stock: 'x', direction: 'up' as const, factor },
            { stock: 'z', direction: 'down' as const, factor }
          ]
        }))
      },
      request: request({
        integrator,
        stepsPerMonth,
        months: 6,
        inputs: { w: (t) => 50 + slope * t },
        parameters: changed ? { p: 1.25, mode: 1 } : {},
        initial: changed ? { z: 0.7 } : {},
        forced: forced && events.length > 0 ? [{ event: 'e0', month: 2, magnitude: 0.4 }] : []
      })
    })
  );

/** The small model with ranges: what an ensemble draws. */
function uncertain(small: SmallModel, shape: Shape): Model {
  const model = smallModel(small);
  return {
    ...model,
    parameters: model.parameters.map((parameter, i) => ({
      ...parameter,
      shape,
      low: parameter.value * 0.75,
      high: parameter.value * 1.5,
      direction: i % 2 === 0 ? 1 : -1,
      sector: i === 4 ? 'nobody' : 'all'
    })),
    stocks: model.stocks.map((stock) => ({
      ...stock,
      range: [0, 1],
      initial: stock.initial.map((initial) => ({ ...initial, spread: 0.3, direction: -1 }))
    })),
    uncertainty: {
      sectors: ['all', 'initial'],
      narrow: { widen: 1, loading: 0 },
      wide: { widen: 1.5, loading: 0.6, initialFactor: 1.5 }
    }
  };
}

describe('random programs', () => {
  it('give the same bits in both back ends', async () => {
    const tally = newTally();
    await fc.assert(
      fc.asyncProperty(made, async ({ small, shape, request: base, plan, from }) => {
        const program = compile(uncertain(small, shape));
        const pair = await openPair(program, tally);
        const wanted = { ...base, save: cellsOf(program) };
        compareRun(pair, wanted, tally);
        compareEnsemble(pair, wanted, plan, [from, from + 3], tally);
      }),
      { numRuns: 400, seed: 20241001 }
    );
    console.log(`random programs: ${describeTally(tally)}`);
    expect(tally.runs - tally.failures).toBeGreaterThan(tally.runs / 3);
    expect(tally.failures).toBeGreaterThan(20);
    expect(tally.strokes).toBeGreaterThan(100);
  }, 60_000);
});
