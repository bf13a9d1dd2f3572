import { describe, expect, it } from 'vitest';
import { discover, goalEvaluator, inputsOf, planDiscovery, tellBox, type Goal } from '$lib/analysis';
import { decodeLink, statusQuo } from '$lib/scenario';
import { directSimulator } from '$lib/simulator';
import { loadFolder } from '../libya/load';
import { mizan, mizanHere } from './terminal';

/** `mizan discover` against the function that it shares with whoever else asks, on one thread. */
const { model } = loadFolder('models/libya');
const goals: readonly Goal[] = [
  { output: 'stability_index', month: 36, side: 'above', level: 38 },
  { output: 'stability_index', month: 60, side: 'above', level: 42 }
];
const inputs = ['unified_force', 'border_coordination', 'un_mission'];
const asked = [
  'status_quo',
  ...['--goal', 'stability_index>38@2027-10', '--goal', 'stability_index > 42 @ 2029-10'],
  ...['--vary', inputs.join(','), '--runs', '400', '--seed', '5']
];

interface Printed {
  readonly reached: number;
  readonly factors: number;
  readonly trajectory: readonly { readonly coverage: number; readonly density: number; readonly mass: number }[];
  readonly step: number;
  readonly box: { readonly density: number; readonly coverage: number; readonly ranges: readonly { factor: string }[] };
  readonly inside: { readonly link: string; readonly values: readonly number[] };
}

describe('mizan discover', () => {
  it('prints on threads, to the bit, what the same functions give on one', async () => {
    const { code, out, err } = mizan(['discover', ...asked, '--uncertainty', 'narrow', '--workers', '2', '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const printed = JSON.parse(out) as Printed;
    const simulator = directSimulator();
    await simulator.open(model);
    const plan = planDiscovery(model, { base: statusQuo(model), goals, inputs, uncertainty: 'narrow' });
    const evaluate = goalEvaluator(plan, simulator.cases.bind(simulator));
    const found = await discover(goals, plan.space, evaluate, { runs: 400, seed: 5 });
    simulator.close();
    const box = tellBox(found.sample, found.steps[found.chosen]!);
    expect(printed.factors).toBe(plan.space.length);
    expect(printed.reached).toBe(found.reached);
    expect(printed.step).toBe(found.chosen);
    expect(printed.trajectory.map(({ coverage, density, mass }) => [coverage, density, mass])).toEqual(
      found.steps.map(({ coverage, density, mass }) => [coverage, density, mass])
    );
    expect(printed.box).toMatchObject({ coverage: box.coverage, density: box.density });
    expect(printed.box.ranges.map(({ factor }) => factor)).toEqual(
      box.ranges.map(({ factor }) => plan.space[factor]!.id)
    );
  });

  it('leaves a box that holds what it says, and a link from inside it that reaches the goal', async () => {
    const { out } = await mizanHere(['discover', ...asked, '--uncertainty', 'none', '--json']);
    const { trajectory, box, inside, reached } = JSON.parse(out) as Printed;
    expect(reached).toBeGreaterThan(0);
    expect(reached).toBeLessThan(400);
    expect(box.ranges.length).toBeGreaterThan(0);
    expect(box.density).toBeGreaterThan(trajectory[0]!.density);
    const { scenario } = decodeLink(inside.link, { find: () => model });
    const simulator = directSimulator();
    await simulator.open(model);
    const { outcome } = await simulator.run(scenario!, { save: ['stability_index'] });
    simulator.close();
    if (!outcome.ok) throw new Error('The run failed.');
    expect(outcome.trajectory.values[36]).toBeGreaterThanOrEqual(38);
    expect(outcome.trajectory.values[60]).toBeGreaterThanOrEqual(42);
    // What a link writes is rounded.
    expect(outcome.trajectory.values[60]).toBeCloseTo(inside.values[1]!, 2);
  });

  it('says the box of a step as a sentence, and marks the step', async () => {
    const { out } = await mizanHere(['discover', ...asked, '--uncertainty', 'none', '--step', '3']);
    expect(out).toMatch(/reached in \d+ of 400 runs \(\d+\.\d %\), 3 factors varying\n/);
    expect(out).toMatch(/^\*3 /m);
    expect(out).toMatch(/The goal is reached in \d+\.\d % of runs in which\n {2}\w+ is (at least|at most|from) /);
    expect(out).toMatch(/from step 3/);
  });

  it('writes the trajectory as CSV, masses falling', async () => {
    const { out } = await mizanHere(['discover', ...asked, '--uncertainty', 'none', '--csv', '-']);
    const [head, ...rows] = out.trimEnd().split('\n');
    expect(head).toBe('step,peeled,coverage,density,mass,runs,reached,restricted');
    const masses = rows.map((row) => Number(row.split(',')[4]));
    expect(masses.length).toBeGreaterThan(5);
    expect(masses).toEqual([...masses].sort((a, b) => b - a));
  });

  it('lets the principal inputs vary where none is named', async () => {
    const { out } = await mizanHere([
      'discover',
      'status_quo',
      ...['--goal', 'stability_index>1', '--uncertainty', 'none', '--runs', '10']
    ]);
    expect(out).toContain(`${inputsOf(model, 'principal').length} factors varying`);
    expect(out).toContain('stability_index>1@2034-10');
    expect(out).toContain('every run reaches the goal');
  });

  it.each([
    [[], /no goal: write one/],
    [['--goal', 'stability_index'], /--goal stability_index: write it as/],
    [['--goal', 'stability_index>high'], /write it as/],
    [['--goal', 'stability_indx>5'], /stability_index/],
    [['--goal', 'stability_index>5@2050-01'], /outside the run: write one from 2024-11 to 2034-10/],
    [['--goal', 'stability_index>5', '--vary', 'unified_forc'], /did you mean unified_force/],
    [['--goal', 'stability_index>5', '--vary', 'none', '--uncertainty', 'none'], /nothing varies/],
    [['--goal', 'stability_index>5', '--runs', '20', '--step', '900'], /--step 900: the trajectory ends with step/]
  ] as const)('says what is wrong with %j', async (args, message) => {
    const { code, err } = await mizanHere(['discover', 'status_quo', ...args]);
    expect(code).toBe(1);
    expect(err).toMatch(message);
  });
});
