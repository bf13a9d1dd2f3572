import type { Code, Lanes } from './code';
import * as v from './lanes';
import type { Layout } from './layout';
import type { Module } from './module';
import { loadFixed } from './straight';

/**
 * The integrators on two lanes, stock by stock, with the sums of ../interpret/integrate.ts in their order. Rates stand in
 * memory when a step begins; every stock that is moved is examined.
 */
export interface Steps {
  /** x + dt·k. */
  readonly euler: number;
  /** The four stages; needs functions that read inputs at the next row and evaluate rates. */
  readonly rungeKutta: number;
}

const here: (code: Code) => void = (code) => void code.integer(0);

export function declareSteps(
  module: Module,
  layout: Layout,
  stocks: Int32Array,
  readInputs: number,
  derive: number
): Steps {
  const store = (code: Code, address: number, value: Lanes): void => {
    code.integer(0);
    value(code);
    code.memory('v128_store', address, 4);
  };
  const read = (address: number): Lanes => v.load(here, address);

  /** Moves every stock to a value and adds 0 or NaN to what tells whether all is finite. */
  const moveAll = (code: Code, value: (index: number) => Lanes): void => {
    let finite = loadFixed(layout, 'notFinite');
    stocks.forEach((slot, index) => {
      const moved = code.keep(value(index));
      store(code, layout.register(slot), moved);
      finite = code.keep(v.add(finite, v.sub(moved, moved)));
    });
    store(code, layout.fixed('notFinite'), finite);
  };

  const eulerCode = module.code(0);
  const dt = eulerCode.keep(loadFixed(layout, 'dt'));
  moveAll(eulerCode, (index) => v.add(read(layout.register(stocks[index]!)), v.mul(dt, read(layout.rate(index)))));
  const euler = module.declare([], []);
  module.define(euler, eulerCode);

  /** Keeps the slope of a stage and reaches out from the start of the step. */
  const reach = (slope: 'k1' | 'k2' | 'k3', distance: 'dt' | 'halfDt', keepStart: boolean): number => {
    const code = module.code(0);
    const by = code.keep(loadFixed(layout, distance));
    stocks.forEach((slot, index) => {
      const rate = code.keep(read(layout.rate(index)));
      store(code, layout.stage(slope, index), rate);
      const start = code.keep(keepStart ? read(layout.register(slot)) : read(layout.stage('start', index)));
      if (keepStart) store(code, layout.stage('start', index), start);
      store(code, layout.register(slot), v.add(start, v.mul(by, rate)));
    });
    const declared = module.declare([], []);
    module.define(declared, code);
    return declared;
  };

  const lastStage = module.code(0);
  const sixth = lastStage.keep(loadFixed(layout, 'sixthDt'));
  const two = v.number(2);
  moveAll(lastStage, (index) => {
    const k = (name: 'k1' | 'k2' | 'k3'): Lanes => read(layout.stage(name, index));
    const sum = v.add(v.add(v.add(k('k1'), v.mul(two, k('k2'))), v.mul(two, k('k3'))), read(layout.rate(index)));
    return v.add(read(layout.stage('start', index)), v.mul(sixth, sum));
  });
  const finish = module.declare([], []);
  module.define(finish, lastStage);

  const stages = module.code(0);
  stages
    .call(reach('k1', 'halfDt', true))
    .call(readInputs)
    .call(derive);
  stages.call(reach('k2', 'halfDt', false)).call(derive);
  stages
    .call(reach('k3', 'dt', false))
    .call(readInputs)
    .call(derive)
    .call(finish);
  const rungeKutta = module.declare([], []);
  module.define(rungeKutta, stages);
  return { euler, rungeKutta };
}
