import type { Equation, Model } from '$lib/model';
import { EngineError } from '../error';
import type { Assignment, Program, ProgramEvent } from '../program';
import { setsOf } from './cells';
import { orderInitials } from './initials';
import type { HiddenStock } from './memory';
import { constant, needsOf } from './nodes';
import { addCells, addDefaults, addDeviations, SlotTable } from './slot-table';
import { translate, type Additions, type Names } from './translate';
import { uncertainOf, withDeviation } from './uncertain';

/**
 * A checked model to a program: definitions are expanded to cells, names bound to slots, and variables that depend on
 * constants, parameters and switches only are set apart, to be computed once a run. Every cell is kept, needed or not,
 * because any can be saved. The work grows linearly with the size of the expanded formulas.
 *
 * Throws EngineError (unknown-cell, unknown-name, bad-order, initial-loop) for a model that has not been checked.
 */
export function compile(model: Model): Program {
  const table = new SlotTable();
  const sets = setsOf(model.sets);
  const timeSlot = table.add('time', 'time', 'month');
  const inputs = model.inputs.map(({ id, equationUnit, scale, default: value }) => ({
    id,
    slot: table.add(id, 'input', equationUnit),
    scale,
    default: value
  }));
  const defaults = addDefaults(table, model);
  const deviations = addDeviations(table, model);
  const deviationOf = new Map(deviations.map(({ cell, slot }) => [cell, slot]));
  for (const { slot } of deviations) defaults.push({ slot, value: 0 });
  const stocks = addCells(table, 'stock', model.stocks, sets);
  const variables = addCells(table, 'variable', model.variables, sets);
  const stepSlot = table.add('#step', 'hidden', 'month');

  const names: Names = {
    sets,
    slotOf: new Map(table.slotOf),
    tableOf: new Map(model.lookups.map(({ id }, index) => [id, index])),
    switches: new Map(model.switches.map(({ id, choices }) => [id, { slot: slotOf(id), choices }])),
    timeSlot,
    stepSlot
  };
  const hidden: HiddenStock[] = [];
  let draws = 0;
  const additions: Additions = {
    newSlot: (cell) => table.addHidden(cell),
    newDraw: () => draws++,
    stocks: hidden
  };
  const nodeOf = (equation: Equation, cell: string, bindings: ReadonlyMap<string, string>): Assignment['node'] =>
    translate(equation.expression, cell, bindings, names, additions);

  const equations = new Map(
    variables.map(({ id, slot, definition, bindings }) => [
      id,
      { slot, node: nodeOf(definition.equation, id, bindings) }
    ])
  );
  const { once, each } = divide(inOrder(model, equations), new Set(defaults.map(({ slot }) => slot)));

  const rates = stocks.map(({ id, slot, definition, bindings }) => ({
    slot,
    node: nodeOf(definition.rate, id, bindings)
  }));
  const initialOf = new Map(model.stocks.flatMap(({ initial }) => initial.map((value) => [value.cell, value])));
  const initials = stocks.map(({ id, slot, definition, bindings }) => {
    const initial = initialOf.get(id);
    if (!initial) throw new EngineError('unknown-cell', { cell: id, where: 'initial' });
    if ('value' in initial) return { slot, node: constant(initial.value) };
    const node = nodeOf(initial.equation, id, bindings);
    const deviation = deviationOf.get(id);
    return { slot, node: deviation === undefined ? node : withDeviation(node, deviation, definition) };
  });
  const events: ProgramEvent[] = model.events.map(({ id, rate, magnitude, quietMonths, effects }) => ({
    id,
    rate: nodeOf(rate, id, new Map()),
    ...magnitude,
    quietMonths,
    effects: effects.map(({ stock, direction, factor }) => ({ slot: slotOf(stock, id), direction, factor }))
  }));

  const stocksAndHidden = [...initials, ...hidden.map(({ slot, initial }) => ({ slot, node: initial }))];
  return {
    model: { id: model.id, version: model.version },
    slots: table.slots,
    slotOf: Object.fromEntries(table.slotOf),
    timeSlot,
    stepSlot,
    inputs,
    defaults,
    once,
    initial: orderInitials(stocksAndHidden, each, table.slots),
    each,
    rates: [...rates, ...hidden.map(({ slot, rate }) => ({ slot, node: rate }))],
    events,
    tables: model.lookups.map(({ x, y }) => ({ x, y })),
    draws,
    withChance: Object.entries(model.withChance ?? {}).map(([id, choice]) => ({
      slot: slotOf(id, 'withChance'),
      value: choiceOf(model, id, choice)
    })),
    uncertain: uncertainOf(model, slotOf, deviations),
    start: model.time.start,
    months: model.time.months
  };

  function slotOf(id: string, where = 'model'): number {
    const slot = table.slotOf.get(id);
    if (slot === undefined) throw new EngineError('unknown-cell', { cell: id, where });
    return slot;
  }
}

function choiceOf({ switches }: Model, id: string, choice: string): number {
  const index = switches.find((each) => each.id === id)?.choices.indexOf(choice) ?? -1;
  if (index < 0) throw new EngineError('unknown-name', { name: choice, where: id });
  return index;
}

/** The assignments of the variables in the model's order of computation, which must name each exactly once. */
function inOrder(model: Model, equations: ReadonlyMap<string, Assignment>): readonly Assignment[] {
  const placed = new Set<string>();
  const assignments = model.order.map((id) => {
    const equation = equations.get(id);
    if (!equation || placed.has(id)) throw new EngineError('bad-order', { cell: id });
    placed.add(id);
    return equation;
  });
  const missing = [...equations.keys()].find((id) => !placed.has(id));
  if (missing !== undefined) throw new EngineError('bad-order', { cell: missing });
  return assignments;
}

/** Sets apart what needs nothing but the values that a run starts with. */
function divide(
  assignments: readonly Assignment[],
  fixed: Set<number>
): { once: readonly Assignment[]; each: readonly Assignment[] } {
  const once: Assignment[] = [];
  const each: Assignment[] = [];
  for (const assignment of assignments) {
    const { slots, draws } = needsOf(assignment.node);
    const isFixed = !draws && [...slots].every((slot) => fixed.has(slot));
    (isFixed ? once : each).push(assignment);
    if (isFixed) fixed.add(assignment.slot);
  }
  return { once, each };
}
