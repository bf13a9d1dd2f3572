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

function pool(values: readonly number[], [...cuts]: readonly number[] = []): SectionPool {
  const counted = new SectionPool(1);
  const all = Float64Array.from(values);
  const ends = [...cuts.map((cut) => cut % (values.length + 1)), values.length].sort((a, b) => a - b);
  let from = 0;
  for (const to of ends) {
    counted.count(0, new Uint32Array(all.slice(from, to).buffer), to - from);
    from = to;
  }
  return counted;
}

function countsOf(counted: SectionPool): [number, number[]][] {
  return counted.sectionsOf(0).map((section) => [section, [...counted.countsOf(0, section)]]);
}

describe('SectionPool', () => {
  it('needs no more memory for a million values than for ten thousand of the same spread', () => {
    const sizeAfter = (count: number): number =>
      pool(Array.from({ length: count }, (_, i) => 20 + ((i * 0.6180339887498949) % 1) * 60)).size;
    expect(sizeAfter(1_000_000)).toBe(sizeAfter(10_000));
  });

  it('counts each value in its bucket, near and far, of either sign, however they arrive', () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ min: -4, max: 4, noNaN: true }),
      fc.constantFrom(0, 5e-324, 1e-310, -1e-310, 1, -1, 1e300, 1e-300)
    );
    const list = fc.array(value, { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(list, list, fc.array(fc.nat(), { maxLength: 4 }), (some, more, cuts) => {
        const all = [...some, ...more].map((x) => x + 0);
        const expected = new Map<number, number>();
        for (const x of all) {
          const code = new DataView(Float64Array.of(x).buffer).getUint32(4, true) >>> 10;
          expected.set(code, (expected.get(code) ?? 0) + 1);
        }
        const merged = pool(some.map((x) => x + 0));
        merged.merge(pool(more.map((x) => x + 0)));
        for (const counted of [pool(all, cuts), merged]) {
          const found = countsOf(counted).flatMap(([section, counts]) =>
            counts.flatMap((count, bucket) => (count > 0 ? [[64 * section + bucket, count] as const] : []))
          );
          expect(new Map(found)).toEqual(expected);
        }
      })
    );
  });

  it('counts beyond what a counter holds', () => {
    const section = 0x3ff0;
    const counts = new Uint32Array(64);
    counts[0] = 2 ** 24 - 1;
    counts[5] = 300;
    const counted = pool([1, 1]);
    counted.add(0, section, counts);
    counted.add(0, section, counts);
    const found = counted.countsOf(0, section);
    expect([found[0], found[5]]).toEqual([2 ** 25, 600]);
    const ones = new Float64Array(1000).fill(1);
    counted.count(0, new Uint32Array(ones.buffer), 1000);
    expect(counted.countsOf(0, section)[0]).toBe(2 ** 25 + 1000);
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
