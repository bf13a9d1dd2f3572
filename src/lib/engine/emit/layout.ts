import { dimensionsOf } from '../ensemble/uniforms';
import { LOGARITHMS, POWERS } from '../kernels/tables';
import type { Prepared } from '../interpret/prepare';
import type { Program } from '../program';

/**
 * Where everything lies in the memory that a module and its host share. A *cell* is 16 bytes: one double for each of
 * two runs. Registers, rates and the arrays of the integrator have fixed places, known when the module is emitted;
 * what depends on the request (inputs over time, saved values, the log of strokes) lies behind them at addresses that
 * the host writes into the header.
 */
export const CELL = 16;

/** Words of the header (i32, byte offsets). */
export const header = {
  months: 0,
  steps: 4,
  /** 0 Euler, 1 Runge-Kutta. */
  method: 8,
  inputCount: 12,
  /** i32 addresses of the input registers, the time register among them. */
  inputPlaces: 16,
  /** f64 values: one row of `inputCount` per time at which inputs are read. */
  inputValues: 20,
  saveCount: 24,
  savePlaces: 28,
  saved: 32,
  forcedCount: 36,
  /** Forced strokes in order: i32 month, i32 event, f64 magnitude. */
  forced: 40,
  chance: 44,
  log: 48,
  /** Written by the module: strokes in the log. */
  strokes: 52,
  /** Month and row of inputs that the simulation stands at: private to the module. */
  month: 56,
  row: 60,
  /** Numbers of entries in the table of draws, shape by shape. */
  drawn: 64,
  /** i32 by row of inputs: 1 where an input differs from the row before, and in the first row. */
  inputMoves: 88
} as const;

/** Cells behind the header, by index. */
const fixedCells = ['dt', 'halfDt', 'sixthDt', 'key0', 'key1', 'run', 'step', 'chanceMask', 'notFinite'] as const;
export type FixedCell = (typeof fixedCells)[number];
const HEADER_BYTES = 96;

export interface Layout {
  fixed(name: FixedCell): number;
  register(index: number): number;
  rate(index: number): number;
  /** Arrays of the integrator: state at the start of a step and the first three slopes. */
  stage(name: 'start' | 'k1' | 'k2' | 'k3', index: number): number;
  /** Overridden initial values: a mask and a value for each of `program.initial`. */
  overrideMask(index: number): number;
  overrideValue(index: number): number;
  /** By event: rate at the month's start, and month of the last stroke as a double. */
  eventRate(index: number): number;
  lastStroke(index: number): number;
  /** Uniforms behind the uncertain draws, by dimension. */
  uniform(dimension: number): number;
  /** First entry of the table of draws. */
  readonly drawn: number;
  /** First cell of the pool of constants. */
  readonly pool: number;
  /** Tables of the kernels. */
  readonly tables: { readonly logarithms: number; readonly powers: number };
  /** First byte that is free for what the request brings. */
  readonly end: number;
  readonly stocks: number;
}

export const POOL_CELLS = 1024;
export const LOG_ENTRY = 48;
export const FORCED_ENTRY = 16;

/** An entry of the table of draws: where its value goes, which uniforms it takes, and its distribution. */
export const DRAW_ENTRY = 64;
export const drawEntry = {
  /** i32 address of the cell that takes the value. */
  target: 0,
  /** i32 offsets from the first uniform: that of its sector, and its own. */
  sector: 4,
  own: 8,
  /** i32 address of a table of doubles, for shapes that have one. */
  table: 12,
  /** f64. */
  loading: 16,
  /** i64: all bits set where it takes 1 - c for a common factor c. */
  mirrored: 24,
  /** Three f64. */
  terms: 32
} as const;

export function layoutOf(program: Program, prepared: Prepared): Layout {
  const stocks = prepared.stocks.length;
  const initials = program.initial.length;
  const events = program.events.length;
  let next = HEADER_BYTES + fixedCells.length * CELL;
  const block = (count: number): ((index: number) => number) => {
    const base = next;
    next += count * CELL;
    return (index) => base + index * CELL;
  };
  const pool = block(POOL_CELLS)(0);
  const [logarithms, powers] = [block(LOGARITHMS.length / 2)(0), block(POWERS.length / 2)(0)];
  const register = block(prepared.registers);
  const stages = { start: block(stocks), k1: block(stocks), k2: block(stocks), k3: block(stocks) };
  const [overrideMask, overrideValue] = [block(initials), block(initials)];
  const [eventRate, lastStroke] = [block(events), block(events)];
  const uniform = block(dimensionsOf(program));
  const drawn = block((program.uncertain.quantities.length * DRAW_ENTRY) / CELL)(0);
  return {
    fixed: (name) => HEADER_BYTES + fixedCells.indexOf(name) * CELL,
    register,
    rate: (index) => register(prepared.firstRate + index),
    stage: (name, index) => stages[name](index),
    overrideMask,
    overrideValue,
    eventRate,
    lastStroke,
    uniform,
    drawn,
    pool,
    tables: { logarithms, powers },
    end: next,
    stocks
  };
}
