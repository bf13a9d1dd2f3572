import { localeOf } from '$lib/i18n';
import { loadGoal } from '../../../load-goal';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'ar' }];

export const load: PageServerLoad = async ({ params }) => {
  const locale = localeOf(params.lang);
  return { locale, ...(await loadGoal(locale)) };
};
