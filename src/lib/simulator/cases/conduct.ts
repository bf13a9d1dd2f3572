import type { Cases } from '$lib/scenario';
import { SimulatorError } from '../error';
import { WorkerDeath, type Hand } from '../hand';
import type { CasesOptions, CasesReport } from '../simulator';
import type { CaseFailure, CasesPart, CasesTask } from './family';

/**
 * Computes cases over any number of hands: blocks go out in order, two to each hand so that none waits for this thread,
 * and come back into their places; who computed what leaves no trace. What a hand died over is asked again.
 */

/** Cases of a block: so few that a single run in between does not wait long. */
const BLOCK = 32;
const DEPTH = 2;
/** Deaths of one hand in a row after which it is no accident. */
const DEATHS = 3;

export async function conductCases(cases: Cases, hands: readonly Hand[], options: CasesOptions): Promise<CasesReport> {
  const { outputs, months, signal, onProgress } = options;
  const width = outputs.length * months.length;
  const values = new Float64Array(cases.count * width);
  const failures: CaseFailure[] = [];
  const blocks: number[] = Array.from({ length: Math.ceil(cases.count / BLOCK) }, (_, block) => block * BLOCK);
  let next = 0;
  let done = 0;
  let stopped = false;

  const work = async (hand: Hand): Promise<void> => {
    let deaths = 0;
    while (next < blocks.length && !stopped) {
      if (signal?.aborted) throw new SimulatorError('aborted');
      const from = blocks[next++]!;
      const to = Math.min(cases.count, from + BLOCK);
      let part: CasesPart | null = null;
      while (!part) {
        try {
          part = await hand.ask((far) => far.cases({ cases: stretch(cases, from, to), outputs, months }));
          deaths = 0;
        } catch (thrown) {
          deaths += 1;
          if (!(thrown instanceof WorkerDeath) || deaths >= DEATHS) throw thrown;
        }
      }
      if (stopped) return;
      values.set(part.values, from * width);
      for (const { index, failure } of part.failures) failures.push({ index: from + index, failure });
      done += to - from;
      onProgress?.({ done, planned: cases.count });
    }
  };
  const aborted = new Promise<never>((_, reject) => {
    if (signal?.aborted) reject(new SimulatorError('aborted'));
    signal?.addEventListener('abort', () => reject(new SimulatorError('aborted')), { once: true });
  });
  aborted.catch(() => undefined);
  const lines = hands
    .slice(0, Math.max(1, blocks.length))
    .flatMap((hand) => Array.from({ length: DEPTH }, () => work(hand)));
  try {
    await Promise.race([Promise.all(lines), aborted]);
  } finally {
    stopped = true;
    // What is still under way may fail later; nobody waits for it.
    for (const line of lines) line.catch(() => undefined);
  }
  failures.sort((a, b) => a.index - b.index);
  return { values, failures };
}

function stretch(cases: Cases, from: number, to: number): CasesTask['cases'] {
  const { factors, values, futures } = cases;
  return {
    ...cases,
    count: to - from,
    values: values.slice(from * factors.length, to * factors.length),
    futures: futures && { ...futures, runs: futures.runs.slice(from, to) }
  };
}
