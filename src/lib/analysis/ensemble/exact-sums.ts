import { UPPER_WORD } from './buckets';
import type { ByteReader, ByteWriter } from './bytes';

/**
 * Exact sums of doubles, cell by cell: no bit is lost, so a sum is the same in whatever order and division its values
 * come. A sum is a long number of base 2^32 whose digit 0 has the weight 2^-1088, below the last bit of the smallest
 * double. Digits are kept loosely (each a whole number in a double, carried over before it could grow beyond 2^53) and
 * written tightly, from -2^31 to 2^31 - 1, where every number has one spelling. Neal (2015), "Fast exact summation using
 * small and large superaccumulators"; most values are cut into digits by rounding to a multiple of a power of two, as in
 * Rump, Ogita and Oishi (2008), "Accurate floating-point summation".
 */
const BASE = 4294967296;
/** Digits: 2^1024, times a hundred million values, stays below the weight of digit 67 / 2. */
const DIGITS = 67;
/** The digit of weight 1. */
const UNIT = 34;
/** Additions to a digit, each at most BASE, before carries are due. */
const MOST_ADDED = 1 << 19;

/** Values whose upper digit is outside these are taken apart bit by bit: all powers below are finite and normal. */
const FIRST_QUICK = 5;
const LAST_QUICK = 62;

/** 2^(32 (j - UNIT)) for digits 0 to LAST_QUICK; 0 where that is too small. */
const weights = powersOf(BASE);
const inverses = powersOf(1 / BASE);

function powersOf(base: number): Float64Array {
  const powers = new Float64Array(LAST_QUICK + 1);
  for (let j = FIRST_QUICK - 2; j <= LAST_QUICK; j++) {
    powers[j] = 1;
    const factor = j < UNIT ? 1 / base : base;
    for (let i = Math.abs(j - UNIT); i > 0; i--) powers[j]! *= factor;
  }
  return powers;
}

/** Added and taken away again, it rounds to a multiple of the weight whatever is below 2^32 weights: 1.5 · 2^52 weights. */
const ROUNDING = 6755399441055744;

const one = new Float64Array(1);
const oneWords = new Uint32Array(one.buffer);

export class ExactSums {
  /** Digit j of a cell at cell · DIGITS + j. */
  private readonly digits: Float64Array;
  /** Additions to any one digit since the last carrying. */
  private added = 0;

  constructor(private readonly cells: number) {
    this.digits = new Float64Array(cells * DIGITS);
  }

  /** Room for so many more values in each cell. */
  prepare(count: number): void {
    if (this.added + count > MOST_ADDED) this.carry();
    this.added += count;
  }

  /** Adds the first `count` values of a column, all finite; `prepare` has made room for them. */
  addColumn(cell: number, column: Float64Array, count: number): void {
    let most = 0;
    for (let i = 0; i < count; i++) most = Math.max(most, Math.abs(column[i]!));
    const top = upperDigit(most);
    if (top < FIRST_QUICK || top > LAST_QUICK) {
      for (let i = 0; i < count; i++) this.addBits(cell, column[i]!);
      return;
    }
    const first = ROUNDING * weights[top]!;
    const second = ROUNDING * weights[top - 1]!;
    const third = ROUNDING * weights[top - 2]!;
    let upper = 0;
    let middle = 0;
    let lower = 0;
    for (let i = 0; i < count; i++) {
      const x = column[i]!;
      const a = x + first - first;
      const below = x - a;
      const b = below + second - second;
      const c = below - b;
      if (c + third - third === c) {
        upper += a;
        middle += b;
        lower += c;
      } else this.addBits(cell, x);
    }
    const at = cell * DIGITS + top;
    this.digits[at]! += upper * inverses[top]!;
    this.digits[at - 1]! += middle * inverses[top - 1]!;
    this.digits[at - 2]! += lower * inverses[top - 2]!;
  }

  merge(other: ExactSums): void {
    this.carry();
    other.carry();
    for (let i = 0; i < this.digits.length; i++) this.digits[i]! += other.digits[i]!;
    this.added += 1;
  }

  /** Each sum divided by a number of values, rounded once, to the nearest double; NaN for no values. */
  means(count: number): Float64Array {
    this.carry();
    const into = new Float64Array(this.cells).fill(NaN);
    if (count === 0) return into;
    for (let cell = 0; cell < this.cells; cell++) into[cell] = this.quotient(cell, BigInt(count));
    return into;
  }

  /** For each cell: how many digits there are from the first to the last that is not 0, which is the first, and those. */
  write(writer: ByteWriter): void {
    this.carry();
    for (let cell = 0; cell < this.cells; cell++) {
      const { first, end } = this.ends(cell);
      writer.count(end - first);
      if (end === first) continue;
      writer.count(first);
      for (let j = first; j < end; j++) writer.count(this.digits[cell * DIGITS + j]! + BASE / 2);
    }
  }

  static read(reader: ByteReader, cells: number): ExactSums {
    const sums = new ExactSums(cells);
    for (let cell = 0; cell < cells; cell++) {
      const length = reader.count();
      if (length === 0) continue;
      const first = reader.count();
      if (first + length > DIGITS) throw reader.bad('digits of a sum');
      const at = cell * DIGITS + first;
      for (let j = 0; j < length; j++) {
        const digit = reader.count() - BASE / 2;
        if (digit >= BASE / 2) throw reader.bad('a digit of a sum');
        sums.digits[at + j] = digit;
      }
      if (sums.digits[at] === 0 || sums.digits[at + length - 1] === 0) throw reader.bad('a digit that is not 0');
    }
    sums.added = 1;
    return sums;
  }

  /** Takes a value apart by its bits: 53 of them lie in at most three digits. */
  private addBits(cell: number, value: number): void {
    one[0] = value;
    const high = oneWords[UPPER_WORD]!;
    const low = oneWords[1 - UPPER_WORD]!;
    const exponent = (high >>> 20) & 2047;
    // The last bit of a subnormal or of the smallest normal number weighs 2^-1074: place 14 of digit 0.
    const place = Math.max(exponent, 1) - 1 + 14;
    const shift = place & 31;
    const upper = (high & 0xfffff) | (exponent > 0 ? 0x100000 : 0);
    const sign = high >>> 31 ? -1 : 1;
    const at = cell * DIGITS + (place >>> 5);
    const { digits } = this;
    digits[at]! += sign * ((low << shift) >>> 0);
    digits[at + 1]! += sign * (((upper << shift) | (shift > 0 ? low >>> (32 - shift) : 0)) >>> 0);
    if (shift > 0) digits[at + 2]! += sign * (upper >>> (32 - shift));
  }

  /** Brings every digit between -2^31 and 2^31 - 1. */
  private carry(): void {
    const { digits, cells } = this;
    for (let from = 0; from < cells * DIGITS; from += DIGITS) {
      let over = 0;
      for (let at = from; at < from + DIGITS; at++) {
        const digit = digits[at]! + over;
        over = Math.floor(digit / BASE + 0.5);
        digits[at] = digit - over * BASE;
      }
    }
    this.added = 1;
  }

  /** Digits `first` to `end` - 1 hold all of a sum; both 0 for a sum of 0. */
  private ends(cell: number): { readonly first: number; readonly end: number } {
    const from = cell * DIGITS;
    let first = 0;
    while (first < DIGITS && this.digits[from + first] === 0) first++;
    let end = DIGITS;
    while (end > first && this.digits[from + end - 1] === 0) end--;
    return end === first ? { first: 0, end: 0 } : { first, end };
  }

  private quotient(cell: number, count: bigint): number {
    const { first, end } = this.ends(cell);
    let sum = 0n;
    for (let j = end - 1; j >= first; j--) sum = sum * BigInt(BASE) + BigInt(this.digits[cell * DIGITS + j]!);
    if (sum === 0n) return 0;
    const exponent = 32 * (first - UNIT);
    return sum < 0n ? -nearest(-sum, count, exponent) : nearest(sum, count, exponent);
  }
}

/** The digit in which the leading bit of a size lies. */
function upperDigit(size: number): number {
  one[0] = size;
  return ((oneWords[UPPER_WORD]! >>> 20) + 65) >>> 5;
}

/** The double nearest to numerator / denominator · 2^exponent, ties to even. All are positive, and it is no larger than the largest double. */
function nearest(numerator: bigint, denominator: bigint, exponent: number): number {
  // The weight of the last bit: such that there are 53 or 54, but no less than that of the smallest double.
  let last = Math.max(bitLength(numerator) - bitLength(denominator) - 53 + exponent, -1074);
  let [quotient, rest, divisor] = divide(numerator, denominator, exponent - last);
  if (quotient >= LARGEST_SIGNIFICAND) [quotient, rest, divisor] = divide(numerator, denominator, exponent - ++last);
  const isUp = 2n * rest > divisor || (2n * rest === divisor && quotient % 2n === 1n);
  return Number(isUp ? quotient + 1n : quotient) * powerOfTwo(last);
}

const LARGEST_SIGNIFICAND = 9007199254740992n;

/** numerator · 2^shift / denominator: quotient, rest, and what the rest is a part of. */
function divide(numerator: bigint, denominator: bigint, shift: number): [bigint, bigint, bigint] {
  const scaled = shift > 0 ? numerator << BigInt(shift) : numerator;
  const divisor = shift < 0 ? denominator << BigInt(-shift) : denominator;
  return [scaled / divisor, scaled % divisor, divisor];
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}

/** 2^exponent, from -1074 to 1023. */
function powerOfTwo(exponent: number): number {
  // Subnormal numbers have one bit, in the lower word or above it.
  const bit = exponent + 1074;
  if (exponent >= -1022) [oneWords[UPPER_WORD], oneWords[1 - UPPER_WORD]] = [(exponent + 1023) << 20, 0];
  else [oneWords[UPPER_WORD], oneWords[1 - UPPER_WORD]] = bit < 32 ? [0, 1 << bit] : [1 << (bit - 32), 0];
  return one[0]!;
}
