import { decompose, evaluatorOf, groupFactors, planStudy, screen, STUDY, type Estimate } from '$lib/analysis';
import { statusQuo } from '$lib/scenario';
import { loadFolder } from '../libya/load';
import { openPool } from './pool';
import type { Row, Section } from './section';

/**
 * What the chief output of the Libya model depends on in its last month, over all inputs and all uncertain quantities: the
 * screening, and the shares of variance with growing numbers of rows, each going on from the one before it. What counts is
 * the time, and how narrow the intervals have become for it.
 */
const sizes = [128, 256, 512, 1024, 2048, 4096];

export const sensitivity: Section = {
  name: 'sensitivity',
  about:
    'stability in the last month over all inputs and uncertain quantities of the Libya model, on a pool; runs and seconds are of all steps so far, widths are halves of 95% intervals over all groups',
  async run(): Promise<readonly Row[]> {
    const { model } = loadFolder('models/libya');
    const plan = planStudy(model, {
      base: statusQuo(model),
      output: 'stability_index',
      month: model.time.months,
      inputs: 'all',
      uncertainty: 'wide'
    });
    const { space, months } = plan;
    const simulator = openPool();
    await simulator.open(model);
    const run = simulator.cases.bind(simulator);
    const { trajectories, seed, leaders } = STUDY;
    const start = performance.now();
    const seconds = (): string => ((performance.now() - start) / 1000).toFixed(1);
    const screening = await screen(space, evaluatorOf(plan, run, 'last'), { trajectories, seed });
    const grouping = groupFactors(space, screening.order.slice(0, leaders));
    const whole = { factors: space.length, groups: grouping.groups.length };
    const rows: Row[] = [{ step: 'screening', ...whole, runs: screening.runs, seconds: seconds() }];
    let known: Float64Array | undefined;
    for (const size of sizes) {
      const found = await decompose(space, grouping, evaluatorOf(plan, run, 'all'), {
        rows: size,
        seed,
        months: months.length,
        known
      });
      known = found.values;
      rows.push({
        step: `${size} rows`,
        ...whole,
        runs: screening.runs + found.runs,
        seconds: seconds(),
        ...widthsOf(
          'alone',
          found.indices.map(({ first }) => first)
        ),
        ...widthsOf(
          'in all',
          found.indices.map(({ total }) => total)
        )
      });
    }
    simulator.close();
    return rows;
  }
};

/** Half widths of intervals: the one in the middle, and the largest. */
function widthsOf(name: string, estimates: readonly Estimate[]): Row {
  const halves = Float64Array.from(estimates, ({ low, high }) => (high - low) / 2).sort();
  const told = (half: number | undefined): string => `±${(half ?? NaN).toFixed(3)}`;
  return { [`${name}: median`]: told(halves[halves.length >> 1]), [`${name}: widest`]: told(halves.at(-1)) };
}
