import { upperWord, withUpperWord, withoutLowerWord } from './ieee';
import { LN2_HIGH, LN2_LOW, LOGARITHMS } from './tables';

/**
 * The natural logarithm, and the same in two parts for `pow`. Table-driven (Tang 1990, ACM TOMS 16): x = 2^k·m with m
 * around 1, a table gives 1/c in ten bits and -ln(1/c) in two parts for the cell of m, r = m/c - 1 is formed exactly in
 * two parts, and ln x = k·ln 2 + ln c + r + r²·Q(r), summed from the largest to the smallest. In the cell around 1 the
 * table is 1 and 0, so logarithms near 0 keep their relative precision. The two parts together err by less than 2^-60;
 * `ln` errs by less than 0.51 ulp (tests/fixtures/kernels/ln.json). Straight-line arithmetic.
 */
const SMALLEST_NORMAL = 2.2250738585072014e-308;
const TWO_TO_54 = 18014398509481984;
/** Upper word of 1, and of the smallest m: it puts 1 into the middle of a cell. */
const ONE = 0x3ff00000;
const BASE = 0x3fe6b000;

/** The low part of the last `lnInParts`: a typed array, because a pair would be an object per call. */
const lowPart = new Float64Array(1);

/** ln x for every double x: NaN below 0, -Infinity at 0 and -0. */
export function ln(x: number): number {
  const inside = x > 0 && x < Infinity ? x : 1;
  const high = lnInParts(inside);
  const result = high + lowPart[0]!;
  const atEnd = x === 0 ? -Infinity : x + (x < 0 ? NaN : 0);
  return inside === x ? result : atEnd;
}

/** The high part of ln x for finite x > 0; `lnLow` then gives the low part. */
export function lnInParts(x: number): number {
  const subnormal = x < SMALLEST_NORMAL;
  const scaled = subnormal ? x * TWO_TO_54 : x;
  const shifted = upperWord(scaled) + (ONE - BASE);
  const k = (shifted >> 20) - 1023 - (subnormal ? 54 : 0);
  const m = withUpperWord(scaled, (shifted & 0xfffff) + BASE);
  const entry = ((shifted >> 13) & 127) * 4;
  const inverse = LOGARITHMS[entry]!;

  // Both products are exact: 21 and 32 bits by 10.
  const top = withoutLowerWord(m);
  const coarse = top * inverse - 1;
  const fine = (m - top) * inverse;
  const r = coarse + fine;
  const rest = fine - (r - coarse);

  const square = r * r;
  const series =
    -0.5 +
    r * 0.3333333333333333 +
    square * (-0.25 + r * 0.2 + square * (-0.16666666666666666 + r * 0.14285714285714285 + square * -0.125));

  const whole = k * LN2_HIGH + LOGARITHMS[entry + 1]!;
  const high = whole + r;
  const low = whole - high + r + (rest + (k * LN2_LOW + LOGARITHMS[entry + 2]!)) + square * series;
  const sum = high + low;
  lowPart[0] = high - sum + low;
  return sum;
}

export function lnLow(): number {
  return lowPart[0]!;
}
