import type { Code, Lanes } from './code';
import type { Vector } from './opcodes';

/**
 * Expressions over two lanes, spelt so that a kernel reads like the plain function it mirrors. Arguments are evaluated
 * left to right, exactly one instruction per operation: nothing is folded or reordered.
 */
export const unary =
  (name: Vector) =>
  (a: Lanes): Lanes =>
  (code) => {
    a(code);
    code.vector(name);
  };

export const binary =
  (name: Vector) =>
  (a: Lanes, b: Lanes): Lanes =>
  (code) => {
    a(code);
    b(code);
    code.vector(name);
  };

export const add = binary('f64x2_add');
export const sub = binary('f64x2_sub');
export const mul = binary('f64x2_mul');
export const div = binary('f64x2_div');
export const min = binary('f64x2_min');
export const max = binary('f64x2_max');
export const abs = unary('f64x2_abs');
export const neg = unary('f64x2_neg');
export const sqrt = unary('f64x2_sqrt');
export const floor = unary('f64x2_floor');

/** Comparisons give masks: all bits of a lane set where they hold. */
export const eq = binary('f64x2_eq');
export const ne = binary('f64x2_ne');
export const lt = binary('f64x2_lt');
export const le = binary('f64x2_le');
export const gt = binary('f64x2_gt');
export const ge = binary('f64x2_ge');
export const and = binary('v128_and');
export const or = binary('v128_or');
export const xor = binary('v128_xor');
/** a where the mask b is not set. */
export const andNot = binary('v128_andnot');
export const not = unary('v128_not');

/** Integer lanes of 64 bits. */
export const addLong = binary('i64x2_add');
export const subLong = binary('i64x2_sub');
export const mulLong = binary('i64x2_mul');

const shift =
  (name: Vector) =>
  (a: Lanes, count: number): Lanes =>
  (code) => {
    a(code);
    code.integer(count).vector(name);
  };
export const shiftLeft = shift('i64x2_shl');
export const shiftRight = shift('i64x2_shr_s');
export const shiftRightUnsigned = shift('i64x2_shr_u');

/** Words of 32 bits: an arithmetic shift that the common processors have, unlike that of 64 bits. */
export const shiftWordsRight = shift('i32x4_shr_s');
export const addWords = binary('i32x4_add');
export const subWords = binary('i32x4_sub');

const double = new Float64Array(1);
const bits = new BigUint64Array(double.buffer);

function bitsOf(value: number): bigint {
  double[0] = value;
  return bits[0]!;
}

/** The same double, or the same 64 bits, in both lanes. */
export const number =
  (value: number): Lanes =>
  (code) =>
    void code.constant(bitsOf(value));
export const long =
  (value: bigint): Lanes =>
  (code) =>
    void code.constant(value);

/** `then` in the lanes where the mask is set, else `otherwise`; all three are evaluated. */
export const select =
  (mask: Lanes, then: Lanes, otherwise: Lanes): Lanes =>
  (code) => {
    then(code);
    otherwise(code);
    mask(code);
    code.vector('v128_bitselect');
  };

export const load =
  (address: (code: Code) => void, offset: number): Lanes =>
  (code) => {
    address(code);
    code.memory('v128_load', offset, 4);
  };

export const call =
  (functionIndex: number, ...values: readonly Lanes[]): Lanes =>
  (code) => {
    for (const value of values) value(code);
    code.call(functionIndex);
  };

/** c[0] + x·(c[1] + x·(c[2] + …)): Horner's rule. */
export function polynomial(x: Lanes, coefficients: readonly number[]): Lanes {
  const [first, ...rest] = coefficients;
  if (first === undefined) throw new Error('a polynomial needs a coefficient');
  return rest.length === 0 ? number(first) : add(number(first), mul(x, polynomial(x, rest)));
}
