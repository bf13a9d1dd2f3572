import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderOfSection, sectionAt, SECTIONS } from './buckets';
import { coarsen, subtract } from './differences';
import { SectionPool } from './section-pool';

describe('sections of doubles', () => {
  it('have an order and are found by it', () => {
    const orders = Array.from({ length: SECTIONS }, (_, section) => orderOfSection(section));
    expect(new Set(orders).size).toBe(SECTIONS);
    expect(orders.every((order, section) => sectionAt(order) === section)).toBe(true);
  });

  it('ascend with the values', () => {
    const sectionOf = (x: number): number => new DataView(Float64Array.of(x).buffer).getUint32(4, true) >>> 16;
    const value = fc.double({ noNaN: true });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(orderOfSection(sectionOf(low))).toBeLessThanOrEqual(orderOfSection(sectionOf(high)));
      })
    );
  });
});

describe('SectionPool', () => {
  it('needs no more memory for a million values than for ten thousand of the same spread', () => {
    const sizeAfter = (values: number): number => {
      const pool = new SectionPool(1);
      const words = new Uint32Array(2);
      const double = new Float64Array(words.buffer);
      for (let i = 0; i < values; i++) {
        double[0] = 20 + ((i * 0.6180339887498949) % 1) * 60;
        pool.count(0, words[1]! >>> 10);
      }
      return pool.size;
    };
    expect(sizeAfter(1_000_000)).toBe(sizeAfter(10_000));
  });
});

describe('coarsen(differences, references)', () => {
  it('moves a difference by at most 2^-14 of what was subtracted, and one of equal values not at all', () => {
    const value = fc.double({ min: -1e200, max: 1e200, noNaN: true });
    fc.assert(
      fc.property(value, fc.oneof(value, fc.double({ min: 0.5, max: 2, noNaN: true })), (x, y) => {
        const reference = Math.abs(y) < 3 ? x * y : y;
        const differences = Float64Array.of(x);
        const references = Float64Array.of(reference);
        subtract(differences, references);
        const exact = differences[0]!;
        coarsen(differences, references);
        const size = Math.max(Math.abs(x), Math.abs(reference));
        expect(Math.abs(differences[0]! - exact)).toBeLessThanOrEqual(size * 2 ** -14 * (1 + 2 ** -40));
        expect(Object.is(differences[0], -0)).toBe(false);
      })
    );
    const none = Float64Array.of(0);
    coarsen(none, Float64Array.of(0.3));
    expect(none[0]).toBe(0);
  });

  it('leaves differences near zero few different values', () => {
    const differences = Float64Array.from({ length: 10_000 }, (_, i) => i * 1e-7);
    coarsen(differences, new Float64Array(10_000).fill(40));
    expect(new Set(differences).size).toBeLessThan(4);
  });
});
