import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter } from './bytes';
import { ExactSums } from './exact-sums';

const bits = new BigUint64Array(1);
const double = new Float64Array(bits.buffer);

/** A finite double as a whole number of 2^-1074. */
function whole(x: number): bigint {
  double[0] = Math.abs(x);
  const exponent = bits[0]! >> 52n;
  const fraction = bits[0]! & 0xfffffffffffffn;
  const size = exponent === 0n ? fraction : (fraction | 0x10000000000000n) << (exponent - 1n);
  return x < 0 ? -size : size;
}

function next(x: number, by: bigint): number {
  double[0] = Math.abs(x);
  bits[0] = bits[0]! + by;
  return x < 0 ? -double[0]! : double[0]!;
}

function sumsOf(values: readonly number[]): ExactSums {
  const sums = new ExactSums(1);
  sums.prepare(values.length);
  sums.addColumn(0, Float64Array.from(values), values.length);
  return sums;
}

function bytesOf(sums: ExactSums): Uint8Array {
  const writer = new ByteWriter();
  sums.write(writer);
  return writer.finish();
}

const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -100, max: 100, noNaN: true }),
  fc.double({ min: -1e-300, max: 1e-300, noNaN: true }),
  fc.constantFrom(0, 5e-324, -5e-324, 2 ** -1022, Number.MAX_VALUE, -Number.MAX_VALUE, 1, -1, 1e16, 0.1)
);
const values = fc.array(value, { minLength: 1, maxLength: 60 });

describe('ExactSums', () => {
  it('gives the double that is nearest to the mean', () => {
    fc.assert(
      fc.property(values, (list) => {
        const mean = sumsOf(list).means(list.length)[0]!;
        const sum = list.reduce((total, x) => total + whole(x), 0n);
        const off = (x: number): bigint => {
          const by = BigInt(list.length) * whole(x) - sum;
          return by < 0n ? -by : by;
        };
        expect(Number.isFinite(mean)).toBe(true);
        for (const by of mean === 0 ? [1n] : [1n, -1n]) {
          const other = next(mean, by);
          if (Number.isFinite(other)) expect(off(mean) <= off(other), `${mean} or ${other}`).toBe(true);
        }
      }),
      { numRuns: 2000 }
    );
  });

  it('loses nothing where a floating-point sum loses everything', () => {
    expect([...sumsOf([1e300, 1, -1e300, 2 ** -1074, -1]).means(1)]).toEqual([5e-324]);
    expect([...sumsOf([2 ** 53, 1, 1]).means(2)]).toEqual([2 ** 52 + 1]);
    expect([...sumsOf([0.1, 0.2, -0.1, -0.2]).means(4)]).toEqual([0]);
  });

  it('has the same bytes in any order and division', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(value, fc.nat(), fc.nat(3)), { maxLength: 60 }), (list) => {
        const expected = bytesOf(sumsOf(list.map(([x]) => x)));
        const shuffled = [...list].sort((a, b) => a[1] - b[1]);
        const parts = [0, 1, 2, 3].map((part) => sumsOf(shuffled.filter(([, , p]) => p === part).map(([x]) => x)));
        const merged = ExactSums.read(new ByteReader(bytesOf(parts[2]!)), 1);
        for (const part of [3, 0, 1]) merged.merge(parts[part]!);
        expect(bytesOf(merged)).toEqual(expected);
      })
    );
  });

  it('carries over in time, however many values there are', () => {
    const sums = new ExactSums(1);
    const column = new Float64Array(4096).fill(4294967295.999999);
    for (let i = 0; i < 1024; i++) {
      sums.prepare(column.length);
      sums.addColumn(0, column, column.length);
    }
    expect([...sums.means(1024 * 4096)]).toEqual([4294967295.999999]);
  });

  it('says nothing without values', () => {
    expect([...new ExactSums(2).means(0)]).toEqual([NaN, NaN]);
  });
});
