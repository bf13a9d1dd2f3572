import { describe, expect, it } from 'vitest';
import { monthAfterKey, monthAt, monthId, monthUnder, yearTicks } from './months';

describe('monthId(start, month)', () => {
  it.each([
    ['2024-10', 0, '2024-10'],
    ['2024-10', 2, '2024-12'],
    ['2024-10', 3, '2025-01'],
    ['2024-10', 120, '2034-10'],
    ['2012-01', -1, '2011-12']
  ])('%s + %i is %s', (start, month, id) => expect(monthId(start, month)).toBe(id));

  it('refuses what is no month', () =>
    expect(() => monthId('2024-13', 0)).toThrow('YYYY-MM, such as 2024-10; this is "2024-13"'));
});

describe('yearTicks(time, step)', () => {
  it('stands on Januaries inside the span', () => {
    expect(yearTicks({ start: '2024-10', months: 30 }, 1)).toEqual([
      { month: 3, year: 2025 },
      { month: 15, year: 2026 },
      { month: 27, year: 2027 }
    ]);
  });

  it('keeps to multiples of the step', () => {
    expect(yearTicks({ start: '2024-10', months: 120 }, 5).map(({ year }) => year)).toEqual([2025, 2030]);
  });

  it('has the first month when it is a January', () => {
    expect(yearTicks({ start: '2012-01', months: 12 }, 1).map(({ month }) => month)).toEqual([0, 12]);
  });
});

describe('reading a month', () => {
  it.each([
    [100, 0],
    [150, 60],
    [151, 61],
    [200, 120],
    [-50, 0],
    [900, 120]
  ])('monthAt(%i) is month %i', (x, month) => expect(monthAt(x, 100, 200, 120)).toBe(month));

  it('monthUnder reads in the plot that is nearest', () => {
    const areas = [
      { left: 0, right: 100, top: 0, bottom: 50 },
      { left: 200, right: 300, top: 0, bottom: 50 },
      { left: 0, right: 100, top: 100, bottom: 150 }
    ];
    expect(monthUnder(250, 20, areas, 10)).toBe(5);
    expect(monthUnder(110, 20, areas, 10)).toBe(10);
    expect(monthUnder(190, 20, areas, 10)).toBe(0);
    expect(monthUnder(30, 90, areas, 10)).toBe(3);
  });
});

describe('monthAfterKey(key, shift, month, months)', () => {
  it.each([
    ['ArrowRight', false, 5, 6],
    ['ArrowLeft', false, 5, 4],
    ['ArrowRight', true, 5, 17],
    ['ArrowLeft', true, 5, 0],
    ['PageUp', false, 115, 120],
    ['Home', false, 60, 0],
    ['End', false, 60, 120]
  ])('%s (shift %s) leads from %i to %i', (key, shift, from, to) =>
    expect(monthAfterKey(key, shift, from, 120)).toBe(to)
  );

  it('leaves other keys to the page', () => expect(monthAfterKey('Tab', false, 5, 120)).toBeNull());
});
