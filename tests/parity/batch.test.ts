import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  compile,
  interpret,
  openBackend,
  type Backend,
  type Program,
  type RunOutcome,
  type RunRequest
} from '$lib/engine';
import { request } from '../engine/request';
import { smallModel } from '../engine/small-model';
import { copyOf } from './compare';

/** A batch gives each request the very bits of its own run, whatever stands beside it in the other lane. */
const model = smallModel({
  parameters: { a: 1, b: 4 },
  inputs: { u: 2, v: 10 },
  stocks: { x: [0.5, 'u * a / 100 - x / b + v / 1000'], y: ['0.2 + a / 100', 'n / 50'] },
  variables: { root: 'sqrt(b)', n: 'normal()', held: 'u * b' },
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
const save = ['x', 'y', 'root', 'held', 'a'];
/** Some courses are shared by many requests, as those of a scenario are. */
const courses = [(t: number) => t, (t: number) => 3 + t * 0.25, () => 7, (t: number) => (t < 5 ? 2 : 40)];

const anyCourse = fc.constantFrom(...courses);
const anyRequest: fc.Arbitrary<RunRequest> = fc
  .record({
    inputs: fc.record({ u: anyCourse, v: anyCourse }, { requiredKeys: [] }),
    // The square root of a negative number stops a run.
    parameters: fc.record(
      { a: fc.double({ min: 0, max: 3, noNaN: true }), b: fc.double({ min: -1, max: 9, noNaN: true }) },
      { requiredKeys: [] }
    ),
    initial: fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }) }, { requiredKeys: [] }),
    forced: fc.constantFrom([], [{ event: 'shock', month: 3, magnitude: 0.4 }]),
    months: fc.constantFrom(6, 9),
    integrator: fc.constantFrom('euler' as const, 'rk4' as const),
    chance: fc.option(fc.record({ seed: fc.constantFrom(1, 2), run: fc.nat(50) }))
  })
  .map((given) => request({ ...given, stepsPerMonth: given.integrator === 'euler' ? 4 : 1, save }));

describe('a batch of runs', () => {
  let program: Program;
  let backends: readonly Backend[];

  beforeAll(async () => {
    program = compile(model);
    backends = await Promise.all((['wasm', 'interpreter'] as const).map((kind) => openBackend(program, kind)));
    expect(backends.map(({ kind }) => kind)).toEqual(['wasm', 'interpreter']);
  });

  it('has the bits of each run by itself, in both back ends', () => {
    let failed = 0;
    fc.assert(
      fc.property(fc.array(anyRequest, { maxLength: 7 }), (requests) => {
        const expected = requests.map((one) => interpret(program, one));
        failed += expected.filter(({ ok }) => !ok).length;
        for (const backend of backends) {
          const outcomes: RunOutcome[] = [];
          backend.batch(requests, (index, outcome) => {
            expect(index).toBe(outcomes.length);
            outcomes.push(copyOf(outcome));
          });
          expect(outcomes).toEqual(expected);
        }
      }),
      { seed: 20241001, numRuns: 300 }
    );
    expect(failed).toBeGreaterThan(10);
  });

  it('leaves nothing behind that a later run or ensemble could see', () => {
    const [wasm] = backends as [Backend];
    const plain = request({ months: 6, save });
    const alone = copyOf(wasm.run(plain));
    wasm.batch(
      [request({ months: 6, save, parameters: { a: 9 }, initial: { x: 0.9 }, inputs: { v: () => 80 } }), plain],
      () => undefined
    );
    expect(copyOf(wasm.run(plain))).toEqual(alone);
  });

  it('may not be used by its own visitor', () => {
    const [wasm] = backends as [Backend];
    const plain = request({ months: 6, save });
    expect(() => wasm.batch([plain], () => void wasm.run(plain))).toThrow(/visitor/);
  });
});
