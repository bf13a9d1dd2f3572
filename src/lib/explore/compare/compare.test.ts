import { describe, expect, it } from 'vitest';
import { nameOfCell } from '$lib/model';
import { encodeLink, goTo, parseScenario, statusQuo, withProfile, withTitle, type Scenario } from '$lib/scenario';
import { directSimulator } from '$lib/simulator';
import { loadFolder } from '../../../../tests/libya/load';
import { mizanHere } from '../../../../tests/cli/terminal';
import { comparisonQuery, readComparison, scenarioOf } from './address';
import { CompareState } from './compare.svelte';
import { differingRows } from './inputs';
import { rowsTable } from './save';
import { askedOf, comparePlan, firstChoices } from './subject';
import { savedRows, tell } from './told';
import { compareScenarios, singleRuns } from '$lib/simulator';
import { namesOf, shareSaid } from './view';
import { comparisonColumns } from '$lib/analysis';
import { dateOf } from '$lib/scenario';

const bundle = loadFolder('models/libya');
const { model, desk, texts } = bundle;
const presets = bundle.presets.map(({ id, document }) => ({ id, scenario: parseScenario(document, model).scenario! }));
const preset = (id: string): Scenario => presets.find((one) => one.id === id)!.scenario;
const subject = { model, headline: desk!.headline, better: desk!.better ?? {}, presets };
const standard = firstChoices(subject);
const first = [preset('status_quo'), preset('force_and_border')];
const own = withTitle(
  model,
  withProfile(model, statusQuo(model), 'unified_force', goTo(80, 3, 24)),
  'Mine & <b>yours</b>'
);

async function stateOf(scenarios: readonly Scenario[]): Promise<CompareState> {
  const simulator = directSimulator();
  await simulator.open(model);
  const asked = askedOf(subject, standard);
  const runs = await singleRuns(simulator, scenarios, asked.outputs);
  const comparison = await compareScenarios(simulator, {
    scenarios: scenarios.map((scenario, place) => ({ id: 'abcd'[place]!, scenario })),
    ...asked,
    plan: { ...comparePlan, runs: 40 }
  });
  simulator.close();
  return new CompareState({
    subject,
    scenarios,
    choices: standard,
    runs,
    told: tell(subject, comparison, standard)
  });
}

describe('the address of a comparison', () => {
  it('says what was compared and chosen, and reads back to it', () => {
    const choices = {
      ...standard,
      output: 'trust',
      dates: [12, 60],
      baseline: 1,
      goal: { output: 'relapse_probability', side: 'below' as const, level: 3.5 }
    };
    const query = comparisonQuery(model, [preset('military_only'), own], choices, standard);
    const read = readComparison(subject, `?${query}`, first, standard)!;
    expect(read.scenarios.map((scenario) => encodeLink(model, scenario))).toEqual(
      [preset('military_only'), own].map((scenario) => encodeLink(model, scenario))
    );
    expect(read).toMatchObject({ choices, notices: [], scenarioNotices: [] });
  });

  it('takes presets by name, and names what it cannot use', () => {
    const read = readComparison(
      subject,
      '?a=status_quo&b=nonsense&c=m%3Dlibya%401.0.0%26unified_force%3D900&at=2026-10,1999-01&of=nothing&goal=high&z=1&utm_source=x',
      first,
      standard
    )!;
    expect(read.scenarios).toHaveLength(2);
    expect(read.notices.map(({ kind, text }) => [kind, text])).toEqual([
      ['badDate', '1999-01'],
      ['unknownPreset', 'nonsense'],
      ['badGoal', 'high'],
      ['unknownOutput', 'nothing'],
      ['unknownPart', 'z=1']
    ]);
    expect(read.scenarioNotices).toMatchObject([{ letter: 'B', notices: [{ code: 'value-out-of-range' }] }]);
    expect(read.choices).toMatchObject({ dates: [24], output: standard.output });
  });

  it('keeps the first scenarios where it names none, and asks for nothing where it is empty', () => {
    expect(readComparison(subject, '?of=trust', first, standard)?.scenarios).toEqual(first);
    expect(readComparison(subject, '', first, standard)).toBeNull();
    expect(readComparison(subject, '?a=%E0%A4&base=d', first, standard)?.notices).toHaveLength(2);
  });

  it('reads whole addresses of the desk that somebody pastes', () => {
    const read = scenarioOf(model, presets, `https://example.org/mizan/?${encodeLink(model, own)}`);
    expect(read).toEqual({ scenario: own, notices: [] });
    expect(scenarioOf(model, presets, 'no_such_preset')).toBeNull();
  });
});

describe('the state of a comparison', () => {
  it('keeps the baseline with its scenario while they move, and at least one scenario', async () => {
    const state = await stateOf(first);
    state.choose({ baseline: 1 });
    state.add(own);
    state.move(1, 1);
    expect([state.scenarios.indexOf(first[1]!), state.choices.baseline]).toEqual([2, 2]);
    state.remove(0);
    expect(state.choices.baseline).toBe(1);
    state.remove(1);
    state.remove(0);
    expect([state.scenarios, state.choices.baseline]).toEqual([[own], 0]);
    for (let i = 0; i < 5; i++) state.add(preset('military_only'));
    expect(state.scenarios).toHaveLength(4);
  });

  it('names presets, titles and letters, and tells twins apart', async () => {
    const state = await stateOf(first);
    const view = { locale: 'en' as const, text: texts.en, state };
    const untitled = withProfile(model, own, 'unified_force', goTo(70, 3, 24));
    expect(namesOf(view, [...first, own, own])).toEqual([
      'Status quo',
      'Force and border together',
      'Mine & <b>yours</b> (C)',
      'Mine & <b>yours</b> (D)'
    ]);
    expect(namesOf(view, [{ ...untitled, title: '' } as Scenario])).toEqual(['Scenario A']);
  });

  it('counts the better futures by the side that the model calls better', async () => {
    const state = await stateOf(first);
    const view = { locale: 'en' as const, text: texts.en, state };
    const spread = { p5: 0, p25: 0, p50: 0, p75: 0, p95: 0, runs: 100, above: 93, below: 7 };
    expect(shareSaid(view, 'stability_index', spread)).toBe('better in 93% of futures');
    expect(shareSaid(view, 'relapse_probability', spread)).toBe('better in 7% of futures');
    expect(shareSaid(view, 'rivalry', spread)).toBe('higher in 93% of futures');
    expect(shareSaid(view, 'rivalry', { ...spread, above: 0, below: 0 })).toBe('the same in every future');
  });

  it('shows the inputs that differ, the largest first, a composite as one', async () => {
    const scenarios = [preset('status_quo'), preset('force_and_border'), own];
    const state = await stateOf(scenarios);
    const rows = differingRows({ locale: 'en', text: texts.en, state }, scenarios);
    expect(rows.map(({ id }) => id).sort()).toEqual(['border_coordination', 'unified_force']);
    const force = rows.find(({ id }) => id === 'unified_force')!;
    expect(force.values[0]).toEqual({ text: 'as in the status quo', isDefault: true });
    expect(force.values[2]!.text).toBe('17 → 80%, Jan 2025 to Jan 2027');
    expect(differingRows({ locale: 'en', text: texts.en, state }, [own, own])).toEqual([]);
    expect(nameOfCell(texts.en, 'stability_index')).toBe('Stability');
  });
});

describe('mizan compare', () => {
  it('writes the rows that the page saves, bit by bit', async () => {
    const named = ['status_quo', 'force_and_border', `?${encodeLink(model, own)}`];
    const scenarios = [...first, own];
    const at = standard.dates.map((month) => dateOf(month, model.time.start)).join(',');
    const { code, out, err } = await mizanHere([
      'compare',
      ...named,
      '--runs',
      '60',
      '--at',
      at,
      '--baseline',
      '2',
      '--csv',
      '-'
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const simulator = directSimulator();
    await simulator.open(model);
    const choices = { ...standard, baseline: 1 };
    const asked = askedOf(subject, choices);
    const comparison = await compareScenarios(simulator, {
      scenarios: scenarios.map((scenario, place) => ({ id: 'abcd'[place]!, scenario })),
      ...asked,
      plan: { ...comparePlan, runs: 60 }
    });
    const runs = await singleRuns(simulator, scenarios, asked.outputs);
    simulator.close();
    const table = rowsTable('', savedRows(subject, comparison, choices, runs), (month) =>
      dateOf(month, model.time.start)
    );
    const say = (cell: string | number): string => {
      if (typeof cell === 'string') return cell;
      return Number.isFinite(cell) ? cell.toPrecision(17) : '';
    };
    const wanted = table.rows.map((row) => row.map(say).join(','));
    const [header, ...lines] = out.trimEnd().split('\n');
    expect(header).toBe(comparisonColumns.join(','));
    expect(lines).toEqual(wanted);
    expect(lines).toHaveLength(subject.headline.length * 3 * 3);
  });

  it('prints a table, and JSON with the links of the scenarios', async () => {
    const args = ['compare', 'status_quo', 'military_only', '--runs', '20', '--outputs', 'trust'];
    const printed = await mizanHere(args);
    expect(printed.out).toMatch(
      /^20 futures, seed 20241001, uncertainty wide\na {2}status_quo\nb {2}military_only\noutput/
    );
    const json = JSON.parse((await mizanHere([...args, '--json', '--shocks', 'on'])).out) as {
      scenarios: Record<string, string>;
      plan: { chance: boolean };
      rows: { scenario: string; above: number | null }[];
    };
    expect(json.scenarios['a']).toBe('m=libya@1.0.0');
    expect(json.plan.chance).toBe(true);
    expect(json.rows.map(({ scenario, above }) => [scenario, above === null])).toEqual([
      ['a', true],
      ['b', false]
    ]);
  });

  it.each([
    ['one scenario', ['status_quo'], /two to four scenarios; these are 1/],
    ['five', Array<string>(5).fill('status_quo'), /these are 5/],
    [
      'a baseline that is not there',
      ['status_quo', 'worst_case', '--baseline', '3'],
      /--baseline 3: write a number from 1 to 2/
    ],
    ['an unknown output', ['status_quo', 'worst_case', '--outputs', 'trusst'], /did you mean trust/],
    [
      'a month outside',
      ['status_quo', 'worst_case', '--at', '2050-01'],
      /--at 2050-01 is outside the runs, 2024-10 to 2034-10/
    ]
  ])('refuses %s', async (_, args, wanted) => {
    const { code, err } = await mizanHere(['compare', ...args]);
    expect(code).toBe(1);
    expect(err).toMatch(wanted);
  });
});
