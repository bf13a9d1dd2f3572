import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile, type EnsemblePlan, type RunRequest } from '$lib/engine';
import type { ModelBundle } from '$lib/model';
import { parseScenario, standardSettings, toRunInputs } from '$lib/scenario';
import { loadFolder } from '../libya/load';
import { cellsOf, compareEnsemble, compareRun, describeTally, newTally, openPair, type Pair } from './compare';

/** Every shipped model and preset, every cell: both integrators, all samplings, narrow and wide, with and without chance. */
const tally = newTally();

afterAll(() => console.log(`shipped models: ${describeTally(tally)}`));

const folders = [
  'models/libya',
  ...readdirSync('models/teaching', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `models/teaching/${name}`)
];

const plans: readonly (readonly ['euler' | 'rk4', EnsemblePlan])[] = [
  ['euler', { runs: 64, seed: 1, uncertainty: 'narrow', sampling: 'random', chance: true }],
  ['euler', { runs: 64, seed: 2, uncertainty: 'wide', sampling: 'sobol', chance: false }],
  ['rk4', { runs: 64, seed: 3, uncertainty: 'wide', sampling: 'random', chance: true }],
  ['rk4', { runs: 64, seed: 4, uncertainty: 'narrow', sampling: 'latin-hypercube', chance: false }]
];

describe.each(folders)('%s', (folder) => {
  let bundle: ModelBundle;
  let pair: Pair;

  beforeAll(async () => {
    bundle = loadFolder(folder);
    pair = await openPair(compile(bundle.model), tally);
  });

  function requestOf(document: unknown, integrator: 'euler' | 'rk4'): RunRequest {
    const { scenario, notices } = parseScenario(document, bundle.model);
    expect(notices).toEqual([]);
    const settings = standardSettings(bundle.model, integrator);
    const inputs = toRunInputs(bundle.model, { ...scenario!, settings });
    return { ...inputs, chance: null, save: cellsOf(pair.program) };
  }

  it('gives the same bits in both back ends, preset by preset', () => {
    expect(bundle.presets.length).toBeGreaterThan(1);
    for (const { document } of bundle.presets) {
      for (const integrator of ['euler', 'rk4'] as const) compareRun(pair, requestOf(document, integrator), tally);
      for (const [integrator, plan] of plans) {
        compareEnsemble(pair, requestOf(document, integrator), plan, [plan.seed, plan.seed + 3], tally);
      }
    }
  }, 60_000);
});
