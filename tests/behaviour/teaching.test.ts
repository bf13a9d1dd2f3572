import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { behaviourOf } from './behaviour';
import { loadFolder } from './load-folder';

/** The teaching models know their own answers: their checks hold the computed stocks to closed forms. */
describe.each(readdirSync('models/teaching'))('the teaching model %s', (id) => {
  const bundle = loadFolder(`models/teaching/${id}`);
  const behaviour = behaviourOf(bundle);

  it.each(bundle.checks.map((check) => [check.id, bundle.texts.en.checks[check.id]?.name, check] as const))(
    '%s %s',
    (_id, _name, check) => {
      const { holds, figures } = behaviour(check);
      expect(holds, figures).toBe(true);
    }
  );

  it('compares with its closed form', () => {
    expect(bundle.checks.length).toBeGreaterThan(3);
    expect(bundle.model.variables.some(({ name }) => name === 'error')).toBe(true);
  });
});

describe('checks that are broken on purpose', () => {
  const bundle = loadFolder('models/teaching/decay');
  const behaviour = behaviourOf(bundle);
  const [always] = bundle.checks;

  it('are found, with the place', () => {
    const { expression } = always!.test.kind === 'always' ? always!.test.equation : { expression: null };
    if (expression?.kind !== 'binary') throw new Error('the first check of the decay model is a comparison');
    const reversed = { ...expression, operator: '>' as const };
    const equation = { text: '', at: bundle.model.inputs[0]!.at, expression: reversed };
    const broken = behaviour({ ...always!, test: { kind: 'always', equation } });
    expect(broken.holds).toBe(false);
    expect(broken.figures).toMatch(/^status_quo, month 0: /);
  });

  it('are found where a stock leaves its range', () => {
    const stocks = bundle.model.stocks.map((stock) => ({ ...stock, range: [0, 999] as const }));
    const narrowed = behaviourOf({ ...bundle, model: { ...bundle.model, stocks } });
    const result = narrowed({ ...always!, test: { kind: 'within-ranges' } });
    expect(result).toEqual({ holds: false, figures: 'status_quo, month 0: displaced = 1000' });
  });
});
