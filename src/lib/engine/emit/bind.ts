import type { Prepared } from '../interpret/prepare';
import { bindRequest, type BoundRequest } from '../interpret/request';
import type { Program, UncertainQuantity } from '../program';
import type { Course, RunRequest } from '../run';
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
  readonly courses: InputCourses;
}

/**
 * Throws EngineError as `interpret` does. `drawn`: the uncertainty that runs are drawn from, or null for none. `second`
 * is what the second lane runs where it is another request: it may differ in inputs, parameters and initial values only
 * (`sharesLanes`).
 */
export function bind(
  setup: Setup,
  request: RunRequest,
  drawn: 'narrow' | 'wide' | null,
  second: RunRequest = request
): BoundRequest {
  const { program, layout, memory } = setup;
  const bound = bindRequest(program, request);
  const beside = second === request ? bound : bindRequest(program, second);
  const isEuler = request.integrator === 'euler';
  const perMonth = request.stepsPerMonth;
  const times = request.months * perMonth * (isEuler ? 1 : 3) + 1;
  const moving = movingInputs(bound, beside);
  const inputs = 1 + moving.length;
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
  const inputValues = take(times * inputs * CELL);
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
  writeInputs(setup, inputPlaces, inputValues, inputMoves, request, moving);
  bound.columns.forEach((slot, i) => memory.word(savePlaces + i * 4, layout.register(slot)));
  bound.forced.forEach(({ month, event, magnitude }, i) => {
    const entry = forced + i * FORCED_ENTRY;
    memory.word(entry, month);
    memory.word(entry + 4, event);
    memory.double(entry + 8, magnitude);
  });
  writeValues(setup, request, bound, beside);
  writeDraws(setup, quantities, drawn, firstTable);
  return bound;
}

/** Whether two requests may run side by side: in what they do not share, memory has a value for each lane. */
export function sharesLanes(a: RunRequest, b: RunRequest): boolean {
  return (
    a.integrator === b.integrator &&
    a.stepsPerMonth === b.stepsPerMonth &&
    a.months === b.months &&
    (a.save === b.save || (a.save.length === b.save.length && a.save.every((cell, i) => cell === b.save[i]))) &&
    (a.chance === null) === (b.chance === null) &&
    a.chance?.seed === b.chance?.seed &&
    (a.forced === b.forced || (a.forced.length === 0 && b.forced.length === 0))
  );
}

/** Defaults, the requests' values in their place, and their initial values. */
function writeValues(
  { program, layout, memory }: Setup,
  request: RunRequest,
  bound: BoundRequest,
  beside: BoundRequest
): void {
  for (const { slot, value } of program.defaults) memory.both(layout.register(slot), value);
  for (const { slot, scale, default: value } of program.inputs) memory.both(layout.register(slot), value * scale);
  for (const { slot, value } of bound.parameters) memory.both(layout.register(slot), value);
  if (beside !== bound) {
    const defaults = new Map(program.defaults.map(({ slot, value }) => [slot, value]));
    for (const { slot } of bound.parameters) memory.double(layout.register(slot) + 8, defaults.get(slot)!);
    for (const { slot, value } of beside.parameters) memory.double(layout.register(slot) + 8, value);
  }
  memory.both(layout.register(program.stepSlot), 1 / request.stepsPerMonth);
  program.initial.forEach(({ slot }, index) => {
    for (const [lane, { initial }] of [bound, beside].entries()) {
      const value = initial.get(slot);
      memory.maskLane(layout.overrideMask(index), lane, value !== undefined);
      memory.double(layout.overrideValue(index) + lane * 8, value ?? 0);
    }
  });
}

/** An input that moves in one lane at least. */
interface MovingInput {
  readonly slot: number;
  readonly scale: number;
  /** Null where it stays at its default. */
  readonly courses: readonly [Course | null, Course | null];
}

function movingInputs(bound: BoundRequest, beside: BoundRequest): readonly MovingInput[] {
  if (beside === bound) {
    return bound.inputs.map(({ slot, scale, valueAt }) => ({ slot, scale, courses: [valueAt, valueAt] }));
  }
  const first = new Map(bound.inputs.map((input) => [input.slot, input]));
  const second = new Map(beside.inputs.map((input) => [input.slot, input]));
  return [...new Map([...first, ...second]).values()].map(({ slot, scale }) => ({
    slot,
    scale,
    courses: [first.get(slot)?.valueAt ?? null, second.get(slot)?.valueAt ?? null]
  }));
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
  { program, layout, memory, courses }: Setup,
  places: number,
  values: number,
  moves: number,
  request: RunRequest,
  moving: readonly MovingInput[]
): void {
  memory.word(places, layout.register(program.timeSlot));
  moving.forEach(({ slot }, i) => memory.word(places + 4 + i * 4, layout.register(slot)));
  const { doubles, words } = memory;
  const times = courses.times(request);
  const width = 2 * (1 + moving.length);
  const first = values / 8;
  const moved = moves / 4;
  const rows = times.length;
  words.fill(0, moved, moved + rows);
  words[moved] = 1;
  for (let k = 0, at = first; k < rows; k++, at += width) doubles[at] = doubles[at + 1] = times[k]!;
  const defaults = new Map(program.inputs.map(({ slot, default: value }) => [slot, value]));
  moving.forEach(({ slot, scale, courses: [one, other] }, i) => {
    const at = first + 2 * (1 + i);
    const start = defaults.get(slot)! * scale;
    const [left, right] = [one, other].map((course) => (course ? courses.of(course, scale, request) : null));
    for (const column of left === right ? [left] : [left, right]) {
      if (column) for (const k of column.moves) words[moved + k] = 1;
    }
    if (left && left === right) {
      const { values: column } = left;
      for (let k = 0, to = at; k < rows; k++, to += width) doubles[to] = doubles[to + 1] = column[k]!;
      return;
    }
    for (const [lane, column] of [left, right].entries()) {
      if (column) for (let k = 0, to = at + lane; k < rows; k++, to += width) doubles[to] = column.values[k]!;
      else for (let k = 0, to = at + lane; k < rows; k++, to += width) doubles[to] = start;
    }
  });
}

type Grid = Pick<RunRequest, 'integrator' | 'stepsPerMonth' | 'months'>;

/** A course at the times of the integrator, in the unit of its slot. */
interface Tabulated {
  readonly scale: number;
  readonly values: Float64Array;
  /** Rows, behind the first, in which it has another value than in the one before. */
  readonly moves: readonly number[];
}

/**
 * Values of inputs at the times of the integrator, kept for each course: of many requests most share theirs. Times are
 * one a step for Euler, three for Runge-Kutta, and one for the last month.
 */
export class InputCourses {
  private grid = '';
  private moments = new Float64Array(0);
  private kept = new WeakMap<Course, Tabulated>();

  times({ integrator, stepsPerMonth, months }: Grid): Float64Array {
    const grid = `${integrator} ${stepsPerMonth} ${months}`;
    if (grid === this.grid) return this.moments;
    const dt = 1 / stepsPerMonth;
    const times: number[] = [];
    for (let month = 0; month < months; month++) {
      for (let i = 0; i < stepsPerMonth; i++) {
        const t = month + i / stepsPerMonth;
        times.push(t);
        if (integrator === 'rk4') times.push(t + dt / 2, t + dt);
      }
    }
    times.push(months);
    this.grid = grid;
    this.kept = new WeakMap();
    return (this.moments = Float64Array.from(times));
  }

  of(course: Course, scale: number, grid: Grid): Tabulated {
    const times = this.times(grid);
    const known = this.kept.get(course);
    if (known?.scale === scale) return known;
    const values = new Float64Array(times.length);
    const moves: number[] = [];
    const { settled = Infinity } = course;
    let before = NaN;
    for (let k = 0; k < times.length; k++) {
      const t = times[k]!;
      const value = course(t) * scale;
      values[k] = value;
      if (k > 0 && !Object.is(value, before)) moves.push(k);
      before = value;
      if (t < settled) continue;
      values.fill(value, k);
      break;
    }
    const tabulated = { scale, values, moves };
    this.kept.set(course, tabulated);
    return tabulated;
  }
}
