import type { Program } from '../program';
import type { Code, Lanes } from './code';
import * as v from './lanes';

/**
 * A piecewise linear table on two lanes: the segment's knots are selected lane by lane, then interpolated with the
 * operations of ../interpret/lookup.ts.
 */
export function lookup(code: Code, { x: xs, y: ys }: Program['tables'][number], argument: Lanes): Lanes {
  const x = code.keep(argument);
  const last = xs.length - 1;
  const choose = (values: readonly number[]): Lanes => {
    let chosen = code.keep(v.number(values[0]!));
    for (let i = 1; i < values.length; i++) {
      chosen = code.keep(v.select(v.ge(x, v.number(xs[i]!)), v.number(values[i]!), chosen));
    }
    return chosen;
  };
  const segments = Array.from({ length: Math.max(last, 1) }, (_, i) => i);
  const next = (values: readonly number[], i: number): number => values[Math.min(i + 1, last)]!;
  const x0 = choose(segments.map((i) => xs[i]!));
  const y0 = choose(segments.map((i) => ys[i]!));
  const rise = choose(segments.map((i) => next(ys, i) - ys[i]!));
  const run = choose(segments.map((i) => next(xs, i) - xs[i]!));
  const inside = v.add(y0, v.mul(rise, v.div(v.sub(x, x0), run)));
  const upper = v.select(v.ge(x, v.number(xs[last]!)), v.number(ys[last]!), inside);
  return v.select(v.le(x, v.number(xs[0]!)), v.number(ys[0]!), upper);
}
