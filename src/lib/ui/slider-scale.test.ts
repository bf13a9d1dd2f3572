import { describe, expect, it } from 'vitest';
import { digitsOf, fit, shareOf, snap } from './slider-scale';

const percent = { minimum: 0, maximum: 100, step: 1 };

describe('a slider', () => {
  it.each([
    [18, 17, 17],
    [18.6, 17, 18.6],
    [16, 17, 17],
    [80, 17, 80]
  ])('snap(%d) with its notch at %d gives %d', (value, notch, expected) => {
    expect(snap(percent, value, notch)).toBe(expected);
  });

  it.each([
    [percent, 41.4, 41],
    [percent, 140, 100],
    [percent, -3, 0],
    [{ minimum: 30, maximum: 180, step: 5 }, 47, 45],
    [{ minimum: 0, maximum: 1, step: 0.01 }, 0.2999, 0.3],
    [{ minimum: 0, maximum: 1, step: 0.3 }, 1, 0.9]
  ])('fit(%j, %d) gives %d', (scale, value, expected) => {
    expect(fit(scale, value)).toBe(expected);
  });

  it('shareOf stays between 0 and 1, also on an empty range', () => {
    expect(shareOf(percent, 25)).toBe(0.25);
    expect(shareOf(percent, 250)).toBe(1);
    expect(shareOf({ minimum: 1, maximum: 1, step: 1 }, 1)).toBe(0);
  });

  it('digitsOf counts what a step needs', () => {
    expect([1, 0.5, 0.01].map(digitsOf)).toEqual([0, 1, 2]);
  });
});
