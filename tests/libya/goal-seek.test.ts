import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  planGoalSeek,
  SEEK,
  seek,
  studyGoal,
  wayEvaluator,
  type Goal,
  type GoalPlan,
  type LeverChoice,
  type RunCases
} from '$lib/analysis';
import { standardEnsemble, statusQuo } from '$lib/scenario';
import { directSimulator } from '$lib/simulator';
import { loadFolder } from './load';

/** Goal seeking on the Libya model, against trying everything. */
const { model } = loadFolder('models/libya');
const simulator = directSimulator();
const run: RunCases = (cases, options) => simulator.cases(cases, options);
const above = (level: number, month = 120): Goal => ({ output: 'stability_index', month, side: 'above', level });

beforeAll(() => simulator.open(model));
afterAll(() => simulator.close());

function planOf(goals: readonly Goal[], levers: readonly LeverChoice[]): GoalPlan {
  return planGoalSeek(model, { base: statusQuo(model), goals, levers, start: 3, ramp: 24 });
}

/** Cheapest of all pairs of whole targets that reach the goal, by the same runs. */
async function bruteForce(plan: GoalPlan): Promise<number> {
  const [one, two] = plan.levers as [GoalPlan['levers'][number], GoalPlan['levers'][number]];
  const stops = ({ start, low, high }: typeof one): number[] => [
    start,
    ...Array.from({ length: Math.floor(high) - Math.ceil(low) + 1 }, (_, k) => Math.ceil(low) + k)
  ];
  const rows = stops(one).flatMap((a) => stops(two).map((b) => [a, b]));
  const values = await wayEvaluator(plan, run)(rows);
  let least = Infinity;
  rows.forEach(([a, b], row) => {
    const cost = one.cost * Math.abs(a! - one.start) + two.cost * Math.abs(b! - two.start);
    if (plan.question.goals.every(({ level }, g) => values[row * plan.question.goals.length + g]! >= level))
      least = Math.min(least, cost);
  });
  return least;
}

describe('goal seeking on the Libya model', () => {
  const levers: readonly LeverChoice[] = [
    { id: 'unified_force', bounds: [17, 60], cost: null },
    { id: 'border_coordination', bounds: [13, 45], cost: 1.3 }
  ];

  it('finds what trying every pair of targets finds', async () => {
    const plan = planOf([above(42.5)], levers);
    const { best, runs } = await seek(plan, wayEvaluator(plan, run), { ...SEEK, population: 32, beyond: 0 });
    const least = await bruteForce(plan);
    expect(least).toBeGreaterThan(10);
    expect(best!.cost).toBeGreaterThanOrEqual(least - 1e-9);
    expect(best!.cost).toBeLessThan(least * 1.02);
    expect(best!.values[0]).toBeGreaterThanOrEqual(42.5);
    // Fewer runs than the 45 times 34 pairs.
    expect(runs).toBeLessThan(1000);
  });

  it('says that there is no way where no pair of targets reaches the goal, and what would help', async () => {
    const plan = planOf([above(55)], levers);
    expect(await bruteForce(plan)).toBe(Infinity);
    const study = await studyGoal(model, plan, run, {
      ...SEEK,
      population: 32,
      futures: { ...standardEnsemble, runs: 20 },
      points: 4,
      against: 0,
      others: ['russian_effort', 'political_process']
    });
    expect(study.best).toBeNull();
    expect(study.closest.targets).toEqual([60, 45]);
    const bounds = study.helps.filter(({ kind }) => kind === 'bound');
    expect(bounds.map(({ id }) => id).sort()).toEqual(['border_coordination', 'unified_force']);
    for (const { values } of study.helps) expect(values[0]).toBeGreaterThan(study.closest.values[0]!);
  });

  it('finds nearly the same cost whichever way it is drawn', async () => {
    const all = ['unified_force', 'political_process', 'border_coordination', 'us_development', 'us_balance'];
    const plan = planOf(
      [above(48)],
      all.map((id) => ({ id, bounds: null, cost: null }))
    );
    const costs: number[] = [];
    for (const seed of [1, 2]) {
      const { best } = await seek(plan, wayEvaluator(plan, run), { ...SEEK, population: 48, beyond: 0, seed });
      costs.push(best!.cost);
    }
    expect(Math.max(...costs)).toBeLessThan(Math.min(...costs) * 1.02);
  });
});
