import { lowerWord, powerOfTwo } from './ieee';

/**
 * The exponential function, and the exponential of a number in two parts that `pow` needs. Straight-line arithmetic:
 * Cody and Waite's reduction x = k·ln 2 + r with |r| <= ln(2)/2 and ln 2 in two parts (the first of 42 bits, so that
 * k times it is exact), then e^r = 1 + r + r²·P(r). P is our own near-minimax fit of degree 10 (Chebyshev
 * interpolation in 60 digits), off by less than 2^-62 of the result; 1 + r is kept with its rounding error, so that
 * the sum is rounded once. Error below 0.6 ulp, and below 0.8 where the result is subnormal and so rounded a second time
 * (tests/fixtures/kernels/exp.json).
 */
const INVERSE_LN2 = 1.4426950408889634;
export const LN2_HIGH = 0.6931471805598903;
export const LN2_LOW = 5.497923018708371e-14;
/** 1.5·2^52: adding it rounds to the nearest integer, which then stands in the lower bits. */
const ROUNDER = 6755399441055744;

/** Beyond these the result is 0 or infinite in any case. */
const LOWEST = -746;
const HIGHEST = 710;

/** e^x for every double x; NaN gives NaN. */
export function exp(x: number): number {
  return expOfSum(x, 0);
}

/** e^(high + low), where |low| is at most an ulp of high. */
export function expOfSum(high: number, low: number): number {
  const x = Math.min(Math.max(high, LOWEST), HIGHEST);
  const t = x * INVERSE_LN2 + ROUNDER;
  const k = t - ROUNDER;
  // A clamped argument has no low part that counts; that of an infinite one would be NaN.
  const rest = (x === high ? low : 0) - k * LN2_LOW;
  const reduced = x - k * LN2_HIGH;
  const r = reduced + rest;
  const tail = reduced - r + rest;
  const p =
    0.5 +
    r *
      (0.1666666666666667 +
        r *
          (0.04166666666666667 +
            r *
              (0.008333333333326136 +
                r *
                  (0.0013888888888883748 +
                    r *
                      (0.00019841269874820627 +
                        r *
                          (2.4801587325547743e-5 +
                            r *
                              (2.7557255400206422e-6 +
                                r *
                                  (2.75572736431103e-7 +
                                    r * (2.5105217004720745e-8 + r * 2.0914686968086876e-9)))))))));
  const top = 1 + r;
  const y = top + (1 - top + r + (r * r * p + tail * top));
  // Two halves of the scale, so that subnormal results and those next to the largest double are rounded once.
  const exponent = lowerWord(t);
  const half = exponent >> 1;
  return y * powerOfTwo(half) * powerOfTwo(exponent - half);
}
