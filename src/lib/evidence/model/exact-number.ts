import { formatPlain, type Locale } from '$lib/i18n';

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number of a model as it is written there, in the language of the page: nothing rounded away, powers of ten set as such. */
export function exactNumber(locale: Locale, value: number): string {
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return formatPlain(locale, value, 12);
  const power = `10${exponent
    .replace('+', '')
    .replace('-', '⁻')
    .replace(/\d/g, (digit) => raised[Number(digit)] ?? digit)}`;
  return mantissa === '1' ? power : `${formatPlain(locale, Number(mantissa), 12)} · ${power}`;
}
