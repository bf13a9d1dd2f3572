import type { Scenario } from '$lib/scenario';
import type { RunOptions, RunReport, Simulator } from './simulator';

/**
 * The scheduler of a page whose inputs move faster than runs come back: one run in flight, and of all requests that
 * come meanwhile only the newest waits. Reports therefore arrive in the order of their requests, and the last request is
 * always answered.
 */
export interface Latest {
  /** The report, or `'superseded'` where a newer request came before this one was begun. Rejects as Simulator.run does. */
  request(scenario: Scenario, options?: RunOptions): Promise<RunReport | 'superseded'>;
}

interface Waiting {
  readonly scenario: Scenario;
  readonly options: RunOptions | undefined;
  readonly settle: (answer: Promise<RunReport> | 'superseded') => void;
}

export function latest(simulator: Simulator): Latest {
  let busy = false;
  let waiting: Waiting | null = null;

  const begin = (): void => {
    if (busy || !waiting) return;
    const { scenario, options, settle } = waiting;
    waiting = null;
    busy = true;
    const run = simulator.run(scenario, options);
    settle(run);
    const next = (): void => {
      busy = false;
      begin();
    };
    run.then(next, next);
  };

  return {
    request: (scenario, options) =>
      new Promise((settle) => {
        waiting?.settle('superseded');
        waiting = { scenario, options, settle };
        begin();
      })
  };
}
