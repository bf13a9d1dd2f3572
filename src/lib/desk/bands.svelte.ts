import type { EnsembleResult } from '$lib/analysis';
import type { Scenario } from '$lib/scenario';
import type { Member } from '$lib/simulator';

/**
 * What many drawn runs of a scenario said last, and what a person wants to see of it. A result stays in view until a
 * newer one is there, and always with the scenario that it belongs to, so that it can be told from the line's own.
 */
export interface Banded {
  readonly scenario: Scenario;
  readonly result: EnsembleResult;
  /** Single futures, where they were asked for and all runs are in. */
  readonly members: readonly Member[];
}

export class Bands {
  latest = $state.raw<Banded | null>(null);
  /** Whether single futures are shown as lines. */
  singles = $state(false);
  /** The output that is in view beside those of the headline. */
  further = $state<string | null>(null);
  /** The last ensemble could not be computed. */
  failed = $state(false);
  /** Runs at most, where this browser is slow at them; null for no limit. */
  limit = $state<number | null>(null);
  /** Axes in use, by cell: see steadyDomain. Not reactive: they follow what is drawn. */
  readonly axes: Record<string, readonly [number, number]> = {};

  take(banded: Banded): void {
    this.failed = false;
    const { latest } = this;
    // Something more is asked of the same runs: what they have said already is not taken back for a coarse beginning.
    if (latest?.scenario === banded.scenario && latest.result.runs > banded.result.runs) return;
    this.latest = banded;
  }

  fail(): void {
    this.failed = true;
    this.latest = null;
  }

  clear(): void {
    this.failed = false;
    this.latest = null;
  }
}
