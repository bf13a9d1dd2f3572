import type { Trajectory } from '$lib/engine';
import type { Expression } from '$lib/language';
import type { Model } from '$lib/model';
import { inputAt, type Scenario } from '$lib/scenario';
import { CheckError } from './error';
import { cellOf, type Scope } from './value-of';

/**
 * What names mean in a check. In `holds`, a scenario's name called with a cell is a figure of its run, and parameters
 * and constants stand at the model's values. In `always`, names are the cells of one month of one scenario.
 */
type Call = Extract<Expression, { kind: 'call' }>;

function unknown(name: string): never {
  throw new CheckError('unknown-name', { name });
}

function elementsOf(model: Model, name: string): readonly string[] {
  return model.sets.find((set) => set.name === name)?.elements ?? unknown(name);
}

function fixedValue(model: Model, id: string): number | undefined {
  return (model.parameters.find((one) => one.id === id) ?? model.constants.find((one) => one.id === id))?.value;
}

function valueAt({ columns, rows, values }: Trajectory, cell: string, month: number): number {
  const column = columns.indexOf(cell);
  if (column < 0) return unknown(cell);
  if (!Number.isInteger(month) || month < 0 || month >= rows)
    throw new CheckError('bad-month', { month, months: rows - 1 });
  return values[column * rows + month] ?? NaN;
}

/** A month given as a literal argument, or the one that stands for a missing argument. */
function monthOf(argument: Expression | undefined, otherwise: number): number {
  if (!argument) return otherwise;
  return argument.kind === 'number' ? argument.value : NaN;
}

function cellArgument(call: Call, bound: Scope['bound']): string {
  const [cell] = call.arguments;
  return cell?.kind === 'reference' ? cellOf(cell.name, cell.subscripts, bound) : unknown(call.name);
}

/** Names of a `holds` check. `run` gives the trajectory of a scenario by its id. */
export function scenarioScope(model: Model, run: (id: string) => Trajectory): Scope {
  const peak = (call: Call, bound: Scope['bound']): number => {
    const [inner, from] = call.arguments;
    if (inner?.kind !== 'call') return unknown(call.name);
    const trajectory = run(inner.name);
    const first = monthOf(from, 0);
    let greatest = valueAt(trajectory, cellArgument(inner, bound), first);
    for (let month = first; month < trajectory.rows; month++) {
      greatest = Math.max(greatest, valueAt(trajectory, cellArgument(inner, bound), month));
    }
    return greatest;
  };
  return {
    cell: (id) => fixedValue(model, id) ?? unknown(id),
    call: (call, { bound }) => {
      if (call.name === 'peak') return peak(call, bound);
      const trajectory = run(call.name);
      return valueAt(trajectory, cellArgument(call, bound), monthOf(call.arguments[1], trajectory.rows - 1));
    },
    elements: (set) => elementsOf(model, set),
    stands: (name, choice) => model.switches.find((one) => one.id === name)?.default === choice,
    bound: new Map()
  };
}

/** Names of an `always` check in one month. */
export function monthScope(model: Model, scenario: Scenario, trajectory: Trajectory, month: number): Scope {
  return {
    cell: (id) => {
      if (id === 'time') return month;
      if (trajectory.columns.includes(id)) return valueAt(trajectory, id, month);
      const input = model.inputs.find((one) => one.id === id);
      if (input) return inputAt(model, scenario, id, month) * input.scale;
      return scenario.parameters[id] ?? fixedValue(model, id) ?? unknown(id);
    },
    call: (call) => unknown(call.name),
    elements: (set) => elementsOf(model, set),
    stands: (name, choice) =>
      (scenario.switches[name] ?? model.switches.find((one) => one.id === name)?.default) === choice,
    bound: new Map()
  };
}
