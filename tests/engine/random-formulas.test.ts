import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, exp, interpret, ln, pow } from '$lib/engine';
import { request } from './request';
import { smallModel } from './small-model';

/**
 * Random formulas, computed a second time while they are made: text and value come from the same generator, the value
 * by plain arithmetic that knows nothing of slots, registers or sections.
 */
interface Made {
  readonly text: string;
  readonly value: number;
}

const names: Readonly<Record<string, number>> = { a: 3, b: -2.5, c: 0.1, d: 0, u: 7, v: -0.3, x: 1.7 };
const truth = (yes: boolean): number => (yes ? 1 : 0);
const binaries: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': pow,
  '<': (a, b) => truth(a < b),
  '<=': (a, b) => truth(a <= b),
  '>': (a, b) => truth(a > b),
  '>=': (a, b) => truth(a >= b),
  '=': (a, b) => truth(a === b),
  '<>': (a, b) => truth(a !== b),
  and: (a, b) => truth(a !== 0 && b !== 0),
  or: (a, b) => truth(a !== 0 || b !== 0)
};
const calls: Readonly<Record<string, (a: number) => number>> = { exp, ln, sqrt: Math.sqrt, abs: Math.abs };

const { formula } = fc.letrec<{ formula: Made }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(...Object.entries(names)).map(([text, value]) => ({ text, value })),
    fc.integer({ min: 0, max: 9 }).map((value) => ({ text: String(value), value })),
    fc
      .tuple(tie('formula'), fc.constantFrom(...Object.keys(binaries)), tie('formula'))
      .map(([l, sign, r]) => ({ text: `(${l.text} ${sign} ${r.text})`, value: binaries[sign]!(l.value, r.value) })),
    fc
      .tuple(fc.constantFrom(...Object.keys(calls)), tie('formula'))
      .map(([name, a]) => ({ text: `${name}(${a.text})`, value: calls[name]!(a.value) })),
    tie('formula').map((a) => ({ text: `(-${a.text})`, value: -a.value })),
    tie('formula').map((a) => ({ text: `(not ${a.text})`, value: truth(a.value === 0) })),
    fc
      .tuple(tie('formula'), tie('formula'))
      .map(([l, r]) => ({ text: `max(${l.text}, ${r.text})`, value: Math.max(l.value, r.value) })),
    fc.tuple(tie('formula'), tie('formula'), tie('formula')).map(([test, yes, no]) => ({
      text: `(if ${test.text} then ${yes.text} else ${no.text})`,
      value: test.value !== 0 ? yes.value : no.value
    }))
  )
}));

describe('random formulas', () => {
  it('have the value of plain arithmetic, to the bit', () => {
    let finite = 0;
    fc.assert(
      fc.property(fc.array(formula, { minLength: 1, maxLength: 4 }), (made) => {
        const { a, b, c, d, u, v } = names as Record<string, number>;
        const model = smallModel({
          constants: { a: a!, b: b! },
          parameters: { c: c!, d: d! },
          inputs: { u: u!, v: v! },
          stocks: { x: [names.x!, '0'] },
          variables: Object.fromEntries(made.map(({ text }, i) => [`y${i}`, text]))
        });
        const save = made.map((_, i) => `y${i}`);
        const outcome = interpret(compile(model), request({ months: 1, stepsPerMonth: 1, save }));
        if (!made.every(({ value }) => Number.isFinite(value))) {
          expect(outcome.ok).toBe(false);
          return;
        }
        finite++;
        const values = outcome.ok ? save.map((_, i) => outcome.trajectory.values[i * 2]) : outcome.failure;
        expect(values).toEqual(made.map(({ value }) => value));
      }),
      { numRuns: 1500, seed: 20241001 }
    );
    expect(finite).toBeGreaterThan(300);
  });
});
