import { numberTag, type Locale } from './locale';

/**
 * Numbers as a person reads them, in the language of the page. A true minus sign stands before negative numbers in
 * English; in Arabic, Intl adds the direction mark that keeps the sign on the number's left.
 */
export interface NumberStyle {
  /** Digits after the point, always shown; default 0. */
  readonly digits?: number;
  /** A sign before positive numbers too: for differences. */
  readonly signed?: boolean;
}

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: Locale, digits: number, signed: boolean): Intl.NumberFormat {
  const key = `${locale} ${digits} ${signed}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(numberTag(locale), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: signed ? 'exceptZero' : 'negative'
  });
  formats.set(key, made);
  return made;
}

/** `formatNumber('en', -3.14159, { digits: 1 })` is `−3.1`. A number that rounds to zero has no sign. */
export function formatNumber(locale: Locale, value: number, style: NumberStyle = {}): string {
  return formatOf(locale, style.digits ?? 0, style.signed ?? false)
    .format(value)
    .replace('-', '−');
}

/** A difference: always signed, `±0` where it rounds to nothing. */
export function formatDifference(locale: Locale, value: number, digits = 1): string {
  const text = formatNumber(locale, value, { digits, signed: true });
  return /[1-9]/.test(text) ? text : `±${formatNumber(locale, 0, { digits: 0 })}`;
}

/**
 * Per cent of a number that is already in per cent. In Arabic the sign stands between direction marks, as Intl writes it:
 * after Arabic letters it would otherwise change sides.
 */
export function formatPercent(locale: Locale, value: number, digits = 0): string {
  const text = formatNumber(locale, value, { digits });
  return locale === 'ar' ? `${text}\u200e%\u200e` : `${text}%`;
}

/** Shortest text of a number that a person may have typed: no padding, at most `digits` after the point. */
export function formatPlain(locale: Locale, value: number, digits = 3): string {
  const key = `${locale} plain ${digits}`;
  const format =
    formats.get(key) ?? new Intl.NumberFormat(numberTag(locale), { maximumFractionDigits: digits, useGrouping: false });
  // Making a format costs a hundred times what using it does, and a moving slider formats every input.
  formats.set(key, format);
  return format.format(value).replace('-', '−');
}

const easternDigits = '٠١٢٣٤٥٦٧٨٩';
const persianDigits = '۰۱۲۳۴۵۶۷۸۹';

/**
 * A number as typed in either language: Latin or Arabic-Indic digits, point, comma or Arabic decimal separator,
 * any minus sign, blanks and direction marks ignored. Null where it is no number.
 */
export function parseNumber(text: string): number | null {
  const plain = text
    .replace(/[\u200e\u200f\u061c\s%٪]/g, '')
    .replace(/[٠-٩]/g, (digit) => String(easternDigits.indexOf(digit)))
    .replace(/[۰-۹]/g, (digit) => String(persianDigits.indexOf(digit)))
    .replace(/[−–]/g, '-')
    .replace(/[٫,]/g, '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  return Number(plain);
}
