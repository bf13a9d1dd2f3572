import { localeOf } from '$lib/i18n';
import { loadModelBook } from '../../../load-model-book';
import type { EntryGenerator, PageServerLoad } from './$types';

const parts = ['inputs', 'terms', 'events', 'sources'] as const;

export const entries: EntryGenerator = () => ['', 'ar'].flatMap((lang) => parts.map((part) => ({ lang, part })));

export const load: PageServerLoad = async ({ params }) => {
  const locale = localeOf(params.lang);
  const book = await loadModelBook(locale);
  const part = parts.find((each) => each === params.part) ?? 'inputs';
  return { locale, title: book.title, sectors: book.sectors, span: book.span, part, ...book.part(part) };
};
