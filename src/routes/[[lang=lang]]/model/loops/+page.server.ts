import { coursesNeeded } from '$lib/analysis';
import { graphOf, LoopCourse, type LoopsView } from '$lib/evidence';
import { parseScenario, type Scenario } from '$lib/scenario';
import { directSimulator } from '$lib/simulator';
import { homeEntry } from '../../../load-home';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'ar' }];

interface Built {
  readonly presets: readonly { readonly id: string; readonly scenario: Scenario }[];
  readonly view: LoopsView;
}

let built: Promise<Built> | undefined;

/** What is worked out while the site is built, once for both languages: links and loops of the first preset at its end. */
export const load: PageServerLoad = () => (built ??= build());

async function build(): Promise<Built> {
  const entry = homeEntry();
  const [{ default: model }, { default: documents }, { default: content }] = await Promise.all([
    entry.model(),
    entry.presets(),
    entry.loops()
  ]);
  const { loops } = content;
  if (!loops) throw new Error(`The model ${model.id} has no loops.yaml: there is nothing to show of it.`);
  const presets = documents.flatMap(({ id, document }) => {
    const { scenario } = parseScenario(document, model);
    return scenario ? [{ id, scenario }] : [];
  });
  const [first] = presets;
  if (!first) throw new Error(`The model ${model.id} has no presets.`);
  const graph = graphOf(model);
  const simulator = directSimulator();
  await simulator.open(model);
  const { outcome } = await simulator.run(first.scenario, { save: coursesNeeded(graph) });
  simulator.close();
  if (!outcome.ok) throw new Error(`${first.id} stops at ${outcome.failure.cell} in ${outcome.failure.date}.`);
  const course = new LoopCourse(model, loops, graph, first.scenario, outcome.trajectory);
  return { presets, view: course.viewAt(course.rows - 1) };
}
