import { describe, expect, it } from 'vitest';
import { behaviourOf } from '../behaviour/behaviour';
import { loadFolder } from './load';

/**
 * Every check of models/libya/checks.yaml is one test here, named by what it compares and the figures it finds. The
 * figures are those of the nominal parameters, Euler, without chance.
 */
const bundle = loadFolder('models/libya');
const behaviour = behaviourOf(bundle);

describe('the Libya model behaves as its claims, its literature and its structure demand', () => {
  it('has all 46 checks', () => {
    expect(bundle.checks.map(({ id }) => id)).toEqual([
      ...Array.from({ length: 40 }, (_, i) => `T${String(i + 1).padStart(2, '0')}`),
      ...Array.from({ length: 6 }, (_, i) => `X0${i + 1}`)
    ]);
    expect(bundle.checkScenarios.length).toBe(30);
  });

  for (const check of bundle.checks) {
    const { holds, figures } = behaviour(check);
    it(`${check.id} ${bundle.texts.en.checks[check.id]?.name} (${check.basis.join(', ')}): ${figures}`, () => {
      expect(holds, figures).toBe(true);
    });
  }
});
