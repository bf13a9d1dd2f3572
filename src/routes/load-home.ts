import { catalogue, home } from 'virtual:mizan/catalogue';
import type { DeskLayout, Model } from '$lib/model';

/** The model that the site opens with, and what its desk shows. */
export async function loadHome(): Promise<{ model: Model; layout: DeskLayout }> {
  const entry = homeEntry();
  const [{ default: model }, { default: shown }] = await Promise.all([entry.model(), entry.desk()]);
  if (!shown.desk) throw new Error(`The model ${model.id} has no desk.yaml: there is nothing to show of it.`);
  return { model, layout: shown.desk };
}

export function homeEntry(): (typeof catalogue)[number] {
  const entry = catalogue.find(({ id }) => id === home);
  if (!entry) throw new Error('There is no model under models/: the site has nothing to open with.');
  return entry;
}
