export { catalogue, pageWords, type Catalogue, type Widened } from './catalogue';
export { evidenceWords } from './evidence';
export { dateTag, directionOf, localeOf, locales, numberTag, otherLocale, type Direction, type Locale } from './locale';
export { addMonths, formatMonth, monthsBetween, type MonthStyle } from './month';
export { formatDifference, formatNumber, formatPercent, formatPlain, parseNumber, type NumberStyle } from './number';
export { plural, type PluralForms } from './plural';
