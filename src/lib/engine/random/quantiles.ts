import { ln } from '../kernels/logarithm';

/**
 * Quantile functions: variates by inversion, one uniform each, monotone in it, so that compared scenarios that share
 * random numbers stay comparable. The normal quantile is Wichura's algorithm AS 241 (PPND16, Applied Statistics 37,
 * 1988) with its published coefficients
 * rounded to doubles, good to about 1e-16; the logarithm is the engine's own.
 */

/** Value of c[0] + c[1]·r + c[2]·r² + … by Horner's rule. */
function polynomial(c: readonly number[], r: number): number {
  let sum = c[c.length - 1]!;
  for (let i = c.length - 2; i >= 0; i--) sum = sum * r + c[i]!;
  return sum;
}

const CENTRE_UPPER = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
  33430.57558358813, 2509.0809287301227
];
const CENTRE_LOWER = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
  5226.495278852854
];
const SIDE_UPPER = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414
];
const SIDE_LOWER = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9
];
const FAR_UPPER = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7
];
const FAR_LOWER = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
  1.421511758316446e-7, 2.0442631033899397e-15
];

/** The three pairs of polynomials, upper over lower, for the back end that emits them. */
export const normalCoefficients = {
  centre: [CENTRE_UPPER, CENTRE_LOWER],
  side: [SIDE_UPPER, SIDE_LOWER],
  far: [FAR_UPPER, FAR_LOWER]
} as const;

/** The z below which a standard normal variate falls with probability p, 0 < p < 1. */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE_UPPER, r)) / polynomial(CENTRE_LOWER, r);
  }
  const r = Math.sqrt(-ln(q < 0 ? p : 1 - p));
  const size =
    r <= 5
      ? polynomial(SIDE_UPPER, r - 1.6) / polynomial(SIDE_LOWER, r - 1.6)
      : polynomial(FAR_UPPER, r - 5) / polynomial(FAR_LOWER, r - 5);
  return q < 0 ? -size : size;
}

/** The p-quantile of the triangular distribution on low <= mode <= high; all of them `low` where low = high. */
export function triangularQuantile(p: number, low: number, mode: number, high: number): number {
  const width = high - low;
  if (width === 0) return low;
  return p * width < mode - low
    ? low + Math.sqrt(p * width * (mode - low))
    : high - Math.sqrt((1 - p) * width * (high - mode));
}
