import { resolve } from '$app/paths';
import type { AddressOf } from '$lib/evidence';
import { evidenceWords, type Locale } from '$lib/i18n';
import type { SiteLink } from '$lib/ui';
import { addressOf, chapterAddress, type SiteRoute } from './site';

/**
 * The pages below the model, in the order of their own navigation: where one is new, its line is added here. The
 * navigation of the site marks `model` on all of them: `siteLinks('model', locale)`.
 */
const addresses = {
  model: (lang?: 'ar') => resolve('/[[lang=lang]]/model', lang ? { lang } : {}),
  backtest: (lang?: 'ar') => resolve('/[[lang=lang]]/model/backtest', lang ? { lang } : {})
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
        return isEvidenceRoute('checks') ? withAnchor(evidenceAddress('checks', locale), target.id) : null;
      case 'claim':
        return isSiteRoute('briefing') ? withAnchor(addressOf('briefing', locale), target.id) : null;
    }
  };
}

function isEvidenceRoute(route: string): route is EvidenceRoute {
  return Object.hasOwn(addresses, route);
}
