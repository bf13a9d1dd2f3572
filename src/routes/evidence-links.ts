import { resolve } from '$app/paths';
import type { AddressOf } from '$lib/evidence';
import { evidenceWords, type Locale } from '$lib/i18n';
import type { SiteLink } from '$lib/ui';
import { addressOf, chapterAddress, isSiteRoute } from './site';

/**
 * The pages below the model, in the order of their own navigation: where one is new, its line is added here. The
 * navigation of the site marks `model` on all of them: `siteLinks('model', locale)`.
 */
const addresses = {
  model: (lang?: 'ar') => resolve('/[[lang=lang]]/model', lang ? { lang } : {}),
  loops: (lang?: 'ar') => resolve('/[[lang=lang]]/model/loops', lang ? { lang } : {}),
  checks: (lang?: 'ar') => resolve('/[[lang=lang]]/model/checks', lang ? { lang } : {}),
  backtest: (lang?: 'ar') => resolve('/[[lang=lang]]/model/backtest', lang ? { lang } : {}),
  message: (lang?: 'ar') => resolve('/[[lang=lang]]/model/message', lang ? { lang } : {}),
  documentation: (lang?: 'ar') => resolve('/[[lang=lang]]/model/documentation', lang ? { lang } : {})
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

/** Turns what a page of the model leads to into an address; null where the site has no such page. */
export function targetAddress(locale: Locale): AddressOf {
  const withAnchor = (address: string, anchor: string): string => (anchor === '' ? address : `${address}#${anchor}`);
  return (target) => {
    switch (target.kind) {
      case 'name':
        return withAnchor(chapterAddress(target.chapter, locale), target.anchor);
      case 'source':
        return withAnchor(chapterAddress('sources', locale), target.key);
      case 'check':
        return below('checks', locale, target.id);
      case 'claim':
        return beside('briefing', locale, target.id);
    }
  };
}

/** A place on a page below the model, where there is such a page. */
function below(route: string, locale: Locale, anchor: string): string | null {
  return Object.hasOwn(addresses, route) ? `${evidenceAddress(route as EvidenceRoute, locale)}#${anchor}` : null;
}

/** A place on a page of the site, where there is such a page. */
function beside(route: string, locale: Locale, anchor: string): string | null {
  return isSiteRoute(route) ? `${addressOf(route, locale)}#${anchor}` : null;
}
