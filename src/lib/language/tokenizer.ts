import type { Span } from './syntax';

/**
 * Formula text to tokens. Never throws: what is no token becomes a fault with its span, and reading goes on behind it,
 * so that the parser always sees a complete list ending in `end`. Spans are UTF-16 offsets into the text.
 */
export type TokenKind = 'number' | 'name' | 'symbol' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** The characters as written; empty for `end`. */
  readonly text: string;
  readonly span: Span;
}

/** What is wrong in a formula, by span; the caller turns it into a Diagnostic with a place in a file. */
export interface Fault {
  readonly code: string;
  readonly span: Span;
  readonly data: Readonly<Record<string, string | number>>;
}

const spaces = /\s+/y;
const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const looseNumber = /\.?\d[\w.]*(?:(?<=[eE])[+-]\d+)?/y;
const dottedName = /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+/y;
const name = /[A-Za-z_]\w*/y;
const symbol = /<=|>=|<>|[-+*/^<>=()[\],:]/y;

/** Spellings of other languages and of typesetting, and what this language writes instead. */
const foreign: readonly (readonly [string, string])[] = [
  ['**', '^'],
  ['==', '='],
  ['!=', '<>'],
  ['&&', 'and'],
  ['||', 'or'],
  ['≠', '<>'],
  ['≤', '<='],
  ['≥', '>='],
  ['×', '*'],
  ['·', '*'],
  ['÷', '/'],
  ['−', '-'],
  ['–', '-'],
  ['،', ','],
  ['!', 'not'],
  ['{', '('],
  ['}', ')'],
  [';', ',']
];

export function tokenize(text: string): { readonly tokens: readonly Token[]; readonly faults: readonly Fault[] } {
  const tokens: Token[] = [];
  const faults: Fault[] = [];
  let at = 0;

  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const fault = (code: string, length: number, data: Fault['data']): void => {
    faults.push({ code, span: { start: at, end: at + length }, data });
    at += length;
  };
  const push = (kind: TokenKind, length: number): void => {
    tokens.push({ kind, text: text.slice(at, at + length), span: { start: at, end: at + length } });
    at += length;
  };

  while (at < text.length) {
    const blank = match(spaces);
    if (blank !== undefined) {
      at += blank.length;
      continue;
    }
    const loose = match(looseNumber);
    if (loose !== undefined) {
      const exact = match(number);
      if (exact !== loose) fault('bad-number', loose.length, { text: loose });
      else if (!Number.isFinite(Number(exact))) fault('number-too-large', loose.length, { text: loose });
      else push('number', exact.length);
      continue;
    }
    const dotted = match(dottedName);
    if (dotted !== undefined) {
      const [quantity, ...elements] = dotted.split('.');
      fault('dotted-name', dotted.length, { text: dotted, instead: `${quantity}[${elements.join(', ')}]` });
      continue;
    }
    const word = match(name);
    if (word !== undefined) {
      push('name', word.length);
      continue;
    }
    const borrowed = foreign.find(([spelling]) => text.startsWith(spelling, at));
    if (borrowed !== undefined) {
      fault('foreign-symbol', borrowed[0].length, { text: borrowed[0], instead: borrowed[1] });
      continue;
    }
    const sign = match(symbol);
    if (sign !== undefined) {
      push('symbol', sign.length);
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    fault('unexpected-character', character.length, { text: character });
  }
  tokens.push({ kind: 'end', text: '', span: { start: text.length, end: text.length } });
  return { tokens, faults };
}
