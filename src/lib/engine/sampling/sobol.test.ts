import { describe, expect, it } from 'vitest';
import { choose } from './choose';
import { CHOICES } from './choices';
import { DIGITS, directions, SOBOL_BITS, SOBOL_DIMENSIONS } from './directions';
import { mix } from './keys';
import { generatorRows, netQuality } from './net-quality';
import { primitivePolynomials } from './primitive-polynomials';
import { sobol, unscrambled } from './sobol';
import { reverse, scrambleReversed } from './scramble';

describe('primitivePolynomials(count)', () => {
  const polynomials = primitivePolynomials(SOBOL_DIMENSIONS - 1);
  const degreeOf = (polynomial: number): number => 31 - Math.clz32(polynomial);

  it('finds as many of each degree d as there are, φ(2^d - 1)/d', () => {
    const counts = Array.from({ length: 16 }, (_, i) => polynomials.filter((p) => degreeOf(p) === i + 1).length);
    expect(counts).toEqual([1, 1, 2, 2, 6, 6, 18, 16, 48, 60, 176, 144, 630, 756, 1800, 2048]);
  });

  it('begins with those of the textbooks', () => {
    expect(polynomials.slice(0, 12).map((p) => p.toString(2))).toEqual(
      '11 111 1011 1101 10011 11001 100101 101001 101111 110111 111011 111101'.split(' ')
    );
  });

  it('finds only such as let a shift register run through all 2^d - 1 states', () => {
    for (const polynomial of polynomials.filter((p) => degreeOf(p) <= 12)) {
      const degree = degreeOf(polynomial);
      let state = 1;
      let period = 0;
      do {
        state <<= 1;
        if (state >>> degree) state ^= polynomial;
        period += 1;
      } while (state !== 1);
      expect(period, polynomial.toString(2)).toBe(2 ** degree - 1);
    }
  });
});

describe('directions(dimensions)', () => {
  it('gives the known first points in dimensions 0 and 1', () => {
    const at = unscrambled(2);
    const eighths = (d: number): number[] => Array.from({ length: 8 }, (_, n) => at(n, d) / 2 ** 29);
    expect(eighths(0)).toEqual([0, 4, 2, 6, 1, 5, 3, 7]);
    expect(eighths(1)).toEqual([0, 4, 6, 2, 5, 1, 3, 7]);
  });

  it('makes every dimension alone a (0, 1)-sequence: its matrix is triangular with ones', () => {
    const table = directions(SOBOL_DIMENSIONS);
    const wrong = table.findIndex((v, i) => (v & -v) >>> 0 !== 2 ** (31 - (i % SOBOL_BITS)));
    expect(wrong).toBe(-1);
  });

  it('has other numbers in every dimension', () => {
    const table = directions(SOBOL_DIMENSIONS);
    const rows = Array.from({ length: SOBOL_DIMENSIONS }, (_, d) => table.subarray(32 * d, 32 * d + 32).join());
    expect(new Set(rows).size).toBe(SOBOL_DIMENSIONS);
  });

  it.each([
    [[0, 1], 0],
    [[0, 1, 2], 1],
    [[1, 2], 1],
    [[0, 3], 2],
    [[0, 1, 2, 3], 3],
    [[2, 3, 4], 5]
  ])('makes dimensions %j a (t, s)-sequence with t at most %d', (dimensions, t) => {
    const at = unscrambled(5);
    // Each of several consecutive blocks of 2^m points must be a (t, m, s)-net: every box of 2^(t - m) holds 2^t points.
    for (const m of [t + 1, t + 3, t + 6]) {
      for (const block of [0, 1, 5]) {
        for (const shape of shapes(dimensions.length, m - t)) {
          const hits = new Map<string, number>();
          for (let n = block * 2 ** m; n < (block + 1) * 2 ** m; n++) {
            const box = dimensions.map((d, i) => Math.floor(at(n, d) / 2 ** (32 - shape[i]!))).join();
            hits.set(box, (hits.get(box) ?? 0) + 1);
          }
          expect([hits.size, new Set(hits.values())]).toEqual([2 ** (m - t), new Set([2 ** t])]);
        }
      }
    }
  });
});

/** All ways to cut `halvings` halvings among `count` sides. */
function shapes(count: number, halvings: number): number[][] {
  if (count === 1) return [[halvings]];
  return Array.from({ length: halvings + 1 }, (_, first) =>
    shapes(count - 1, halvings - first).map((rest) => [first, ...rest])
  ).flat();
}

describe('choices', () => {
  it('name the candidate with the best pairs, as the search finds it', () => {
    const rows = [generatorRows(directions(1))];
    for (let dimension = 1; dimension < 120; dimension++) {
      const { candidate, rows: chosen } = choose(dimension, rows);
      rows.push(chosen);
      expect(DIGITS.charAt(candidate), `dimension ${dimension}`).toBe(CHOICES.charAt(dimension));
    }
  });

  it('cover the dimensions up to degree 13', () => {
    expect(CHOICES.length).toBeGreaterThanOrEqual(1111);
    expect([...CHOICES].every((digit) => DIGITS.includes(digit))).toBe(true);
  });
});

describe('netQuality(a, b, m)', () => {
  it('agrees with counting points in boxes', () => {
    const table = directions(12);
    const at = unscrambled(12);
    const rows = Array.from({ length: 12 }, (_, d) => generatorRows(table.subarray(32 * d, 32 * d + 32)));
    for (let a = 0; a < 12; a++) {
      for (let b = 0; b < a; b++) {
        const m = 7;
        const evenly = (t: number): boolean =>
          shapes(2, m - t).every(([k, l]) => {
            const boxes = new Set(
              Array.from(
                { length: 2 ** m },
                (_, n) => `${Math.floor(at(n, a) / 2 ** (32 - k!))} ${Math.floor(at(n, b) / 2 ** (32 - l!))}`
              )
            );
            return boxes.size >= 2 ** (m - t);
          });
        let t = m;
        while (t > 0 && evenly(t - 1)) t -= 1;
        expect(netQuality(rows[a]!, rows[b]!, m), `${a} ${b}`).toBe(t);
      }
    }
  });
});

describe('scrambling', () => {
  it('turns the order of bits about', () => {
    expect(reverse(0b1)).toBe(2 ** 31);
    expect(reverse(0x12345678)).toBe(0x1e6a2c48);
  });

  it('is nested: the upper bits of the result depend on the same upper bits alone', () => {
    for (let trial = 0; trial < 2000; trial++) {
      const x = Math.imul(trial + 1, 0x9e3779b1) >>> 0;
      const shared = trial % 32;
      const y = (x ^ (1 << (31 - shared))) >>> 0;
      const [p, q] = [x, y].map((n) => scrambleReversed(reverse(n), trial * 77773, trial * 99991));
      expect(Math.clz32(p! ^ q!)).toBe(shared);
    }
  });

  it('flips each bit for half of the prefixes and keys', () => {
    for (const bit of [0, 1, 2, 5, 9, 15, 31]) {
      let flips = 0;
      for (let trial = 0; trial < 4000; trial++) {
        const x = mix(trial + 1);
        const key0 = mix(trial + 10_000);
        const key1 = mix(trial + 20_000);
        flips += ((scrambleReversed(reverse(x), key0, key1) ^ x) >>> (31 - bit)) & 1;
      }
      expect(Math.abs(flips - 2000), `bit ${bit}`).toBeLessThan(130); // 4 standard errors
    }
  });

  it('keeps every block of 2^m points one to a stratum', () => {
    const at = sobol(11, 30);
    for (const dimension of [0, 1, 17, 29]) {
      const strata = new Set(Array.from({ length: 1024 }, (_, n) => Math.floor(at(4096 + n, dimension) * 1024)));
      expect(strata.size).toBe(1024);
    }
  });
});
