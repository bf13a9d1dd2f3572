import { DISCOVERY, discover, goalEvaluator, planDiscovery, tellBox, type Goal } from '$lib/analysis';
import { statusQuo } from '$lib/scenario';
import { directSimulator } from '$lib/simulator';
import { loadFolder } from '../libya/load';
import { openPool } from './pool';
import type { Row, Section } from './section';

/** Discovery in the Libya model: runs of ten years drawn over inputs and uncertain quantities, and boxes peeled from them. */
const goals: readonly Goal[] = [{ output: 'stability_index', month: 120, side: 'above', level: 60 }];

export const discovery: Section = {
  name: 'discovery',
  about: 'in which of 20,000 runs of the Libya model a goal is reached: the runs, the peeling, one box told',
  async run(): Promise<readonly Row[]> {
    const { model } = loadFolder('models/libya');
    const inputs = model.inputs.map(({ id }) => id);
    const rows: Row[] = [];
    for (const uncertainty of ['none', 'wide'] as const) {
      for (const [where, simulator] of [
        ['one core', directSimulator()],
        ['pool', openPool()]
      ] as const) {
        await simulator.open(model);
        const plan = planDiscovery(model, { base: statusQuo(model), goals, inputs, uncertainty });
        const evaluate = goalEvaluator(plan, (cases, options) => simulator.cases(cases, options));
        const start = performance.now();
        let ran = start;
        const found = await discover(goals, plan.space, evaluate, DISCOVERY, {
          onProgress: () => (ran = performance.now())
        });
        const peeled = performance.now();
        const box = tellBox(found.sample, found.steps[found.chosen]!);
        const end = performance.now();
        simulator.close();
        rows.push({
          where,
          uncertainty,
          factors: plan.space.length,
          runs: DISCOVERY.runs,
          'drawn and run s': ((ran - start) / 1000).toFixed(2),
          'peeled s': ((peeled - ran) / 1000).toFixed(2),
          'told s': ((end - peeled) / 1000).toFixed(2),
          reached: (found.reached / DISCOVERY.runs).toFixed(3),
          coverage: box.coverage.toFixed(3),
          density: box.density.toFixed(3),
          ranges: box.ranges.length
        });
      }
    }
    return rows;
  }
};
