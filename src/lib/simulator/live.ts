import type { EnsembleResult } from '$lib/analysis';
import type { Scenario } from '$lib/scenario';
import type { EnsembleOptions, EnsembleReport, RunOptions, RunReport, Simulator } from './simulator';

/**
 * The scheduler of a page that shows bands while an input moves. For the newest request: first the single run, then the
 * coarse bands, then the whole plan. Single runs go one at a time, and of those that wait only the newest is begun. A
 * refinement ends at once when a newer request comes. A coarse band that is under way is finished if that is quick
 * (WebAssembly), because a band that lags by one move is better than none while the hand does not rest; otherwise it ends
 * too. So of each kind of event generations never go back, and the newest request is always answered in full.
 */
export interface Live {
  /** Gives the generation of this request: 1, 2, 3, … */
  request(request: LiveRequest): number;
  /** Drops what waits and what is under way; nothing that was requested before is answered any more. */
  stop(): void;
}

/** What one move of an input asks for. */
export interface LiveRequest {
  readonly scenario: Scenario;
  /** Of the single run. */
  readonly run?: RunOptions;
  /** Of the ensemble; null for the single run alone. */
  readonly ensemble: Pick<EnsembleOptions, 'outputs' | 'thresholds' | 'reference' | 'members' | 'coarse'> | null;
}

/** Answers to one request, in this order; `failed` ends it. */
export type LiveEvent =
  | { readonly kind: 'run'; readonly report: RunReport }
  /** `done` of `planned` runs: the coarse band, then finer ones. */
  | { readonly kind: 'partial'; readonly result: EnsembleResult; readonly done: number; readonly planned: number }
  | { readonly kind: 'ensemble'; readonly report: EnsembleReport }
  /** A SimulatorError; `at` says over which of the two. */
  | { readonly kind: 'failed'; readonly at: 'run' | 'ensemble'; readonly error: unknown };

export type LiveAnswer = (generation: number, event: LiveEvent, request: LiveRequest) => void;

interface Asked {
  readonly generation: number;
  readonly request: LiveRequest;
}

export function live(simulator: Simulator, answer: LiveAnswer): Live {
  let newest = 0;
  /** Nothing of this generation or before is answered. */
  let silenced = 0;
  let waiting: Asked | null = null;
  let running = false;
  /** Has had its single run, waits for its bands. */
  let bandless: Asked | null = null;
  let band: { readonly controller: AbortController; isCoarse: boolean } | null = null;

  const tell = ({ generation, request }: Asked, event: LiveEvent): void => {
    if (generation > silenced) answer(generation, event, request);
  };

  const overtake = (): void => {
    if (band && !(band.isCoarse && simulator.backend() === 'wasm')) band.controller.abort();
  };

  const beginRun = async (asked: Asked): Promise<void> => {
    running = true;
    try {
      const { scenario, run, ensemble } = asked.request;
      const report = await simulator.run(scenario, run);
      if (ensemble && asked.generation === newest && asked.generation > silenced) bandless = asked;
      tell(asked, { kind: 'run', report });
    } catch (error) {
      tell(asked, { kind: 'failed', at: 'run', error });
    } finally {
      running = false;
      goOn();
    }
  };

  const beginBand = async (asked: Asked): Promise<void> => {
    const mine = { controller: new AbortController(), isCoarse: true };
    const { signal } = mine.controller;
    band = mine;
    try {
      const report = await simulator.ensemble(asked.request.scenario, {
        ...(asked.request.ensemble ?? { outputs: [] }),
        signal,
        onProgress: ({ done, planned, partial }) => {
          if (!partial || signal.aborted) return;
          mine.isCoarse = false;
          tell(asked, { kind: 'partial', result: partial, done, planned });
          if (asked.generation < newest) mine.controller.abort();
        }
      });
      tell(asked, { kind: 'ensemble', report });
    } catch (error) {
      if (!signal.aborted) tell(asked, { kind: 'failed', at: 'ensemble', error });
    } finally {
      band = null;
      goOn();
    }
  };

  const goOn = (): void => {
    if (!running && waiting) {
      const asked = waiting;
      waiting = null;
      void beginRun(asked);
    }
    if (!band && bandless) {
      const asked = bandless;
      bandless = null;
      void beginBand(asked);
    }
  };

  return {
    request: (request) => {
      waiting = { generation: ++newest, request };
      bandless = null;
      overtake();
      goOn();
      return newest;
    },
    stop: () => {
      silenced = newest;
      waiting = null;
      bandless = null;
      band?.controller.abort();
    }
  };
}
