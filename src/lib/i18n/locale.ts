import type { Locale } from '$lib/language';

/**
 * The two languages of the site, their direction and the tags that Intl understands. Arabic is written with Latin
 * digits, as in the Libyan press, and with the month names used in Libya (يناير, فبراير …).
 */
export type { Locale };

export const locales: readonly Locale[] = ['en', 'ar'];

export type Direction = 'ltr' | 'rtl';

export function directionOf(locale: Locale): Direction {
  return locale === 'ar' ? 'rtl' : 'ltr';
}

/** The language of a route: its `lang` parameter, which is absent for English. */
export function localeOf(parameter: string | undefined): Locale {
  return parameter === 'ar' ? 'ar' : 'en';
}

export function otherLocale(locale: Locale): Locale {
  return locale === 'ar' ? 'en' : 'ar';
}

/** Tag for numbers and plurals. */
export function numberTag(locale: Locale): string {
  return locale === 'ar' ? 'ar-u-nu-latn' : 'en-GB';
}

/** Tag for dates. */
export function dateTag(locale: Locale): string {
  return locale === 'ar' ? 'ar-LY-u-nu-latn-ca-gregory' : 'en-GB';
}
