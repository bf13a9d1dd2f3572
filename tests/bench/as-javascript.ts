import { exp, ln, pow, prepare, type Program } from '$lib/engine';
import { javascript, literal, straightLine } from './straight-line';

/**
 * The program as plain JavaScript, as a good code generator would write it: straight-line code on one Float64Array. The
 * bench may use `new Function`; nothing that ships does. `kernels`: the engine's own, or the platform's.
 */
export interface PlainRun {
  run(): void;
  /** Saved cells, month after month. */
  readonly saved: Float64Array;
}

export function asJavaScript(
  program: Program,
  save: readonly string[],
  months: number,
  perMonth: number,
  kernels: 'own' | 'platform'
): PlainRun {
  const prepared = prepare(program);
  const { once, initial, steady, evaluate, derive } = straightLine(program, javascript);
  const x = new Float64Array(prepared.registers);
  const saved = new Float64Array((months + 1) * save.length);
  const columns = Int32Array.from(save, (cell) => program.slotOf[cell]!);
  const defaults = [
    ...program.defaults.map(({ slot, value }) => [slot, value] as const),
    ...program.inputs.map(({ slot, scale, default: value }) => [slot, value * scale] as const),
    [program.stepSlot, 1 / perMonth] as const
  ];
  const body = `
    function start() { ${defaults.map(([slot, value]) => `x[${slot}] = ${literal(value, javascript)};`).join(' ')}
      ${once}\n${initial}\n${steady} }
    function evaluate() { ${evaluate} }
    function derive() { ${derive} }
    const dt = ${1 / perMonth};
    return function run() {
      start();
      for (let m = 0; m <= ${months}; m++) {
        x[${program.timeSlot}] = m;
        evaluate();
        for (let k = 0; k < columns.length; k++) saved[m * columns.length + k] = x[columns[k]];
        if (m === ${months}) break;
        for (let i = 0; i < ${perMonth}; i++) {
          if (i > 0) { x[${program.timeSlot}] = m + i * dt; derive(); }
          for (let s = 0; s < stocks.length; s++) x[stocks[s]] = x[stocks[s]] + dt * x[${prepared.firstRate} + s];
        }
      }
    };`;
  const [e, l, p] = kernels === 'own' ? [exp, ln, pow] : [Math.exp, Math.log, Math.pow];
  const make = new Function('x', 'saved', 'columns', 'stocks', 'exp', 'ln', 'pow', body) as (
    ...parts: unknown[]
  ) => () => void;
  return { run: make(x, saved, columns, prepared.stocks, e, l, p), saved };
}
