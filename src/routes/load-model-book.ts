import { ModelBook } from '$lib/evidence';
import type { Locale } from '$lib/i18n';
import { homeEntry } from './load-home';

const opened = new Map<Locale, Promise<ModelBook>>();

/** The pages of the model that the site opens with, in one language; worked out while the site is built. */
export function loadModelBook(locale: Locale): Promise<ModelBook> {
  const known = opened.get(locale);
  if (known && !import.meta.env.DEV) return known;
  const book = open(locale);
  opened.set(locale, book);
  return book;
}

async function open(locale: Locale): Promise<ModelBook> {
  const entry = homeEntry();
  const [whole, en, ar, evidence, reasons, briefing, backtest] = await Promise.all([
    entry.whole(),
    entry.words.en(),
    entry.words.ar(),
    entry.evidence(),
    entry.reasons(),
    entry.briefing(),
    entry.backtest()
  ]);
  return new ModelBook(
    {
      model: whole.default,
      texts: { en: en.default, ar: ar.default },
      sources: evidence.default.sources,
      checks: evidence.default.checks,
      ...reasons.default,
      briefing: briefing.default,
      backtest: backtest.default.backtest
    },
    locale
  );
}
