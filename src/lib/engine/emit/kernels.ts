import { CELL } from './layout';
import type { Code, Lanes } from './code';
import * as v from './lanes';
import type { Module } from './module';
import { INVERSE_STEP, LN2_HIGH, LN2_LOW, STEP_HIGH, STEP_LOW } from '../kernels/tables';

/**
 * exp, ln and pow on two lanes: the operations of ../kernels, one for one and in their order, so that every bit agrees.
 * Where the plain kernels look at one 32-bit word of a double, these shift and mask the 64 bits of each lane. Tables are
 * read lane by lane. `pow` takes the short way where both lanes are ordinary, like its plain twin.
 */
export interface Kernels {
  readonly exp: number;
  readonly ln: number;
  readonly pow: number;
  /** (x, y, u, w) to x^y and u^w: two powers in the time of little more than one. */
  readonly powPair: number;
}

/** Addresses of the tables: rows of four doubles for logarithms, of two for powers. */
export interface TablePlaces {
  readonly logarithms: number;
  readonly powers: number;
}

const parameter =
  (index: number): Lanes =>
  (code) =>
    void code.get(index);

/** 1.5·2^52 and its bits. */
const ROUNDER = 6755399441055744;
const ROUNDER_BITS = 0x4338000000000000n;

/** 2^n, where n stands in the lower word of each lane: what lies above is shifted out. */
const powerOfTwo = (n: Lanes): Lanes => v.shiftLeft(v.addWords(n, v.long(1023n)), 52);

const withoutLowerWord = (x: Lanes): Lanes => v.and(x, v.long(-0x100000000n));

/** n - bias as doubles, for integer lanes below 2^51. */
const toDouble = (n: Lanes, bias: number): Lanes => v.sub(v.addLong(n, v.long(ROUNDER_BITS)), v.number(ROUNDER + bias));

/** The first doubles of two rows beside each other; the second ones. */
const FIRST = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];
const SECOND = [8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31];

/** Reads the pairs of doubles at `offset` of two rows, whose addresses stand in the integer lanes, and turns them round. */
function readRows(code: Code, addresses: Lanes, offsets: readonly number[]): Lanes[] {
  const kept = code.keep(addresses);
  const [first, second] = [code.local('i32'), code.local('i32')];
  kept(code);
  code.extract('i32x4_extract_lane', 0).set(first);
  kept(code);
  code.extract('i32x4_extract_lane', 2).set(second);
  return offsets.flatMap((offset) => {
    const a = code.keep(v.load((c) => void c.get(first), offset));
    const b = code.keep(v.load((c) => void c.get(second), offset));
    return [FIRST, SECOND].map((lanes): Lanes =>
      code.keep((c) => {
        a(c);
        b(c);
        c.shuffle(lanes);
      })
    );
  });
}

/** e^(high + low), see ../kernels/exponential.ts. `isModerate`: |high| < 700, so nothing is clamped or subnormal. */
function expOfSum(code: Code, places: TablePlaces, high: Lanes, low: Lanes, isModerate: boolean): Lanes {
  const x = isModerate ? high : code.keep(v.min(v.max(high, v.number(-746)), v.number(710)));
  const t = code.keep(v.add(v.mul(x, v.number(INVERSE_STEP)), v.number(ROUNDER)));
  const k = code.keep(v.sub(t, v.number(ROUNDER)));
  const reduced = v.sub(v.sub(x, v.mul(k, v.number(STEP_HIGH))), v.mul(k, v.number(STEP_LOW)));
  const r = code.keep(v.add(reduced, isModerate ? low : v.and(low, v.eq(x, high))));
  const square = code.keep(v.mul(r, r));
  const tail = v.add(v.number(0.041666666666666664), v.mul(r, v.number(0.008333333333333333)));
  const series = v.add(v.add(v.number(0.5), v.mul(r, v.number(0.16666666666666666))), v.mul(square, tail));
  const p = code.keep(v.add(r, v.mul(square, series)));

  const rows = v.and(v.shiftLeft(t, 4), v.long(127n << 4n));
  const [power, rest] = readRows(code, rows, [places.powers]) as [Lanes, Lanes];
  const y = v.add(power, v.add(v.mul(power, p), rest));
  const exponent = code.keep(v.shiftWordsRight(t, 7));
  // Adding to the exponent's bits is multiplying by a power of two, as long as nothing leaves the normal numbers.
  if (isModerate) return v.addLong(y, v.shiftLeft(exponent, 52));
  const half = code.keep(v.shiftWordsRight(exponent, 1));
  return v.mul(v.mul(y, powerOfTwo(half)), powerOfTwo(v.subWords(exponent, half)));
}

/** Upper words of 1 and of the smallest m, as in ../kernels/logarithm.ts. */
const ONE = 0x3ff00000n;
const BASE = 0x3fe6b000n;

const SMALLEST_NORMAL = v.number(2.2250738585072014e-308);

/** High and low part of ln x for finite x > 0; the small ones need scaling first, unless there can be none. */
function lnInParts(code: Code, places: TablePlaces, x: Lanes, isNormal: boolean): readonly [Lanes, Lanes] {
  const subnormal = code.keep(v.lt(x, SMALLEST_NORMAL));
  const scaled = isNormal ? x : code.keep(v.select(subnormal, v.mul(x, v.number(18014398509481984)), x));
  const shifted = code.keep(v.addLong(v.shiftRightUnsigned(scaled, 32), v.long(ONE - BASE)));
  const biased = code.keep(v.shiftRightUnsigned(shifted, 20));
  const k = code.keep(toDouble(isNormal ? biased : v.subLong(biased, v.and(subnormal, v.long(54n))), 1023));
  // x·2^-k: k taken from the bits of the exponent.
  const m = code.keep(v.subLong(scaled, v.shiftLeft(v.subLong(biased, v.long(1023n)), 52)));
  const rows = v.and(v.shiftRightUnsigned(shifted, 8), v.long(127n << 5n));
  const [inverse, tableHigh, tableLow] = readRows(code, rows, [places.logarithms, places.logarithms + CELL]) as [
    Lanes,
    Lanes,
    Lanes,
    Lanes
  ];

  const top = code.keep(withoutLowerWord(m));
  const coarse = code.keep(v.sub(v.mul(top, inverse), v.number(1)));
  const fine = code.keep(v.mul(v.sub(m, top), inverse));
  const r = code.keep(v.add(coarse, fine));
  const rest = code.keep(v.sub(fine, v.sub(r, coarse)));

  const square = code.keep(v.mul(r, r));
  const line = (constant: number, slope: number): Lanes => v.add(v.number(constant), v.mul(r, v.number(slope)));
  const last = v.add(line(-0.16666666666666666, 0.14285714285714285), v.mul(square, v.number(-0.125)));
  const middle = v.add(line(-0.25, 0.2), v.mul(square, last));
  const series = v.add(line(-0.5, 0.3333333333333333), v.mul(square, middle));

  const whole = code.keep(v.add(v.mul(k, v.number(LN2_HIGH)), tableHigh));
  const high = code.keep(v.add(whole, r));
  const carried = v.add(v.sub(whole, high), r);
  const small = v.add(rest, v.add(v.mul(k, v.number(LN2_LOW)), tableLow));
  const low = code.keep(v.add(v.add(carried, small), v.mul(square, series)));
  const sum = code.keep(v.add(high, low));
  return [sum, code.keep(v.add(v.sub(high, sum), low))];
}

/** x > 0 and x < Infinity, lane by lane. */
const isInside = (x: Lanes): Lanes => v.and(v.gt(x, v.number(0)), v.lt(x, v.number(Infinity)));

const insideOrOne = (x: Lanes): Lanes => v.select(isInside(x), x, v.number(1));

function ln(module: Module, places: TablePlaces): Code {
  const code = module.code(1);
  const x = parameter(0);
  const inside = code.keep(insideOrOne(x));
  const result = code.keep(v.add(...lnInParts(code, places, inside, false)));
  const below = v.and(v.lt(x, v.number(0)), v.number(NaN));
  const atEnd = v.select(v.eq(x, v.number(0)), v.number(-Infinity), v.add(x, below));
  v.select(v.eq(inside, x), result, atEnd)(code);
  return code;
}

/** Beyond this exponent the power of any base but 1 is 0 or infinite. */
const LARGEST_EXPONENT = 73786976294838206464;

/** y·ln x in two parts, see ../kernels/power.ts. */
function productWithLn(
  code: Code,
  places: TablePlaces,
  x: Lanes,
  y: Lanes,
  isNormal: boolean
): readonly [Lanes, Lanes] {
  const [high, low] = lnInParts(code, places, x, isNormal);
  const yTop = code.keep(withoutLowerWord(y));
  const top = code.keep(withoutLowerWord(high));
  const rest = v.add(v.mul(v.sub(y, yTop), top), v.mul(y, v.add(v.sub(high, top), low)));
  return [code.keep(v.mul(yTop, top)), code.keep(rest)];
}

function powerAtTheEdge(module: Module, places: TablePlaces): Code {
  const code = module.code(2);
  const [x, y] = [parameter(0), parameter(1)];
  const base = code.keep(v.abs(x));
  const exponent = code.keep(v.min(v.max(y, v.number(-LARGEST_EXPONENT)), v.number(LARGEST_EXPONENT)));
  const inside = code.keep(insideOrOne(base));
  const product = productWithLn(code, places, inside, exponent, false);
  const ordinary = code.keep(expOfSum(code, places, ...product, false));

  const zero = v.number(0);
  const infinity = v.number(Infinity);
  const yBelow = code.keep(v.lt(y, zero));
  const baseIsZero = code.keep(v.eq(base, zero));
  const atEdge = code.keep(v.or(baseIsZero, v.eq(base, infinity)));
  // At base 0: Infinity for y < 0, else 0; at an infinite base the other way round.
  const outer = v.and(infinity, v.not(v.xor(baseIsZero, yBelow)));
  const size = code.keep(v.select(atEdge, outer, ordinary));

  const negative = code.keep(v.shiftRight(x, 63));
  const whole = code.keep(v.eq(v.floor(y), y));
  const halved = code.keep(v.mul(y, v.number(0.5)));
  const odd = v.and(whole, v.ne(v.floor(halved), halved));
  const signed = v.select(v.and(negative, odd), v.neg(size), size);
  const impossible = v.andNot(v.andNot(negative, whole), atEdge);
  const unordered = v.or(v.ne(x, x), v.ne(y, y));
  const known = v.select(v.or(impossible, unordered), v.number(NaN), signed);
  const general = v.select(v.or(v.eq(y, zero), v.eq(x, v.number(1))), v.number(1), known);
  v.select(v.eq(y, v.number(2)), v.mul(x, x), general)(code);
  return code;
}

/** Mask of the lanes that may take the short way: a normal positive base, a moderate result, and no square. */
function isOrdinary(x: Lanes, y: Lanes, product: Lanes): Lanes {
  const normal = v.and(v.ge(x, SMALLEST_NORMAL), v.lt(x, v.number(Infinity)));
  const moderate = v.lt(v.mul(product, product), v.number(490000));
  return v.and(normal, v.andNot(moderate, v.eq(y, v.number(2))));
}

/**
 * Powers of so many pairs of lanes, woven into each other. The short way is taken where all are ordinary; it may compute
 * nonsense before it is known that it may not be taken. `otherwise` is the function for one of them.
 */
function powers(module: Module, places: TablePlaces, count: number, otherwise: number): Code {
  const code = module.code(2 * count);
  const members = code.forks(count).map((stretch, i) => ({
    x: parameter(2 * i),
    y: parameter(2 * i + 1),
    result: code.local('v128'),
    stretch
  }));
  const products = members.map(({ x, y, stretch }) => productWithLn(stretch, places, x, y, true));
  code.weave(...members.map(({ stretch }) => stretch));
  members.map(({ x, y }, i) => isOrdinary(x, y, products[i]![0])).reduce(v.and)(code);
  code.vector('i64x2_bitmask').integer(3).plain('i32_eq').enter('if');
  const ends = code.forks(count).map((stretch, i) => {
    const [product, rest] = products[i]!;
    return { stretch, value: stretch.keep(expOfSum(stretch, places, product, rest, true)) };
  });
  code.weave(...ends.map(({ stretch }) => stretch));
  members.forEach(({ result }, i) => {
    ends[i]!.value(code);
    code.set(result);
  });
  code.plain('else');
  for (const { x, y, result } of members) {
    v.call(otherwise, x, y)(code);
    code.set(result);
  }
  code.end();
  for (const { result } of members) code.get(result);
  return code;
}

/** Adds the kernels to a module and returns the indices of their functions. */
export function declareKernels(module: Module, places: TablePlaces): Kernels {
  const define = (parameters: number, code: Code, results = 1): number => {
    const lanes = (count: number): 'v128'[] => Array.from({ length: count }, () => 'v128');
    const index = module.declare(lanes(parameters), lanes(results));
    module.define(index, code);
    return index;
  };
  const exponential = module.code(1);
  expOfSum(exponential, places, parameter(0), v.number(0), false)(exponential);
  const edge = define(2, powerAtTheEdge(module, places));
  const pow = define(2, powers(module, places, 1, edge));
  return {
    exp: define(1, exponential),
    ln: define(1, ln(module, places)),
    pow,
    powPair: define(4, powers(module, places, 2, pow), 2)
  };
}
