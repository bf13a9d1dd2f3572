import type { RunOutcome } from '$lib/engine';
import type { Model } from '$lib/model';
import type { Scenario } from '$lib/scenario';

/**
 * The one asynchronous door to results. Nothing above this room knows whether a worker, a pool or the calling thread
 * computes; Comlink lives in here and nowhere else.
 */
export interface Simulator {
  /** Makes a model ready; its id@version names it in scenarios. Opening it again is free. */
  open(model: Model): Promise<void>;
  /**
   * One deterministic run. Saves the given cells (default: all the model's outputs).
   * Rejects only with SimulatorError (unknown model, closed, worker died twice).
   */
  run(scenario: Scenario, options?: RunOptions): Promise<RunReport>;
  close(): void;
}

export interface RunOptions {
  /** Random events and draws of one numbered run of a seed; without it the run is the deterministic one. */
  readonly chance?: { readonly seed: number; readonly run: number };
  /** Cells to save; `'outputs'` (default) or `'all'` saved quantities: outputs, stocks and variables. */
  readonly save?: readonly string[] | 'outputs' | 'all';
}

export interface RunReport {
  readonly outcome: RunOutcome;
  /** Fingerprint of the model's outputs over the whole run (13 characters), or null where the run failed. */
  readonly fingerprint: string | null;
}
