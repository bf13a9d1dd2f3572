import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadFolder } from '../../../../tests/libya/load';
import type { ModelBundle } from '$lib/model';
import { goTo, statusQuo, withEnsemble, withProfile, type Scenario } from '$lib/scenario';
import { directSimulator, type CasesOptions, type CasesReport, type Simulator } from '$lib/simulator';
import { cellsAtOnce } from '../cells-shown';
import { Desk, type Explainer } from '../desk.svelte';
import { Splitter, type Question } from './split.svelte';
import { Why } from './why.svelte';

/** Which splits are computed, in which order, and what is in view meanwhile. */
const folder = 'models/libya';
const over = describe.skipIf(!existsSync(folder));

let bundle: ModelBundle;
let simulator: Simulator;

beforeAll(async () => {
  if (!existsSync(folder)) return;
  bundle = loadFolder(folder);
  simulator = directSimulator();
  await simulator.open(bundle.model);
});

/** Answers when it is told to; an abort is an answer of its own. */
class Held implements Explainer {
  readonly asked: { readonly count: number; readonly signal: AbortSignal; readonly answer: () => void }[] = [];
  run = simulator.run.bind(simulator);
  backend = () => 'wasm' as const;

  cases(cases: Parameters<Explainer['cases']>[0], options: CasesOptions): Promise<CasesReport> {
    const { signal, months } = options;
    return new Promise((resolve, reject) => {
      signal!.addEventListener('abort', () => reject(new Error('aborted')));
      const values = new Float64Array(cases.count * months.length);
      this.asked.push({ count: cases.count, signal: signal!, answer: () => resolve({ values, failures: [] }) });
    });
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

over('splits that are asked for', () => {
  const moved = (inputs: number, target: number): Scenario =>
    bundle.model.inputs
      .slice(0, inputs)
      .reduce((before, { id }) => withProfile(bundle.model, before, id, goTo(target, 3, 12)), statusQuo(bundle.model));
  const question = (explainer: Explainer, scenario: Scenario, rested = true): Question => ({
    explainer,
    scenario,
    reference: statusQuo(bundle.model),
    output: 'stability_index',
    rested,
    bands: null
  });

  it('lets a small one finish, and of those that came meanwhile computes the newest alone', async () => {
    const held = new Held();
    const splitter = new Splitter(bundle.model);
    const scenarios = [61, 62, 63].map((target) => moved(2, target));
    for (const scenario of scenarios) splitter.ask(question(held, scenario, false));
    expect(held.asked).toHaveLength(1);
    held.asked[0]!.answer();
    await turn();
    expect(splitter.latest?.scenario).toBe(scenarios[0]);
    expect(held.asked).toHaveLength(2);
    held.asked[1]!.answer();
    await turn();
    expect(splitter.latest?.scenario).toBe(scenarios[2]);
  });

  it('takes turns with bands where it is of some size', () => {
    const held = new Held();
    const splitter = new Splitter(bundle.model);
    const asked = { ...question(held, moved(6, 61), false), bands: 'first' };
    splitter.ask(asked);
    expect(held.asked).toHaveLength(1);
    splitter.stop();
    const other = new Splitter(bundle.model);
    other.ask({ ...asked, bands: null });
    expect(held.asked).toHaveLength(1);
    other.ask({ ...asked, bands: 'second' });
    expect(held.asked).toHaveLength(2);
  });

  it('begins a large one only when the scenario rests, and aborts it for a newer one', async () => {
    const held = new Held();
    const splitter = new Splitter(bundle.model);
    const [one, other] = [moved(10, 61), moved(10, 62)];
    splitter.ask(question(held, one, false));
    expect(held.asked).toHaveLength(0);
    splitter.ask(question(held, one));
    expect(held.asked[0]!.count).toBe(1024);
    splitter.ask(question(held, other));
    expect(held.asked[0]!.signal.aborted).toBe(true);
    await turn();
    held.asked[1]!.answer();
    await turn();
    expect(splitter.latest?.scenario).toBe(other);
    expect(splitter.failed).toBe(false);
  });

  it('asks nothing again that is there or under way', async () => {
    const held = new Held();
    const splitter = new Splitter(bundle.model);
    const asked = question(held, moved(2, 61));
    splitter.ask(asked);
    splitter.ask({ ...asked });
    held.asked[0]!.answer();
    await turn();
    splitter.ask({ ...asked });
    expect(held.asked).toHaveLength(1);
  });

  it('says that it failed, and tries again', async () => {
    let broken = true;
    const splitter = new Splitter(bundle.model);
    const explainer: Explainer = {
      run: simulator.run.bind(simulator),
      backend: () => 'wasm',
      cases: (cases, options) => (broken ? Promise.reject(new Error('died')) : simulator.cases(cases, options))
    };
    splitter.ask(question(explainer, moved(2, 61)));
    await turn();
    expect(splitter.failed).toBe(true);
    broken = false;
    splitter.retry();
    await expect.poll(() => splitter.latest).not.toBeNull();
    expect(splitter.failed).toBe(false);
  });
});

over('what is to be split', () => {
  async function makeDesk(): Promise<{ desk: Desk; ran: Scenario[] }> {
    const { model, texts } = bundle;
    const layout = bundle.desk!;
    const { outcome } = await simulator.run(statusQuo(model), { save: cellsAtOnce(model, layout) });
    if (!outcome.ok) throw new Error('The status quo stops.');
    const desk = new Desk({
      model,
      layout,
      presets: [],
      statusQuo: outcome.trajectory,
      reading: () => ({ locale: 'en', text: texts.en })
    });
    const ran: Scenario[] = [];
    desk.connect({ run: (scenario) => ran.push(scenario), explainer: simulator });
    return { desk, ran };
  }

  const catchUp = async (desk: Desk): Promise<void> =>
    desk.show(desk.scenario, await simulator.run(desk.scenario, { save: desk.cells }));

  it('is what figures show, and rests only when all of its bands are in', async () => {
    const { desk } = await makeDesk();
    const why = new Why(desk);
    const before = desk.shown;
    desk.moveTarget('unified_force', 70);
    expect(why.question()).toMatchObject({ scenario: before, rested: false });
    await catchUp(desk);
    expect(why.question()).toMatchObject({ scenario: desk.scenario, output: 'stability_index', rested: false });
    const banded = async (runs: number): Promise<void> => {
      const { result } = await simulator.ensemble(desk.scenario, { outputs: ['stability_index'], runs });
      desk.bands.take({ scenario: desk.scenario, result, members: [] });
    };
    await banded(16);
    expect(why.question()).toMatchObject({ rested: false, bands: desk.scenario });
    desk.change(withEnsemble(bundle.model, desk.scenario, { runs: 32 }));
    await catchUp(desk);
    await banded(32);
    expect(why.question()!.rested).toBe(true);
  });

  it('does not wait for bands where none are drawn, and holds the split for old once something moves', async () => {
    const { desk } = await makeDesk();
    const why = new Why(desk);
    desk.change(withEnsemble(bundle.model, desk.scenario, { uncertainty: 'none', chance: false }));
    desk.moveTarget('unified_force', 70);
    await catchUp(desk);
    why.splitter.ask(why.question()!);
    await expect.poll(() => why.told).not.toBeNull();
    expect(why.isOld).toBe(false);
    expect(why.told!.attribution.to).toBe(
      desk.result.values[desk.result.columns.indexOf('stability_index') * 121 + 120]
    );
    desk.moveTarget('unified_force', 75);
    await catchUp(desk);
    expect(why.isOld).toBe(true);
    expect(why.told).not.toBeNull();
  });

  it('follows the month that is chosen on the desk, from the same runs', async () => {
    const { desk } = await makeDesk();
    const why = new Why(desk);
    desk.change(withEnsemble(bundle.model, desk.scenario, { uncertainty: 'none', chance: false }));
    desk.moveTarget('unified_force', 70);
    await catchUp(desk);
    why.splitter.ask(why.question()!);
    await expect.poll(() => why.told).not.toBeNull();
    const split = why.splitter.latest;
    desk.choose(60);
    expect(why.told!.attribution.to).toBe(
      desk.result.values[desk.result.columns.indexOf('stability_index') * 121 + 60]
    );
    expect(why.splitter.latest).toBe(split);
  });
});
