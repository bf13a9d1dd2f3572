import { localeOf } from '$lib/i18n';
import { homeEntry, loadHome } from '../../load-home';
import type { PageLoad } from './$types';

/** The model to compute with and its texts; the first comparison comes with the page. */
export const load: PageLoad = async ({ params, data }) => {
  const locale = localeOf(params.lang);
  const entry = homeEntry();
  const [{ model, layout }, { default: text }, { better }] = await Promise.all([
    loadHome(),
    entry.words[locale](),
    entry.better().then(({ default: told }) => told)
  ]);
  return {
    locale,
    text,
    subject: { model, headline: layout.headline, better, presets: data.presets },
    scenarios: data.scenarios,
    choices: data.choices,
    runs: data.runs,
    told: data.told
  };
};
