import { compile, interpret, saveable } from '$lib/engine';
import type { ModelBundle } from '$lib/model';
import { parseScenario, toRunInputs } from '$lib/scenario';

/** One scenario that was run: what each cell, parameter or input stands at in a month. */
export interface Run {
  readonly id: string;
  readonly rows: number;
  /** Value of a cell at the start of month `row`; throws on an unknown id. */
  valueAt(id: string, row: number): number;
}

/**
 * Runs every preset and check scenario of a bundle once, by the interpreter, without chance, at the model's own
 * settings. Throws where a scenario does not read without notices or leaves the finite numbers.
 */
export function runAll({ model, presets, checkScenarios }: ModelBundle): ReadonlyMap<string, Run> {
  const program = compile(model);
  const save = saveable(program);
  const fixed = new Map([...model.parameters, ...model.constants].map(({ id, value }) => [id, value]));
  const runs = [...presets, ...checkScenarios].map(({ id, document }): Run => {
    const { scenario, notices } = parseScenario(document, model);
    if (!scenario || notices.length > 0) throw new Error(`${id}: ${JSON.stringify(notices)}`);
    const run = toRunInputs(model, scenario);
    const outcome = interpret(program, { ...run, chance: null, save });
    if (!outcome.ok) throw new Error(`${id}: ${JSON.stringify(outcome.failure)}`);
    const { rows, columns, values } = outcome.trajectory;
    const columnOf = new Map(columns.map((cell, column) => [cell, column]));
    const valueAt = (cell: string, row: number): number => {
      const column = columnOf.get(cell);
      if (column !== undefined) return values[column * rows + row] ?? Number.NaN;
      const number = run.parameters[cell] ?? fixed.get(cell);
      if (number !== undefined) return number;
      const input = model.inputs.find((one) => one.id === cell);
      if (!input) throw new Error(`no such cell: ${cell}`);
      return (run.inputs[cell]?.(row) ?? input.default) * input.scale;
    };
    return { id, rows, valueAt };
  });
  return new Map(runs.map((run) => [run.id, run]));
}
