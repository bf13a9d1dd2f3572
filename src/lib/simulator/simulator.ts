import type { EnsembleResult, SurveySpec, Threshold } from '$lib/analysis';
import type { RunOutcome } from '$lib/engine';
import type { Model } from '$lib/model';
import type { Cases, EnsembleSettings, Scenario } from '$lib/scenario';
import type { CaseFailure } from './cases/family';

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
  /**
   * Many runs of a scenario, drawn as `scenario.settings.ensemble` says, and their summary: the same bits for any number
   * of workers. A single run never waits behind more than one block of runs. Rejects with SimulatorError as `run` does,
   * and with `aborted` where the signal says so.
   */
  ensemble(scenario: Scenario, options: EnsembleOptions): Promise<EnsembleReport>;
  /**
   * One run of each case of a family, and chosen values of it: the same bits for any number of workers, and those of `run`
   * on the case's own scenario. A single run waits for one block at most. Rejects as `ensemble` does.
   */
  cases(cases: Cases, options: CasesOptions): Promise<CasesReport>;
  /**
   * Figures of many scenarios of one model, run by run under the same draws, and verdicts that need every month: a row of
   * numbers for each run. The same bits for any number of workers. Rejects as `ensemble` does.
   */
  survey(options: SurveyOptions): Promise<SurveyReport>;
  /** What computes here, as far as it is known: null before a model is open. The interpreter serves where there is no SIMD. */
  backend(): 'wasm' | 'interpreter' | null;
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

export interface CasesOptions {
  /** Cells of which values are wanted. */
  readonly outputs: readonly string[];
  /** Whole months, 0 to the settings' months of the base. */
  readonly months: readonly number[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly done: number; readonly planned: number }) => void;
}

export interface CasesReport {
  /** Value of output o in month m of case i: `values[(i * outputs.length + o) * months.length + m]`; NaN where the run failed. */
  readonly values: Float64Array;
  /** In ascending order of cases. */
  readonly failures: readonly CaseFailure[];
}

export interface SurveyOptions {
  readonly scenarios: readonly { readonly id: string; readonly scenario: Scenario }[];
  readonly spec: SurveySpec;
  /** How runs are drawn; their scenarios' own ensemble settings do not count. Without it the deterministic run alone. */
  readonly plan?: EnsembleSettings | null;
  /** Values of parameters by cell for all runs, also beyond what a scenario may set: a mechanism left out. Not drawn. */
  readonly parameters?: Readonly<Record<string, number>>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly done: number; readonly planned: number }) => void;
}

export interface SurveyReport {
  /** Rows of `widthOf(spec)` numbers, as `SurveySpec` lays them out, one for each run. */
  readonly rows: Float64Array;
  readonly runs: number;
}

export interface EnsembleOptions {
  /** Cells to summarise, in this order. */
  readonly outputs: readonly string[];
  readonly thresholds?: readonly Threshold[];
  /** Compared run by run under the same draws; the summary then has differences. Its own ensemble settings do not count. */
  readonly reference?: Scenario | null;
  /** Planned runs where they are not the scenario's: 1 to 100,000,000. */
  readonly runs?: number;
  /** Runs whose whole trajectories are wanted, by number, inside the range; `'all'` for every one. Saved are `outputs`. */
  readonly members?: readonly number[] | 'all';
  /** Takes the members in ascending order as soon as they are there; the report's `members` is then empty. */
  readonly onMember?: (member: Member) => void;
  /** Runs `from` to `to - 1` of the plan; without it all of them. */
  readonly range?: { readonly from: number; readonly to: number };
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: EnsembleProgress) => void;
  /** A first partial result comes as soon as exactly the first so many runs are in (default 128, 0 for none). */
  readonly coarse?: number;
  /** Whether the report carries the summary's bytes, for files and merging: EnsembleSummary.fromBytes reads them. */
  readonly bytes?: boolean;
}

export interface EnsembleProgress {
  readonly done: number;
  /** Runs in the range. */
  readonly planned: number;
  /** What the runs so far say: for the coarse stage, then every time that their number has grown eightfold. */
  readonly partial: EnsembleResult | null;
}

/** One run of an ensemble as a whole: a single future. */
export interface Member {
  readonly run: number;
  readonly outcome: RunOutcome;
}

export interface EnsembleReport {
  readonly result: EnsembleResult;
  /** In ascending order of runs. */
  readonly members: readonly Member[];
  /** The summary itself, where `bytes` asked for it. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}
