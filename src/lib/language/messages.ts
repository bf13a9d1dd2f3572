import type { Diagnostic, Locale } from './diagnostic';
import * as arabic from './messages.ar';
import * as english from './messages.en';

/** Diagnostics to text. Every code has a message in each language; the two catalogues are held together by their type. */
export type MessageCode = keyof typeof english.messages;

export const messageCodes: readonly string[] = Object.keys(english.messages);

const catalogues = { en: english, ar: arabic } as const;

/** Pieces of a model are set apart: by backticks in English, and isolated from the direction of Arabic. */
const quotes = { en: ['`', '`'], ar: ['«\u2066', '\u2069»'] } as const;
const between = { en: ', ', ar: '، ' } as const;
const arrow = { error: { en: 'error', ar: 'خطأ' }, warning: { en: 'warning', ar: 'تنبيه' } } as const;

/** What is wrong and what would be right, as one or two sentences without a place. */
export function describe(diagnostic: Diagnostic, locale: Locale): string {
  const message = catalogues[locale].messages[diagnostic.code as MessageCode] as string | undefined;
  if (message === undefined) return diagnostic.code;
  const { data } = diagnostic;
  const whole = message.replace(/<<(.*?)>>/g, (_, part: string) => (hasAll(part, data) ? part : ''));
  return whole
    .replace(/\{(\w+)([#@]?)\}/g, (_, key: string, form: string) => render(String(data[key] ?? ''), form, locale))
    .trim();
}

/** `file:line:column: error: text`, one line, as compilers and editors know it. */
export function formatDiagnostic(diagnostic: Diagnostic, locale: Locale = 'en'): string {
  const { file, line, column } = diagnostic.at;
  return `${file}:${line}:${column}: ${arrow[diagnostic.severity][locale]}: ${describe(diagnostic, locale)}`;
}

function hasAll(part: string, data: Diagnostic['data']): boolean {
  return [...part.matchAll(/\{(\w+)/g)].every(
    ([, key]) => key !== undefined && data[key] !== undefined && data[key] !== ''
  );
}

function render(value: string, form: string, locale: Locale): string {
  if (form === '#') return value;
  if (form === '@') return term(value, locale);
  const [open, close] = quotes[locale];
  return `${open}${value}${close}`;
}

/** A word of the language; `choice a|b` is the word `choice` with its list; `stock|variable` is a list of words. */
function term(value: string, locale: Locale): string {
  const { terms } = catalogues[locale];
  const [key = '', ...rest] = value.split(' ');
  const own = terms[key];
  if (own?.includes('%')) {
    const parts = rest.join(' ').split('|');
    return own.replace('%', key === 'between' ? parts.join('–') : parts.join(between[locale]));
  }
  return value
    .split('|')
    .map((word) => terms[word] ?? word)
    .join(between[locale]);
}
