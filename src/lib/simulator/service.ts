import { compile, EngineError, interpret, saveable, type Program, type RunOutcome, type Trajectory } from '$lib/engine';
import type { Model } from '$lib/model';
import { fingerprint, toRunInputs, type Scenario } from '$lib/scenario';
import { reasonOf, type SimulatorErrorCode, type SimulatorErrorData } from './error';
import type { RunOptions, RunReport } from './simulator';

/**
 * The synchronous core of every simulator, on whichever thread: models made ready once, runs answered one by one. It
 * throws nothing; what went wrong is an answer, because errors lose their data on the way between threads.
 */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: SimulatorErrorCode; readonly data: SimulatorErrorData };

export interface Service {
  open(model: Model): Answer<null>;
  run(scenario: Scenario, options: RunOptions): Answer<RunReport>;
}

export function modelKey({ id, version }: { readonly id: string; readonly version: string }): string {
  return `${id}@${version}`;
}

interface Ready {
  readonly model: Model;
  readonly program: Program;
}

export function createService(): Service {
  const ready = new Map<string, Ready>();
  return {
    open: (model) =>
      answer('model-refused', () => {
        const key = modelKey(model);
        if (ready.get(key)?.model !== model) ready.set(key, { model, program: compile(model) });
        return null;
      }),
    run: (scenario, options) => {
      const key = modelKey(scenario.model);
      const found = ready.get(key);
      if (!found) return { ok: false, code: 'unknown-model', data: { model: key } };
      return answer('run-refused', () => report(found, scenario, options));
    }
  };
}

function answer<T>(code: SimulatorErrorCode, work: () => T): Answer<T> {
  try {
    return { ok: true, value: work() };
  } catch (thrown) {
    if (thrown instanceof EngineError) return { ok: false, code, data: { ...thrown.data, reason: thrown.code } };
    return { ok: false, code: 'failed', data: { reason: reasonOf(thrown) } };
  }
}

function report({ model, program }: Ready, scenario: Scenario, options: RunOptions): RunReport {
  const outputs = model.outputs.map((output) => output.cell);
  const wanted = savedCells(outputs, program, options.save ?? 'outputs');
  const outcome = interpret(program, {
    ...toRunInputs(model, scenario),
    chance: options.chance ?? null,
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
