/**
 * Primitive polynomials over GF(2), found in order: by degree, then by their bits read as a number (bit i is the
 * coefficient of x^i). A polynomial p of degree d is primitive where x has the order 2^d - 1 modulo p: x^(2^d - 1) = 1,
 * and x^((2^d - 1)/q) is not 1 for any prime q that divides 2^d - 1 (Lidl and Niederreiter, 1994, "Introduction to Finite
 * Fields and their Applications", theorem 3.18). x itself is left out.
 */
const found: number[] = [];
let degree = 1;
let candidate = 3;

/** The first `count` polynomials of degree 1 or more. There are 5,714 up to degree 16, the most that is asked for here. */
export function primitivePolynomials(count: number): readonly number[] {
  while (found.length < count) {
    if (isPrimitive(candidate, degree)) found.push(candidate);
    // The constant coefficient of a primitive polynomial is 1: x does not divide it.
    candidate += 2;
    if (candidate >= 2 << degree) {
      degree += 1;
      candidate = (1 << degree) + 1;
    }
  }
  return found.slice(0, count);
}

/** `polynomial` of the given degree, 1 to 30, with constant coefficient 1. */
function isPrimitive(polynomial: number, degree: number): boolean {
  const order = (1 << degree) - 1;
  if (power(order, polynomial, degree) !== 1) return false;
  return primeFactors(order).every((q) => power(order / q, polynomial, degree) !== 1);
}

/** x^exponent modulo the polynomial. */
function power(exponent: number, polynomial: number, degree: number): number {
  let result = 1;
  let square = degree === 1 ? 1 : 2;
  for (let rest = exponent; rest > 0; rest >>>= 1) {
    if (rest & 1) result = product(result, square, polynomial, degree);
    square = product(square, square, polynomial, degree);
  }
  return result;
}

function product(a: number, b: number, polynomial: number, degree: number): number {
  let sum = 0;
  let shifted = a;
  for (let rest = b; rest > 0; rest >>>= 1) {
    if (rest & 1) sum ^= shifted;
    shifted <<= 1;
    if (shifted >>> degree) shifted ^= polynomial;
  }
  return sum;
}

function primeFactors(n: number): number[] {
  const factors: number[] = [];
  let rest = n;
  for (let q = 2; q * q <= rest; q++) {
    if (rest % q === 0) factors.push(q);
    while (rest % q === 0) rest /= q;
  }
  return rest > 1 ? [...factors, rest] : factors;
}
