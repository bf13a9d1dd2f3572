import { compile, openBackend, type EnsemblePlan, type RunRequest } from '$lib/engine';
import { emit } from '../../src/lib/engine/emit/emit';
import { loadFolder } from '../libya/load';
import { smallModel } from '../engine/small-model';
import type { Row, Section } from './section';

/** How the time of a run grows with the size of a model, and that of an ensemble with its runs. */
const plan: EnsemblePlan = { runs: 1_000_000, seed: 1, uncertainty: 'none', sampling: 'random', chance: false };

function requestOf(save: readonly string[]): RunRequest {
  return {
    integrator: 'euler',
    stepsPerMonth: 4,
    months: 120,
    inputs: {},
    parameters: {},
    initial: {},
    forced: [],
    chance: null,
    save
  };
}

/** A chain of variables behind a ring of stocks: one in ten is a stock, every variable has three operations. */
function chain(variables: number): ReturnType<typeof smallModel> {
  const stocks = Math.max(1, Math.floor(variables / 10));
  const names = Array.from({ length: variables }, (_, i) => `v${i}`);
  return smallModel({
    stocks: Object.fromEntries(
      Array.from({ length: stocks }, (_, i) => [`s${i}`, [1 + i / stocks, `0.01 * (v${variables - 1 - i} - s${i})`]])
    ),
    variables: Object.fromEntries(
      names.map((name, i) => [name, `0.5 * s${i % stocks} + 0.25 * ${i === 0 ? 's0' : names[i - 1]}`])
    ),
    months: 120
  });
}

function leastOf(samples: number, work: () => void): number {
  const times = Array.from({ length: samples }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

export const modelSize: Section = {
  name: 'model-size',
  about: 'WebAssembly: module and time of a run as a model grows',
  async run(): Promise<readonly Row[]> {
    const rows: Row[] = [];
    for (const variables of [10, 100, 500, 1_000, 2_000]) {
      const program = compile(chain(variables));
      const start = performance.now();
      const backend = await openBackend(program);
      const ready = performance.now() - start;
      const request = requestOf(['v0']);
      const once = leastOf(12, () => backend.ensemble({ base: request, plan, from: 0, to: 20 }, () => undefined)) / 20;
      rows.push({
        variables,
        'back end': backend.kind,
        'module kB': (emit(program).bytes.length / 1000).toFixed(1),
        'ready ms': ready.toFixed(1),
        'run ms': once.toFixed(4),
        'ns per variable and evaluation': ((once * 1e6) / (variables * 480)).toFixed(2)
      });
    }
    return rows;
  }
};

export const ensembleSize: Section = {
  name: 'ensemble-size',
  about:
    'WebAssembly: wide uncertainty with random events on the Libya model, one core, as runs grow; the million takes minutes',
  async run(): Promise<readonly Row[]> {
    const { model } = loadFolder('models/libya');
    const backend = await openBackend(compile(model));
    const request = requestOf(['stability_index']);
    const wide: EnsemblePlan = { ...plan, uncertainty: 'wide', chance: true };
    backend.ensemble({ base: request, plan: wide, from: 0, to: 200 }, () => undefined);
    return [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000].map((runs): Row => {
      const time = leastOf(runs < 10_000 ? 4 : 1, () =>
        backend.ensemble({ base: request, plan: wide, from: 0, to: runs }, () => undefined)
      );
      return {
        runs,
        'ms in all': time.toFixed(1),
        'ms per run': (time / runs).toFixed(3),
        'resident MB': (process.memoryUsage().rss / 1e6).toFixed(0)
      };
    });
  }
};
