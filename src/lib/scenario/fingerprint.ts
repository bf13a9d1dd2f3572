import { murmur3 } from './murmur3';

/**
 * A short name of a result: the same for two runs only where every output of every month has the same bits. It hashes
 * the IEEE 754 doubles themselves (little-endian, -0 apart from 0, every NaN as one) column after column, and keeps 64
 * bits of MurmurHash3, written in 13 characters of Crockford's base 32 (no i, l, o, u), most significant first. It
 * guards against change, not against forgery.
 */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** `columns`: the values of each output, in the order of the model's outputs. */
export function fingerprint(columns: readonly Float64Array[]): string {
  const length = columns.reduce((sum, column) => sum + column.length, 0);
  const view = new DataView(new ArrayBuffer(8 * length));
  let offset = 0;
  for (const column of columns) {
    for (const value of column) {
      // Setting NaN leaves its bits to the machine: the canonical ones are written as integers.
      if (Number.isNaN(value)) view.setUint32(offset + 4, 0x7ff80000, true);
      else view.setFloat64(offset, value, true);
      offset += 8;
    }
  }
  const [high, low] = murmur3(new Uint8Array(view.buffer), columns.length);
  return base32((BigInt(high) << 32n) | BigInt(low));
}

function base32(bits: bigint): string {
  return Array.from({ length: 13 }, (_, i) => alphabet.charAt(Number((bits >> BigInt(5 * (12 - i))) & 31n))).join('');
}
