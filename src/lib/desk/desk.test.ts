import { beforeAll, describe, expect, it } from 'vitest';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { loadModel, type ModelBundle } from '$lib/model';
import { canonical, goTo, statusQuo, type Scenario } from '$lib/scenario';
import { directSimulator, type Simulator } from '$lib/simulator';
import { cellsAtOnce, cellsShown } from './cells-shown';
import { columnOf, firstOf, lastOf } from './columns';
import { Desk } from './desk.svelte';
import { draftOf, historyOf } from './draft';
import { influenceOf, partsOf, rampsOf, steadyDomain, trajectoryOf } from './figure-props';
import { headlineFigure } from './headline';
import { contendersIn, leaderAt } from './influence';
import { panelOf } from './input-groups';
import { runnerOf } from './runner';
import { addressOf, readAddress } from './share';
import { parameterWeight, sharesOf, startingWeights } from './weights';

/** The desk over a shipped model, with the direct simulator in the place of the worker. */
const folder = 'models/libya';
// A house without this model keeps its other tests.
const over = describe.skipIf(!existsSync(folder));

function filesOf(path: string): [string, string][] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry): [string, string][] => {
    const below = join(path, entry.name);
    if (entry.isDirectory()) return ['presets', 'geography'].includes(entry.name) ? filesOf(below) : [];
    return /\.(yaml|topo\.json)$/.test(entry.name) ? [[relative(folder, below), readFileSync(below, 'utf8')]] : [];
  });
}

let bundle: ModelBundle;
let simulator: Simulator;

beforeAll(async () => {
  if (!existsSync(folder)) return;
  const loaded = loadModel(new Map(filesOf(folder))).bundle;
  if (!loaded?.desk) throw new Error('The model of the test does not load.');
  bundle = loaded;
  simulator = directSimulator();
  await simulator.open(bundle.model);
});

async function makeDesk(
  locale: 'en' | 'ar' = 'en'
): Promise<{ desk: Desk; ran: Scenario[]; catchUp: () => Promise<void> }> {
  const { model, texts } = bundle;
  const layout = bundle.desk!;
  const { outcome } = await simulator.run(statusQuo(model), { save: cellsAtOnce(model, layout) });
  if (!outcome.ok) throw new Error('The status quo stops.');
  const presets = [{ id: 'both', scenario: canonical(model, { profiles: { unified_force: goTo(80, 3, 24) } }) }];
  const desk = new Desk({
    model,
    layout,
    presets,
    statusQuo: outcome.trajectory,
    reading: () => ({ locale, text: texts[locale] })
  });
  const ran: Scenario[] = [];
  desk.connect({ run: (scenario) => ran.push(scenario) });
  const catchUp = async (): Promise<void> => {
    for (const scenario of ran.splice(0)) desk.show(scenario, await simulator.run(scenario, { save: desk.cells }));
  };
  await catchUp();
  return { desk, ran, catchUp };
}

over('the desk', () => {
  it('a slider move runs, a drag is one step of undo, and undo brings the figures back', async () => {
    const { desk, catchUp } = await makeDesk();
    const before = lastOf(desk.result, 'stability_index')!;
    for (const value of [30, 55, 80]) desk.moveTarget('unified_force', value);
    desk.settle();
    await catchUp();
    expect(desk.scenario.profiles).toEqual({ unified_force: goTo(80, 3, 24) });
    expect(lastOf(desk.result, 'stability_index')!).toBeGreaterThan(before + 1);
    expect(desk.preset?.id).toBe('both');
    desk.undo();
    await catchUp();
    expect(desk.isStatusQuo).toBe(true);
    expect(lastOf(desk.result, 'stability_index')).toBe(before);
    desk.redo();
    expect(desk.targetOf('unified_force')).toBe(80);
  });

  it('a composite moves its members; a member moved by itself shows in the mean; reset takes all back', async () => {
    const { desk } = await makeDesk();
    desk.moveTarget('border_coordination', 80);
    expect(desk.targetOf('border_niger')).toBe(80);
    desk.moveTarget('border_niger', 50);
    expect(desk.targetOf('border_coordination')).toBe(70);
    desk.resetInput('border_niger');
    expect(desk.targetOf('border_niger')).toBe(desk.defaultOf('border_niger'));
    desk.resetInput('border_coordination');
    expect(desk.isStatusQuo).toBe(true);
  });

  it('keeps the timing of an input that passes its default', async () => {
    const { desk } = await makeDesk();
    desk.setProfile('unified_force', goTo(60, 30, 6));
    desk.moveTarget('unified_force', desk.defaultOf('unified_force'));
    expect(desk.isStatusQuo).toBe(true);
    desk.moveTarget('unified_force', 40);
    expect(desk.profileOf('unified_force')).toEqual(goTo(40, 30, 6));
  });

  it('figures tell of the scenario whose result they show', async () => {
    const { desk, catchUp } = await makeDesk();
    const subtitle = () =>
      trajectoryOf(desk, 'stability_index', 'a', 700, { title: '', height: 1, ramps: true }).subtitle;
    const before = subtitle();
    desk.moveTarget('unified_force', 80);
    expect(subtitle()).toBe(before);
    expect(trajectoryOf(desk, 'stability_index', 'a', 700, { title: '', height: 1, ramps: true }).ramps).toEqual([]);
    await catchUp();
    expect(subtitle()).not.toBe(before);
    expect(rampsOf(desk, desk.shown).map(({ id }) => id)).toEqual(['unified_force']);
  });

  it('of the bands that come between two frames only the last are drawn', async () => {
    const { desk } = await makeDesk();
    const frames: (() => void)[] = [];
    const finished = new Promise<void>((resolve) => {
      const watched: Simulator = {
        ...simulator,
        ensemble: async (scenario, options) => {
          const report = await simulator.ensemble(scenario, options);
          // The scheduler tells of it first.
          setTimeout(resolve);
          return report;
        }
      };
      desk.connect(runnerOf(watched, desk, (work) => frames.push(work)));
    });
    desk.setEnsemble({ runs: 256 });
    await finished;
    expect(desk.drawn).toBeNull();
    expect(frames).toHaveLength(1);
    frames.forEach((work) => work());
    expect(desk.drawn?.runs).toBe(256);
  });

  it('a run that leaves the finite numbers keeps the last good figures', async () => {
    const { desk } = await makeDesk();
    const good = desk.result;
    desk.show(desk.scenario, {
      outcome: { ok: false, failure: { kind: 'not-finite', cell: 'trust', value: 'NaN', date: '2025-01', time: 3 } },
      fingerprint: null
    });
    expect(desk.failure?.cell).toBe('trust');
    expect(desk.result).toBe(good);
  });
});

over('links and drafts', () => {
  it('a link opens the same scenario and says that the result is the same', async () => {
    const { desk, catchUp } = await makeDesk();
    desk.moveTarget('us_diplomacy', 70);
    await catchUp();
    const address = addressOf(desk, { origin: 'https://example.org', pathname: '/m/ar/' });
    expect(address).toMatch(
      /^https:\/\/example\.org\/m\/ar\/\?m=libya@[\d.]+&us_diplomacy=70~2025-01~24&fp=[0-9a-z]{13}$/
    );
    const other = await makeDesk();
    other.desk.openLink(readAddress(bundle.model, new URL(address).search)!);
    await other.catchUp();
    expect(other.desk.scenario).toEqual(desk.scenario);
    expect(other.desk.verdict).toBe('same');
  });

  it('a foreign fingerprint is told, and what cannot be applied is named', async () => {
    const { desk, catchUp } = await makeDesk();
    desk.openLink(readAddress(bundle.model, '?us_diplomacy=70&nonsense=1&fp=0000000000000')!);
    await catchUp();
    expect(desk.verdict).toBe('different');
    expect(desk.notices).toHaveLength(1);
    expect(readAddress(bundle.model, '')).toBeNull();
    expect(readAddress(bundle.model, '?m=nowhere@1.0.0')?.notices.length).toBe(1);
  });

  it('a draft gives the whole history back, and none of the status quo', async () => {
    const { desk } = await makeDesk();
    expect(historyOf(bundle.model, draftOf(bundle.model, desk.history))).toBeNull();
    desk.moveTarget('us_diplomacy', 70);
    desk.settle();
    desk.moveTarget('russian_effort', 90);
    desk.undo();
    const again = historyOf(bundle.model, draftOf(bundle.model, desk.history));
    expect(again).toEqual({ ...desk.history, gesture: null });
  });
});

over('what the page shows', () => {
  it('principal inputs first, each once, segments under their composite', () => {
    const panel = panelOf(bundle.model);
    const ids = panel.principal.flatMap(({ entries }) => entries.map(({ id }) => id));
    expect(ids).toHaveLength(10);
    expect(ids).toContain('border_coordination');
    expect(panel.further[0]?.entries[0]?.id).toBe('revenue_sharing');
    const all = [...panel.principal, ...panel.further].flatMap(({ entries }) =>
      entries.flatMap(({ id, members }) => [id, ...members])
    );
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBe(bundle.model.inputs.length + bundle.model.composites.length);
  });

  it('shares of each place sum to one in every month, and the leader is the greatest', async () => {
    const { desk } = await makeDesk();
    for (const place of desk.layout.influence.places) {
      const contenders = contendersIn(desk.model, desk.layout, desk.text, place);
      for (const month of [0, 60, 120]) {
        const shares = contenders.map(({ cell }) => columnOf(desk.result, cell)![month]!);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(leaderAt(contenders, desk.result, month)?.share).toBe(Math.max(...shares));
      }
    }
  });

  it('figures compare with the status quo, and stand alone where nothing is changed', async () => {
    const { desk, catchUp } = await makeDesk('ar');
    const own = { title: 'س', height: 200, ramps: true };
    expect(trajectoryOf(desk, 'stability_index', 'a', 600, own).series).toHaveLength(1);
    desk.moveTarget('unified_force', 80);
    await catchUp();
    const told = trajectoryOf(desk, 'stability_index', 'a', 600, own);
    expect(told.series.map(({ reference = false }) => reference)).toEqual([true, false]);
    expect(told.direction).toBe('rtl');
    expect(rampsOf(desk)).toMatchObject([{ id: 'unified_force', start: 3, end: 27 }]);
    expect(partsOf(desk, 'b', 600).panels).toHaveLength(5);
    expect(influenceOf(desk, 'c', 600).panels.map(({ id }) => id)).toEqual(['east', 'west', 'south']);
    const [low, high] = steadyDomain(desk, 'stability_index');
    expect([low % 20, high % 20]).toEqual([0, 0]);
    const main = headlineFigure(desk, 'stability_index', desk.result, desk.reference)!;
    expect(main.difference).toMatch(/\+/);
    expect(headlineFigure(desk, 'stability_index', desk.reference, desk.reference)!.difference).toBeNull();
    expect(headlineFigure(desk, 'nothing', desk.result, desk.reference)).toBeNull();
  });

  it('all cells that the page needs at once are among those it shows', () => {
    const shown = new Set(cellsShown(bundle.model, bundle.desk!));
    expect(cellsAtOnce(bundle.model, bundle.desk!).every((cell) => shown.has(cell))).toBe(true);
    expect(bundle.model.outputs.every(({ cell }) => shown.has(cell))).toBe(true);
  });

  it('a choice between mechanisms is one step of undo, and is reset with the weights', async () => {
    const { desk, ran } = await makeDesk();
    const [id = ''] = desk.layout.switches ?? [];
    const { choices, default: standard } = desk.model.switches.find((one) => one.id === id)!;
    const other = choices.find((choice) => choice !== standard)!;
    desk.setSwitch(id, other);
    expect(ran.at(-1)?.switches).toEqual({ [id]: other });
    desk.resetNumbers([id]);
    expect(desk.scenario.switches).toEqual({});
    desk.undo();
    expect(desk.scenario.switches).toEqual({ [id]: other });
    desk.setSwitch(id, standard);
    expect(desk.isStatusQuo).toBe(true);
  });

  it('starting weights change the share of the first month; all of them can be taken back at once', async () => {
    const { desk, catchUp } = await makeDesk();
    const weights = startingWeights(desk.model, desk.layout, desk.scenario, 'east');
    const us = weights.find(({ actor }) => actor === 'us')!.weight;
    const before = firstOf(desk.result, 'influence_share.us.east')!;
    desk.setInitial(us.id, us.standard * 2);
    desk.setParameter('stability_weight.security', 0.9);
    await catchUp();
    expect(firstOf(desk.result, 'influence_share.us.east')!).toBeGreaterThan(before);
    expect(parameterWeight(desk.model, desk.scenario, 'stability_weight.security')?.value).toBe(0.9);
    desk.resetNumbers([us.id, 'stability_weight.security']);
    expect(desk.isStatusQuo).toBe(true);
    expect(sharesOf([1, 3])).toEqual([0.25, 0.75]);
    expect(sharesOf([0, 0])).toEqual([0, 0]);
  });
});
