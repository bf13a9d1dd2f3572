import { expOfSum } from './exponential';
import { upperWord, withoutLowerWord } from './ieee';
import { lnInParts, lnLow } from './logarithm';

/**
 * x^y = e^(y·ln|x|) with the logarithm and the product in two parts, and the special cases of IEEE 754-2019 §9.2.1
 * chosen afterwards: x^0 = 1 and 1^y = 1 for anything, even NaN; 0^y = 0 for y > 0; a negative base takes integer
 * exponents only, otherwise NaN. A square is the product x·x, rounded once. Error below 1 ulp over the
 * whole range (tests/fixtures/kernels/pow.json).
 */

/** Beyond this exponent the power of any base but 1 is 0 or infinite. */
const LARGEST_EXPONENT = 73786976294838206464;

export function pow(x: number, y: number): number {
  if (y === 2) return x * x;
  if (x > 0 && x < Infinity && Math.abs(y) <= LARGEST_EXPONENT) return powerOfPositive(x, y);
  return powerAtTheEdge(x, y);
}

/** x^y for finite x > 0 and |y| within bounds. The upper halves multiply exactly. */
function powerOfPositive(x: number, y: number): number {
  const high = lnInParts(x);
  const low = lnLow();
  const yTop = withoutLowerWord(y);
  const top = withoutLowerWord(high);
  const product = yTop * top;
  return expOfSum(product, (y - yTop) * top + y * (high - top + low));
}

function powerAtTheEdge(x: number, y: number): number {
  const base = Math.abs(x);
  const exponent = Math.min(Math.max(y, -LARGEST_EXPONENT), LARGEST_EXPONENT);
  const ordinary = powerOfPositive(base > 0 && base < Infinity ? base : 1, exponent);

  const atZero = y < 0 ? Infinity : 0;
  const atInfinity = y < 0 ? 0 : Infinity;
  const outer = base === 0 ? atZero : atInfinity;
  const size = base === 0 || base === Infinity ? outer : ordinary;

  const negative = upperWord(x) < 0;
  const whole = Math.floor(y) === y;
  const halved = y * 0.5;
  const odd = whole && Math.floor(halved) !== halved;
  const signed = negative && odd ? -size : size;
  const real = negative && !whole && base > 0 && base < Infinity ? NaN : signed;
  const known = x !== x || y !== y ? NaN : real;
  return y === 0 || x === 1 ? 1 : known;
}
