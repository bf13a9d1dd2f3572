import { describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint';
import { murmur3 } from './murmur3';

function bytesOf(words: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * words.length));
  words.forEach((word, i) => view.setUint32(4 * i, word, true));
  return new Uint8Array(view.buffer);
}

describe('murmur3(bytes, seed)', () => {
  it('gives the verification value of SMHasher for x86_128', () => {
    const hashes = Array.from({ length: 256 }, (_, i) =>
      murmur3(
        Uint8Array.from({ length: i }, (_, k) => k),
        256 - i
      )
    );
    expect(murmur3(bytesOf(hashes.flat()))[0]).toBe(0xb3ece62a);
  });
  it('reads a view into a larger buffer', () => {
    const inside = Uint8Array.from({ length: 30 }, (_, i) => i).subarray(3, 24);
    expect(murmur3(inside)).toEqual(murmur3(Uint8Array.from(inside)));
  });
});

describe('fingerprint(columns)', () => {
  const columns = [Float64Array.of(1, 2, 3), Float64Array.of(0.1, 0.2, 0.3)];
  it('has 13 characters of Crockford base 32 and never changes', () =>
    expect(fingerprint(columns)).toMatchInlineSnapshot(`"8xjqzcp7xr9ge"`));
  it('sees the last bit of one value', () => {
    expect(fingerprint([columns[0]!, Float64Array.of(0.1, 0.2, 0.1 + 0.2)])).not.toBe(fingerprint(columns));
  });
  it('tells -0 from 0', () => expect(fingerprint([Float64Array.of(-0)])).not.toBe(fingerprint([Float64Array.of(0)])));
  it('takes every NaN as one', () => {
    const other = new Float64Array(new BigUint64Array([0xfff8000000000123n]).buffer);
    expect(fingerprint([other])).toBe(fingerprint([Float64Array.of(NaN)]));
  });
  it('sees where columns end', () => {
    expect(fingerprint([Float64Array.of(1, 2)])).not.toBe(fingerprint([Float64Array.of(1), Float64Array.of(2)]));
  });
  it('sees the order of columns', () => expect(fingerprint([columns[1]!, columns[0]!])).not.toBe(fingerprint(columns)));
});
