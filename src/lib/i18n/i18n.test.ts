import { describe, expect, it } from 'vitest';
import {
  addMonths,
  catalogue,
  formatDifference,
  formatMonth,
  formatNumber,
  monthsBetween,
  parseNumber,
  plural
} from './index';

const bare = (text: string) => text.replace(/[\u200e\u200f\u061c]/g, '');

describe('numbers', () => {
  it.each([
    ['en', 41.26, 1, false, '41.3'],
    ['en', -3.14, 1, true, '−3.1'],
    ['en', 3.14, 1, true, '+3.1'],
    ['ar', 41.26, 1, false, '41.3'],
    ['ar', -3.14, 1, true, '−3.1']
  ] as const)('formatNumber(%s, %d) to %d digits', (locale, value, digits, signed, text) => {
    expect(bare(formatNumber(locale, value, { digits, signed }))).toBe(text);
  });

  it('formatDifference says ±0 where nothing is left after rounding', () => {
    expect(formatDifference('en', -0.04)).toBe('±0');
    expect(formatDifference('en', 0.06)).toBe('+0.1');
  });

  it.each([
    ['12.5', 12.5],
    ['12,5', 12.5],
    ['١٢٫٥', 12.5],
    ['−3', -3],
    [' 80 %', 80],
    ['', null],
    ['12abc', null],
    ['1.2.3', null],
    ['Infinity', null]
  ])('parseNumber(%j)', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it('parseNumber reads back what formatNumber writes, in both languages', () => {
    for (const value of [0, 7.5, -12.25, 99]) {
      expect(parseNumber(formatNumber('ar', value, { digits: 2 }))).toBe(value);
      expect(parseNumber(formatNumber('en', value, { digits: 2 }))).toBe(value);
    }
  });
});

describe('months', () => {
  it('are named as in Libya, with Latin digits', () => {
    expect(formatMonth('ar', '2025-01')).toBe('يناير 2025');
    expect(formatMonth('ar', '2034-02')).toBe('فبراير 2034');
    expect(formatMonth('en', '2034-10')).toBe('October 2034');
  });

  it('addMonths and monthsBetween undo each other, over the turn of years', () => {
    for (let months = -30; months <= 130; months++) {
      expect(monthsBetween('2024-10', addMonths('2024-10', months))).toBe(months);
    }
    expect(addMonths('2024-10', 3)).toBe('2025-01');
    expect(monthsBetween('2024-10', '2025-13')).toBeNull();
  });
});

describe('plurals', () => {
  it('use the six Arabic forms', () => {
    const { ownChanges } = catalogue('ar').shell;
    expect([1, 2, 3, 11, 100].map((count) => bare(ownChanges(count)))).toEqual([
      'تغيّر مُدخل واحد',
      'تغيّر مُدخلان',
      'تغيّرت 3 مُدخلات',
      'تغيّر 11 مُدخلًا',
      'تغيّر 100 مُدخل'
    ]);
    expect(plural('en', 1, { one: '# month', other: '# months' })).toBe('1 month');
  });
});

describe('the catalogue', () => {
  const leaves = (value: unknown, path: string): [string, unknown][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) => leaves(part, `${path}.${key}`))
      : [[path, value]];

  it('has the same places in both languages, none empty, none left in the other script', () => {
    const en = leaves(catalogue('en'), '');
    const ar = new Map(leaves(catalogue('ar'), ''));
    expect([...ar.keys()].sort()).toEqual(en.map(([path]) => path).sort());
    for (const [path, text] of ar) {
      if (typeof text !== 'string' || path.startsWith('.shell.otherLanguage')) continue;
      expect(text, path).toMatch(/[\u0600-\u06ff]/);
    }
    for (const [path, text] of en) {
      if (typeof text !== 'string' || path.startsWith('.shell.otherLanguage')) continue;
      expect(text, path).toMatch(/^[^\u0600-\u06ff]+$/);
    }
  });
});
