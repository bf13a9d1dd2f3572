import type { ProgramEvent } from '../program';
import { triangular, type Chance } from './chance';
import type { Code, Lanes } from './code';
import type { Kernels } from './kernels';
import * as v from './lanes';
import { FORCED_ENTRY, LOG_ENTRY, header, type Layout } from './layout';
import type { Module } from './module';
import { loadFixed } from './straight';

/**
 * Events on two lanes, in the order of ../interpret/strokes.ts: forced ones of the month, then random ones, each in the
 * lanes in which it strikes. What strikes in any lane is logged with its mask.
 */
const local =
  (index: number): Lanes =>
  (code) =>
    void code.get(index);

const at = (address: number): Lanes => v.load((code) => void code.integer(0), address);

function store(code: Code, address: number, value: Lanes): void {
  code.integer(0);
  value(code);
  code.memory('v128_store', address, 4);
}

/** The month that the simulation stands at, as a double in both lanes: the value of the time register at its start. */
export interface StrokeSetting {
  readonly events: readonly ProgramEvent[];
  readonly layout: Layout;
  readonly kernels: Kernels;
  readonly chance: Chance;
  readonly registerOfTime: number;
}

/** (mask, magnitude): applies the effects of one event in the lanes of the mask. */
function apply(module: Module, setting: StrokeSetting, event: ProgramEvent, index: number): Code {
  const { layout } = setting;
  const code = module.code(2);
  const [mask, magnitude] = [local(0), local(1)];
  for (const { slot, direction, factor } of event.effects) {
    const before = code.keep(at(layout.register(slot)));
    const one = v.number(1);
    const after =
      direction === 'up'
        ? v.add(before, v.mul(v.mul(v.sub(one, before), v.number(factor)), magnitude))
        : v.mul(before, v.sub(one, v.mul(v.number(factor), magnitude)));
    store(code, layout.register(slot), v.select(mask, after, before));
  }
  const last = layout.lastStroke(index);
  store(code, last, v.select(mask, at(layout.register(setting.registerOfTime)), at(last)));

  const entry = code.local('i32');
  code.integer(0).memory('i32_load', header.log, 2);
  code.integer(0).memory('i32_load', header.strokes, 2).integer(LOG_ENTRY).plain('i32_mul').plain('i32_add').set(entry);
  code.get(entry);
  mask(code);
  code.memory('v128_store', 0, 4).get(entry);
  magnitude(code);
  code.memory('v128_store', 16, 4);
  code.get(entry).integer(index).memory('i32_store', 32, 2);
  code.get(entry).integer(0).memory('i32_load', header.month, 2).memory('i32_store', 36, 2);
  code.integer(0).integer(0).memory('i32_load', header.strokes, 2).integer(1).plain('i32_add');
  code.memory('i32_store', header.strokes, 2);
  return code;
}

/** Lets the forced strokes of the current month strike. */
function force(module: Module, applies: readonly number[]): Code {
  const code = module.code(0);
  const entry = code.local('i32');
  const rest = code.local('i32');
  code.integer(0).memory('i32_load', header.forced, 2).set(entry);
  code.integer(0).memory('i32_load', header.forcedCount, 2).set(rest);
  code.enter('block').enter('loop');
  code.get(rest).plain('i32_eqz').branchIf(1);
  code.get(entry).memory('i32_load', 0, 2).integer(0).memory('i32_load', header.month, 2).plain('i32_eq').enter('if');
  for (const [index, applied] of applies.entries()) {
    code.get(entry).memory('i32_load', 4, 2).integer(index).plain('i32_eq').enter('if');
    const magnitude: Lanes = (c) => void c.get(entry).memory('v128_load64_splat', 8, 3);
    v.call(applied, v.long(-1n), magnitude)(code);
    code.end();
  }
  code.end();
  code.get(entry).integer(FORCED_ENTRY).plain('i32_add').set(entry);
  code.get(rest).integer(1).plain('i32_sub').set(rest).branch(0).end().end();
  return code;
}

/** Lets the random events of the current month strike, at the rates stored at its start. */
function draw(module: Module, setting: StrokeSetting, applies: readonly number[]): Code {
  const { layout, kernels, chance, events } = setting;
  const code = module.code(0);
  const month = code.local('i32');
  code.integer(0).memory('i32_load', header.month, 2).set(month);
  const time = code.keep(at(layout.register(setting.registerOfTime)));
  const counter: Lanes = (c) => {
    c.get(month);
    c.vector('i32x4_splat');
    v.long(0xffffffffn)(c);
    c.vector('v128_and');
  };
  for (const [index, { low, mode, high, quietMonths }] of events.entries()) {
    const rate = code.keep(at(layout.eventRate(index)));
    store(code, layout.fixed('notFinite'), v.add(loadFixed(layout, 'notFinite'), v.sub(rate, rate)));
    const [first, second] = [code.local('v128'), code.local('v128')];
    v.call(chance.bothUniforms, counter, v.long(BigInt(index)), v.long(1n))(code);
    code.set(second).set(first);
    const quiet = v.call(kernels.exp, v.div(v.neg(rate), v.number(12)));
    const strikes = v.lt(local(first), v.sub(v.number(1), quiet));
    const free = v.gt(v.sub(time, at(layout.lastStroke(index))), v.number(quietMonths));
    const mask = code.keep(quietMonths > 0 ? v.and(strikes, free) : strikes);
    mask(code);
    code.vector('v128_any_true').enter('if');
    v.call(applies[index]!, mask, triangular(code, local(second), low, mode, high))(code);
    code.end();
  }
  return code;
}

/** Adds a function that lets the events of a month strike. */
export function declareStrokes(module: Module, setting: StrokeSetting): number {
  const applies = setting.events.map((event, index) => {
    const declared = module.declare(['v128', 'v128'], []);
    module.define(declared, apply(module, setting, event, index));
    return declared;
  });
  const forced = module.declare([], []);
  module.define(forced, force(module, applies));
  const random = module.declare([], []);
  module.define(random, draw(module, setting, applies));

  const code = module.code(0);
  code.call(forced);
  code.integer(0).memory('i32_load', header.chance, 2).enter('if').call(random).end();
  const strike = module.declare([], []);
  module.define(strike, code);
  return strike;
}
