import { localeOf } from '$lib/i18n';
import { loadFutures } from '../../../load-futures';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'ar' }];

export const load: PageServerLoad = async ({ params }) => {
  const locale = localeOf(params.lang);
  return { locale, ...(await loadFutures(locale)) };
};
