import { localeOf } from '$lib/i18n';
import { loadBriefing } from '../../load-briefing';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'ar' }];

export const load: PageServerLoad = async ({ params }) => {
  const locale = localeOf(params.lang);
  const { title, view } = await loadBriefing(locale);
  return { locale, model: title, briefing: view };
};
