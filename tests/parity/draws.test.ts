import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, quantile } from '$lib/engine';
import { loadFolder } from '../libya/load';

/**
 * Two draws of every uncertain quantity of the Libya model by an independent program, number by number: its generator is
 * run here, so that ranges, stretching, shapes, common factors and directions are compared rather than luck.
 */
interface Draw {
  readonly seed: number;
  readonly parameters: Readonly<Record<string, number>>;
  readonly initial: Readonly<Record<string, number>>;
}
const draws = JSON.parse(readFileSync('tests/fixtures/golden/draws.json', 'utf8')) as Record<'narrow' | 'wide', Draw>;

/** mulberry32, the generator of the reference. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const { model } = loadFolder('models/libya');
const program = compile(model);
const { quantities, sectors, loading } = program.uncertain;

describe('the uncertain quantities of the Libya model', () => {
  it('are 208 parameters and 38 initial values, in eleven sectors', () => {
    expect(quantities.filter(({ target }) => target === 'parameter').length).toBe(208);
    expect(quantities.filter(({ target }) => target === 'initial').length).toBe(38);
    expect(sectors.length).toBe(11);
    expect(quantities.every(({ sector }) => sector >= 0)).toBe(true);
  });

  it.each(['narrow', 'wide'] as const)('%s: have the values of the reference for its uniforms', (uncertainty) => {
    const next = generator(draws[uncertainty].seed);
    const common = sectors.map(() => next());
    const expected = { ...draws[uncertainty].parameters, ...draws[uncertainty].initial };
    // The reference takes two uniforms for every parameter and stock, drawn or not, in the order of its tables.
    const uniforms = new Map(Object.keys(expected).map((id) => [id, [next(), next()] as const]));
    const others = quantities.flatMap((quantity) => {
      const { id, sector, direction } = quantity;
      const [decider, own] = uniforms.get(id)!;
      const c = common[sector]!;
      const directed = direction === 1 ? c : 1 - c;
      const value = quantile(quantity[uncertainty], decider < loading[uncertainty] ? directed : own);
      return Math.abs(value - expected[id]!) <= 1e-12 * Math.abs(expected[id]!) ? [] : [id];
    });
    // Here every quantity of unit 1 stated within 0 to 1 is a share; the reference leaves these two unbounded above.
    expect(others).toEqual(uncertainty === 'wide' ? ['capacity_coordination', 'hazard_slope.un'] : []);
  });
});
