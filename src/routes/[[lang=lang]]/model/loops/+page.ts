import { localeOf } from '$lib/i18n';
import { homeEntry } from '../../../load-home';
import type { PageLoad } from './$types';

/** The model, its texts in the language of the path, and its loops; what was worked out comes with the page. */
export const load: PageLoad = async ({ params, data }) => {
  const locale = localeOf(params.lang);
  const entry = homeEntry();
  const [{ default: model }, { default: text }, { default: content }] = await Promise.all([
    entry.model(),
    entry.text[locale](),
    entry.loops()
  ]);
  if (!content.loops) throw new Error(`The model ${model.id} has no loops.yaml.`);
  return { locale, model, text, map: content.loops, ...data };
};
