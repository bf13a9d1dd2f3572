import { describe, expect, it } from 'vitest';
import type { Attribution, Player } from '$lib/analysis';
import { formatDifference, formatNumber, whyWords, type Locale } from '$lib/i18n';
import { explain, type Telling } from './explain';

const player = (id: string): Player => ({ kind: 'input', id, turn: {} });

function attribution(
  from: number,
  shares: Readonly<Record<string, number>>,
  pairs: readonly (readonly [string, string, number])[] = [],
  error = 0
): Attribution {
  const players = Object.fromEntries(Object.keys(shares).map((id) => [id, player(id)]));
  return {
    method: error > 0 ? 'sampled' : 'exact',
    from,
    to: from + Object.values(shares).reduce((sum, value) => sum + value, 0),
    shares: Object.entries(shares).map(([id, value]) => ({ player: players[id]!, value, error })),
    interactions: pairs.map(([a, b, value]) => ({ a: players[a]!, b: players[b]!, value }))
  };
}

function telling(locale: Locale = 'en'): Telling {
  const words = whyWords(locale);
  const number = (value: number): string => formatNumber(locale, value, { digits: 1 });
  return {
    words,
    output: locale === 'en' ? 'Stability' : 'الاستقرار',
    month: locale === 'en' ? 'October 2034' : 'أكتوبر 2034',
    scenario: locale === 'en' ? 'Your scenario' : 'سيناريوك',
    reference: locale === 'en' ? 'Status quo' : 'الوضع القائم',
    orders: 200,
    nameOf: ({ id }) => id,
    value: number,
    bare: (value) => number(Math.abs(value)),
    amount: (value) => words.points(number(Math.abs(value)), Number(Math.abs(value).toFixed(1))),
    signed: (value) => words.points(formatDifference(locale, value), Number(Math.abs(value).toFixed(1))),
    isNought: (value) => !/[1-9]/.test(formatDifference(locale, value))
  };
}

describe('an attribution in sentences', () => {
  it('says nothing where nothing was changed', () => {
    expect(explain(attribution(39.8, {}), telling())).toEqual([]);
  });

  it('says where the figure stands, and whose doing it is where only one thing was changed', () => {
    expect(explain(attribution(39.8, { Force: 5.1 }), telling())).toEqual([
      'Stability in October 2034: 44.9 in Your scenario, 5.1 points above the 39.8 of Status quo.',
      'Only Force was changed, so all of it is its doing: +5.1 points.'
    ]);
  });

  it('names the largest shares first, and what two changes do only together', () => {
    const told = explain(attribution(39.8, { Force: 3.8, Border: 4.9 }, [['Force', 'Border', 1]]), telling());
    expect(told.slice(1)).toEqual([
      'The largest share is that of Border (+4.9 points), then comes Force (+3.8 points).',
      'Force and Border reinforce each other: 1.0 of the 8.7 points come only from both at once.'
    ]);
  });

  it('says of a pair that brings next to nothing one by one that it works only together', () => {
    const told = explain(attribution(10, { A: 2, B: 2, C: 1 }, [['A', 'B', 3.5]]), telling());
    expect(told.at(-1)).toBe(
      'A and B work only together: 3.5 of the 5.0 points come from both at once, on average over the other changes.'
    );
  });

  it('does not speak of an average where a pair was only run by itself', () => {
    const told = explain(attribution(10, { A: 2, B: 2, C: 1 }, [['A', 'B', 3.5]], 0.05), telling());
    expect(told).toContain('A and B work only together: 3.5 of the 5.0 points come from both at once.');
  });

  it('keeps small interactions to itself, and says of others that they overlap or go apart', () => {
    const small = explain(attribution(10, { A: 5, B: 5 }, [['A', 'B', 0.4]]), telling());
    expect(small.join(' ')).not.toContain('each other');
    const overlap = explain(attribution(10, { A: 5, B: 5 }, [['A', 'B', -2]]), telling());
    expect(overlap.at(-1)).toContain('get in each other’s way: both at once move it by 2.0 points less');
    const mixed = explain(attribution(10, { A: 5, B: -2 }, [['A', 'B', -1]]), telling());
    expect(mixed.at(-1)).toContain('both at once add −1.0 points');
  });

  it('names a share against the direction, a pair that cancels, and changes without effect', () => {
    const shares = { A: 6, B: -3, C: 2, D: -1.9, E: 0.01, F: 0 };
    const told = explain(attribution(40, shares), telling());
    expect(told).toContain('Against that works B (−3.0 points).');
    expect(told).toContain('C (+2.0 points) and D (−1.9 points) all but cancel each other.');
    expect(told).toContain('E and F have no effect on it.');
    expect(explain(attribution(40, { ...shares, G: 0 }), telling())).toContain('3 changes have no effect on it.');
  });

  it('adds up what is not named', () => {
    const told = explain(attribution(40, { A: 6, B: 3, C: 2, D: 1.5, E: -0.2 }), telling());
    expect(told.slice(1)).toEqual([
      'The largest share is that of A (+6.0 points), then come B (+3.0 points) and C (+2.0 points).',
      '2 further changes together: +1.3 points.'
    ]);
  });

  it('tells a balance of large shares from a figure that nothing moves', () => {
    expect(explain(attribution(40, { A: 4, B: -4 }), telling())).toEqual([
      'Stability in October 2034: 40.0 in Your scenario, as in Status quo.',
      'What raises it and what lowers it balance each other: A (+4.0 points) on one side, B (−4.0 points) on the other.'
    ]);
    expect(explain(attribution(40, { A: 0.01, B: 0 }), telling()).at(-1)).toBe(
      'Nothing that was changed moves this figure.'
    );
  });

  it('says how sure sampled shares are', () => {
    const told = explain(attribution(40, { A: 4, B: 2 }, [], 0.05), telling());
    expect(told.at(-1)).toContain('estimated from 200 orders');
    expect(told.at(-1)).toContain('±0.1 points');
    const close = explain(attribution(40, { A: 4, B: 2 }, [], 0.001), telling());
    expect(close.at(-1)).toContain('more closely than the digits shown');
  });

  it('counts in Arabic as Arabic does', () => {
    const said = (shares: Readonly<Record<string, number>>): string =>
      explain(attribution(40, shares), telling('ar')).join(' ');
    expect(said({ أ: 8.7, ب: 4 })).toContain('أعلى بمقدار 12.7 نقطة');
    expect(said({ أ: 5 })).toContain('5.0 نقاط');
    expect(said({ أ: 6, ب: 3, ج: 2, د: 0.6, ه: 0.7 })).toContain('وتغييران آخران معًا');
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`م${i}`, 0]));
    expect(said({ أ: 6, ب: 3, ...many })).toContain('ولا أثر فيه لـ12 تغييرًا منها.');
    const three = { أ: 6, ب: 3, ج: 0, د: 0, ه: 0 };
    expect(said(three)).toContain('ولا أثر فيه لـ3 تغييرات منها.');
  });
});
