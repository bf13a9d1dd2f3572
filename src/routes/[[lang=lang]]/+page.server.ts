import { cellsAtOnce } from '$lib/desk';
import { parseScenario, statusQuo } from '$lib/scenario';
import { directSimulator } from '$lib/simulator';
import { homeEntry, loadHome } from '../load-home';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'ar' }];

/** What is worked out while the site is built: the status quo and its bands, so that its figures stand in the page before any script; and presets. */
export const load: PageServerLoad = async () => {
  const [{ model, layout }, { default: presets }] = await Promise.all([loadHome(), homeEntry().presets()]);
  const simulator = directSimulator();
  await simulator.open(model);
  const scenario = statusQuo(model);
  const { outcome } = await simulator.run(scenario, { save: cellsAtOnce(model, layout) });
  const { result: bands } = await simulator.ensemble(scenario, {
    // The great figure's alone: the other ranges come with the first runs in the browser.
    outputs: [layout.stability.output],
    coarse: 0
  });
  simulator.close();
  if (!outcome.ok)
    throw new Error(`The status quo of ${model.id} stops at ${outcome.failure.cell} in ${outcome.failure.date}.`);
  return {
    trajectory: outcome.trajectory,
    bands,
    presets: presets.flatMap(({ id, document }) => {
      const { scenario } = parseScenario(document, model);
      return scenario ? [{ id, scenario }] : [];
    })
  };
};
