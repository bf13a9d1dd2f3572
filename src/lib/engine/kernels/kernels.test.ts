import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exp } from './exponential';
import { ln } from './logarithm';
import { pow } from './power';

/** Points are [arguments…, nearest double, exact - nearest in ulp]: see tests/fixtures/kernels/generate.py. */
function points(name: string): number[][] {
  return JSON.parse(readFileSync(`tests/fixtures/kernels/${name}.json`, 'utf8')) as number[][];
}

const bits = new BigInt64Array(1);
const double = new Float64Array(bits.buffer);

function ulp(x: number): number {
  double[0] = Math.abs(x);
  bits[0] = bits[0]! + 1n;
  return double[0]! - Math.abs(x);
}

/** Largest error in ulp over a fixture, with the point where it is. */
function worst(name: string, kernel: (...values: number[]) => number): { error: number; at: number[]; count: number } {
  let error = 0;
  let at: number[] = [];
  const rows = points(name);
  for (const row of rows) {
    const [nearest, rest] = row.slice(-2) as [number, number];
    const here = Math.abs((kernel(...row.slice(0, -2)) - nearest) / ulp(nearest) - rest);
    if (!(here <= error)) [error, at] = [here, row];
  }
  return { error, at, count: rows.length };
}

describe('exp(x)', () => {
  it('errs by less than 0.8 ulp over the whole range', () => {
    const { error, at, count } = worst('exp', exp);
    expect(count).toBeGreaterThan(2000);
    expect(error, `exp(${at[0]})`).toBeLessThan(0.8);
  });

  it.each([
    [0, 1],
    [-0, 1],
    [Infinity, Infinity],
    [-Infinity, 0],
    [NaN, NaN],
    [710, Infinity],
    [1e300, Infinity],
    [-745, 5e-324],
    [-746, 0],
    [-1e300, 0],
    [5e-324, 1]
  ])('exp(%d) is %d', (x, expected) => expect(exp(x)).toBe(expected));
});

describe('ln(x)', () => {
  it('errs by less than 0.51 ulp over the whole range', () => {
    const { error, at, count } = worst('ln', ln);
    expect(count).toBeGreaterThan(2000);
    expect(error, `ln(${at[0]})`).toBeLessThan(0.51);
  });

  it.each([
    [1, 0],
    [5e-324, -744.4400719213812],
    [2 ** -1022, -708.3964185322641],
    [0, -Infinity],
    [-0, -Infinity],
    [Infinity, Infinity],
    [-1, NaN],
    [-5e-324, NaN],
    [-Infinity, NaN],
    [NaN, NaN]
  ])('ln(%d) is %d', (x, expected) => expect(ln(x)).toBe(expected));
});

describe('pow(x, y)', () => {
  it('errs by less than 1 ulp over the whole range', () => {
    const { error, at, count } = worst('pow', pow);
    expect(count).toBeGreaterThan(3500);
    expect(error, `pow(${at[0]}, ${at[1]})`).toBeLessThan(1);
  });

  const special = [0, -0, 0.5, -0.5, 1, -1, 2, -2, 3, -3, 2.5, 1e308, -1e308, 5e-324, 2 ** 53, -(2 ** 53) - 1];
  const everything = [...special, Infinity, -Infinity, NaN, 4503599627370497, 1 + 2 ** -52, 1 - 2 ** -53, 1e20, -1e20];

  it('follows IEEE 754 at the edges, where the platform does so too', () => {
    for (const x of everything) {
      for (const y of everything) {
        // ECMAScript alone makes NaN of 1^NaN and of (±1)^(±Infinity); IEEE 754 says 1.
        const expected = x === 1 || (Math.abs(x) === 1 && Math.abs(y) === Infinity) ? 1 : Math.pow(x, y);
        const actual = pow(x, y);
        if (Number.isFinite(expected) && expected !== 0)
          expect(Math.abs(actual - expected) / ulp(expected), `${x}^${y}`).toBeLessThan(2);
        else expect(actual, `${x}^${y}`).toBe(expected);
      }
    }
  });

  it('is exact for small integer powers and for x^0.5 of squares', () => {
    for (let x = 1; x <= 50; x++) {
      expect(pow(x, 1)).toBe(x);
      expect(pow(x, 2)).toBe(x * x);
      expect(pow(-x, 3)).toBe(-x * x * x);
      expect(pow(x * x, 0.5)).toBe(x);
    }
  });
});
