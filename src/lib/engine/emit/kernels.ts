import { Code, type Lanes } from './code';
import * as v from './lanes';
import type { Module } from './module';

/**
 * exp, ln and pow on two lanes: the operations of ../kernels, one for one and in their order, so that every bit agrees.
 * Where the plain kernels look at one 32-bit word of a double, these shift and mask the 64 bits of each lane.
 */
export interface Kernels {
  readonly exp: number;
  readonly ln: number;
  readonly pow: number;
}

const parameter =
  (index: number): Lanes =>
  (code) =>
    void code.get(index);

const LN2_HIGH = 0.6931471805598903;
const LN2_LOW = 5.497923018708371e-14;
/** 1.5·2^52 and its bits. */
const ROUNDER = 6755399441055744;
const ROUNDER_BITS = 0x4338000000000000n;

/** 2^n for integer lanes n. */
const powerOfTwo = (n: Lanes): Lanes => v.shiftLeft(v.addLong(n, v.long(1023n)), 52);

/** The lower word of each lane as a signed integer. */
const lowerWord = (x: Lanes): Lanes => v.shiftRight(v.shiftLeft(x, 32), 32);

/** Signed integer lanes below 2^51 as doubles. */
const toDouble = (n: Lanes): Lanes => v.sub(v.addLong(n, v.long(ROUNDER_BITS)), v.number(ROUNDER));

/** a·b - p exactly (Dekker), see productError in ../kernels/ieee.ts. */
function productError(code: Code, a: Lanes, b: Lanes, p: Lanes): Lanes {
  const split = (x: Lanes): readonly [Lanes, Lanes] => {
    const t = code.keep(v.mul(v.number(134217729), x));
    const high = code.keep(v.sub(t, v.sub(t, x)));
    return [high, code.keep(v.sub(x, high))];
  };
  const [ah, al] = split(a);
  const [bh, bl] = split(b);
  return v.add(v.add(v.add(v.sub(v.mul(ah, bh), p), v.mul(ah, bl)), v.mul(al, bh)), v.mul(al, bl));
}

const EXP = [
  0.5, 0.1666666666666667, 0.04166666666666667, 0.008333333333326136, 0.0013888888888883748, 0.00019841269874820627,
  2.4801587325547743e-5, 2.7557255400206422e-6, 2.75572736431103e-7, 2.5105217004720745e-8, 2.0914686968086876e-9
];

function expOfSum(): Code {
  const code = new Code(2);
  const [high, low] = [parameter(0), parameter(1)];
  const x = code.keep(v.min(v.max(high, v.number(-746)), v.number(710)));
  const t = code.keep(v.add(v.mul(x, v.number(1.4426950408889634)), v.number(ROUNDER)));
  const k = code.keep(v.sub(t, v.number(ROUNDER)));
  const rest = code.keep(v.sub(v.and(low, v.eq(x, high)), v.mul(k, v.number(LN2_LOW))));
  const reduced = code.keep(v.sub(x, v.mul(k, v.number(LN2_HIGH))));
  const r = code.keep(v.add(reduced, rest));
  const tail = code.keep(v.add(v.sub(reduced, r), rest));
  const p = code.keep(v.polynomial(r, EXP));
  const top = code.keep(v.add(v.number(1), r));
  const y = v.add(top, v.add(v.add(v.sub(v.number(1), top), r), v.add(v.mul(v.mul(r, r), p), v.mul(tail, top))));
  const exponent = code.keep(lowerWord(t));
  const half = code.keep(v.shiftRight(exponent, 1));
  v.mul(v.mul(y, powerOfTwo(half)), powerOfTwo(v.subLong(exponent, half)))(code);
  return code;
}

const LN = [
  0.2, 0.14285714285714682, 0.11111111110827943, 0.09090909167696401, 0.07692297481259215, 0.06667402346923655,
  0.05853118169745603, 0.05861589311938259
];
const THIRD_HIGH = 0.3333333333333333;
const THIRD_LOW = 1.850371707708594e-17;

/** Upper words of 1 and √½, as in ../kernels/logarithm.ts. */
const ONE = 0x3ff00000n;
const ROOT_HALF = 0x3fe6a09en;

/** Leaves high and low on the stack. */
function lnInParts(): Code {
  const code = new Code(1);
  const x = parameter(0);
  const subnormal = code.keep(v.lt(x, v.number(2.2250738585072014e-308)));
  const scaled = code.keep(v.select(subnormal, v.mul(x, v.number(18014398509481984)), x));
  const shifted = code.keep(v.addLong(v.shiftRightUnsigned(scaled, 32), v.long(ONE - ROOT_HALF)));
  const k = code.keep(
    toDouble(v.subLong(v.subLong(v.shiftRight(shifted, 20), v.long(1023n)), v.and(subnormal, v.long(54n))))
  );
  const upper = v.addLong(v.and(shifted, v.long(0xfffffn)), v.long(ROOT_HALF));
  const m = code.keep(v.or(v.and(scaled, v.long(0xffffffffn)), v.shiftLeft(upper, 32)));

  const f = code.keep(v.sub(m, v.number(1)));
  const divisor = code.keep(v.add(v.number(1), m));
  const divisorLow = code.keep(v.sub(m, v.sub(divisor, v.number(1))));
  const s = code.keep(v.div(f, divisor));
  const back = code.keep(v.mul(s, divisor));
  const backError = code.keep(productError(code, s, divisor, back));
  const sLow = code.keep(v.div(v.sub(v.sub(v.sub(f, back), backError), v.mul(s, divisorLow)), divisor));

  const z = code.keep(v.mul(s, s));
  const zError = code.keep(productError(code, s, s, z));
  const zLow = code.keep(v.add(zError, v.mul(v.number(2), v.mul(s, sLow))));
  const p = code.keep(v.polynomial(z, LN));
  const third = code.keep(v.mul(z, v.number(THIRD_HIGH)));
  const thirdError = code.keep(productError(code, z, v.number(THIRD_HIGH), third));
  const thirdLow = code.keep(
    v.add(thirdError, v.add(v.mul(z, v.number(THIRD_LOW)), v.mul(zLow, v.number(THIRD_HIGH))))
  );
  const curve = code.keep(v.mul(v.mul(z, z), p));
  const curveLow = code.keep(v.mul(v.mul(v.number(2), v.mul(z, zLow)), p));
  const w = code.keep(v.add(third, curve));
  const wLow = code.keep(v.add(v.add(v.sub(third, w), curve), v.add(thirdLow, curveLow)));

  const bend = code.keep(v.mul(s, w));
  const bendError = code.keep(productError(code, s, w, bend));
  const bendLow = code.keep(v.add(bendError, v.add(v.mul(s, wLow), v.mul(sLow, w))));
  const half = code.keep(v.add(s, bend));
  const halfLow = code.keep(v.add(v.add(v.sub(s, half), bend), v.add(sLow, bendLow)));

  const two = v.number(2);
  const whole = code.keep(v.mul(k, v.number(LN2_HIGH)));
  const high = code.keep(v.add(whole, v.mul(two, half)));
  const low = code.keep(
    v.add(v.add(v.sub(whole, high), v.mul(two, half)), v.add(v.mul(k, v.number(LN2_LOW)), v.mul(two, halfLow)))
  );
  const sum = code.keep(v.add(high, low));
  sum(code);
  v.add(v.sub(high, sum), low)(code);
  return code;
}

/** x > 0 and x < Infinity ? x : 1 */
const insideOrOne = (x: Lanes): Lanes =>
  v.select(v.and(v.gt(x, v.number(0)), v.lt(x, v.number(Infinity))), x, v.number(1));

function ln(parts: number): Code {
  const code = new Code(1);
  const x = parameter(0);
  const inside = code.keep(insideOrOne(x));
  const low = code.local('v128');
  const high = code.local('v128');
  v.call(parts, inside)(code);
  code.set(low).set(high);
  const result = v.add(parameter(high), parameter(low));
  const below = v.and(v.lt(x, v.number(0)), v.number(NaN));
  const atEnd = v.select(v.eq(x, v.number(0)), v.number(-Infinity), v.add(x, below));
  v.select(v.eq(inside, x), result, atEnd)(code);
  return code;
}

/** Beyond this exponent the power of any base but 1 is 0 or infinite. */
const LARGEST_EXPONENT = 73786976294838206464;

function pow(parts: number, exponential: number): Code {
  const code = new Code(2);
  const [x, y] = [parameter(0), parameter(1)];
  const base = code.keep(v.abs(x));
  const exponent = code.keep(v.min(v.max(y, v.number(-LARGEST_EXPONENT)), v.number(LARGEST_EXPONENT)));
  const highLocal = code.local('v128');
  const lowLocal = code.local('v128');
  v.call(parts, insideOrOne(base))(code);
  code.set(lowLocal).set(highLocal);
  const [high, low] = [parameter(highLocal), parameter(lowLocal)];
  const product = code.keep(v.mul(exponent, high));
  const error = code.keep(productError(code, exponent, high, product));
  const productLow = code.keep(v.add(error, v.mul(exponent, low)));
  const ordinary = code.keep(v.call(exponential, product, productLow));

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
  v.select(v.or(v.eq(y, zero), v.eq(x, v.number(1))), v.number(1), known)(code);
  return code;
}

/** Adds the kernels to a module and returns the indices of their functions. */
export function declareKernels(module: Module): Kernels {
  const parts = module.declare(['v128'], ['v128', 'v128']);
  module.define(parts, lnInParts());
  const exponential = module.declare(['v128', 'v128'], ['v128']);
  module.define(exponential, expOfSum());
  const exp = module.declare(['v128'], ['v128']);
  const whole = new Code(1);
  v.call(exponential, parameter(0), v.number(0))(whole);
  module.define(exp, whole);
  const logarithm = module.declare(['v128'], ['v128']);
  module.define(logarithm, ln(parts));
  const power = module.declare(['v128', 'v128'], ['v128']);
  module.define(power, pow(parts, exponential));
  return { exp, ln: logarithm, pow: power };
}
