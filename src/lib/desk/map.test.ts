import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { mapWords } from '$lib/i18n';
import { loadModel, type Geography, type ModelBundle } from '$lib/model';
import { goTo, statusQuo, type Scenario } from '$lib/scenario';
import { directSimulator, type Simulator } from '$lib/simulator';
import { cellsAtOnce } from './cells-shown';
import { columnOf } from './columns';
import { Desk } from './desk.svelte';
import { mapActors, mapCells, mapOf } from './map-props';

/** The map over a shipped model: what it is told, which cells it asks for, and the month that it shares. */
const folder = 'models/libya';
const over = describe.skipIf(!existsSync(folder));

let bundle: ModelBundle;
let geography: Geography;
let simulator: Simulator;

beforeAll(async () => {
  if (!existsSync(folder)) return;
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.(yaml|topo\.json)$/.test(path) && !path.startsWith('released')
  );
  const files = paths.map((path) => [path.split(sep).join('/'), readFileSync(join(folder, path), 'utf8')] as const);
  const loaded = loadModel(new Map(files)).bundle;
  if (!loaded?.geography) throw new Error('The model of the test does not load.');
  bundle = loaded;
  geography = loaded.geography;
  simulator = directSimulator();
  await simulator.open(bundle.model);
});

async function makeDesk(): Promise<{ desk: Desk; ran: Scenario[]; catchUp: () => Promise<void> }> {
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
  desk.connect({ run: (scenario) => ran.push(scenario) });
  const catchUp = async (): Promise<void> => {
    for (const scenario of ran.splice(0)) desk.show(scenario, await simulator.run(scenario, { save: desk.cells }));
  };
  await catchUp();
  return { desk, ran, catchUp };
}

over('the map', () => {
  it('asks for the cells of its places and borders, once', async () => {
    const { desk, ran, catchUp } = await makeDesk();
    const cells = mapCells(desk, geography);
    expect(cells).toContain('border_control.niger');
    expect(cells).toContain('influence_share.russia.south');
    expect(cells.some((cell) => cell.startsWith('influence_share.') && cell.endsWith('.us'))).toBe(false);
    desk.alsoShow([...cells, 'sahel_shock']);
    expect(ran).toHaveLength(1);
    await catchUp();
    expect(columnOf(desk.result, 'sahel_shock')).not.toBeNull();
    desk.alsoShow([...cells, 'sahel_shock']);
    expect(ran).toHaveLength(0);
  });

  it('runs the status quo too where it is what the map compares with', async () => {
    const { desk, catchUp } = await makeDesk();
    desk.moveTarget('unified_force', 80);
    await catchUp();
    desk.alsoShow(['sahel_shock']);
    await catchUp();
    expect(columnOf(desk.reference, 'sahel_shock')).not.toBeNull();
    expect(desk.isStatusQuo).toBe(false);
  });

  it('is told the shares of each place, which are all there is, and compares them with the status quo', async () => {
    const { desk, catchUp } = await makeDesk();
    const alone = mapOf(desk, geography, null, 780).places.flatMap(({ shares }) => shares);
    expect(alone.filter(({ reference }) => reference)).toEqual([]);
    desk.setProfile('border_niger', goTo(90, 3, 24));
    await catchUp();
    const told = mapOf(desk, geography, null, 780);
    for (const { id, shares } of told.places) {
      const sum = shares.reduce((total, { values }) => total + values[120]!, 0);
      expect(sum, id).toBeCloseTo(1, 9);
    }
    const niger = told.borders.find(({ id }) => id === 'niger')!;
    expect(niger.values[120]!).toBeGreaterThan(niger.reference![120]!);
    expect(told.difference(0.004)).toBe('');
    expect(told.difference(0.01)).toBe('+1 point');
    expect(told.difference(-0.123)).toBe('−12 points');
  });

  it('tints by an actor that contends somewhere, each of them once', async () => {
    const { desk } = await makeDesk();
    const actors = mapActors(desk, geography);
    const colours = actors.map(({ colour }) => colour);
    expect(new Set(colours).size).toBe(colours.length);
    expect(colours).toEqual(expect.arrayContaining(['us', 'russia', 'east', 'west', 'south', 'joint']));
    const told = mapOf(desk, geography, 'russia', 780);
    expect(told.actor).toBe('russia');
    expect(told.subtitle).toContain(mapWords('en').influenceSubtitle('Russia'));
    expect(mapOf(desk, geography, 'nobody', 780).actor).toBeNull();
  });

  it('marks what the eastern side holds today outside its region', async () => {
    const { desk } = await makeDesk();
    const { ground, texts } = mapOf(desk, geography, null, 780);
    expect(ground.districts.map(({ label, colour }) => [label, colour])).toEqual([
      ['Sirte', 'east'],
      ['Al Jufrah', 'east']
    ]);
    expect(texts.districts).toMatch(/East: Sirte, in Tripolitania by history; Al Jufrah, in Fezzan by history\./);
  });
});

over('the month that figures share', () => {
  it('is the chosen one, but for as long as another is read', async () => {
    const { desk } = await makeDesk();
    expect(desk.month).toBeNull();
    desk.choose(60);
    expect([desk.month, desk.chosen]).toEqual([60, 60]);
    desk.month = 12;
    expect([desk.month, desk.chosen]).toEqual([12, 60]);
    desk.month = null;
    expect(desk.month).toBe(60);
    expect(mapOf(desk, geography, null, 780).month).toBe(60);
  });

  it('is none in particular at the end, and choosing takes the place of what a finger left standing', async () => {
    const { desk } = await makeDesk();
    desk.month = 30;
    desk.choose(60);
    expect(desk.month).toBe(60);
    desk.choose(120);
    expect([desk.month, desk.chosen]).toEqual([null, null]);
  });
});
