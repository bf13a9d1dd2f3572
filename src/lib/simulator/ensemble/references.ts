import type { Backend, EnsembleRequest, NotFinite, Trajectory } from '$lib/engine';

/**
 * Runs of the reference, kept by block: the status quo does not change while a slider moves, so under the same plan its
 * runs need not be repeated. Bounded in memory; runs of another reference or plan make room, runs of the same one do not
 * (a plan that does not fit would only chase its own tail).
 */
export interface References {
  /** The reference's runs of a stretch, kept or computed. `key` names the reference, its plan and its outputs. */
  of(key: string, backend: Backend, request: EnsembleRequest): ReferenceRuns;
}

/** What a stretch of the reference's runs came to. */
export class ReferenceRuns {
  private readonly values: Float64Array;
  private readonly failures = new Map<number, NotFinite>();
  private readonly start: string;
  private readonly size: number;

  constructor(
    backend: Backend,
    private readonly request: EnsembleRequest
  ) {
    const { base, from, to } = request;
    this.size = base.save.length * (base.months + 1);
    this.values = new Float64Array(this.size * (to - from));
    let start = '';
    backend.ensemble(request, (run, outcome) => {
      if (!outcome.ok) return void this.failures.set(run, outcome.failure);
      start = outcome.trajectory.start;
      this.values.set(outcome.trajectory.values, (run - from) * this.size);
    });
    this.start = start;
  }

  get bytes(): number {
    return this.values.byteLength;
  }

  failure(run: number): NotFinite | undefined {
    return this.failures.get(run);
  }

  /** Its values are a view. Strokes are not kept: differences do not ask for them. */
  trajectory(run: number): Trajectory {
    const { base, from } = this.request;
    const at = (run - from) * this.size;
    const values = this.values.subarray(at, at + this.size);
    return { start: this.start, rows: base.months + 1, columns: base.save, values, strokes: [] };
  }
}

export function createReferences(mostBytes = 16 * 2 ** 20): References {
  const kept = new Map<string, { readonly key: string; readonly runs: ReferenceRuns }>();
  let bytes = 0;
  const makeRoom = (key: string, more: number): boolean => {
    for (const [place, entry] of kept) {
      if (bytes + more <= mostBytes) break;
      if (entry.key === key) continue;
      kept.delete(place);
      bytes -= entry.runs.bytes;
    }
    return bytes + more <= mostBytes;
  };
  return {
    of: (key, backend, request) => {
      const place = `${request.from} ${request.to} ${key}`;
      const known = kept.get(place);
      if (known) return known.runs;
      const runs = new ReferenceRuns(backend, request);
      if (makeRoom(key, runs.bytes)) {
        kept.set(place, { key, runs });
        bytes += runs.bytes;
      }
      return runs;
    }
  };
}
