import {
  compile,
  hasLanes,
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
import type { CasesPart, CasesTask } from './cases/family';
import type { Block, Gathered, Part, Source } from './ensemble/part';
import { createReferences } from './ensemble/references';
import type { EnsembleTask } from './ensemble/task';
import { SimulatorError } from './error';
import type { SurveyTask } from './survey/rows';
import { modelKey } from './model-key';
import type { Member, RunOptions, RunReport } from './simulator';

/**
 * The core of every simulator, on whichever thread: models made ready once, runs answered one by one, ensembles block by
 * block. Between two blocks it lets messages in, so a single run waits for one block at most, and an ensemble that was
 * dropped computes none. It throws nothing.
 *
 * What only some need comes later: the interpreter answers single runs until the emitter has been loaded and the module
 * compiled, and what summarises ensembles is loaded with the first one. The bits do not depend on it.
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
  ): Promise<Answer<Gathered>>;
  /** Runs cases of a family. */
  cases(task: CasesTask): Promise<Answer<CasesPart>>;
  /** Rows of a survey. */
  survey(task: SurveyTask): Promise<Answer<Float64Array<ArrayBuffer>>>;
  /** Forgets an ensemble, finished or not. */
  drop(id: number): void;
}

const loadPart = () => import('./ensemble/part');
type PartRoom = Awaited<ReturnType<typeof loadPart>>;

/** A model made ready. Its back end gets better once: `settled` when that has happened, or cannot. */
interface Ready extends Source {
  backend: Backend;
  readonly kind: Backend['kind'];
  settled: Promise<void>;
}

export function createService(prefer: Backend['kind'] = 'wasm'): Service {
  const ready = new Map<string, Ready>();
  let references = createReferences();
  const parts = new Map<number, Part>();
  const dropped = new Set<number>();
  let waiting = 0;
  let turn = Promise.resolve();

  const sourceOf = (scenario: Scenario): Ready => {
    const key = modelKey(scenario.model);
    const found = ready.get(key);
    if (!found) throw new SimulatorError('unknown-model', { model: key });
    return found;
  };
  const partOf = (task: EnsembleTask, { Part: Kind }: PartRoom): Part => {
    if (dropped.has(task.id)) throw new SimulatorError('aborted');
    const known = parts.get(task.id);
    if (known) return known;
    const part = new Kind(sourceOf(task.scenario), references, task);
    parts.set(task.id, part);
    return part;
  };
  /** What an ensemble needs: its room, and the back end that is to stay. Unknown models are told of later. */
  const roomFor = async ({ scenario }: EnsembleTask): Promise<PartRoom> => {
    const [room] = await Promise.all([loadPart(), ready.get(modelKey(scenario.model))?.settled]);
    return room;
  };

  return {
    open: async (model) => {
      const key = modelKey(model);
      const known = ready.get(key);
      if (known?.model === model) return { ok: true, value: known.kind };
      try {
        const program = compile(model);
        const backend = await openBackend(program, 'interpreter');
        // What was kept of another model with this name is of no use any more.
        if (known) references = createReferences();
        const kind = prefer === 'wasm' && hasLanes() ? 'wasm' : 'interpreter';
        const source: Ready = { model, program, backend, kind, settled: Promise.resolve() };
        if (kind === 'wasm') {
          source.settled = openBackend(program, kind).then(
            (better) => void (source.backend = better),
            // The emitter could not be loaded: the interpreter goes on.
            () => undefined
          );
        }
        ready.set(key, source);
        return { ok: true, value: kind };
      } catch (thrown) {
        return refusal('model-refused', thrown);
      }
    },
    run: (scenario, options) => answer('run-refused', () => report(sourceOf(scenario), scenario, options)),
    block: async (task, block) => {
      waiting += 1;
      turn = turn.then(breath);
      await turn;
      const room = await roomFor(task);
      const given = answer('run-refused', () => partOf(task, room).block(block));
      waiting -= 1;
      // Nobody is left who could still ask for what was dropped.
      if (waiting === 0) dropped.clear();
      return given;
    },
    handOver: (id, stage) => answer('failed', () => parts.get(id)?.handOver(stage) ?? null),
    gather: async (task, stage, given, wantsBytes) => {
      const room = await roomFor(task);
      return answer('failed', () => partOf(task, room).gather(stage, given, wantsBytes));
    },
    cases: async (task) => {
      turn = turn.then(breath);
      await turn;
      const source = answer('run-refused', () => sourceOf(task.cases.base));
      if (!source.ok) return source;
      const [{ computeCases }] = await Promise.all([import('./cases/family'), source.value.settled]);
      return answer('run-refused', () => computeCases(source.value, task));
    },
    survey: async (task) => {
      turn = turn.then(breath);
      await turn;
      const [first] = task.scenarios;
      if (!first) return { ok: true, value: new Float64Array(0) };
      const source = answer('run-refused', () => sourceOf(first.scenario));
      if (!source.ok) return source;
      const [{ computeRows }] = await Promise.all([import('./survey/rows'), source.value.settled]);
      return answer('run-refused', () => computeRows(source.value, task));
    },
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
