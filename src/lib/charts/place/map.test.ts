import { describe, expect, it } from 'vitest';
import { afterKey } from './choosing';
import { leadingShare, shownMonth, strokeOf, tintOf } from './map';

describe('a tint', () => {
  it('grows with the share and stays light enough for words', () => {
    const tints = [0, 0.25, 0.5, 0.75, 1].map(tintOf);
    expect([...tints].sort((a, b) => a - b)).toEqual(tints);
    expect(new Set(tints).size).toBe(5);
    expect(tintOf(1)).toBeLessThanOrEqual(0.65);
    expect(tintOf(7)).toBe(tintOf(1));
  });
});

describe('a border', () => {
  it('is heavier the better it is controlled', () => {
    const weights = [0, 0.2, 0.5, 0.8, 1].map((control) => strokeOf(control).weight);
    expect([...weights].sort((a, b) => a - b)).toEqual(weights);
    expect(new Set(weights).size).toBe(5);
  });

  it('is broken in a way of its own in each third, and whole in the last', () => {
    const gapsOf = (control: number): number => {
      const [dash = 1, gap = 0] = (strokeOf(control).dash ?? '').split(' ').filter(Boolean).map(Number);
      return gap / (dash + gap);
    };
    expect(gapsOf(0.2)).toBeGreaterThan(gapsOf(0.5));
    expect(gapsOf(0.5)).toBeGreaterThan(0);
    expect(strokeOf(0.7).dash).toBeUndefined();
  });

  it('is drawn as uncontrolled where nothing is known', () => {
    expect(strokeOf(NaN)).toEqual(strokeOf(0));
  });
});

describe('who leads', () => {
  const share = (id: string, values: number[]) => ({ id, label: id, colour: 'other' as const, values });

  it('is whoever has the greatest share that month, the earlier one where two are equal', () => {
    const shares = [share('a', [0.4, 0.3]), share('b', [0.4, 0.7])];
    expect(leadingShare(shares, 0)?.id).toBe('a');
    expect(leadingShare(shares, 1)?.id).toBe('b');
    expect(leadingShare([], 0)).toBeNull();
  });
});

it('a map without a month shows the last one', () => {
  const time = { start: '2024-10', months: 12, formatMonth: String, formatYear: String };
  expect(shownMonth({ month: null, time })).toBe(12);
  expect(shownMonth({ month: 40, time })).toBe(12);
  expect(shownMonth({ month: 3, time })).toBe(3);
});

describe('keys among places', () => {
  const ids = ['a', 'b', 'c'];

  it.each([
    ['ArrowRight', 'a', 'b'],
    ['ArrowDown', 'c', 'a'],
    ['ArrowLeft', 'a', 'c'],
    ['ArrowUp', 'b', 'a'],
    ['Home', 'c', 'a'],
    ['End', 'a', 'c'],
    ['Tab', 'a', null]
  ])('%s leads from %s to %s', (key, from, to) => {
    expect(afterKey(key, from, ids)).toBe(to);
  });
});
