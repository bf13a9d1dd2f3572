import type { EnsembleSpec } from '$lib/analysis';
import type { EnsemblePlan } from '$lib/engine';
import type { Model } from '$lib/model';
import type { Scenario } from '$lib/scenario';

/** How every run is written: as Parquet or as comma-separated values. */
export type RunsForm = 'parquet' | 'csv';

/** What a thread needs to compute blocks: plain data, so that it can be sent. */
export interface Job {
  readonly model: Model;
  readonly scenario: Scenario;
  /** Run beside the scenario under the same draws, for differences. */
  readonly reference: Scenario | null;
  readonly plan: EnsemblePlan;
  readonly spec: EnsembleSpec;
  /** Outputs that are written, in order: all of the specification's but those that only a threshold asks for. */
  readonly outputs: readonly string[];
  /** Form of the rows that each block brings along; null where runs are not written. */
  readonly form: RunsForm | null;
}
