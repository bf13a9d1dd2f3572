import { localeOf } from '$lib/i18n';
import { homeEntry } from '../../load-home';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'ar' }];

export const load: PageServerLoad = async ({ params }) => {
  const locale = localeOf(params.lang);
  const { default: text } = await homeEntry().words[locale]();
  return { locale, title: text.title };
};
