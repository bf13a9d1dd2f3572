import { prepare, type Prepared } from '../interpret/prepare';
import type { Program } from '../program';
import { normalCoefficients } from '../random/quantiles';
import { declareChance } from './chance';
import type { Code, Lanes } from './code';
import { declareDraw } from './draw';
import { declareSteps } from './integrate';
import { declareKernels } from './kernels';
import * as v from './lanes';
import { header, layoutOf, type Layout } from './layout';
import { Module } from './module';
import { Pool } from './pool';
import { copyInputs, declareSimulation, readInputs } from './simulate';
import { Straight, loadFixed, needed, type Setting } from './straight';
import { declareStrokes } from './strokes';

/**
 * A program to one WebAssembly module that runs two runs side by side, one in each lane of 128-bit SIMD. The
 * interpreter's prepared code is written out instruction by instruction, so both back ends give the same bits; a value
 * that is not finite leaves NaN in the cell `notFinite` of its lane, and the host asks the interpreter what it was.
 *
 * Exports: `uniforms` and `draw` (see draw.ts), `start` (defaults, overrides and draws are in place: computes what is
 * fixed and the initial values) and `simulate`.
 */
export interface Emitted {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly layout: Layout;
  /** Constants that the host writes into memory first. */
  readonly constants: Pool['cells'];
}

export function emit(program: Program): Emitted {
  const prepared = prepare(program);
  const layout = layoutOf(program, prepared);
  const pool = new Pool(layout.pool);
  const module = new Module(pool);
  const kernels = declareKernels(module, layout.tables);
  const chance = declareChance(module, kernels, layout, normalCoefficients);
  const constants = new Map(prepared.constants.map(({ register, value }) => [register, value]));
  const setting: Setting = { program, layout, kernels, chance, constants };

  const copy = module.declare([], []);
  module.define(copy, copyInputs(module));
  const steady = module.declare([], []);
  module.define(steady, steadily(module, setting, prepared));
  const inputs = module.declare([], []);
  module.define(inputs, readInputs(module, copy, steady));
  const evaluate = module.declare([], []);
  module.define(evaluate, evaluation(module, setting, prepared));
  const derive = module.declare([], []);
  module.define(derive, derivation(module, setting, prepared));
  const strike = declareStrokes(module, {
    events: program.events,
    layout,
    kernels,
    chance,
    registerOfTime: program.timeSlot
  });
  declareDraw(module, program, layout, kernels, chance);
  const steps = declareSteps(module, layout, prepared.stocks, inputs, derive);
  const start = module.declare([], [], 'start');
  module.define(start, beginning(module, setting, prepared, copy));
  declareSimulation(module, layout, { readInputs: inputs, evaluate, derive, strike, ...steps });
  return { bytes: module.encode(), layout, constants: pool.cells };
}

/** Adds 0 or NaN to the cell `notFinite` for every one of the registers. */
function examine(code: Code, straight: Straight, { layout }: Setting, registers: Iterable<number>): void {
  let finite = loadFixed(layout, 'notFinite');
  for (const register of registers) {
    const value = straight.read(register);
    finite = code.keep(v.add(finite, v.sub(value, value)));
  }
  straight.store(layout.fixed('notFinite'), finite);
}

function beginning(module: Module, setting: Setting, prepared: Prepared, copy: number): Code {
  const { layout, program } = setting;
  const code = module.code(0);
  code.call(copy).integer(0).integer(0).memory('i32_store', header.row, 2);
  const once = new Straight(code, setting);
  once.write(prepared.once, () => true);
  examine(code, once, setting, prepared.checkedOnce);
  program.initial.forEach(({ slot }, index) => {
    const straight = new Straight(code, setting);
    straight.write(prepared.initial[index]!, () => false);
    const [mask, value] = [layout.overrideMask(index), layout.overrideValue(index)].map((address) =>
      v.load((c) => void c.integer(0), address)
    ) as [Lanes, Lanes];
    straight.store(layout.register(slot), v.select(mask, value, straight.read(slot)));
  });
  examine(code, new Straight(code, setting), setting, prepared.stocks);
  return code;
}

function steadily(module: Module, setting: Setting, prepared: Prepared): Code {
  const code = module.code(0);
  new Straight(code, setting).write(prepared.steady, () => true);
  return code;
}

function evaluation(module: Module, setting: Setting, prepared: Prepared): Code {
  const { layout, program } = setting;
  const code = module.code(0);
  const straight = new Straight(code, setting);
  const lastRate = prepared.firstRate + prepared.stocks.length;
  straight.write(prepared.each, (register) => register < program.slots.length);
  examine(code, straight, setting, prepared.checkedEach);
  straight.write(prepared.events, () => false);
  prepared.eventRates.forEach((register, index) => straight.store(layout.eventRate(index), straight.read(register)));
  straight.write(prepared.rates, (register) => register >= prepared.firstRate && register < lastRate);
  return code;
}

function derivation(module: Module, setting: Setting, prepared: Prepared): Code {
  const code = module.code(0);
  const rates = Array.from(prepared.stocks, (_, index) => prepared.firstRate + index);
  const wanted = new Set(rates);
  new Straight(code, setting).write(needed([prepared.each, prepared.rates], rates), (register) => wanted.has(register));
  return code;
}
