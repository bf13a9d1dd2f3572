import type { Trajectory } from '$lib/engine';
import type { RunInputs } from '$lib/scenario';
import type { InfluenceEquation, InfluenceGraph } from './influence-graph';
import { tapeOf } from './tape';

/**
 * Values of every cell and partial derivative of every link at the start of each month of a run. Everything is worked out
 * again from the stocks with the engine's own operations, in the program's order: the values are the bits that the run
 * saved (a test holds them together).
 */
export interface InfluenceRun {
  readonly graph: InfluenceGraph;
  readonly rows: number;
  /** Value of a slot at the start of a month. */
  value(slot: number, month: number): number;
  /** Partial derivative of an equation for the given one of its reads. */
  derivative(equation: InfluenceEquation, read: number, month: number): number;
}

/** Expects a trajectory that holds `coursesNeeded`; RangeError where a column is missing. */
export function influenceRun(graph: InfluenceGraph, inputs: RunInputs, trajectory: Trajectory): InfluenceRun {
  const { program, equations, links } = graph;
  const { rows } = trajectory;
  const width = program.slots.length;
  const values = new Float64Array(rows * width);
  const derivatives = new Float64Array(rows * links);
  const stocks = program.rates.map(({ slot }) => {
    const { id } = program.slots[slot]!;
    const column = trajectory.columns.indexOf(id);
    if (column < 0) throw new RangeError(`The trajectory does not hold ${id}.`);
    return { slot, column };
  });
  const once = program.once.map(({ slot, node }) => ({ slot, tape: tapeOf(node, program.tables) }));
  const scratch = new Float64Array(Math.max(1, ...equations.map(({ tape }) => tape.reads.length)));

  for (let month = 0; month < rows; month++) {
    const x = values.subarray(month * width, (month + 1) * width);
    x[program.timeSlot] = month;
    x[program.stepSlot] = 1 / inputs.stepsPerMonth;
    for (const { slot, value } of program.defaults) x[slot] = value;
    for (const [id, value] of Object.entries(inputs.parameters)) x[program.slotOf[id]!] = value;
    for (const { id, slot, scale, default: standard } of program.inputs)
      x[slot] = (inputs.inputs[id]?.(month) ?? standard) * scale;
    for (const { slot, column } of stocks) x[slot] = trajectory.values[column * rows + month]!;
    for (const { slot, tape } of once) x[slot] = tape.value(x);
    for (const { slot, kind, tape, places, firstLink } of equations) {
      const value = tape.value(x);
      if (kind === 'value') x[slot] = value;
      tape.gradient(scratch, 0);
      places.forEach((place, read) => (derivatives[month * links + firstLink + read] = scratch[place]!));
    }
  }
  return {
    graph,
    rows,
    value: (slot, month) => values[month * width + slot]!,
    derivative: ({ firstLink }, read, month) => derivatives[month * links + firstLink + read]!
  };
}
