import { describe, expect, it } from 'vitest';
import { centredOnYears, monthOf, monthsOf } from './history-program';

describe('centredOnYears', () => {
  const at = centredOnYears([10, 40, 20], 6);

  it('gives each year its value in the middle of the year', () => {
    expect([6, 18, 30].map(at)).toEqual([10, 40, 20]);
  });

  it('is straight between and level before and after', () => {
    expect([12, 9, 24].map(at)).toEqual([25, 17.5, 30]);
    expect([0, 5.5, 31, 100].map(at)).toEqual([10, 10, 20, 20]);
  });
});

describe('months of a history', () => {
  it('are counted from its start', () => {
    expect(monthOf({ start: '2012-01' }, '2014-07')).toBe(30);
    expect(monthOf({ start: '2012-03' }, '2012-01')).toBe(-2);
    expect(monthsOf({ start: '2012-01' }, '2019-12', '2020-02')).toEqual([95, 96, 97]);
  });
});
