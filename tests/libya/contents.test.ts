import { describe, expect, it } from 'vitest';
import { compile, saveable } from '$lib/engine';
import { loadFolder } from './load';

/** What the Libya model has to contain: the counts and ids of its specification, so that nothing gets lost on the way. */
const bundle = loadFolder('models/libya');
const { model, desk, checks, checkScenarios, presets, sources } = bundle;
const cells = saveable(compile(model));
const startingWith = (name: string): readonly string[] => cells.filter((cell) => cell.startsWith(`${name}.`));

describe('the Libya model contains', () => {
  it('24 inputs, ten principal ones on the first screen', () => {
    expect(model.inputs.length).toBe(24);
    const principal = [...model.inputs, ...model.composites].filter((input) => input.principal);
    expect(principal.map(({ id }) => id).sort()).toEqual([
      'border_coordination',
      'political_process',
      'russian_effort',
      'sahel_instability',
      'southern_programme',
      'unified_force',
      'us_balance',
      'us_defence',
      'us_development',
      'us_diplomacy'
    ]);
  });

  it('39 stocks, 208 parameters that are sampled, 46 outputs, six events', () => {
    expect(model.stocks.flatMap(({ initial }) => initial).length).toBe(39);
    expect(model.parameters.filter(({ shape }) => shape !== 'fixed').length).toBe(208);
    expect(model.outputs.length).toBe(46);
    expect(model.events.map(({ id }) => id)).toEqual([
      'neighbour_crisis',
      'oil_blockade',
      'western_clashes',
      'leadership_change',
      'natural_disaster',
      'conflict_relapse'
    ]);
  });

  it('every share of influence, the nine national ones and the twelve hazard terms', () => {
    expect(startingWith('influence_share').length).toBe(6 + 6 + 9);
    expect(startingWith('national_influence').length).toBe(9);
    expect(startingWith('hazard_term').length).toBe(12);
  });

  it('13 presets, the 46 checks in order and the 30 scenarios that only they use', () => {
    expect(presets.length).toBe(13);
    expect(checks.map(({ id }) => id)).toEqual([
      ...Array.from({ length: 40 }, (_, i) => `T${String(i + 1).padStart(2, '0')}`),
      ...Array.from({ length: 6 }, (_, i) => `X0${i + 1}`)
    ]);
    expect(checkScenarios.length).toBe(30);
  });

  it('a starting weight for every contestant of every place', () => {
    const edited = desk!.influence.starting.map(({ place, actor }) => `influence_share.${actor}.${place}`);
    expect([...edited].sort()).toEqual([...startingWith('influence_share')].sort());
  });

  it('no source that nothing refers to', () => {
    /** Whatever stands under `source` or `sources`, however deep. */
    const cited = (part: unknown): readonly string[] => {
      if (typeof part !== 'object' || part === null) return [];
      return Object.entries(part).flatMap(([key, value]: [string, unknown]) =>
        key === 'source' || key === 'sources' ? [value].flat().map(String) : cited(value)
      );
    };
    const named = new Set([...cited({ ...bundle, sources: null }), ...checks.flatMap(({ basis }) => basis)]);
    expect(sources.map(({ key }) => key).filter((key) => !named.has(key))).toEqual([]);
  });
});
