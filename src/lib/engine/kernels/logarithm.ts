import { LN2_HIGH, LN2_LOW } from './exponential';
import { productError, upperWord, withUpperWord } from './ieee';

/**
 * The natural logarithm, and the same in two parts for `pow`. x = 2^k·m with m between √½ and √2; with
 * s = (m - 1)/(m + 1), z = s²: ln m = 2·(s + s·(z/3 + z²·P(z))), where s, z/3 and the outer sums are carried in two
 * doubles (Dekker's arithmetic) and P, our own near-minimax fit of degree 7 to the tail of the artanh series, in one.
 * The relative error of the two-part result is below 2^-63, so that y·ln x stays exact enough for any finite power.
 * Straight-line arithmetic throughout. `ln` errs by less than 0.51 ulp (tests/fixtures/kernels/ln.json).
 */
const THIRD_HIGH = 0.3333333333333333;
const THIRD_LOW = 1.850371707708594e-17;
const SMALLEST_NORMAL = 2.2250738585072014e-308;
const TWO_TO_54 = 18014398509481984;
/** Upper words of 1 and of √½. */
const ONE = 0x3ff00000;
const ROOT_HALF = 0x3fe6a09e;

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
  const shifted = upperWord(scaled) + (ONE - ROOT_HALF);
  const k = (shifted >> 20) - 1023 - (subnormal ? 54 : 0);
  const m = withUpperWord(scaled, (shifted & 0xfffff) + ROOT_HALF);

  const f = m - 1;
  const divisor = 1 + m;
  const divisorLow = m - (divisor - 1);
  const s = f / divisor;
  const back = s * divisor;
  const sLow = (f - back - productError(s, divisor, back) - s * divisorLow) / divisor;

  const z = s * s;
  const zLow = productError(s, s, z) + 2 * (s * sLow);
  const p =
    0.2 +
    z *
      (0.14285714285714682 +
        z *
          (0.11111111110827943 +
            z *
              (0.09090909167696401 +
                z *
                  (0.07692297481259215 +
                    z * (0.06667402346923655 + z * (0.05853118169745603 + z * 0.05861589311938259))))));
  const third = z * THIRD_HIGH;
  const thirdLow = productError(z, THIRD_HIGH, third) + (z * THIRD_LOW + zLow * THIRD_HIGH);
  const curve = z * z * p;
  const curveLow = 2 * (z * zLow) * p;
  const w = third + curve;
  const wLow = third - w + curve + (thirdLow + curveLow);

  const bend = s * w;
  const bendLow = productError(s, w, bend) + (s * wLow + sLow * w);
  const half = s + bend;
  const halfLow = s - half + bend + (sLow + bendLow);

  const whole = k * LN2_HIGH;
  const high = whole + 2 * half;
  const low = whole - high + 2 * half + (k * LN2_LOW + 2 * halfLow);
  const sum = high + low;
  lowPart[0] = high - sum + low;
  return sum;
}

export function lnLow(): number {
  return lowPart[0]!;
}
