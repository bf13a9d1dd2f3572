import { describe, expect, it } from 'vitest';
import {
  decompose,
  evaluatorOf,
  groupFactors,
  indexRows,
  planStudy,
  screen,
  screeningRows,
  STUDY,
  tornado,
  type StudyRow
} from '$lib/analysis';
import { statusQuo } from '$lib/scenario';
import { directSimulator } from '$lib/simulator';
import { loadFolder } from '../libya/load';
import { mizan, mizanHere } from './terminal';

/** `mizan sensitivity` against the functions that the page calls with the same seed. */
const { model } = loadFolder('models/libya');
const question = {
  base: statusQuo(model),
  output: 'stability_index',
  month: 24,
  inputs: 'none',
  uncertainty: 'narrow'
} as const;

interface Printed {
  readonly screening: { readonly rows: readonly StudyRow[] };
  readonly decomposition: {
    readonly runs: number;
    readonly groups: readonly StudyRow[];
    readonly overTime: readonly { readonly month: string; readonly variance: number }[];
  };
  readonly tornado: { readonly base: number };
}

const asked = ['status_quo', '--at', '2026-10', '--uncertainty', 'narrow', '--trajectories', '4', '--rows', '16'];

describe('mizan sensitivity', () => {
  it('prints on threads, to the bit, what the functions of the page give on one', async () => {
    const { code, out, err } = mizan(['sensitivity', ...asked, '--workers', '2', '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const printed = JSON.parse(out) as Printed;
    const simulator = directSimulator();
    await simulator.open(model);
    const plan = planStudy(model, question);
    const run = simulator.cases.bind(simulator);
    const screening = await screen(plan.space, evaluatorOf(plan, run, 'last'), { trajectories: 4, seed: STUDY.seed });
    const grouping = groupFactors(plan.space, screening.order.slice(0, STUDY.leaders));
    const found = await decompose(plan.space, grouping, evaluatorOf(plan, run, 'all'), {
      rows: 16,
      seed: STUDY.seed,
      months: plan.months.length
    });
    simulator.close();
    expect(printed.screening.rows).toEqual(screeningRows(plan.space, screening));
    expect(printed.decomposition.groups).toEqual(indexRows(grouping, found));
    expect(printed.decomposition.runs).toBe(16 * (grouping.groups.length + 2));
    expect(printed.decomposition.overTime.map(({ month }) => month)).toEqual(['2025-10', '2026-10']);
    expect(printed.decomposition.overTime.map(({ variance }) => variance)).toEqual(
      found.months.map(({ variance }) => variance)
    );
  });

  it('has the scenario itself in the middle of its tornado', async () => {
    const { code, out } = await mizanHere(['sensitivity', ...asked, '--study', 'tornado', '--json']);
    expect(code).toBe(0);
    const simulator = directSimulator();
    await simulator.open(model);
    const { outcome } = await simulator.run(question.base, { save: [question.output] });
    const plan = planStudy(model, question);
    const { order } = await tornado(plan.space, evaluatorOf(plan, simulator.cases.bind(simulator), 'last'));
    simulator.close();
    expect((JSON.parse(out) as Printed).tornado.base).toBe(outcome.ok ? outcome.trajectory.values[24] : NaN);
    expect(order).toHaveLength(plan.space.length);
  });

  it('writes the rows of a method as CSV, every factor once', async () => {
    const { out } = await mizanHere(['sensitivity', ...asked, '--study', 'morris', '--csv', '-']);
    const [head, ...rows] = out.trimEnd().split('\n');
    expect(head).toBe('rank,factor,kind,group,mu_star,mu_star_low,mu_star_high,mu,sigma');
    expect(new Set(rows.map((row) => row.split(',')[1])).size).toBe(planStudy(model, question).space.length);
  });

  it.each([
    [['--uncertainty', 'none'], /nothing varies/],
    [['--at', '2050-01'], /--at 2050-01 lies outside the run: write a month from 2024-11 to 2034-10/],
    [['--output', 'stability'], /--output stability/],
    [['--rows', 'many'], /--rows/]
  ] as const)('says what is wrong with %j', async (args, message) => {
    const { code, err } = await mizanHere(['sensitivity', 'status_quo', ...args]);
    expect(code).toBe(1);
    expect(err).toMatch(message);
  });
});
