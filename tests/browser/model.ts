import { formatNumber, type Locale } from '$lib/i18n';
import { loadModel, type ModelBundle } from '$lib/model';
import { decodeLink } from '$lib/scenario';
import { directSimulator, type RunReport } from '$lib/simulator';
import { readModelFolder } from '../../src/cli/files';

/** The same model in Node: what the page has to show, computed apart from it. */
function shipped(): ModelBundle {
  const { bundle } = loadModel(readModelFolder('models/libya', 'models/libya'));
  if (!bundle) throw new Error('models/libya has errors: see `mizan check models/libya`');
  return bundle;
}

export const libya = shipped();

/** The report of a link's scenario, in Node. `cells`: what to save; the outputs where left off. */
export async function runInNode(link: string, cells?: readonly string[]): Promise<RunReport> {
  const { model } = libya;
  const { scenario } = decodeLink(link, { find: () => model, standard: model });
  if (!scenario) throw new Error(`no scenario in ${link}`);
  const simulator = directSimulator();
  await simulator.open(model);
  return simulator.run(scenario, cells ? { save: cells } : {});
}

/** Values of one cell, month by month. */
export async function valuesInNode(link: string, cell: string): Promise<readonly number[]> {
  const { outcome } = await runInNode(link, [cell]);
  if (!outcome.ok) throw new Error(`${link} stops at ${outcome.failure.cell}`);
  return [...outcome.trajectory.values];
}

/** The headline of a link's scenario as the page writes it. */
export async function stabilityInNode(link: string, locale: Locale = 'en'): Promise<string> {
  const values = await valuesInNode(link, 'stability_index');
  return formatNumber(locale, values[values.length - 1] ?? NaN, { digits: 1 });
}
