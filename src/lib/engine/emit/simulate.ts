import type { Code } from './code';
import { CELL, header, type Layout } from './layout';
import type { Module } from './module';

/**
 * The course of a run, as in ../interpret/interpret.ts: a month is evaluated and saved, events strike, steps lead to the
 * next. Inputs are read row by row from the table that the host has written: one row a step for Euler, three for
 * Runge-Kutta, and one for the last month.
 */
export interface Parts {
  /** Reads the current row of inputs, computes what rests on them where one has moved, and goes on to the next row. */
  readonly readInputs: number;
  /** Computes everything, stores it and examines it; the rates as well. */
  readonly evaluate: number;
  /** Computes the rates only. */
  readonly derive: number;
  readonly strike: number;
  readonly euler: number;
  readonly rungeKutta: number;
}

const word = (code: Code, offset: number): Code => code.integer(0).memory('i32_load', offset, 2);

/** Copies the current row of inputs into their registers, and goes on to the next row. */
export function copyInputs(module: Module): Code {
  const code = module.code(0);
  const [count, place, value] = [code.local('i32'), code.local('i32'), code.local('i32')];
  word(code, header.inputCount).set(count);
  word(code, header.inputPlaces).set(place);
  word(code, header.inputValues);
  word(code, header.row).get(count).plain('i32_mul').integer(CELL).plain('i32_mul').plain('i32_add').set(value);
  code.integer(0);
  word(code, header.row).integer(1).plain('i32_add').memory('i32_store', header.row, 2);
  code.enter('loop');
  code.get(place).memory('i32_load', 0, 2);
  code.get(value).memory('v128_load', 0, 4).memory('v128_store', 0, 4);
  code.get(place).integer(4).plain('i32_add').set(place);
  code.get(value).integer(CELL).plain('i32_add').set(value);
  code.get(count).integer(1).plain('i32_sub').tee(count).branchIf(0).end();
  return code;
}

/** Copies a row; where it says that an input has moved, what rests on inputs is computed anew. */
export function readInputs(module: Module, copy: number, steady: number): Code {
  const code = module.code(0);
  word(code, header.inputMoves);
  word(code, header.row).integer(4).plain('i32_mul').plain('i32_add').memory('i32_load', 0, 2);
  code.call(copy).enter('if').call(steady).end();
  return code;
}

/** Copies each saved register to its column, behind the value of the month before. */
function save(module: Module): Code {
  const code = module.code(0);
  const [count, place, to] = [code.local('i32'), code.local('i32'), code.local('i32')];
  const column = code.local('i32');
  word(code, header.months).integer(1).plain('i32_add').integer(CELL).plain('i32_mul').set(column);
  word(code, header.saveCount).set(count);
  word(code, header.savePlaces).set(place);
  word(code, header.saved);
  word(code, header.month).integer(CELL).plain('i32_mul').plain('i32_add').set(to);
  code.enter('block').enter('loop').get(count).plain('i32_eqz').branchIf(1);
  code.get(to).get(place).memory('i32_load', 0, 2).memory('v128_load', 0, 4).memory('v128_store', 0, 4);
  code.get(place).integer(4).plain('i32_add').set(place);
  code.get(to).get(column).plain('i32_add').set(to);
  code.get(count).integer(1).plain('i32_sub').set(count).branch(0).end().end();
  return code;
}

export function declareSimulation(module: Module, layout: Layout, parts: Parts): number {
  const saveIndex = module.declare([], []);
  module.define(saveIndex, save(module));

  const code = module.code(0);
  const [months, steps, month, step, before] = Array.from({ length: 5 }, () => code.local('i32')) as [
    number,
    number,
    number,
    number,
    number
  ];
  word(code, header.months).set(months);
  word(code, header.steps).set(steps);
  code.enter('block').enter('loop');
  code.integer(0).get(month).memory('i32_store', header.month, 2);
  // The counter of steps, for draws: month·steps, later + step.
  const setStep = (withStep: boolean): void => {
    code.integer(0).get(month).get(steps).plain('i32_mul');
    if (withStep) code.get(step).plain('i32_add');
    code.memory('i32_store', layout.fixed('step'), 2);
    code.integer(0).integer(0).memory('i32_load', layout.fixed('step'), 2);
    code.memory('i32_store', layout.fixed('step') + 8, 2);
  };
  setStep(false);
  code.call(parts.readInputs).call(parts.evaluate).call(saveIndex);
  code.get(month).get(months).plain('i32_ge_u').branchIf(1);
  word(code, header.strokes).set(before);
  code.call(parts.strike);
  // Events have moved stocks: the rates taken before them no longer hold.
  word(code, header.strokes).get(before).plain('i32_ne').enter('if').call(parts.derive).end();
  code.integer(0).set(step).enter('block').enter('loop');
  code.get(step).enter('if');
  setStep(true);
  code.call(parts.readInputs).call(parts.derive).end();
  word(code, header.method).enter('if').call(parts.rungeKutta).plain('else').call(parts.euler).end();
  code.get(step).integer(1).plain('i32_add').tee(step).get(steps).plain('i32_lt_u').branchIf(0).end().end();
  code.get(month).integer(1).plain('i32_add').set(month).branch(0).end().end();
  const simulate = module.declare([], [], 'simulate');
  module.define(simulate, code);
  return simulate;
}
