import { cellsAtOnce } from '$lib/desk';
import { statusQuo } from '$lib/scenario';
import { directSimulator } from '$lib/simulator';
import { loadHome } from '../load-home';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'ar' }];

/** The status quo, run while the site is built, so that its figures stand in the page before any script. */
export const load: PageServerLoad = async () => {
  const { model, layout } = await loadHome();
  const simulator = directSimulator();
  await simulator.open(model);
  const { outcome } = await simulator.run(statusQuo(model), { save: cellsAtOnce(model, layout) });
  simulator.close();
  if (!outcome.ok)
    throw new Error(`The status quo of ${model.id} stops at ${outcome.failure.cell} in ${outcome.failure.date}.`);
  return { trajectory: outcome.trajectory };
};
