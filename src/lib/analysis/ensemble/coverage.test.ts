import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter } from './bytes';
import { Coverage } from './coverage';

const ranges = fc.array(fc.tuple(fc.nat(60), fc.nat(8)), { maxLength: 30 });

describe('Coverage', () => {
  it('is the set of what was added, in ranges that do not touch, and refuses what it has', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const coverage = new Coverage();
        const set = new Set<number>();
        for (const [from, length] of list) {
          const runs = Array.from({ length }, (_, i) => from + i);
          const common = runs.find((run) => set.has(run));
          expect(coverage.firstCommon(from, from + length)).toBe(common ?? null);
          if (common === undefined) {
            coverage.add(from, from + length);
            runs.forEach((run) => set.add(run));
          } else {
            expect(() => coverage.add(from, from + length)).toThrow(new RegExp(`^repeated-run.*${common}`));
          }
        }
        const found = [...coverage.ranges()];
        expect(found.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i))).toEqual(
          [...set].sort((a, b) => a - b)
        );
        expect(found.every(([from, to], i) => from < to && (i === 0 || from > found[i - 1]![1]))).toBe(true);
        expect(coverage.size).toBe(set.size);
        const writer = new ByteWriter();
        coverage.write(writer);
        expect([...Coverage.read(new ByteReader(writer.finish()), 100).ranges()]).toEqual(found);
      })
    );
  });

  it('merges all or nothing', () => {
    const one = new Coverage();
    one.add(10, 20);
    const other = new Coverage();
    other.add(0, 5);
    other.add(19, 21);
    expect(() => one.merge(other)).toThrow(/repeated-run.*19/);
    expect([...one.ranges()]).toEqual([[10, 20]]);
  });

  it('refuses to be read beyond the plan', () => {
    const coverage = new Coverage();
    coverage.add(3, 12);
    const writer = new ByteWriter();
    coverage.write(writer);
    expect(() => Coverage.read(new ByteReader(writer.finish()), 11)).toThrow(/^bad-bytes/);
  });
});

describe('ByteWriter and ByteReader', () => {
  it('give back what was written', () => {
    fc.assert(
      fc.property(
        fc.array(fc.maxSafeNat()),
        fc.array(fc.double()),
        fc.string({ unit: 'grapheme' }),
        (counts, doubles, text) => {
          const writer = new ByteWriter();
          counts.forEach((count) => writer.count(count));
          writer.text(text);
          writer.doubles(Float64Array.from(doubles));
          const reader = new ByteReader(writer.finish());
          expect(counts.map(() => reader.count())).toEqual(counts);
          expect(reader.text()).toBe(text);
          const read = new Float64Array(doubles.length);
          reader.doubles(read);
          expect([...read]).toEqual(doubles);
          reader.finish();
        }
      )
    );
  });
});
