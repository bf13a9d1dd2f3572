import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attribute, planAttribution, type Attribution } from '$lib/analysis';
import { goTo, parseScenario, statusQuo, withProfile, type Scenario } from '$lib/scenario';
import { directSimulator } from '$lib/simulator';
import { loadFolder } from '../libya/load';
import { mizanHere, openFolder, readCsv, write } from './terminal';

/** `mizan attribute`: the split of the desk, which asks for every month of the same cases and reads one. */
const bundle = loadFolder('models/libya');
const { model } = bundle;
const preset = (id: string): Scenario =>
  parseScenario(bundle.presets.find((each) => each.id === id)!.document, model).scenario!;

async function asOnTheDesk(
  reference: Scenario,
  scenario: Scenario,
  output: string,
  month: number
): Promise<Attribution> {
  const simulator = directSimulator();
  await simulator.open(model);
  const plan = planAttribution(model, reference, scenario);
  const months = Array.from({ length: scenario.settings.months + 1 }, (_, each) => each);
  const { values } = await simulator.cases(plan.cases, { outputs: [output], months });
  simulator.close();
  return attribute(plan, (index) => values[index * months.length + month]!);
}

interface Printed {
  readonly from: number;
  readonly to: number;
  readonly shares: readonly { readonly id: string; readonly value: number; readonly error: number }[];
  readonly interactions: readonly { readonly a: string; readonly b: string; readonly value: number }[];
}

function plain({ from, to, shares, interactions }: Attribution): Printed {
  return {
    from,
    to,
    shares: shares.map(({ player, value, error }) => ({ id: player.id, value, error })),
    interactions: interactions.map(({ a, b, value }) => ({ a: a.id, b: b.id, value }))
  };
}

async function printed(args: readonly string[]): Promise<Printed> {
  const { code, out, err } = await mizanHere(['attribute', ...args, '--json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const { from, to, shares, interactions } = JSON.parse(out) as Printed;
  return { from, to, shares: shares.map(({ id, value, error }) => ({ id, value, error })), interactions };
}

describe('mizan attribute', () => {
  it('prints shares by size, and what two changes do only together', async () => {
    const { code, out, err } = await mizanHere(['attribute', 'force_and_border']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [heading, columns, ...rest] = out.trimEnd().split('\n');
    expect(heading).toMatch(/^stability_index in 2034-10: 39\.\d+ without the changes, 48\.\d+ with them: \+8\.\d+$/);
    expect(columns).toMatch(/^change +share +error$/);
    expect(rest.map((line) => line.split(/ {2,}/)[0])).toEqual([
      'unified_force',
      'border_coordination',
      'only from both at once, half of it in each share:',
      'unified_force × border_coordination'
    ]);
  });

  it('has the very numbers of the desk, at the end and at another month', async () => {
    const scenario = preset('force_and_border');
    expect(await printed(['force_and_border'])).toEqual(
      plain(await asOnTheDesk(statusQuo(model), scenario, 'stability_index', 120))
    );
    expect(await printed(['force_and_border', '--output', 'trust', '--month', '2029-10'])).toEqual(
      plain(await asOnTheDesk(statusQuo(model), scenario, 'trust', 60))
    );
  });

  it('compares with another scenario, and takes the changes of its options as changes too', async () => {
    const reference = preset('unified_force_first');
    const scenario = withProfile(model, preset('force_and_border'), 'us_diplomacy', goTo(70, 3, 24));
    expect(
      await printed([
        ...['force_and_border', '--set', 'us_diplomacy=70~2025-01~24', '--against', 'unified_force_first'],
        ...['--output', 'relapse_probability']
      ])
    ).toEqual(plain(await asOnTheDesk(reference, scenario, 'relapse_probability', 120)));
  });

  it('samples beyond twelve changes by its seed, with errors', async () => {
    const moved = model.inputs.slice(0, 14).flatMap(({ id, minimum, maximum, default: standard }) => {
      const target = standard === maximum ? minimum : maximum;
      return ['--set', `${id}=${target}~2025-01~12`];
    });
    const one = await printed(['status_quo', ...moved]);
    expect(one.shares.length).toBeGreaterThan(12);
    expect(one.shares.some(({ error }) => error > 0)).toBe(true);
    expect(await printed(['status_quo', ...moved, '--seed', '1'])).toEqual(one);
    expect((await printed(['status_quo', ...moved, '--seed', '2'])).shares).not.toEqual(one.shares);
  }, 60_000);

  it('writes every number as CSV', async () => {
    const { folder, remove } = openFolder();
    try {
      const file = join(folder, 'shares.csv');
      expect(await mizanHere(['attribute', 'force_and_border', '--csv', file])).toEqual({ code: 0, out: '', err: '' });
      const { header, rows } = readCsv(readFileSync(file, 'utf8'));
      const { from, to, shares, interactions } = await printed(['force_and_border']);
      expect(header).toEqual(['part', 'id', 'with', 'value', 'error']);
      expect(rows.map(([part, id, other, value]) => [part, id, other, Number(value)])).toEqual([
        ['from', '', '', from],
        ['to', '', '', to],
        ...shares.map(({ id, value }) => ['share', id, '', value]),
        ...interactions.map(({ a, b, value }) => ['interaction', a, b, value])
      ]);
    } finally {
      remove();
    }
  });

  it('says so where nothing differs', async () => {
    expect((await mizanHere(['attribute', 'status_quo'])).out).toContain('do not differ in anything that is run');
  });

  it('refuses what cannot be explained, in both languages', async () => {
    const refused = async (...args: string[]): Promise<string> => {
      const { code, out, err } = await mizanHere(['attribute', ...args]);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      return err;
    };
    expect(await refused('force_and_border', '--output', 'stabilty_index')).toContain('did you mean stability_index?');
    expect(await refused('force_and_border', '--month', '2034-11')).toContain(
      'after the last month of the run, 2034-10'
    );
    expect(await refused('force_and_border', '--month', '2024-09')).toContain('before the model');
    expect(await refused('force_and_border', '--seed', 'x')).toContain('--seed x');
    expect(await refused('force_and_border', '--csv', '-', '--json')).toContain('not both');
    expect(await refused('force_and_border', '--lang', 'ar', '--seed', 'x')).toContain('اكتب عددًا صحيحًا');
    const { folder, remove } = openFolder();
    try {
      const decay = write(folder, 'decay.yaml', 'model: decay@1.0.0\n');
      expect(await refused('force_and_border', '--against', decay)).toContain('different models');
    } finally {
      remove();
    }
  });
});
