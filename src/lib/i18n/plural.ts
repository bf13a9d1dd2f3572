import { numberTag, type Locale } from './locale';
import { formatNumber } from './number';

/** The forms of one counted noun. Arabic uses all six; `other` is the rest. `#` stands for the number. */
export interface PluralForms {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

const rules: Record<Locale, Intl.PluralRules> = {
  en: new Intl.PluralRules(numberTag('en')),
  ar: new Intl.PluralRules(numberTag('ar'))
};

/** The right form with the number in it: `plural('en', 2, { one: '# month', other: '# months' })` is `2 months`. */
export function plural(locale: Locale, count: number, forms: PluralForms): string {
  const form = forms[rules[locale].select(count)] ?? forms.other;
  return form.replace('#', formatNumber(locale, count));
}
