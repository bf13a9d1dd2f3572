import { EnsembleSummary } from '$lib/analysis';
import { compile, openBackend, type Backend, type RunOutcome, type RunRequest, type Trajectory } from '$lib/engine';
import type { Model } from '$lib/model';
import { toRunInputs, type Scenario } from '$lib/scenario';
import { runsOfBlock } from './blocks';
import type { Job, RunsForm } from './job';
import type { BlockRows, Encode } from './rows';
import { encodeCsv } from './runs-csv';
import { encodeParquet } from './runs-parquet';

/**
 * The work of one thread: it computes the blocks that it is given, sums them up as it goes, and encodes their rows where
 * every run is written. Its memory does not depend on how many blocks there are.
 */
const encoders: Readonly<Record<RunsForm, Encode>> = { csv: encodeCsv, parquet: encodeParquet };

/** Runs that a reference is computed ahead of its scenario: their values fit a processor's cache. */
const STRIDE = 16;

export interface Computing {
  readonly backend: Backend['kind'];
  /** Computes a block and adds it to the summary. Null where the job writes no rows. */
  block(block: number): BlockRows | null;
  /** The summary of all blocks since the last call; it starts anew. */
  takeSummary(): Uint8Array<ArrayBuffer>;
}

export async function openJob(job: Job): Promise<Computing> {
  const { model, plan, spec, outputs, form } = job;
  const program = compile(model);
  const requestOf = (scenario: Scenario): RunRequest => requestFor(model, scenario, spec.outputs);
  const main = await openBackend(program);
  const base = requestOf(job.scenario);
  // A back end binds one scenario at a time: the reference has one of its own.
  const references = job.reference
    ? referenceRuns(await openBackend(program), requestOf(job.reference), plan, spec.rows)
    : null;
  const taker = form && rowTaker(job);
  let summary = new EnsembleSummary(spec);

  const visit = (run: number, outcome: RunOutcome): void => {
    const reference = references?.of(run);
    if (!outcome.ok) summary.fail(run, outcome.failure);
    else if (reference && !reference.ok) summary.fail(run, reference.failure);
    else summary.add(run, outcome.trajectory, reference?.trajectory);
    if (outcome.ok) taker?.take(run, outcome.trajectory);
  };
  return {
    backend: main.kind,
    block: (block) => {
      const { from, to } = runsOfBlock(plan.runs, block);
      const stride = references ? STRIDE : to - from;
      for (let at = from; at < to; at += stride) {
        const end = Math.min(at + stride, to);
        references?.compute(at, end);
        main.ensemble({ base, plan, from: at, to: end }, visit);
      }
      return form && taker
        ? encoders[form]({ start: program.start, rows: spec.rows, outputs, ...taker.taken() })
        : null;
    },
    takeSummary: () => {
      const bytes = summary.toBytes();
      summary = new EnsembleSummary(spec);
      return bytes;
    }
  };
}

/** The request that a scenario is: shared with whoever checks a job before threads are started. */
export function requestFor(model: Model, scenario: Scenario, save: readonly string[]): RunRequest {
  return { ...toRunInputs(model, scenario), chance: null, save };
}

/** Keeps the outputs of the runs of one block, column by column. */
function rowTaker({ plan, spec, outputs }: Job): {
  take(run: number, trajectory: Trajectory): void;
  taken(): { readonly runs: readonly number[]; readonly columns: readonly Float64Array[] };
} {
  const { from, to } = runsOfBlock(plan.runs, 0);
  const { rows } = spec;
  const columns = outputs.map(() => new Float64Array((to - from) * rows));
  const places = outputs.map((output) => spec.outputs.indexOf(output));
  let runs: number[] = [];
  return {
    take: (run, { values }) => {
      const at = runs.length * rows;
      places.forEach((place, c) => columns[c]!.set(values.subarray(place * rows, (place + 1) * rows), at));
      runs.push(run);
    },
    taken: () => {
      const kept = { runs, columns: columns.map((values) => values.subarray(0, runs.length * rows)) };
      runs = [];
      return kept;
    }
  };
}

/** Runs of the reference, a stretch at a time; a trajectory is valid until the next stretch is computed. */
function referenceRuns(
  backend: Backend,
  base: RunRequest,
  plan: Job['plan'],
  rows: number
): { compute(from: number, to: number): void; of(run: number): RunOutcome } {
  const cells = rows * base.save.length;
  const kept = Array.from({ length: STRIDE }, () => new Float64Array(cells));
  const outcomes: RunOutcome[] = [];
  let first = 0;
  return {
    compute: (from, to) => {
      first = from;
      backend.ensemble({ base, plan, from, to }, (run, outcome) => {
        const place = run - from;
        if (!outcome.ok) outcomes[place] = outcome;
        else {
          kept[place]!.set(outcome.trajectory.values);
          const { start, columns } = outcome.trajectory;
          outcomes[place] = { ok: true, trajectory: { start, rows, columns, values: kept[place]!, strokes: [] } };
        }
      });
    },
    of: (run) => outcomes[run - first]!
  };
}
