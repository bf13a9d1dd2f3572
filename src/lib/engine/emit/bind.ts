import type { Prepared } from '../interpret/prepare';
import { bindRequest, type BoundRequest } from '../interpret/request';
import type { Program, UncertainQuantity } from '../program';
import type { RunRequest } from '../run';
import { SHAPES } from './draw';
import { CELL, DRAW_ENTRY, FORCED_ENTRY, LOG_ENTRY, drawEntry, header, type Layout } from './layout';
import type { SharedMemory } from './shared-memory';

/**
 * What a request brings into memory: once a request, whatever the number of its runs. Behind the fixed cells lie places
 * and values of inputs, places of saved registers, forced strokes, the saved cells, the log of strokes and the tables of
 * the draws.
 */
export interface Setup {
  readonly program: Program;
  readonly prepared: Prepared;
  readonly layout: Layout;
  readonly memory: SharedMemory;
}

/** Throws EngineError as `interpret` does. `drawn`: the uncertainty that runs are drawn from, or null for none. */
export function bind(setup: Setup, request: RunRequest, drawn: 'narrow' | 'wide' | null): BoundRequest {
  const { program, layout, memory } = setup;
  const bound = bindRequest(program, request);
  const isEuler = request.integrator === 'euler';
  const perMonth = request.stepsPerMonth;
  const times = request.months * perMonth * (isEuler ? 1 : 3) + 1;
  const inputs = 1 + bound.inputs.length;
  const strokes = bound.forced.length + (request.chance ? request.months * program.events.length : 0);
  const quantities = drawn ? quantitiesOf(program, bound) : [];
  const tables = quantities.reduce((sum, { quantity }) => sum + tableOf(quantity, drawn).length, 0);

  let next = layout.end;
  const take = (bytes: number): number => {
    const address = next;
    next = Math.ceil((address + bytes) / CELL) * CELL;
    return address;
  };
  const inputPlaces = take(inputs * 4);
  const inputValues = take(times * inputs * 8);
  const inputMoves = take(times * 4);
  const savePlaces = take(bound.columns.length * 4);
  const forced = take(bound.forced.length * FORCED_ENTRY);
  const saved = take(bound.rows * bound.columns.length * CELL);
  const log = take(strokes * LOG_ENTRY);
  const firstTable = take(tables * 8);
  memory.reserve(next);

  const words: Readonly<Record<number, number>> = {
    [header.months]: request.months,
    [header.steps]: perMonth,
    [header.method]: isEuler ? 0 : 1,
    [header.inputCount]: inputs,
    [header.inputPlaces]: inputPlaces,
    [header.inputValues]: inputValues,
    [header.inputMoves]: inputMoves,
    [header.saveCount]: bound.columns.length,
    [header.savePlaces]: savePlaces,
    [header.saved]: saved,
    [header.forcedCount]: bound.forced.length,
    [header.forced]: forced,
    [header.chance]: request.chance ? 1 : 0,
    [header.log]: log
  };
  for (const [address, value] of Object.entries(words)) memory.word(Number(address), value);
  const dt = 1 / perMonth;
  memory.both(layout.fixed('dt'), dt);
  memory.both(layout.fixed('halfDt'), dt / 2);
  memory.both(layout.fixed('sixthDt'), dt / 6);
  memory.mask(layout.fixed('chanceMask'), request.chance !== null);
  writeInputs(setup, inputPlaces, inputValues, inputMoves, request, bound);
  bound.columns.forEach((slot, i) => memory.word(savePlaces + i * 4, layout.register(slot)));
  bound.forced.forEach(({ month, event, magnitude }, i) => {
    const entry = forced + i * FORCED_ENTRY;
    memory.word(entry, month);
    memory.word(entry + 4, event);
    memory.double(entry + 8, magnitude);
  });
  writeValues(setup, request, bound);
  writeDraws(setup, quantities, drawn, firstTable);
  return bound;
}

/** Defaults, the request's values in their place, and its initial values. */
function writeValues({ program, layout, memory }: Setup, request: RunRequest, bound: BoundRequest): void {
  for (const { slot, value } of program.defaults) memory.both(layout.register(slot), value);
  for (const { slot, scale, default: value } of program.inputs) memory.both(layout.register(slot), value * scale);
  for (const { slot, value } of bound.parameters) memory.both(layout.register(slot), value);
  memory.both(layout.register(program.stepSlot), 1 / request.stepsPerMonth);
  program.initial.forEach(({ slot }, index) => {
    const value = bound.initial.get(slot);
    memory.mask(layout.overrideMask(index), value !== undefined);
    memory.both(layout.overrideValue(index), value ?? 0);
  });
}

interface Numbered {
  readonly quantity: UncertainQuantity;
  readonly index: number;
}

/** The quantities that the request leaves to chance: what it sets itself is not drawn. */
function quantitiesOf(program: Program, bound: BoundRequest): readonly Numbered[] {
  const held = new Set(bound.parameters.map(({ slot }) => slot));
  return program.uncertain.quantities
    .map((quantity, index) => ({ quantity, index }))
    .filter(({ quantity: { slot, target } }) => !(target === 'initial' ? bound.initial.has(slot) : held.has(slot)));
}

function tableOf(quantity: UncertainQuantity, drawn: 'narrow' | 'wide' | null): readonly number[] {
  if (!drawn) return [];
  const { shape, terms } = quantity[drawn];
  return shape === 'beta' ? terms : [];
}

function writeDraws(
  { program, layout, memory }: Setup,
  quantities: readonly Numbered[],
  drawn: 'narrow' | 'wide' | null,
  firstTable: number
): void {
  const { sectors, loading } = program.uncertain;
  const initialOf = new Map(program.initial.map(({ slot }, index) => [slot, index]));
  const addressOf = ({ slot, target }: UncertainQuantity): number => {
    if (target === 'parameter') return layout.register(slot);
    const index = initialOf.get(slot)!;
    memory.mask(layout.overrideMask(index), true);
    return layout.overrideValue(index);
  };
  let entry = layout.drawn;
  let table = firstTable;
  for (const [number, shape] of SHAPES.entries()) {
    const chosen = drawn ? quantities.filter(({ quantity }) => quantity[drawn].shape === shape) : [];
    memory.word(header.drawn + number * 4, chosen.length);
    for (const { quantity, index } of chosen) {
      const { sector, direction } = quantity;
      memory.word(entry + drawEntry.target, addressOf(quantity));
      memory.word(entry + drawEntry.sector, Math.max(sector, 0) * CELL);
      memory.word(entry + drawEntry.own, (sectors.length + index) * CELL);
      memory.word(entry + drawEntry.table, table);
      memory.double(entry + drawEntry.loading, sector < 0 || !drawn ? 0 : loading[drawn]);
      memory.words.fill(
        direction === 1 ? 0 : -1,
        (entry + drawEntry.mirrored) / 4,
        (entry + drawEntry.mirrored) / 4 + 2
      );
      const knots = tableOf(quantity, drawn);
      memory.doubles.set(knots, table / 8);
      table += knots.length * 8;
      if (drawn && knots.length === 0) memory.doubles.set(quantity[drawn].terms, (entry + drawEntry.terms) / 8);
      entry += DRAW_ENTRY;
    }
  }
}

/** One row of inputs for each time at which the integrator reads them: the very times of the interpreter. */
function writeInputs(
  { program, layout, memory }: Setup,
  places: number,
  values: number,
  moves: number,
  request: RunRequest,
  bound: BoundRequest
): void {
  memory.word(places, layout.register(program.timeSlot));
  bound.inputs.forEach(({ slot }, i) => memory.word(places + 4 + i * 4, layout.register(slot)));
  const { doubles } = memory;
  let next = values / 8;
  const row = (t: number): void => {
    doubles[next++] = t;
    for (const { valueAt, scale } of bound.inputs) doubles[next++] = valueAt(t) * scale;
  };
  const perMonth = request.stepsPerMonth;
  const dt = 1 / perMonth;
  for (let month = 0; month < request.months; month++) {
    for (let i = 0; i < perMonth; i++) {
      const t = month + i / perMonth;
      row(t);
      if (request.integrator === 'rk4') {
        row(t + dt / 2);
        row(t + dt);
      }
    }
  }
  row(request.months);
  const rows = (next - values / 8) / (1 + bound.inputs.length);
  for (let k = 0; k < rows; k++) memory.word(moves + k * 4, k === 0 || differs(k) ? 1 : 0);

  function differs(k: number): boolean {
    const width = 1 + bound.inputs.length;
    const at = values / 8 + k * width;
    return bound.inputs.some((_, i) => !Object.is(doubles[at + 1 + i], doubles[at + 1 + i - width]));
  }
}
