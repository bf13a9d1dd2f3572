import { resolve } from '$app/paths';
import { exploreWords, type Locale } from '$lib/i18n';
import type { SiteLink } from '$lib/ui';

/**
 * The pages of /explore, in the order of their own navigation: where one is new, its line is added here. The navigation
 * of the site marks `explore` on all of them: `siteLinks('explore', locale)`.
 */
const addresses = {
  matters: (lang?: 'ar') => resolve('/[[lang=lang]]/explore', lang ? { lang } : {}),
  futures: (lang?: 'ar') => resolve('/[[lang=lang]]/explore/futures', lang ? { lang } : {}),
  goal: (lang?: 'ar') => resolve('/[[lang=lang]]/explore/goal', lang ? { lang } : {})
};

export type ExploreRoute = keyof typeof addresses;

/** Relative address of a page of /explore. */
export function exploreAddress(route: ExploreRoute, locale: Locale): string {
  return `${addresses[route](locale === 'ar' ? 'ar' : undefined).replace(/\/$/, '')}/`;
}

/** The links of `ExploreNav`. */
export function exploreLinks(current: ExploreRoute, locale: Locale): readonly SiteLink[] {
  const { pages } = exploreWords(locale);
  return (Object.keys(addresses) as ExploreRoute[]).map((route) => ({
    label: pages[route],
    href: exploreAddress(route, locale),
    current: route === current
  }));
}
