import { describe, expect, it } from 'vitest';
import { compile, saveable } from '$lib/engine';
import { series } from './request';
import { equation, smallModel } from './small-model';

describe('compile(model)', () => {
  const model = smallModel({
    inputs: { u: [50, 0.01] },
    constants: { c: 2 },
    parameters: { a: 3 },
    switches: { mode: ['one', 'two'] },
    stocks: { x: ['weight', 'y'] },
    variables: {
      weight: 'if mode is two then a else a * c',
      chain: 'weight + 1',
      y: 'weight * u',
      noise: 'c * normal()',
      late: 'smooth(y, a)'
    }
  });
  const program = compile(model);
  const ids = (assignments: readonly { slot: number }[]): string[] =>
    assignments.map(({ slot }) => program.slots[slot]!.id);

  it('computes once what rests on constants, parameters and switches, the rest at every evaluation', () => {
    expect(ids(program.once)).toEqual(['weight', 'chain']);
    expect(ids(program.each)).toEqual(['y', 'noise', 'late']);
  });

  it('lays slots out as time, inputs, constants, parameters, switches, stocks, variables, hidden', () => {
    expect(program.slots.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'time time',
      'input u',
      'constant c',
      'parameter a',
      'switch mode',
      'stock x',
      'variable weight',
      'variable chain',
      'variable y',
      'variable noise',
      'variable late',
      'hidden #step',
      'hidden late#1'
    ]);
    expect(program.slots.every(({ id }, slot) => program.slotOf[id] === slot)).toBe(true);
    expect(saveable(program)).toEqual(['x', 'weight', 'chain', 'y', 'noise', 'late']);
  });

  it('lists initial values after what they need', () => {
    expect(ids(program.initial)).toEqual(['x', 'y', 'late#1']);
    expect(ids(program.rates)).toEqual(['x', 'late#1']);
  });

  it('is plain data: it survives a copy as JSON', () => {
    expect(series(JSON.parse(JSON.stringify(program)) as typeof program, 'late')).toEqual(series(program, 'late'));
  });

  it('takes a chain of 20,000 variables, each resting on the one before', () => {
    const [pattern] = smallModel({ variables: { y: '1' } }).variables;
    const count = 20_000;
    const variables = Array.from({ length: count }, (_, i) => {
      const text = i === 0 ? 'time' : `v${i - 1} + 1`;
      return { ...pattern!, name: `v${i}`, equation: equation(text) };
    });
    const large = compile({ ...smallModel({}), variables, order: variables.map(({ name }) => name) });
    expect(series(large, `v${count - 1}`, { months: 1, stepsPerMonth: 1 })).toEqual([count - 1, count]);
  });

  it('takes a sum over a set of 10,000 elements', () => {
    const s = Array.from({ length: 10_000 }, (_, i) => `e${i}`);
    const wide = compile(
      smallModel({ sets: { s }, stocks: { 'x[s]': [1, '1'] }, variables: { y: 'sum(i in s: x[i])' } })
    );
    expect(series(wide, 'y', { months: 1, stepsPerMonth: 1 })).toEqual([10_000, 20_000]);
  });
});
