import { EngineError } from '../error';
import type { RunOutcome, RunRequest } from '../run';

/**
 * What an ensemble is asked for, and how its runs are computed. Run r of a plan is a function of (program, request,
 * plan, r) alone: the same alone, in any pool, in any order, in either back end.
 */
export interface EnsemblePlan {
  /** Planned runs in all, 1 to 100,000,000: Latin hypercubes and Sobol sequences are laid out for them. */
  readonly runs: number;
  /** 0 to 2^53 - 1. */
  readonly seed: number;
  /** Whether parameters and initial values are drawn, and from which ranges. */
  readonly uncertainty: 'none' | 'narrow' | 'wide';
  readonly sampling: 'random' | 'latin-hypercube' | 'sobol';
  /** Random events, and draws in equations. */
  readonly chance: boolean;
}

/** Runs `from` to `to - 1` of a plan; `base.chance` is ignored, the plan decides. */
export interface EnsembleRequest {
  readonly base: RunRequest;
  readonly plan: EnsemblePlan;
  readonly from: number;
  readonly to: number;
}

export interface Backend {
  readonly kind: 'wasm' | 'interpreter';
  /** Throws EngineError (out-of-range, unknown-cell, too-large) for a request that cannot be run. */
  run(request: RunRequest): RunOutcome;
  /**
   * Calls `visit` in ascending order of runs. The values of a trajectory are valid during the call only: a view that is
   * used again; nor may `visit` use this back end. Throws EngineError as `run` does.
   */
  ensemble(request: EnsembleRequest, visit: (run: number, outcome: RunOutcome) => void): void;
  /**
   * Many single runs, each of its own request: the bits of `run` on each, about twice as fast where neighbours share
   * their settings, what is saved and what is forced (the same array). Inputs that share their function of time cost
   * least. Calls `visit` in order, under the rules of `ensemble`. Throws EngineError as `run` does.
   */
  batch(requests: readonly RunRequest[], visit: (index: number, outcome: RunOutcome) => void): void;
}

export const MAXIMUM_RUNS = 100_000_000;

/** Throws EngineError out-of-range for a plan or a stretch of runs that is none. */
export function checkEnsemble({ plan, from, to }: EnsembleRequest): void {
  demand('runs', plan.runs, 1, MAXIMUM_RUNS);
  demand('seed', plan.seed, 0, Number.MAX_SAFE_INTEGER);
  demand('from', from, 0, plan.runs);
  demand('to', to, from, plan.runs);
}

function demand(name: string, value: number, minimum: number, maximum: number): void {
  if (Number.isInteger(value) && minimum <= value && value <= maximum) return;
  throw new EngineError('out-of-range', { name, value: String(value), minimum, maximum });
}

/** The single-run request of one run, without what is drawn: with the seed and the number of the run, or without chance. */
export function requestOf({ base, plan }: EnsembleRequest, run: number): RunRequest {
  return { ...base, chance: plan.chance ? { seed: plan.seed, run } : null };
}
