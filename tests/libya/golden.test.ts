import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile, interpret, type Program, type RunRequest, type Trajectory } from '$lib/engine';
import type { ModelBundle } from '$lib/model';
import { parseScenario, standardSettings, toRunInputs } from '$lib/scenario';
import { loadFolder } from './load';

/**
 * The model of models/libya, loaded from its YAML, against figures of an independent program that was written from the
 * model's specification: thirteen presets by Euler and by Runge-Kutta, 46 outputs, 121 months; the rates of change at
 * the start; a run with a given series of shocks; two draws of all parameters and initial values.
 */
const TOLERANCE = 1e-9;
const folder = 'tests/fixtures/golden';

type Figures = Readonly<Record<string, readonly number[]>>;
interface PresetFigures {
  readonly euler: Figures;
  readonly rk4: Figures;
}
interface Draw {
  readonly parameters: Readonly<Record<string, number>>;
  readonly initial: Readonly<Record<string, number>>;
  readonly status_quo_stability_index: readonly number[];
}
interface Shocks {
  readonly stability_index: readonly number[];
  readonly events: RunRequest['forced'];
}

function figures<T>(name: string): T {
  return JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as T;
}

const presets = readdirSync(folder)
  .map((file) => file.replace('.json', ''))
  .filter((name) => !['draws', 'derivatives', 'shocks'].includes(name));

/** Largest relative difference, and where it stands. Figures below 1e-9 count as that. */
function compare(trajectory: Trajectory, expected: Figures): { difference: number; where: string } {
  let difference = 0;
  let where = '';
  trajectory.columns.forEach((cell, column) => {
    expected[cell]!.forEach((figure, month) => {
      const value = trajectory.values[column * trajectory.rows + month]!;
      const here = Math.abs(value - figure) / Math.max(Math.abs(figure), 1e-9);
      if (!(here <= difference)) [difference, where] = [here, `${cell} in month ${month}: ${value}, not ${figure}`];
    });
  });
  return { difference, where };
}

let bundle: ModelBundle;
let program: Program;

beforeAll(() => {
  bundle = loadFolder('models/libya');
  program = compile(bundle.model);
});

function run(
  preset: string,
  integrator: 'euler' | 'rk4',
  save: readonly string[],
  changes: Partial<RunRequest> = {}
): Trajectory {
  const document = bundle.presets.find(({ id }) => id === preset)?.document;
  const { scenario, notices } = parseScenario(document, bundle.model);
  expect(notices).toEqual([]);
  const settings = standardSettings(bundle.model, integrator);
  const inputs = toRunInputs(bundle.model, { ...scenario!, settings });
  const outcome = interpret(program, { ...inputs, chance: null, save, ...changes });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return outcome.trajectory;
}

describe('the Libya model agrees with the reference figures', () => {
  it('for all of its presets', () => {
    expect(presets.length).toBe(13);
    expect(bundle.presets.map(({ id }) => id).sort()).toEqual([...presets].sort());
  });

  describe.each(['euler', 'rk4'] as const)('by %s', (integrator) => {
    const differences: number[] = [];

    it.each(presets)('%s', (preset) => {
      const expected = figures<PresetFigures>(preset)[integrator];
      const cells = Object.keys(expected);
      expect(cells.length).toBe(46);
      const trajectory = run(preset, integrator, cells);
      expect(trajectory.rows).toBe(121);
      const { difference, where } = compare(trajectory, expected);
      expect(difference, where).toBeLessThan(TOLERANCE);
      differences.push(difference);
    });

    it('in all of them to far less than the tolerance', () => {
      console.log(`${integrator}: largest relative difference ${Math.max(...differences).toExponential(2)}`);
      expect(differences.length).toBe(13);
      expect(Math.max(...differences)).toBeLessThan(1e-12);
    });
  });

  it('in its outputs: the same 46, every one of them a cell', () => {
    const listed = bundle.model.outputs.map(({ cell }) => cell).sort();
    expect(listed).toEqual(Object.keys(figures<PresetFigures>('status_quo').euler).sort());
  });

  it('in the rates of change at the start', () => {
    // One Euler step of a whole month moves every stock by its rate.
    const expected = figures<Readonly<Record<string, number>>>('derivatives');
    const cells = Object.keys(expected);
    expect(cells.length).toBe(39);
    const { values } = run('status_quo', 'euler', cells, { stepsPerMonth: 1, months: 1 });
    cells.forEach((cell, column) => {
      const moved = values[column * 2 + 1]! - values[column * 2]!;
      expect(Math.abs(moved - expected[cell]!), cell).toBeLessThan(1e-15);
    });
  });

  it('under the given shocks of one stochastic run', () => {
    const { stability_index, events } = figures<Shocks>('shocks');
    const inEvents = bundle.model.switches.find(({ id }) => id === 'violence_source')!.choices.indexOf('events');
    const trajectory = run('status_quo', 'euler', ['stability_index'], {
      forced: events,
      parameters: { violence_source: inEvents }
    });
    expect(trajectory.strokes).toEqual(events);
    const { difference, where } = compare(trajectory, { stability_index });
    expect(difference, where).toBeLessThan(TOLERANCE);
  });

  it.each(['narrow', 'wide'])('for a %s draw of all parameters and initial values', (name) => {
    const { parameters, initial, status_quo_stability_index } = figures<Readonly<Record<string, Draw>>>('draws')[name]!;
    // What the model has beyond the 220 parameters of the specification are its fixed weights.
    const others = bundle.model.parameters.filter(({ id }) => !Object.hasOwn(parameters, id));
    expect(Object.keys(parameters).length).toBe(220);
    expect(others.filter(({ shape }) => shape !== 'fixed')).toEqual([]);
    expect(Object.keys(initial).length).toBe(39);
    const trajectory = run('status_quo', 'euler', ['stability_index'], { parameters, initial });
    const { difference, where } = compare(trajectory, { stability_index: status_quo_stability_index });
    expect(difference, where).toBeLessThan(TOLERANCE);
  });

  it('in what a relapse does: the forced event moves each stock as written', () => {
    const forced = [{ event: 'conflict_relapse', month: 24, magnitude: 0.55 }];
    const cells = ['violence', 'trust', 'oil_output'];
    const quiet = run('status_quo', 'euler', cells);
    const struck = run('status_quo', 'euler', cells, { forced });
    const at = (trajectory: Trajectory, cell: string, month: number): number =>
      trajectory.values[cells.indexOf(cell) * trajectory.rows + month]!;
    for (const cell of cells) expect(at(struck, cell, 24)).toBe(at(quiet, cell, 24));
    expect(at(struck, 'violence', 25)).toBeGreaterThan(at(quiet, 'violence', 25) + 0.4);
    expect(at(struck, 'trust', 25)).toBeLessThan(at(quiet, 'trust', 25) * 0.7);
    expect(at(struck, 'oil_output', 25)).toBeLessThan(at(quiet, 'oil_output', 25));
    expect(struck.strokes).toEqual(forced);
  });
});
