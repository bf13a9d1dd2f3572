import { describe, expect, it } from 'vitest';
import { smallModel, type SmallModel } from '../../../../tests/engine/small-model';
import { loadFolder } from '../../../../tests/libya/load';
import { compile, interpret } from '$lib/engine';
import type { Model } from '$lib/model';
import { parseScenario, statusQuo, toRunInputs, withInitial, withProfile, type Scenario } from '$lib/scenario';
import { coursesNeeded, influenceGraph } from '../loops/influence-graph';
import { influenceRun } from '../loops/influence-run';
import { chainOf, type Chain } from './chain';

function chain(
  model: Model,
  reference: Scenario,
  scenario: Scenario,
  output: string,
  month: number,
  nameOf?: (input: string) => string
): Chain {
  const program = compile(model);
  const graph = influenceGraph(program);
  const [before, after] = [reference, scenario].map((one) => {
    const inputs = toRunInputs(model, one);
    const outcome = interpret(program, { ...inputs, chance: null, save: coursesNeeded(graph) });
    if (!outcome.ok) throw new Error(outcome.failure.cell);
    return influenceRun(graph, inputs, outcome.trajectory);
  });
  return chainOf(before!, after!, output, month, nameOf);
}

const small = (changes: Partial<SmallModel> = {}): Model =>
  smallModel({
    inputs: { push: 0 },
    stocks: {
      first: [1, '0.1 * (push - first)'],
      second: [1, '0.05 * (first - second)'],
      aside: [1, '0 - 0.01 * aside']
    },
    variables: { out: '2 * first + second + 0.5 * push' },
    months: 60,
    ...changes
  });

const pushed = (model: Model): Scenario =>
  withProfile(model, statusQuo(model), 'push', { kind: 'ramps', ramps: [{ target: 10, start: 6, ramp: 0 }] });

const sum = ({ steps, direct, others, remainder }: Chain): number =>
  [...steps, ...direct].reduce((total, { contribution }) => total + contribution, 0) + others.contribution + remainder;

describe('a chain', () => {
  it('splits a linear output exactly over its stocks and inputs, in the order in which they are reached', () => {
    const model = small();
    const told = chain(model, statusQuo(model), pushed(model), 'out', 60);
    expect(told.steps.map(({ quantity }) => quantity)).toEqual(['first', 'second']);
    const [first, second] = told.steps;
    expect(first!.contribution).toBeCloseTo(2 * (first!.to - first!.from), 12);
    expect(second!.contribution).toBeCloseTo(second!.to - second!.from, 12);
    expect(told.direct).toEqual([{ input: 'push', contribution: 5 }]);
    expect(Math.abs(told.remainder)).toBeLessThan(1e-12);
    expect(first!.onset).toBeGreaterThan(6);
    expect(second!.onset).toBeGreaterThan(first!.onset);
    expect(first!.direction).toBe('rises');
  });

  it('follows each stock back to what moved it', () => {
    const model = small();
    const told = chain(model, statusQuo(model), pushed(model), 'out', 60);
    expect(told.steps.map(({ sources }) => sources)).toEqual([
      [{ kind: 'input', id: 'push', part: 1 }],
      [{ kind: 'stock', id: 'first', part: 1 }]
    ]);
  });

  it('is exact for a product of two as well, and leaves a remainder beyond', () => {
    const product = small({ variables: { out: 'first * second' } });
    expect(Math.abs(chain(product, statusQuo(product), pushed(product), 'out', 60).remainder)).toBeLessThan(1e-12);
    const square = small({ variables: { out: 'first ^ 3' } });
    const told = chain(square, statusQuo(square), pushed(square), 'out', 60);
    expect(Math.abs(told.remainder)).toBeGreaterThan(1e-3);
    expect(sum(told)).toBeCloseTo(told.to - told.from, 9);
  });

  it('splits a stock that two things move, with the sign of what holds against it', () => {
    const model = small({
      inputs: { push: 0, brake: 0 },
      stocks: { first: [1, '0.1 * (push - 0.25 * brake - first)'] },
      variables: { out: 'first' }
    });
    const both = withProfile(model, pushed(model), 'brake', {
      kind: 'ramps',
      ramps: [{ target: 10, start: 6, ramp: 0 }]
    });
    const { sources } = chain(model, statusQuo(model), both, 'out', 60).steps[0]!;
    expect(sources.map(({ id }) => id)).toEqual(['push', 'brake']);
    expect(sources[0]!.part).toBeCloseTo(0.8, 10);
    expect(sources[1]!.part).toBeCloseTo(-0.2, 10);
  });

  it('knows a changed starting value as what moved a stock', () => {
    const model = small();
    const told = chain(model, statusQuo(model), withInitial(model, statusQuo(model), 'first', 1.5), 'out', 12);
    expect(told.steps[0]).toMatchObject({
      quantity: 'first',
      onset: 0,
      sources: [{ kind: 'start', id: 'first', part: 1 }]
    });
  });

  it('is a stock itself where the output is one', () => {
    const model = small();
    const told = chain(model, statusQuo(model), pushed(model), 'second', 60);
    expect(told.steps.map(({ quantity, contribution }) => [quantity, contribution > 0])).toEqual([
      ['first', false],
      ['second', true]
    ]);
    expect(told.remainder).toBe(0);
  });

  it('refuses what is no output and a month beyond the run', () => {
    const model = small();
    expect(() => chain(model, statusQuo(model), pushed(model), 'nothing', 60)).toThrow(RangeError);
    expect(() => chain(model, statusQuo(model), pushed(model), 'out', 61)).toThrow(RangeError);
  });

  it('leads on the Libya model from border coordination over trust to stability, with little left open', () => {
    const { model, presets } = loadFolder('models/libya');
    const { scenario } = parseScenario(presets.find(({ id }) => id === 'force_and_border')!.document, model);
    const composite = model.composites.find(({ id }) => id === 'border_coordination')!;
    const told = chain(model, statusQuo(model), scenario!, 'stability_index', 120, (input) =>
      composite.writes.includes(input) ? composite.id : input
    );
    expect(sum(told)).toBeCloseTo(told.to - told.from, 9);
    expect(Math.abs(told.remainder)).toBeLessThan(0.1 * Math.abs(told.to - told.from));
    const ids = told.steps.map(({ quantity }) => quantity);
    expect(ids).toContain('border_control');
    expect(ids).toContain('trust');
    const inputs = told.steps.flatMap(({ sources }) => sources.filter(({ kind }) => kind === 'input'));
    expect(new Set(inputs.map(({ id }) => id))).toEqual(new Set(['unified_force', 'border_coordination']));
    expect([...told.steps].sort((a, b) => a.onset - b.onset)).toEqual(told.steps);
  });
});
