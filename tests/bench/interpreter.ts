import { compile, interpret, prepare, type RunRequest } from '$lib/engine';
import { loadFolder } from '../libya/load';
import { measure } from './samples';
import type { Row, Section } from './section';

/** One whole run of the Libya model by the interpreter, saving its outputs; and what it takes to get there. */
export const interpreter: Section = {
  name: 'interpreter',
  about: 'one ten-year run of the Libya model by the interpreter, all outputs saved',
  run(): readonly Row[] {
    const { model } = loadFolder('models/libya');
    const program = compile(model);
    const request = (integrator: 'euler' | 'rk4'): RunRequest => ({
      integrator,
      stepsPerMonth: model.time.stepsPerMonth[integrator],
      months: model.time.months,
      inputs: { unified_force: (t) => 17 + Math.min(63, t) },
      parameters: {},
      initial: {},
      forced: [],
      chance: null,
      save: model.outputs.map(({ cell }) => cell)
    });
    const euler = request('euler');
    const rungeKutta = request('rk4');
    const cells = program.each.length + program.rates.length;
    const evaluations = { euler: euler.months * euler.stepsPerMonth, rk4: 4 * rungeKutta.months };

    const [first, control, rk4, compiling] = measure([
      { name: `Euler, ${euler.stepsPerMonth} steps a month`, run: () => void interpret(program, euler) },
      { name: 'the same again (null control)', run: () => void interpret(program, euler) },
      { name: `RK4, ${rungeKutta.stepsPerMonth} step a month`, run: () => void interpret(program, rungeKutta) },
      { name: 'compile and prepare', run: () => void prepare(compile(model)) }
    ]);
    const row = ({ name, median, low, high }: typeof first & object, work: number): Row => ({
      what: name,
      'median ms': median.toFixed(2),
      '5-95 %': `${low.toFixed(2)}-${high.toFixed(2)}`,
      'ns per cell': work > 0 ? ((median * 1e6) / (work * cells)).toFixed(1) : '',
      'against Euler': (median / first!.median).toFixed(3)
    });
    return [
      row(first!, evaluations.euler),
      row(control!, evaluations.euler),
      row(rk4!, evaluations.rk4),
      row(compiling!, 0),
      { what: `${cells} cells computed per evaluation, ${evaluations.euler} evaluations a run` }
    ];
  }
};
