import { MAXIMUM_RUNS, type Backend } from '$lib/engine';
import type { Model } from '$lib/model';
import type { Cases, Scenario } from '$lib/scenario';
import { blockSize, COARSE, countBlocks } from './ensemble/schedule';
import { taskOf } from './ensemble/task';
import { reasonOf, SimulatorError } from './error';
import { modelKey } from './model-key';
import { WorkerDeath, type Far, type Hand } from './hand';
import type { Answer } from './answer';
import type {
  CasesOptions,
  CasesReport,
  EnsembleOptions,
  EnsembleReport,
  Simulator,
  SurveyOptions,
  SurveyReport
} from './simulator';

/**
 * A simulator over hands, whatever they are. The first one answers single runs and takes part in ensembles; the others
 * are needed for ensembles only. What a worker died over is asked once more; a second death is an error.
 */
export function simulatorOf(hands: readonly Hand[], models: Map<string, Model>): Simulator {
  const [first] = hands;
  if (!first) throw new RangeError('A simulator needs at least one hand.');
  let kind: Backend['kind'] | null = null;
  let closed = false;
  let ensembles = 0;

  const twice = async <T>(question: (far: Far) => Promise<Answer<T>>): Promise<T> => {
    try {
      return await first.ask(question).catch((thrown: unknown) => {
        if (!(thrown instanceof WorkerDeath) || closed) throw thrown;
        return first.ask(question);
      });
    } catch (thrown) {
      throw typed(thrown, closed);
    }
  };
  const open = async (model: Model): Promise<void> => {
    const key = modelKey(model);
    if (models.get(key) === model) return;
    kind = await twice((far) => far.open(model));
    models.set(key, model);
  };
  const ensemble = async (scenario: Scenario, options: EnsembleOptions): Promise<EnsembleReport> => {
    if (closed) throw new SimulatorError('closed');
    const key = modelKey(scenario.model);
    if (!models.has(key)) throw new SimulatorError('unknown-model', { model: key });
    const task = taskOf(++ensembles, scenario, options);
    const range = rangeOf(task.plan.runs, options);
    const size = blockSize[kind ?? 'wasm'];
    const coarse = Math.max(0, Math.floor(options.coarse ?? COARSE));
    const needed = Math.max(1, countBlocks(range, size));
    try {
      // Pages need it only after their first figure.
      const { conduct } = await import('./ensemble/conduct');
      return await conduct({ task, hands: hands.slice(0, needed), range, blockSize: size, coarse, options });
    } catch (thrown) {
      throw typed(thrown, closed);
    }
  };
  const cases = async (family: Cases, options: CasesOptions): Promise<CasesReport> => {
    if (closed) throw new SimulatorError('closed');
    const key = modelKey(family.base.model);
    if (!models.has(key)) throw new SimulatorError('unknown-model', { model: key });
    try {
      const { conductCases } = await import('./cases/conduct');
      return await conductCases(family, hands, options);
    } catch (thrown) {
      throw typed(thrown, closed);
    }
  };
  const survey = async (options: SurveyOptions): Promise<SurveyReport> => {
    if (closed) throw new SimulatorError('closed');
    for (const { scenario } of options.scenarios) {
      const key = modelKey(scenario.model);
      if (!models.has(key)) throw new SimulatorError('unknown-model', { model: key });
    }
    try {
      const { conductSurvey } = await import('./survey/conduct');
      return await conductSurvey(hands, kind ?? 'wasm', options);
    } catch (thrown) {
      throw typed(thrown, closed);
    }
  };
  return {
    open,
    run: (scenario, options = {}) => twice((far) => far.run(scenario, options)),
    ensemble,
    cases,
    survey,
    backend: () => kind,
    close: () => {
      closed = true;
      for (const hand of hands) hand.close();
    }
  };
}

/** The asked stretch of the plan. Fails with `run-refused` where it, or a member, lies outside. */
function rangeOf(
  runs: number,
  { range = { from: 0, to: runs }, members = [] }: EnsembleOptions
): { from: number; to: number } {
  const demand = (name: string, value: number, minimum: number, maximum: number): void => {
    if (Number.isInteger(value) && minimum <= value && value <= maximum) return;
    throw new SimulatorError('run-refused', { reason: 'out-of-range', name, value, minimum, maximum });
  };
  demand('runs', runs, 1, MAXIMUM_RUNS);
  demand('from', range.from, 0, runs);
  demand('to', range.to, range.from, runs);
  if (members !== 'all') for (const run of members) demand('member', run, range.from, range.to - 1);
  return range;
}

function typed(thrown: unknown, closed: boolean): SimulatorError {
  if (thrown instanceof SimulatorError) return thrown;
  if (closed) return new SimulatorError('closed');
  return new SimulatorError(thrown instanceof WorkerDeath ? 'worker-died' : 'failed', { reason: reasonOf(thrown) });
}
