import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, interpret, saveable, type Node, type Program, type Trajectory } from '$lib/engine';
import type { ModelBundle } from '$lib/model';
import { parseScenario, statusQuo, toRunInputs, type Scenario } from '$lib/scenario';
import { shippedModel } from '../../../../tests/links/shipped';
import { foldLinks, signOf, type LinkSign } from './fold';
import { coursesNeeded, influenceGraph, type InfluenceGraph } from './influence-graph';
import { influenceRun, type InfluenceRun } from './influence-run';
import { loopGain, ownSlope } from './loop-gain';
import { loopWays, pairsOf } from './loop-ways';
import { tapeOf } from './tape';

const names = ['libya', ...readdirSync('models/teaching').map((name) => `teaching/${name}`)];
const bundles = names.flatMap((name) => {
  const bundle = shippedModel(name);
  return bundle ? [{ name, bundle }] : [];
});

interface Followed {
  readonly program: Program;
  readonly graph: InfluenceGraph;
  readonly trajectory: Trajectory;
  readonly run: InfluenceRun;
}

function follow({ model }: ModelBundle, scenario: Scenario = statusQuo(model)): Followed {
  const program = compile(model);
  const graph = influenceGraph(program);
  const inputs = toRunInputs(model, scenario);
  const save = [...new Set([...saveable(program), ...coursesNeeded(graph)])];
  const outcome = interpret(program, { ...inputs, chance: null, save });
  if (!outcome.ok) throw new Error(outcome.failure.cell);
  return { program, graph, trajectory: outcome.trajectory, run: influenceRun(graph, inputs, outcome.trajectory) };
}

function preset(bundle: ModelBundle, id: string): Scenario {
  const { scenario } = parseScenario(bundle.presets.find((each) => each.id === id)?.document, bundle.model);
  if (!scenario) throw new Error(`no preset ${id}`);
  return scenario;
}

describe.each(bundles)('influence in models/$name', ({ bundle }) => {
  const { program, graph, trajectory, run } = follow(bundle);
  const last = run.rows - 1;

  it('is worked out from the very values that a run saves', () => {
    trajectory.columns.forEach((id, column) => {
      for (const month of [0, 7, last])
        expect(run.value(program.slotOf[id]!, month), `${id} in month ${month}`).toBe(
          trajectory.values[column * trajectory.rows + month]
        );
    });
  });

  it('has the derivatives that central differences give, in every equation', () => {
    const x = new Float64Array(program.slots.length);
    let compared = 0;
    for (const month of [0, last >> 1, last]) {
      for (const equation of graph.equations) {
        equation.reads.forEach((slot, read) => {
          for (let each = 0; each < x.length; each++) x[each] = run.value(each, month);
          const at = x[slot]!;
          const step = 1e-5 * Math.max(Math.abs(at), 1e-3);
          x[slot] = at + step;
          const above = equation.tape.value(x);
          x[slot] = at - step;
          const below = equation.tape.value(x);
          const expected = (above - below) / (2 * step);
          const found = run.derivative(equation, read, month);
          // Rounding of the difference itself, and the third derivative.
          const allowed =
            1e-6 * Math.max(Math.abs(expected), Math.abs(found)) + (1e-14 * Math.abs(above)) / step + 1e-12;
          if (at - step < 0 && at >= 0) return;
          expect(Math.abs(found - expected), `${equation.id} by ${program.slots[slot]!.id}`).toBeLessThanOrEqual(
            allowed
          );
          compared++;
        });
      }
    }
    expect(compared).toBeGreaterThan(5);
  });

  it('splits the change of every cell over what moved it', () => {
    const cells = graph.equations.map(({ id }) => id);
    const nodes = [...cells, ...bundle.model.inputs.map(({ id }) => id)].map((id) => ({ id, cells: [id] }));
    const links = foldLinks(run, nodes);
    for (const equation of graph.equations.filter(({ kind }) => kind === 'value')) {
      const own = links.filter(({ to }) => to === equation.id);
      if (equation.reads.some((slot) => program.slots[slot]!.kind === 'time')) continue;
      const parts = own.reduce((sum, { contribution }) => sum + contribution[last]!, 0);
      const size = own.reduce((sum, { contribution }) => sum + Math.abs(contribution[last]!), 0);
      const change = run.value(equation.slot, last) - run.value(equation.slot, 0);
      expect(Math.abs(parts - change), equation.id).toBeLessThanOrEqual(0.02 * size + 1e-9);
    }
  });
});

const libya = bundles.find(({ name }) => name === 'libya')?.bundle;
describe.runIf(libya?.loops)('the named loops of models/libya', () => {
  const bundle = libya!;
  const { model, loops } = bundle;
  const base = follow(bundle);
  const paths = (loops?.loops ?? []).flatMap((loop) => loop.paths.map((path) => ({ loop, path })));

  it('are the twelve of the specification', () => {
    expect(loops?.loops.map(({ badge }) => badge)).toEqual([
      'R1',
      'R2',
      'R3',
      'R4',
      'R5',
      'R6',
      'R7',
      'B1',
      'B2',
      'B3',
      'B4',
      'B5'
    ]);
    expect(paths.length).toBeGreaterThanOrEqual(16);
  });

  it.each(paths.map(({ loop, path }) => [loop.badge, path.map(({ id }) => id).join(' > '), loop, path] as const))(
    '%s has its polarity in the status quo: %s',
    (_badge, _steps, { polarity, kind }, path) => {
      const { sign, gain, roundTrip } = loopGain(base.run, path, kind === 'closed');
      const wanted = polarity === 'reinforcing' ? 1 : -1;
      expect(sign[0]).toBe(wanted);
      expect([...new Set(sign)]).toEqual([wanted]);
      expect(gain.every((each) => Math.abs(each) > 0 && Math.abs(each) < 2)).toBe(true);
      expect(roundTrip.every((each) => each > 0)).toBe(true);
    }
  );

  it('B5: every stock slows itself, in the status quo and in every preset', () => {
    for (const { id } of bundle.presets) {
      const { run } = follow(bundle, preset(bundle, id));
      for (const stock of model.stocks.flatMap(({ initial }) => initial.map(({ cell }) => cell)))
        expect(
          ownSlope(run, stock).every((slope) => slope < 0),
          `${stock} in ${id}`
        ).toBe(true);
    }
  });

  it('run through no index and no observed quantity: nothing of them feeds back', () => {
    const aside = new Set(
      [...model.variables, ...model.stocks]
        .filter(({ sector }) => sector === 'indices' || sector === 'observation')
        .map(({ name }) => name)
    );
    const nameOf = (slot: number): string => base.program.slots[slot]!.id.split('.')[0]!;
    const readers = base.graph.equations.filter(({ id }) => !aside.has(id.split('.')[0]!));
    expect(readers.flatMap(({ id, reads }) => reads.filter((slot) => aside.has(nameOf(slot))).map(() => id))).toEqual(
      []
    );
  });

  it('are drawn in every diagram where they have a badge, and each in one at least', () => {
    const drawn = new Set<string>();
    for (const diagram of loops!.diagrams) {
      const links = foldLinks(base.run, diagram.nodes);
      for (const { loop: id } of diagram.badges) {
        const loop = loops!.loops.find((each) => each.id === id)!;
        expect(loopWays(loop, diagram.nodes, links).length, `${diagram.id}: ${loop.badge}`).toBeGreaterThan(0);
        drawn.add(id);
      }
    }
    expect([...drawn].sort()).toEqual(loops!.loops.flatMap(({ id, kind }) => (kind === 'self' ? [] : [id])).sort());
  });

  it('show all of what they are made of in the diagram of the whole', () => {
    const whole = loops!.diagrams.find(({ id }) => id === 'whole')!;
    const links = foldLinks(base.run, whole.nodes);
    for (const loop of loops!.loops.filter(({ kind }) => kind !== 'self')) {
      expect(loopWays(loop, whole.nodes, links).length, loop.badge).toBe(loop.paths.length);
    }
  });
});

describe('a way through a diagram', () => {
  const nodes = ['a', 'b', 'c'].map((id) => ({ id, cells: [`${id}.1`, `${id}.2`] }));
  const link = (from: string, to: string, sign: LinkSign = 'positive') => ({ from, to, sign });
  const path = ['a.1', 'x', 'b.1', 'b.2', 'c.2'].map((id) => ({ id, cells: [id] }));
  const links = [link('a', 'b'), link('b', 'c'), link('c', 'a')];

  it('meets the nodes that are drawn, two steps in one as one', () => {
    expect(loopWays({ kind: 'closed', paths: [path] }, nodes, links)).toEqual([['a', 'b', 'c']]);
    expect(pairsOf(['a', 'b', 'c'], true)).toEqual([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a']
    ]);
    expect(pairsOf(['a', 'b', 'c'], false)).toEqual([
      ['a', 'b'],
      ['b', 'c']
    ]);
  });

  it('is left out where a link is not there or does nothing', () => {
    expect(loopWays({ kind: 'closed', paths: [path] }, nodes, links.slice(0, 2))).toEqual([]);
    expect(loopWays({ kind: 'open', paths: [path] }, nodes, links.slice(0, 2))).toEqual([['a', 'b', 'c']]);
    expect(loopWays({ kind: 'open', paths: [path] }, nodes, [link('a', 'b', 'none'), link('b', 'c')])).toEqual([]);
    expect(loopWays({ kind: 'closed', paths: [path.slice(2, 4)] }, nodes, links)).toEqual([]);
  });
});

describe('a tape', () => {
  const slot = (index: number): Node => ({ op: 'slot', slot: index });
  const tables = [{ x: [0, 1, 3], y: [2, 4, 0] }];
  const at = (node: Node, ...values: number[]): number[] => {
    const tape = tapeOf(node, tables);
    const x = Float64Array.from(values);
    const into = new Float64Array(tape.reads.length);
    const value = tape.value(x);
    tape.gradient(into, 0);
    return [value, ...into];
  };

  it('takes the branch that counts in min, max, a case and a table', () => {
    expect(at({ op: 'min', a: slot(0), b: slot(1) }, 2, 3)).toEqual([2, 1, 0]);
    expect(at({ op: 'max', a: slot(0), b: slot(1) }, 2, 3)).toEqual([3, 0, 1]);
    const chosen: Node = {
      op: 'select',
      condition: { op: 'lt', a: slot(0), b: slot(1) },
      then: slot(0),
      otherwise: slot(1)
    };
    expect(at(chosen, 2, 3)).toEqual([2, 1, 0]);
    const read = (x: number): number[] => at({ op: 'lookup', table: 0, a: slot(0) }, x);
    expect([-1, 0, 0.5, 1, 2, 3, 9].map(read)).toEqual([
      [2, 0],
      [2, 2],
      [3, 2],
      [4, -2],
      [2, -2],
      [0, 0],
      [0, 0]
    ]);
  });

  it('adds up what a slot does at several places, and knows powers at nought', () => {
    expect(at({ op: 'mul', a: slot(0), b: slot(0) }, 3)).toEqual([9, 6]);
    expect(at({ op: 'pow', a: slot(0), b: slot(1) }, 0, 2)).toEqual([0, 0, 0]);
    expect(at({ op: 'neg', a: { op: 'sqrt', a: slot(0) } }, 4)).toEqual([-2, -0.25]);
  });

  it('says when a link changes its sign, and when it does nothing', () => {
    expect(signOf(Float64Array.of(0, 1, 2))).toBe('positive');
    expect(signOf(Float64Array.of(0, -1))).toBe('negative');
    expect(signOf(Float64Array.of(1, -1))).toBe('changing');
    expect(signOf(Float64Array.of(1, -1e-15))).toBe('positive');
    expect(signOf(new Float64Array(3))).toBe('none');
  });
});
