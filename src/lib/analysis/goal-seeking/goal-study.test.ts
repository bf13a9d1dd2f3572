import { describe, expect, it } from 'vitest';
import { dateOf, standardEnsemble, statusQuo, type Cases } from '$lib/scenario';
import { loadFolder } from '../../../../tests/libya/load';
import type { RunCases } from '../sensitivity/study-plan';
import type { Goal } from './goal';
import { cheapestHolding, studyGoal, wayRows, type GoalStudy, type GoalStudyOptions } from './goal-study';
import { planGoalSeek, standardCost, thinned, wayScenario, type GoalPlan, type LeverChoice } from './seek';

/** Goal seeking over a function of two inputs instead of runs: what futures do to it is known exactly. */
const { model } = loadFolder('models/teaching/lanchester');
const above = (level: number, output = 'y'): Goal => ({ output, month: 4, side: 'above', level });
const both: readonly LeverChoice[] = [
  { id: 'blue_quality', bounds: null, cost: 1 },
  { id: 'red_quality', bounds: null, cost: 3 }
];

function plan(goals: readonly Goal[], levers = both): GoalPlan {
  return planGoalSeek(model, { base: statusQuo(model), goals, levers, start: 1, ramp: 2 });
}

/** y = blue + 2 red, z = -red; future r adds r/10 to y. What stands at its start comes as NaN. */
function runner(asked: Cases[] = []): RunCases {
  return (cases, { outputs, months }) => {
    asked.push(cases);
    const { factors, count, values, futures } = cases;
    const told = Array.from({ length: count }, (_, i) => {
      const at = (id: string): number => {
        const f = factors.findIndex((factor) => factor.kind === 'input' && factor.id === id);
        const value = f < 0 ? NaN : values[i * factors.length + f]!;
        return Number.isNaN(value) ? 100 : value;
      };
      const y = at('blue_quality') + 2 * at('red_quality') + (futures ? futures.runs[i]! / 10 : 0);
      return outputs.flatMap((output) => months.map(() => (output === 'y' ? y : -at('red_quality'))));
    });
    return Promise.resolve({ values: Float64Array.from(told.flat()) });
  };
}

const options: GoalStudyOptions = {
  population: 32,
  generations: 20,
  beyond: 10,
  seed: 1,
  futures: { ...standardEnsemble, runs: 101 },
  points: 8,
  against: 0,
  others: []
};

describe('goal seeking', () => {
  it('finds the cheapest way, in steps of the inputs, and what it costs', async () => {
    const study = await studyGoal(model, plan([above(400)]), runner(), options);
    // Red gives 2 for 3, blue 1 for 1.
    expect(study.best).toMatchObject({ targets: [200, 100], cost: 100, values: [400], isMet: true });
    expect(study.idle).toMatchObject({ targets: [100, 100], cost: 0, values: [300], isMet: false });
    expect(study.helps).toEqual([]);
  });

  it('holds ways against the same futures, and says in how many the goals hold', async () => {
    const study = await studyGoal(model, plan([above(405)]), runner(), options);
    expect(study.best).toMatchObject({ cost: 105, judged: { all: { hits: 101, runs: 101 }, failed: 0 } });
    // Without changes y is 300 to 310.
    expect(study.idle.judged).toMatchObject({ all: { hits: 0 } });
    const near = study.front.filter(({ values }) => values[0]! < 405 && values[0]! >= 395);
    for (const { values, judged } of near) expect(judged!.all.hits).toBe(101 - (405 - values[0]!) * 10);
    expect(cheapestHolding(study, 0.9)).toMatchObject({ cost: 105 });
    expect(cheapestHolding(study, 1.1)).toBeNull();
  });

  it('has a front that goes beyond the goal, with the way in it, and rows that say the same', async () => {
    const mine = plan([above(400)]);
    const study = await studyGoal(model, mine, runner(), options);
    expect(study.front.length).toBeLessThanOrEqual(9);
    expect(study.front.some(({ targets }) => String(targets) === String(study.best!.targets))).toBe(true);
    expect(study.front.at(-1)!.values[0]).toBeGreaterThan(1000);
    study.front.slice(1).forEach((way, k) => {
      expect(way.cost).toBeGreaterThan(study.front[k]!.cost);
      expect(way.values[0]!).toBeGreaterThan(study.front[k]!.values[0]!);
    });
    const rows = wayRows(mine, study, model.time.start);
    const output = `y@${dateOf(4, model.time.start)}`;
    const columns = ['way', 'found', 'cost', output, 'met', 'holds', 'low', 'high', 'blue_quality', 'red_quality'];
    expect(Object.keys(rows[0]!)).toEqual(columns);
    expect(rows.filter(({ found }) => found === 1)).toMatchObject([{ cost: 100, blue_quality: 200, met: 1 }]);
  });

  it('keeps the base itself where a lever is not moved', async () => {
    const asked: Cases[] = [];
    await studyGoal(model, plan([above(400)]), runner(asked), options);
    expect([...asked[0]!.values.subarray(0, 2)]).toEqual([NaN, NaN]);
    const scenario = wayScenario(model, plan([above(400)]), [200, 100]);
    expect(scenario.profiles).toEqual({
      blue_quality: { kind: 'ramps', ramps: [{ target: 200, start: 1, ramp: 2 }] }
    });
  });

  it('says that the goal is reached already', async () => {
    const study = await studyGoal(model, plan([above(300)]), runner(), options);
    expect(study.best).toMatchObject({ cost: 0, targets: [100, 100] });
    expect(study.front.at(-1)!.values[0]).toBeGreaterThan(1000);
  });

  it('says that no way was found, what came nearest and what would help', async () => {
    const narrow: readonly LeverChoice[] = [{ id: 'blue_quality', bounds: [50, 150], cost: 1 }];
    const study = await studyGoal(model, plan([above(700)], narrow), runner(), {
      ...options,
      others: ['blue_quality', 'red_quality']
    });
    expect(study.best).toBeNull();
    expect(study.closest).toMatchObject({ targets: [150], values: [350], isMet: false });
    expect(study.helps).toMatchObject([
      { id: 'red_quality', kind: 'lever', target: 400, values: [950], shortfall: 0 },
      { id: 'blue_quality', kind: 'bound', target: 400, values: [600] }
    ]);
  });

  it('keeps every goal, on either side', async () => {
    const goals: readonly Goal[] = [above(400), { output: 'z', month: 4, side: 'above', level: -60 }];
    const study = await studyGoal(model, plan(goals), runner(), options);
    expect(study.best).toMatchObject({ targets: [280, 60], values: [400, -60] });
    expect(study.best!.judged!.each.map(({ hits }) => hits)).toEqual([101, 101]);
  });

  it('tells what it knows as it goes, and stops when it is told to', async () => {
    const seen: GoalStudy[] = [];
    const shares: number[] = [];
    const study = await studyGoal(model, plan([above(400)]), runner(), options, {
      onPartial: (partial) => seen.push(partial),
      onSearch: ({ share }) => shares.push(share)
    });
    expect(seen[0]!.front.every(({ judged }) => judged === null)).toBe(true);
    expect(seen[1]!.best!.judged).not.toBeNull();
    expect(seen.at(-1)).toEqual(study);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
    const stop = new AbortController();
    const stopped = studyGoal(model, plan([above(400)]), runner(), options, {
      signal: stop.signal,
      onSearch: ({ runs }) => runs > 200 && stop.abort(new Error('enough'))
    });
    await expect(stopped).rejects.toThrow('enough');
  });

  it('asks a hundred for every range where nobody says a cost', () => {
    expect(standardCost([0, 100])).toBe(1);
    const [lever] = plan([above(1)], [{ id: 'blue_quality', bounds: null, cost: null }]).levers;
    expect(lever!.cost * (400 - 25)).toBeCloseTo(100, 9);
  });

  it('lets a lever stay where it stands, whatever the bounds', () => {
    const [lever] = plan([above(1)], [{ id: 'blue_quality', bounds: [200, 300], cost: null }]).levers;
    expect(lever).toMatchObject({ start: 100, low: 100, high: 300 });
  });

  it('thins a front to its ends, the way that is kept, and points far from each other', () => {
    const front = Array.from({ length: 101 }, (_, k) => ({
      targets: Float64Array.of(k),
      cost: k,
      values: Float64Array.of(k * k),
      shortfall: 0
    }));
    const some = thinned(front, 0, 6, front[50]!);
    expect(some).toHaveLength(6);
    expect(some.map(({ cost }) => cost)).toEqual(expect.arrayContaining([0, 50, 100]));
    expect(thinned(front.slice(0, 4), 0, 6, null)).toHaveLength(4);
  });
});
