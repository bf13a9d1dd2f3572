/**
 * Piecewise linear table, constant beyond its ends: y₀ + (y₁ - y₀)·((x - x₀)/(x₁ - x₀)) between two knots. At a knot it
 * gives the knot's value exactly; NaN gives NaN. `xs` strictly increasing, not empty.
 */
export function lookup(xs: readonly number[], ys: readonly number[], x: number): number {
  const last = xs.length - 1;
  if (x <= xs[0]!) return ys[0]!;
  if (x >= xs[last]!) return ys[last]!;
  if (x !== x) return x;
  let i = 0;
  while (x >= xs[i + 1]!) i++;
  return ys[i]! + (ys[i + 1]! - ys[i]!) * ((x - xs[i]!) / (xs[i + 1]! - xs[i]!));
}
