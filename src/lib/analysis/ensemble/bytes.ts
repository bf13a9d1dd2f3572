import { EnsembleError } from './error';
import { UPPER_WORD } from './buckets';

/**
 * The bytes of a summary: whole numbers as LEB128 (seven bits a byte, least first), doubles as 8 bytes, least first,
 * text as its length and UTF-8. Each value has one spelling only, so equal contents are equal bytes. These two classes
 * are the only ones here that touch bytes.
 */
const LITTLE_ENDIAN = UPPER_WORD === 1;

export class ByteWriter {
  private bytes = new Uint8Array(1 << 16);
  private view = new DataView(this.bytes.buffer);
  private length = 0;

  /** An integer from 0 to 2^53 - 1. */
  count(value: number): void {
    this.reserve(8);
    let rest = value;
    while (rest >= 128) {
      this.bytes[this.length++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.bytes[this.length++] = rest;
  }

  double(value: number): void {
    this.reserve(8);
    this.view.setFloat64(this.length, value, true);
    this.length += 8;
  }

  /** Values from … to - 1 of an array. */
  doubles(values: Float64Array, from = 0, to = values.length): void {
    this.reserve(8 * (to - from));
    if (LITTLE_ENDIAN) {
      this.bytes.set(bytesOf(values, from, to), this.length);
    } else {
      for (let i = from; i < to; i++) this.view.setFloat64(this.length + 8 * (i - from), values[i]!, true);
    }
    this.length += 8 * (to - from);
  }

  /** Counts that mostly are 0: how many are not, then for each of those the distance to the one before and itself. */
  sparse(counts: Uint32Array): void {
    let hit = 0;
    for (let i = 0; i < counts.length; i++) if (counts[i]! > 0) hit += 1;
    this.count(hit);
    this.reserve(8 * hit);
    let last = 0;
    for (let i = 0; i < counts.length; i++) {
      const value = counts[i]!;
      if (value === 0) continue;
      this.count(i - last);
      this.count(value);
      last = i;
    }
  }

  text(text: string): void {
    const encoded = new TextEncoder().encode(text);
    this.count(encoded.length);
    this.reserve(encoded.length);
    this.bytes.set(encoded, this.length);
    this.length += encoded.length;
  }

  /** What has been written, in an array of exactly that length. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.length + more));
    larger.set(this.bytes);
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }
}

export class ByteReader {
  private readonly view: DataView;
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  count(): number {
    const { bytes } = this;
    if (this.at < bytes.length && bytes[this.at]! < 128) return bytes[this.at++]!;
    let value = 0;
    for (let weight = 1; weight < 9007199254740992; weight *= 128) {
      const byte = this.bytes[this.take(1)]!;
      value += (byte % 128) * weight;
      if (byte < 128) return value;
    }
    throw this.bad('a whole number');
  }

  double(): number {
    return this.view.getFloat64(this.take(8), true);
  }

  /** Fills values from … to - 1 of an array. */
  doubles(values: Float64Array, from = 0, to = values.length): void {
    const at = this.take(8 * (to - from));
    if (LITTLE_ENDIAN) {
      bytesOf(values, from, to).set(this.bytes.subarray(at, at + 8 * (to - from)));
    } else {
      for (let i = from; i < to; i++) values[i] = this.view.getFloat64(at + 8 * (i - from), true);
    }
  }

  /** Adds counts that `sparse` wrote to an array of the same length; returns their sum. */
  sparse(counts: Uint32Array): number {
    let total = 0;
    let at = 0;
    for (let hit = this.count(); hit > 0; hit--) {
      at += this.count();
      if (at >= counts.length) throw this.bad('the place of a count');
      const value = this.count();
      counts[at]! += value;
      total += value;
    }
    return total;
  }

  text(): string {
    const length = this.count();
    const from = this.take(length);
    return new TextDecoder().decode(this.bytes.subarray(from, from + length));
  }

  /** Fails where bytes are left over. */
  finish(): void {
    if (this.at !== this.bytes.length) throw this.bad('the end');
  }

  /** The error that says what should stand at this place. */
  bad(expected: string): EnsembleError {
    return new EnsembleError('bad-bytes', { at: this.at, expected });
  }

  private take(length: number): number {
    const from = this.at;
    if (from + length > this.bytes.length) throw this.bad(`${length} bytes more`);
    this.at = from + length;
    return from;
  }
}

/** The bytes of values from … to - 1, as this machine keeps them. */
function bytesOf(values: Float64Array, from: number, to: number): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset + 8 * from, 8 * (to - from));
}
