import { localeOf } from '$lib/i18n';
import { loadModelBook } from '../../load-model-book';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'ar' }];

export const load: PageServerLoad = async ({ params }) => {
  const locale = localeOf(params.lang);
  const book = await loadModelBook(locale);
  return { locale, title: book.title, overview: book.overview() };
};
