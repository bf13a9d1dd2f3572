import { cellsAtOnce } from '$lib/desk';
import { statusQuo } from '$lib/scenario';
import { directSimulator } from '$lib/simulator';
import { loadHome } from '../load-home';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'ar' }];

/** The status quo and its bands, run while the site is built, so that its figures stand in the page before any script. */
export const load: PageServerLoad = async () => {
  const { model, layout } = await loadHome();
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
  return { trajectory: outcome.trajectory, bands };
};
