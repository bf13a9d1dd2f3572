import type { Locale } from './locale';
import * as ar from './ar/index';
import * as en from './en/index';

/**
 * Every text of the pages, in both languages. English is the type: Arabic must have the same keys and the same
 * parameters, or it does not compile. Texts with numbers in them are functions, so that plurals and word order are
 * each language's own. The names of a model's parts are not here but with the model.
 */
export type Catalogue = Widened<typeof en>;

export type Widened<T> = T extends string
  ? string
  : T extends (...parameters: infer P) => string
    ? (...parameters: P) => string
    : { readonly [K in keyof T]: Widened<T[K]> };

const catalogues: Readonly<Record<Locale, Catalogue>> = { en, ar };

export function catalogue(locale: Locale): Catalogue {
  return catalogues[locale];
}

/**
 * The texts of one page, which the other pages do not load: `export const modelPage = pageWords(en, ar)` in a file of its
 * own beside this one, from `en/model-page.ts` and `ar/model-page.ts`. Both languages must have the same keys and parameters.
 */
export function pageWords<T>(en: T, ar: NoInfer<Widened<T>>): (locale: Locale) => Widened<T> {
  return (locale) => (locale === 'ar' ? ar : (en as Widened<T>));
}
