import { resolve } from '$app/paths';
import { catalogue, type Locale } from '$lib/i18n';
import type { SiteLink } from '$lib/ui';

/** The pages of the site that its navigation names, in its order: where a page is new, it is added here. */
const addresses = {
  desk: (lang?: 'ar') => resolve('/[[lang=lang]]', lang ? { lang } : {})
};

export type SiteRoute = keyof typeof addresses;

/** Relative address of a page in a language, with the slash that its folder has. */
export function addressOf(route: SiteRoute, locale: Locale): string {
  return `${addresses[route](locale === 'ar' ? 'ar' : undefined).replace(/\/$/, '')}/`;
}

export function siteLinks(current: SiteRoute, locale: Locale): readonly SiteLink[] {
  const { nav } = catalogue(locale).shell;
  return (Object.keys(addresses) as SiteRoute[]).map((route) => ({
    label: nav[route],
    href: addressOf(route, locale),
    current: route === current
  }));
}
