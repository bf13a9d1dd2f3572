import { describe, expect, it } from 'vitest';
import { planGoalSeek, studyGoal, wayRows, type Goal, type LeverChoice } from '$lib/analysis';
import { decodeLink, standardEnsemble, statusQuo } from '$lib/scenario';
import { directSimulator } from '$lib/simulator';
import { loadFolder } from '../libya/load';
import { mizan, mizanHere, readCsv } from './terminal';

/** `mizan goal` against the function that it shares with the page, on one thread. */
const { model } = loadFolder('models/libya');
const goals: readonly Goal[] = [
  { output: 'stability_index', month: 60, side: 'above', level: 42 },
  { output: 'violence', month: 60, side: 'below', level: 0.12 }
];
const levers: readonly LeverChoice[] = [
  { id: 'unified_force', bounds: [17, 90], cost: null },
  { id: 'political_process', bounds: null, cost: 0.5 },
  { id: 'border_coordination', bounds: null, cost: null }
];
const asked = [
  ...['--goal', 'stability_index>42@2029-10', '--goal', 'violence<0.12@2029-10'],
  ...['--lever', 'unified_force:17..90', '--lever', 'political_process*0.5', '--lever', 'border_coordination'],
  ...['--start', '2024-12', '--ramp', '12', '--seed', '7'],
  ...['--population', '16', '--generations', '8', '--beyond', '4', '--futures', '30', '--points', '5']
];
const short = ['--population', '8', '--generations', '2', '--beyond', '0', '--futures', '0'];

interface Printed {
  readonly best: { readonly link: string; readonly cost: number; readonly values: readonly number[] } | null;
  readonly closest: { readonly values: readonly number[] };
  readonly helps: readonly { readonly id: string; readonly kind: string }[];
}

describe('mizan goal', () => {
  it('writes on threads, to the bit, what the same functions give on one', async () => {
    const { code, out, err } = mizan(['goal', 'status_quo', ...asked, '--workers', '2', '--csv', '-']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const simulator = directSimulator();
    await simulator.open(model);
    const plan = planGoalSeek(model, { base: statusQuo(model), goals, levers, start: 2, ramp: 12 });
    const study = await studyGoal(model, plan, simulator.cases.bind(simulator), {
      ...{ population: 16, generations: 8, beyond: 4, seed: 7, points: 5, against: 0, others: [] },
      futures: { ...standardEnsemble, runs: 30 }
    });
    simulator.close();
    expect(study.best!.cost).toBeGreaterThan(0);
    const rows = wayRows(plan, study, model.time.start);
    const file = readCsv(out);
    expect(file.header).toEqual(Object.keys(rows[0]!));
    expect(file.rows.map((row) => row.map(Number))).toEqual(rows.map((row) => Object.values(row).map(Number)));
  });

  it('leaves a link that reaches the goal at the cost that it says', async () => {
    const { out } = await mizanHere(['goal', 'status_quo', ...asked, '--json']);
    const { best } = JSON.parse(out) as Printed;
    const { scenario } = decodeLink(best!.link, { find: () => model });
    const simulator = directSimulator();
    await simulator.open(model);
    const { outcome } = await simulator.run(scenario!, { save: ['stability_index', 'violence'] });
    simulator.close();
    if (!outcome.ok) throw new Error('The run failed.');
    const { values, rows } = outcome.trajectory;
    expect([values[60], values[rows + 60]]).toEqual(best!.values);
    expect(values[60]).toBeGreaterThanOrEqual(42);
    expect(values[rows + 60]).toBeLessThanOrEqual(0.12);
  });

  it('says the way as a table, its cost, and that it is a search', async () => {
    const { out } = await mizanHere(['goal', 'status_quo', ...asked]);
    expect(out).toMatch(
      /^stability_index>42@2029-10 and violence<0.12@2029-10\. Without changes: stability_index@2029-10 = /
    );
    expect(out).toMatch(/The cheapest way found costs [\d.]+; it holds in [\d.]+ % of 30 futures/);
    expect(out).toMatch(/^lever +from +to +change +cost$/m);
    expect(out).toMatch(/^\* [\d.]+ +42\.?\d* /m);
    expect(out).toMatch(/not a proof/);
  });

  it('says that no way was found, which bound is in the way, and what a further lever would bring', async () => {
    const args = ['goal', 'status_quo', '--goal', 'stability_index>60', '--lever', 'unified_force:17..50', ...short];
    const { code, out } = await mizanHere(args);
    expect(code).toBe(0);
    expect(out).toMatch(/No way found within these bounds\. The nearest came to stability_index@2034-10 = 4/);
    expect(out).toMatch(/unified_force beyond its bound, to 100: stability_index@2034-10 = 4/);
    expect(out.match(/as a further lever/g)).toHaveLength(3);
    expect(out).not.toMatch(/m=libya/);
  });

  it('says that the goal is reached already', async () => {
    const { out } = await mizanHere(['goal', 'status_quo', '--goal', 'stability_index>30', ...short]);
    expect(out).toMatch(/The goal is reached without changing anything/);
  });

  it.each([
    [['--goal', 'stability_index>50', '--lever', 'unified_force:50'], /--lever unified_force:50: write it as/],
    [['--goal', 'stability_index>50', '--lever', 'unified_forc'], /did you mean unified_force/],
    [['--goal', 'stability_index>50', '--lever', 'unified_force:50..120'], /bounds lie between 0 and 100/],
    [
      ['--goal', 'stability_index>50', '--lever', 'border_coordination', '--lever', 'border_chad'],
      /an earlier lever moves the same input/
    ],
    [['--goal', 'stability_index>50', '--against', '2'], /--against 2: there are 1 goals/],
    [['--goal', 'stability_index>50', '--start', '2040-01'], /write one from 2024-10 to 2034-10/]
  ] as const)('says what is wrong with %j', async (args, message) => {
    const { code, err } = await mizanHere(['goal', 'status_quo', ...args]);
    expect(code).toBe(1);
    expect(err).toMatch(message);
  });
});
