import { error } from '@sveltejs/kit';
import { localeOf } from '$lib/i18n';
import { homeEntry } from '../../../../load-home';
import { loadModelBook } from '../../../../load-model-book';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () => {
  const { default: model } = await homeEntry().model();
  return ['', 'ar'].flatMap((lang) => model.sectors.map((sector) => ({ lang, sector })));
};

export const load: PageServerLoad = async ({ params }) => {
  const locale = localeOf(params.lang);
  const book = await loadModelBook(locale);
  if (!book.sectors.some(({ id }) => id === params.sector)) error(404);
  return {
    locale,
    title: book.title,
    start: book.span.start,
    sectors: book.sectors,
    chapter: book.sector(params.sector)
  };
};
