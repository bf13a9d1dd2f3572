import { describe, expect, it } from 'vitest';
import { keepEqual } from './keep';

describe('keepEqual(before, next)', () => {
  const before = [
    { x: 1, text: 'a' },
    { x: 2, text: 'b' }
  ];

  it('gives the list before where nothing has changed', () => {
    expect(keepEqual(before, [{ ...before[0]! }, { ...before[1]! }])).toBe(before);
  });

  it('keeps what has not changed and takes what has', () => {
    const moved = { x: 3, text: 'b' };
    const kept = keepEqual(before, [{ ...before[0]! }, moved]);
    expect(kept[0]).toBe(before[0]);
    expect(kept[1]).toBe(moved);
  });

  it('follows a list that grows or shrinks', () => {
    expect(keepEqual(before, [{ ...before[0]! }])).toEqual([before[0]]);
    const more = { x: 3, text: 'c' };
    expect(keepEqual(before, [...before, more])).toEqual([...before, more]);
  });
});
