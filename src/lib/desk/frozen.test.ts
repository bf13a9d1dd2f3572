import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseModel, type Model } from '$lib/model';
import { directSimulator } from '$lib/simulator';
import { loadFolder } from '../../../tests/libya/load';
import { frozenVersionIn } from './frozen';
import { fittingLayout, openFrozen } from './open-frozen';
import { headlineFigure } from './headline';

describe('frozenVersionIn(entry, search)', () => {
  const entry = { id: 'libya', version: '1.1.0', released: ['1.0.0', '1.1.0'] };

  it.each([
    ['?m=libya@1.0.0&unified_force=80', '1.0.0'],
    ['m=libya@1.1.0', null],
    ['m=libya', null],
    ['m=libya@0.9.0', null],
    ['m=chad@1.0.0', null],
    ['unified_force=80', null],
    ['%%%=@', null]
  ])('%s asks for %s', (search, version) => {
    expect(frozenVersionIn(entry, search)).toBe(version);
  });
});

const folder = 'models/libya';

describe.skipIf(!existsSync(folder))('a link to a frozen version', () => {
  let present: Model;
  let frozen: Model;
  const bundle = existsSync(folder) ? loadFolder(folder) : null;
  const reading = () => ({ locale: 'en', text: bundle!.texts.en }) as const;

  /** A frozen version that differs in one default, in the fashion of `released/<version>.json`. */
  beforeAll(() => {
    present = bundle!.model;
    const older = {
      ...present,
      version: '0.9.0',
      inputs: present.inputs.map((one) => (one.id === 'unified_force' ? { ...one, default: one.default + 30 } : one))
    };
    frozen = parseModel(JSON.parse(JSON.stringify(older)));
  });

  it('runs that version, and shows what the current one makes of the same scenario', async () => {
    const simulator = directSimulator();
    const query = 'm=libya@0.9.0&border_coordination=80~2025-01~24';
    const opened = await openFrozen(simulator, { model: present, layout: bundle!.desk!, reading }, frozen, query);
    const { desk, successor } = opened!;
    expect(desk.scenario.model.version).toBe('0.9.0');
    expect(desk.notices).toEqual([]);
    expect(desk.targetOf('border_coordination')).toBe(80);
    expect(successor.version).toBe(present.version);
    expect(successor.scenario.profiles).toEqual(desk.scenario.profiles);
    desk.show(desk.scenario, await simulator.run(desk.scenario, { save: desk.cells }));
    const figure = headlineFigure(desk, 'stability_index', successor.result!, desk.result);
    expect(figure?.difference).toMatch(/^−/);
  });

  it('has no desk for a model without the main figure, and leaves out of the layout what the model does not have', () => {
    const layout = bundle!.desk!;
    expect(fittingLayout({ ...layout, stability: { ...layout.stability, output: 'nothing' } }, frozen)).toBeNull();
    const fitting = fittingLayout({ ...layout, headline: [...layout.headline, 'nothing'] }, frozen);
    expect(fitting?.headline).toEqual(layout.headline);
    expect(fitting?.stability).toEqual(layout.stability);
    expect(fitting?.influence).toEqual(layout.influence);
  });
});
