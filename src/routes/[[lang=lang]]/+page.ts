import { localeOf } from '$lib/i18n';
import { homeEntry, loadHome } from '../load-home';
import type { PageLoad } from './$types';

/** The model and, in the language of the path, the texts that stand there before anything is opened; the results of the status quo come with the page. */
export const load: PageLoad = async ({ params, data }) => {
  const locale = localeOf(params.lang);
  const [home, { default: text }] = await Promise.all([loadHome(), homeEntry().first[locale]()]);
  return {
    locale,
    text,
    model: home.model,
    layout: home.layout,
    presets: data.presets,
    trajectory: data.trajectory,
    bands: data.bands
  };
};
