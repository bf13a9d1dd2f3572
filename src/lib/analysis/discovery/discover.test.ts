import { describe, expect, it } from 'vitest';
import { compile } from '$lib/engine';
import { statusQuo } from '$lib/scenario';
import { quantilesOf } from '$lib/simulator';
import { loadFolder } from '../../../../tests/libya/load';
import type { Goal } from '../goal-seeking/goal';
import { factorSpace, type SpaceFactor } from '../sensitivity/space';
import type { Evaluate } from '../sensitivity/study';
import {
  discover,
  discoveryDesign,
  figureAt,
  inPieces,
  pointsInside,
  scenarioInside,
  tellBox,
  tellingBox
} from './discover';

/** Discovery over functions that need no run: inputs a and b of 0 to 100, uncertain quantities c, d, e. */
const factor = (id: string, kind: SpaceFactor['kind']): SpaceFactor => ({
  id,
  kind,
  group: 'any',
  low: 0,
  high: kind === 'input' ? 100 : 1,
  factor: kind === 'input' ? { kind, id, start: 0, ramp: 0 } : { kind: 'quantile', cell: id, uncertainty: 'wide' }
});
const space = [
  factor('a', 'input'),
  factor('b', 'input'),
  factor('c', 'parameter'),
  factor('d', 'parameter'),
  factor('e', 'initial')
];
const k = space.length;
const above = (level: number): Goal => ({ output: 'y', month: 12, side: 'above', level });

const over =
  (f: (x: Float64Array) => readonly number[], seen: Float64Array[] = []): Evaluate =>
  (points) => {
    seen.push(points);
    const rows = Array.from({ length: points.length / k }, (_, i) => f(points.subarray(i * k, (i + 1) * k)));
    return Promise.resolve(Float64Array.from(rows.flat()));
  };

/** 1 where a is at least 60 and c at most the median, but for a tenth of runs, by e, that go the other way. */
const planted = (x: Float64Array): number[] => [(x[0]! >= 0.6 && x[2]! <= 0.5) !== (x[4]! * 97) % 1 < 0.1 ? 1 : 0];

describe('discovering', () => {
  it('finds what a goal hangs on, and tells no range that chance would bring', async () => {
    const found = await discover([above(0.5)], space, over(planted), { runs: 4000, seed: 3 });
    expect(found.failed).toBe(0);
    expect(found.reached).toBe(found.sample.wanted.reduce((sum, one) => sum + one, 0));
    const told = tellBox(found.sample, found.steps[found.chosen]!);
    expect(told.restricted).toEqual([0, 2]);
    const [first, second] = told.ranges;
    expect(figureAt(space[0]!, first!.low)).toBeGreaterThan(57);
    expect(figureAt(space[0]!, first!.low)).toBeLessThan(66);
    expect(first!.high).toBe(Infinity);
    expect(second!.high).toBeGreaterThan(0.45);
    expect(second!.high).toBeLessThan(0.54);
    expect(told.density).toBeGreaterThan(0.87);
    for (const { chance } of told.ranges) expect(chance).toBeLessThan(1e-6);
  });

  it('holds every run to all goals, and counts a run that failed as one that does not reach them', async () => {
    const goals: readonly Goal[] = [above(0.5), { output: 'z', month: 24, side: 'below', level: 0.5 }];
    const found = await discover(
      goals,
      space,
      over((x) => [x[0]!, x[3]! > 0.95 ? NaN : x[1]!]),
      { runs: 1000, seed: 1 }
    );
    const { x, wanted } = found.sample;
    for (let i = 0; i < 1000; i++) {
      const [a, b, , d] = x.subarray(i * k, (i + 1) * k);
      expect(wanted[i]).toBe(a! >= 0.5 && b! <= 0.5 && d! <= 0.95 ? 1 : 0);
    }
    expect(found.failed).toBeGreaterThan(0);
    expect(found.failed).toBeLessThanOrEqual(50);
    const alone = (meets: (i: number) => boolean): number =>
      Array.from({ length: 1000 }, (_, i) => i).filter(meets).length;
    expect(found.met).toEqual([
      alone((i) => x[i * k]! >= 0.5),
      alone((i) => x[i * k + 1]! <= 0.5 && x[i * k + 3]! <= 0.95)
    ]);
  });

  it('asks for the points of its Latin hypercube, every one once, with one run in every thin slice', async () => {
    const seen: Float64Array[] = [];
    const progress: number[] = [];
    const found = await discover(
      [above(0.5)],
      space,
      over(planted, seen),
      { runs: 2500, seed: 7 },
      { onProgress: ({ done }) => progress.push(done) }
    );
    const all = Float64Array.from(seen.flatMap((points) => Array.from(points)));
    expect(all).toEqual(discoveryDesign(k, 2500, 7).points(0, 2500));
    expect(all).toEqual(found.sample.x);
    expect(progress.at(-1)).toBe(2500);
    const slices = new Set(Array.from({ length: 2500 }, (_, i) => Math.floor(all[i * k]! * 2500)));
    expect(slices.size).toBe(2500);
  });

  it('lets others go on between its pieces, and comes to the same', async () => {
    let pauses = 0;
    const run = { runs: 3000, seed: 3 };
    const breathe = (): Promise<void> | undefined => (pauses++ % 3 === 0 ? Promise.resolve() : undefined);
    const found = await discover([above(0.5)], space, over(planted), run, { breathe });
    const drawn = pauses;
    const told = await inPieces(tellingBox(found.sample, found.steps[found.chosen]!), { breathe });
    const plain = await discover([above(0.5)], space, over(planted), run);
    expect(drawn).toBeGreaterThan(3);
    expect(pauses).toBeGreaterThan(drawn + 3);
    expect(found).toEqual(plain);
    expect(told).toEqual(tellBox(plain.sample, plain.steps[plain.chosen]!));
  });

  it('stops where it is cancelled', async () => {
    const control = new AbortController();
    const study = discover(
      [above(0.5)],
      space,
      (points) => {
        control.abort();
        return over(planted)(points);
      },
      { runs: 5000, seed: 1 },
      { signal: control.signal }
    );
    await expect(study).rejects.toThrow(/abort/);
  });

  it('has nothing to peel where every run reaches the goal, or none', async () => {
    for (const level of [-1, 2]) {
      const found = await discover([above(level)], space, over(planted), { runs: 200, seed: 1 });
      expect(found.steps).toHaveLength(1);
      expect(tellBox(found.sample, found.steps[0]!).ranges).toEqual([]);
      expect(found.reached).toBe(level < 0 ? 200 : 0);
    }
  });
});

describe('a run from inside a box', () => {
  it('reaches the goal and stands in the middle of the ranges', async () => {
    const found = await discover([above(0.5)], space, over(planted), { runs: 4000, seed: 3 });
    const told = tellBox(found.sample, found.steps[found.chosen]!);
    const [run, ...others] = pointsInside(found.sample, told, 20);
    expect(others).toHaveLength(19);
    const [a, , c] = found.sample.x.subarray(run! * k, (run! + 1) * k);
    expect(found.sample.wanted[run!]).toBe(1);
    expect(Math.abs(a! - 0.8)).toBeLessThan(0.05);
    expect(Math.abs(c! - 0.25)).toBeLessThan(0.05);
  });

  it('is none where no run reaches the goal', async () => {
    const found = await discover([above(2)], space, over(planted), { runs: 100, seed: 3 });
    expect(pointsInside(found.sample, tellBox(found.sample, found.steps[0]!), 20)).toEqual([]);
  });
});

describe('a scenario from inside a box', () => {
  const { model } = loadFolder('models/libya');
  const three = factorSpace(model, {
    inputs: ['unified_force', 'un_mission'],
    uncertainty: 'wide',
    quantities: ['readiness_build']
  });
  const plan = {
    question: { base: statusQuo(model), goals: [above(0.5)], inputs: [], uncertainty: 'wide' as const },
    space: three
  };
  /** Reached where the first input is in its upper half, and what is needed beside it is not as the base has it. */
  const needing =
    (...needed: readonly number[]): Evaluate =>
    (points) =>
      Promise.resolve(
        Float64Array.from({ length: points.length / 3 }, (_, i) =>
          points[i * 3]! >= 0.5 && needed.every((f) => !Number.isNaN(points[i * 3 + f])) ? 1 : 0
        )
      );

  it.each([
    ['the middle of the ranges, all else as the base has it', [], ['unified_force'], false],
    ['a run with its inputs, where the middle does not reach the goal', [1], ['un_mission', 'unified_force'], false],
    ['a whole run, where its inputs do not either', [1, 2], ['un_mission', 'unified_force'], true]
  ] as const)('is %s', async (_, needed, profiles, isDrawn) => {
    const evaluate = needing(...needed);
    const { sample, steps, chosen } = await discover(plan.question.goals, three, evaluate, { runs: 1000, seed: 2 });
    const told = tellBox(sample, steps[chosen]!);
    expect(told.restricted).toEqual([0]);
    const inside = await scenarioInside(model, plan, sample, told, evaluate, quantilesOf(compile(model)));
    expect(inside?.values).toEqual([1]);
    expect(Object.keys(inside!.scenario.profiles).sort()).toEqual(profiles);
    expect(Object.keys(inside!.scenario.parameters)).toEqual(isDrawn ? ['readiness_build'] : []);
  });

  it('is none where no run reaches the goal', async () => {
    const evaluate: Evaluate = (points) => Promise.resolve(new Float64Array(points.length / 3));
    const { sample, steps } = await discover(plan.question.goals, three, evaluate, { runs: 100, seed: 2 });
    const told = tellBox(sample, steps[0]!);
    expect(await scenarioInside(model, plan, sample, told, evaluate, quantilesOf(compile(model)))).toBeNull();
  });
});
