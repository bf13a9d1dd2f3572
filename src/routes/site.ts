import { resolve } from '$app/paths';
import { catalogue, type Locale } from '$lib/i18n';
import { standingOf, type Model } from '$lib/model';
import type { SiteLink } from '$lib/ui';

/** The pages of the site that its navigation names, in its order: where a page is new, it is added here. */
const addresses = {
  desk: (lang?: 'ar') => resolve('/[[lang=lang]]', lang ? { lang } : {}),
  briefing: (lang?: 'ar') => resolve('/[[lang=lang]]/briefing', lang ? { lang } : {}),
  model: (lang?: 'ar') => resolve('/[[lang=lang]]/model', lang ? { lang } : {}),
  compare: (lang?: 'ar') => resolve('/[[lang=lang]]/compare', lang ? { lang } : {}),
  explore: (lang?: 'ar') => resolve('/[[lang=lang]]/explore', lang ? { lang } : {})
};

export type SiteRoute = keyof typeof addresses;

export function isSiteRoute(route: string): route is SiteRoute {
  return Object.hasOwn(addresses, route);
}

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

/** Parts of /model beside its sectors. */
export type ModelPart = 'inputs' | 'terms' | 'events' | 'sources';

/** Address of a chapter of /model: of a sector, or of one of the other parts. */
export function chapterAddress(chapter: ModelPart | { readonly sector: string }, locale: Locale): string {
  const lang = locale === 'ar' ? { lang: 'ar' } : {};
  const path =
    typeof chapter === 'string'
      ? resolve('/[[lang=lang]]/model/[part=part]', { ...lang, part: chapter })
      : resolve('/[[lang=lang]]/model/sector/[sector]', { ...lang, sector: chapter.sector });
  return `${path.replace(/\/$/, '')}/`;
}

/**
 * Where /model tells of a name: of a quantity, a cell, a parameter, an input, an event, a set, a constant. What is no name
 * of the model (the key of a source, a claim, a check) goes to /model itself, which leads on.
 */
export function modelAddress(model: Model, name: string, locale: Locale): string {
  const standing = standingOf(model, name);
  return standing
    ? `${chapterAddress(standing.chapter, locale)}#${standing.anchor}`
    : `${addressOf('model', locale)}#${name}`;
}

/** Where /model tells of a source. */
export function sourceAddress(key: string, locale: Locale): string {
  return `${chapterAddress('sources', locale)}#${key}`;
}
