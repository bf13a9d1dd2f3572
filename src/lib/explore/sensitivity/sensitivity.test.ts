import { describe, expect, it } from 'vitest';
import { STUDY, type RunCases } from '$lib/analysis';
import { goTo, statusQuo, withParameter, withProfile } from '$lib/scenario';
import { loadFolder } from '../../../../tests/libya/load';
import { linkedScenario } from './address';
import { runStudy } from './run-study';
import { SensitivityState } from './sensitivity.svelte';
import { studyView, type Asked } from './view';

/** The state of the page over a function that needs no run: the sum of all factors that are not left as the base has them. */
const { model } = loadFolder('models/libya');
const sum: RunCases = ({ values, count, factors }, { months }) =>
  Promise.resolve({
    values: Float64Array.from({ length: count * months.length }, (_, at) => {
      const from = Math.floor(at / months.length) * factors.length;
      return values
        .subarray(from, from + factors.length)
        .reduce((all, each, f) => all + (Number.isNaN(each) ? 0 : each * (1 + (f % 5))), 0);
    })
  });
const asked: Asked = {
  base: 'status_quo',
  output: 'stability_index',
  month: 24,
  inputs: 'principal',
  uncertainty: 'none'
};

async function page(run: RunCases = sum): Promise<SensitivityState> {
  const question = { ...asked, base: statusQuo(model) };
  const published = await runStudy(model, question, sum, {}, 16);
  return new SensitivityState(
    studyView(asked, published.plan, published),
    () => Promise.resolve({ model, base: () => statusQuo(model), run: () => run }),
    model.time.months
  );
}

describe('the page', () => {
  it('shows fewer rows first, goes on by itself, and ends where a study of that size ends', async () => {
    const state = await page();
    const shown: number[] = [];
    const part = (found: { readonly decomposition: { readonly rows: number } }): void =>
      void shown.push(found.decomposition.rows);
    const question = { ...asked, base: statusQuo(model), month: 36 };
    const stepwise = await runStudy(model, question, sum, { onPart: part });
    expect(shown).toEqual([128, 256]);
    state.ask({ month: 36 });
    expect([state.isCurrent, state.canRefine]).toEqual([false, false]);
    await state.compute();
    expect([state.isCurrent, state.state, state.stage]).toEqual([true, 'idle', null]);
    expect(state.shown.decomposition.rows).toBe(STUDY.rows);
    expect(stepwise).toEqual(await runStudy(model, question, sum));
    expect(state.shown).toEqual(studyView({ ...asked, month: 36 }, stepwise.plan, stepwise));
  });

  it('refines with new rows alone, and says how many runs that takes', async () => {
    const state = await page();
    const { screening, swings, decomposition } = state.shown;
    // What the site was built with brings no runs along.
    expect(state.refiningRuns).toBe(screening.runs + swings.runs + 2 * decomposition.runs);
    await state.compute();
    expect(state.shown.decomposition.rows).toBe(32);
    expect(state.refiningRuns).toBe(state.shown.decomposition.runs);
    await state.compute();
    const fresh = await runStudy(model, { ...asked, base: statusQuo(model) }, sum, {}, 64);
    expect(state.shown).toEqual(studyView(asked, fresh.plan, fresh));
  });

  it('keeps what stood there when it is cancelled, or when runs fail', async () => {
    const state: SensitivityState = await page((cases, options) => {
      state.cancel();
      return sum(cases, options);
    });
    const before = state.shown;
    state.ask({ month: 48 });
    await state.compute();
    expect([state.state, state.isRunning]).toEqual(['cancelled', false]);
    expect(state.shown).toBe(before);
    const failing = await page(() => Promise.reject(new Error('no memory')));
    failing.ask({ month: 48 });
    await failing.compute();
    expect([failing.state, failing.isRunning, failing.isCurrent]).toEqual(['failed', false, false]);
  });

  it('asks nothing beyond the end of a scenario that came with the address', async () => {
    const state = await page();
    const linked = linkedScenario(model, [], '?m=libya@1.0.0&until=2027-04')!;
    state.open({ asked: { month: 120, inputs: 'all' }, scenario: '', notices: [] }, linked);
    expect(state.asked).toEqual({ ...asked, base: '?m=libya@1.0.0&until=2027-04', month: 30, inputs: 'all' });
    expect(state.dates).toEqual([12, 24, 30]);
    state.ask({ base: 'status_quo', month: 120 });
    expect(state.asked.month).toBe(120);
  });
});

it('does not vary what the scenario itself sets', async () => {
  const { id } = model.parameters.find(({ shape }) => shape !== 'fixed')!;
  const base = withParameter(model, statusQuo(model), id, model.parameters.find((one) => one.id === id)!.low);
  const moved = withProfile(model, base, 'unified_force', goTo(80, 3, 24));
  const question = { ...asked, inputs: 'all', uncertainty: 'wide' } as const;
  const { plan } = await runStudy(model, { ...question, base: moved }, sum, {}, 2);
  const free = await runStudy(model, { ...question, base: statusQuo(model) }, sum, {}, 2);
  expect(free.plan.space.map((factor) => factor.id).filter((one) => !plan.space.some((f) => f.id === one))).toEqual([
    id
  ]);
});
