import type { EnsembleOptions, EnsembleReport, RunOptions, RunReport, Simulator } from './simulator';
import type { EnsembleResult } from '$lib/analysis';
import type { Scenario } from '$lib/scenario';

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
  | { readonly kind: 'failed'; readonly error: unknown };

export interface Live {
  /** Asks for a scenario and gives the request's generation; everything older is dropped. */
  request(request: LiveRequest): number;
  /** Drops what is under way, without a successor. */
  stop(): void;
}

export type CreateLive = (
  simulator: Simulator,
  answer: (generation: number, scenario: Scenario, event: LiveEvent) => void
) => Live;
