import {
  compile,
  openBackend,
  saveable,
  type Backend,
  type Program,
  type RunOutcome,
  type Trajectory
} from '$lib/engine';
import type { Model } from '$lib/model';
import { fingerprint, toRunInputs, type Scenario } from '$lib/scenario';
import { answer, refusal, type Answer } from './answer';
import { breath } from './breath';
import { Part, type Block, type Gathered, type Source } from './ensemble/part';
import { createReferences } from './ensemble/references';
import { modelKey, type EnsembleTask } from './ensemble/task';
import { SimulatorError } from './error';
import type { Member, RunOptions, RunReport } from './simulator';

/**
 * The core of every simulator, on whichever thread: models made ready once, runs answered one by one, ensembles block by
 * block. Between two blocks it lets messages in, so a single run waits for one block at most, and an ensemble that was
 * dropped computes none. It throws nothing.
 */
export interface Service {
  /** What will compute the model's runs. */
  open(model: Model): Promise<Answer<Backend['kind']>>;
  run(scenario: Scenario, options: RunOptions): Answer<RunReport>;
  /** Computes a block of an ensemble after those that came before it; gives the members that were wanted. */
  block(task: EnsembleTask, block: Block): Promise<Answer<readonly Member[]>>;
  /** The bytes of what has been computed of a stage, which is forgotten here. */
  handOver(id: number, stage: number): Answer<Uint8Array<ArrayBuffer> | null>;
  gather(
    task: EnsembleTask,
    stage: number,
    parts: readonly Uint8Array<ArrayBuffer>[],
    wantsBytes: boolean
  ): Answer<Gathered>;
  /** Forgets an ensemble, finished or not. */
  drop(id: number): void;
}

export function createService(prefer: Backend['kind'] = 'wasm'): Service {
  const ready = new Map<string, Source>();
  let references = createReferences();
  const parts = new Map<number, Part>();
  const dropped = new Set<number>();
  let waiting = 0;
  let turn = Promise.resolve();

  const sourceOf = (scenario: Scenario): Source => {
    const key = modelKey(scenario.model);
    const found = ready.get(key);
    if (!found) throw new SimulatorError('unknown-model', { model: key });
    return found;
  };
  const partOf = (task: EnsembleTask): Part => {
    if (dropped.has(task.id)) throw new SimulatorError('aborted');
    const known = parts.get(task.id);
    if (known) return known;
    const part = new Part(sourceOf(task.scenario), references, task);
    parts.set(task.id, part);
    return part;
  };

  return {
    open: async (model) => {
      const key = modelKey(model);
      const known = ready.get(key);
      if (known?.model === model) return { ok: true, value: known.backend.kind };
      try {
        const program = compile(model);
        const backend = await openBackend(program, prefer);
        // What was kept of another model with this name is of no use any more.
        if (known) references = createReferences();
        ready.set(key, { model, program, backend });
        return { ok: true, value: backend.kind };
      } catch (thrown) {
        return refusal('model-refused', thrown);
      }
    },
    run: (scenario, options) => answer('run-refused', () => report(sourceOf(scenario), scenario, options)),
    block: async (task, block) => {
      waiting += 1;
      turn = turn.then(breath);
      await turn;
      const given = answer('run-refused', () => partOf(task).block(block));
      waiting -= 1;
      // Nobody is left who could still ask for what was dropped.
      if (waiting === 0) dropped.clear();
      return given;
    },
    handOver: (id, stage) => answer('failed', () => parts.get(id)?.handOver(stage) ?? null),
    gather: (task, stage, given, wantsBytes) => answer('failed', () => partOf(task).gather(stage, given, wantsBytes)),
    drop: (id) => {
      parts.delete(id);
      if (waiting > 0) dropped.add(id);
    }
  };
}

function report({ model, program, backend }: Source, scenario: Scenario, options: RunOptions): RunReport {
  const outputs = model.outputs.map((output) => output.cell);
  const wanted = savedCells(outputs, program, options.save ?? 'outputs');
  const chance = options.chance ?? null;
  const outcome = backend.run({
    ...toRunInputs(model, scenario, { chance: chance !== null }),
    chance,
    save: [...new Set([...outputs, ...wanted])]
  });
  if (!outcome.ok) return { outcome, fingerprint: null };
  const covered = select(outcome.trajectory, outputs);
  return { outcome: narrowed(outcome, wanted), fingerprint: fingerprint(covered) };
}

function savedCells(
  outputs: readonly string[],
  program: Program,
  save: NonNullable<RunOptions['save']>
): readonly string[] {
  if (save === 'outputs') return outputs;
  return save === 'all' ? [...new Set([...outputs, ...saveable(program)])] : save;
}

function select({ rows, columns, values }: Trajectory, cells: readonly string[]): Float64Array[] {
  const place = new Map(columns.map((cell, i) => [cell, i]));
  return cells.map((cell) => {
    const column = place.get(cell) ?? 0;
    return values.subarray(column * rows, (column + 1) * rows);
  });
}

/** The same outcome with the asked cells only, in the asked order. */
function narrowed(outcome: RunOutcome & { readonly ok: true }, cells: readonly string[]): RunOutcome {
  const { trajectory } = outcome;
  const values = new Float64Array(cells.length * trajectory.rows);
  select(trajectory, cells).forEach((column, i) => values.set(column, i * trajectory.rows));
  return { ok: true, trajectory: { ...trajectory, columns: [...cells], values } };
}
