import { lowerWord, powerOfTwo } from './ieee';
import { INVERSE_STEP, POWERS, STEP_HIGH, STEP_LOW } from './tables';

/**
 * The exponential function, and the exponential of a number in two parts that `pow` needs. Table-driven reduction
 * (Tang 1989, ACM TOMS 15): x = k·(ln 2)/128 + r with |r| <= ln(2)/256 and the step in two parts (k times the first is
 * exact), then e^x = 2^(k/128)·(1 + r + r²·P(r)) with 2^(i/128) from a table in two parts. The series is cut below
 * 2^-60 of the result; the table value is added last, so that the sum is rounded once. Error below 0.51 ulp,
 * and below 0.75 ulp where the result is subnormal (tests/fixtures/kernels/exp.json). Straight-line arithmetic: a back end can do the same operations in lanes.
 */

/** 1.5·2^52: adding it rounds to the nearest integer, which then stands in the lower bits. */
const ROUNDER = 6755399441055744;

/** Beyond these the result is 0 or infinite in any case. */
const LOWEST = -746;
const HIGHEST = 710;

/** e^x for every double x; NaN gives NaN. */
export function exp(x: number): number {
  return expOfSum(x, 0);
}

/** e^(high + low), where |low| is at most 2^-19 of |high|, or any where high is clamped. */
export function expOfSum(high: number, low: number): number {
  const x = Math.min(Math.max(high, LOWEST), HIGHEST);
  const t = x * INVERSE_STEP + ROUNDER;
  const k = t - ROUNDER;
  // A clamped argument has no low part that counts; that of an infinite one would be NaN.
  const r = x - k * STEP_HIGH - k * STEP_LOW + (x === high ? low : 0);
  const square = r * r;
  const p = r + square * (0.5 + r * 0.16666666666666666 + square * (0.041666666666666664 + r * 0.008333333333333333));

  const whole = lowerWord(t);
  const entry = (whole & 127) * 2;
  const power = POWERS[entry]!;
  const y = power + (power * p + POWERS[entry + 1]!);
  // Two halves of the scale, so that subnormal results and those next to the largest double are rounded once.
  const exponent = whole >> 7;
  const half = exponent >> 1;
  return y * powerOfTwo(half) * powerOfTwo(exponent - half);
}
