import { widthOf } from '$lib/analysis';
import type { Backend } from '$lib/engine';
import { SimulatorError } from '../error';
import { WorkerDeath, type Hand } from '../hand';
import type { SurveyOptions, SurveyReport } from '../simulator';
import type { SurveyTask } from './rows';

/**
 * Computes a survey over any number of hands: blocks of runs go out in order, one to each hand, and come back into their
 * places; who computed what leaves no trace. What a hand died over is asked again.
 */

/** Runs of a block, of every scenario: about half a second of work where a model has forty scenarios. */
const BLOCK = { wasm: 32, interpreter: 1 } as const;
/** Deaths of one hand in a row after which it is no accident. */
const DEATHS = 3;

export async function conductSurvey(
  hands: readonly Hand[],
  kind: Backend['kind'],
  options: SurveyOptions
): Promise<SurveyReport> {
  const { scenarios, spec, plan = null, parameters = {}, signal, onProgress } = options;
  const runs = plan?.runs ?? 1;
  const width = widthOf(spec);
  const rows = new Float64Array(runs * width);
  const size = BLOCK[kind];
  let next = 0;
  let done = 0;
  let stopped = false;

  const work = async (hand: Hand): Promise<void> => {
    let deaths = 0;
    while (next < runs && !stopped) {
      const from = next;
      const to = Math.min(runs, from + size);
      next = to;
      const task: SurveyTask = { scenarios, spec, plan, parameters, from, to };
      let part: Float64Array | null = null;
      while (!part) {
        try {
          part = await hand.ask((far) => far.survey(task));
          deaths = 0;
        } catch (thrown) {
          deaths += 1;
          if (!(thrown instanceof WorkerDeath) || deaths >= DEATHS || stopped) throw thrown;
        }
      }
      if (stopped) return;
      rows.set(part, from * width);
      done += to - from;
      onProgress?.({ done, planned: runs });
    }
  };
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(new SimulatorError('aborted'));
  });
  aborted.catch(() => undefined);
  if (signal?.aborted) throw new SimulatorError('aborted');
  signal?.addEventListener('abort', abort, { once: true });
  const lines = hands.slice(0, Math.max(1, Math.ceil(runs / size))).map(work);
  try {
    await Promise.race([Promise.all(lines), aborted]);
  } finally {
    stopped = true;
    signal?.removeEventListener('abort', abort);
    // What is still under way may fail later; nobody waits for it.
    for (const line of lines) line.catch(() => undefined);
  }
  return { rows, runs };
}
