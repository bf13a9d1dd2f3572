import { resolve } from '$app/paths';
import { evidenceWords, type Locale } from '$lib/i18n';
import type { SiteLink } from '$lib/ui';

/**
 * The pages below the model, in the order of their own navigation: where one is new, its line is added here. The
 * navigation of the site marks `model` on all of them: `siteLinks('model', locale)`.
 */
const addresses = {
  model: (lang?: 'ar') => resolve('/[[lang=lang]]/model', lang ? { lang } : {})
};

export type EvidenceRoute = keyof typeof addresses;

/** Relative address of a page below the model. */
export function evidenceAddress(route: EvidenceRoute, locale: Locale): string {
  return `${addresses[route](locale === 'ar' ? 'ar' : undefined).replace(/\/$/, '')}/`;
}

/** The links of `EvidenceNav`. */
export function evidenceLinks(current: EvidenceRoute, locale: Locale): readonly SiteLink[] {
  const { pages } = evidenceWords(locale);
  return (Object.keys(addresses) as EvidenceRoute[]).map((route) => ({
    label: pages[route],
    href: evidenceAddress(route, locale),
    current: route === current
  }));
}
