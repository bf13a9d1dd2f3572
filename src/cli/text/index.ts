import type { Locale } from '$lib/language';
import { ar } from './ar';
import { en } from './en';

/** Every text of the command line, in both languages. English is the type: Arabic must have the same. */
export type Text = typeof en;

export function textOf(locale: Locale): Text {
  return locale === 'ar' ? ar : en;
}
