import type { Code, Lanes } from './code';
import type { Kernels } from './kernels';
import * as v from './lanes';
import type { Layout } from './layout';
import type { Module } from './module';

/**
 * Random numbers on two lanes: Philox4x32-10 with a word in each 64-bit lane, and the quantile functions, operation for operation
 * those of ../random. The two lanes differ in their run only. Both uniforms of a block come from one function each,
 * because most callers need one.
 */
export interface Chance {
  /** (step, draw, domain) as integer lanes -> first uniform; likewise the pair, as two results. */
  readonly firstUniform: number;
  readonly bothUniforms: number;
  /** Quantile of the standard normal distribution. */
  readonly normal: number;
}

const local =
  (index: number): Lanes =>
  (code) =>
    void code.get(index);

const LOW_WORD = v.long(0xffffffffn);
const WEYL_0 = 0x9e3779b9n;
const WEYL_1 = 0xbb67ae85n;

function block(code: Code, layout: Layout): readonly [Lanes, Lanes, Lanes, Lanes] {
  const at = (name: 'key0' | 'key1' | 'run'): Lanes => v.load((c) => void c.integer(0), layout.fixed(name));
  let [c0, c1, c2, c3] = [local(0), local(1), code.keep(at('run')), local(2)];
  const [key0, key1] = [code.keep(at('key0')), code.keep(at('key1'))];
  for (let round = 0n; round < 10n; round++) {
    const k0 = v.and(v.addLong(key0, v.long(round * WEYL_0)), LOW_WORD);
    const k1 = v.and(v.addLong(key1, v.long(round * WEYL_1)), LOW_WORD);
    const p0 = code.keep(v.mulLong(v.long(0xd2511f53n), c0));
    const p1 = code.keep(v.mulLong(v.long(0xcd9e8d57n), c2));
    const upper = (p: Lanes): Lanes => v.shiftRightUnsigned(p, 32);
    const lower = (p: Lanes): Lanes => code.keep(v.and(p, LOW_WORD));
    c0 = code.keep(v.xor(v.xor(upper(p1), c1), k0));
    c2 = code.keep(v.xor(v.xor(upper(p0), c3), k1));
    [c1, c3] = [lower(p1), lower(p0)];
  }
  return [c0, c1, c2, c3];
}

/** (n + ½)/2^52 with n the upper 26 bits of each of two words. */
function unit(upper: Lanes, lower: Lanes): Lanes {
  const n = v.or(v.shiftLeft(v.shiftRightUnsigned(upper, 6), 26), v.shiftRightUnsigned(lower, 6));
  // The bits of 2^52 around a 52-bit integer make 2^52 + n.
  const whole = v.sub(v.or(n, v.long(0x4330000000000000n)), v.number(4503599627370496));
  return v.div(v.add(whole, v.number(0.5)), v.number(4503599627370496));
}

export interface NormalCoefficients {
  readonly centre: readonly [readonly number[], readonly number[]];
  readonly side: readonly [readonly number[], readonly number[]];
  readonly far: readonly [readonly number[], readonly number[]];
}

function normal(module: Module, kernels: Kernels, { centre, side, far }: NormalCoefficients): Code {
  const code = module.code(1);
  const p = local(0);
  const q = code.keep(v.sub(p, v.number(0.5)));
  const r = code.keep(v.sub(v.number(0.180625), v.mul(q, q)));
  const middle = code.keep(v.div(v.mul(q, v.polynomial(r, centre[0])), v.polynomial(r, centre[1])));
  const below = code.keep(v.lt(q, v.number(0)));
  const tail = v.select(below, p, v.sub(v.number(1), p));
  const distance = code.keep(v.sqrt(v.neg(v.call(kernels.ln, tail))));
  const ratio = ([top, bottom]: readonly [readonly number[], readonly number[]], shift: number): Lanes => {
    const s = code.keep(v.sub(distance, v.number(shift)));
    return v.div(v.polynomial(s, top), v.polynomial(s, bottom));
  };
  const near = code.keep(ratio(side, 1.6));
  const outer = code.keep(ratio(far, 5));
  const size = code.keep(v.select(v.le(distance, v.number(5)), near, outer));
  const signed = v.select(below, v.neg(size), size);
  v.select(v.le(v.abs(q), v.number(0.425)), middle, signed)(code);
  return code;
}

export function declareChance(
  module: Module,
  kernels: Kernels,
  layout: Layout,
  coefficients: NormalCoefficients
): Chance {
  const first = module.code(3);
  const [a0, a1] = block(first, layout);
  unit(a0, a1)(first);
  const firstUniform = module.declare(['v128', 'v128', 'v128'], ['v128']);
  module.define(firstUniform, first);

  const both = module.code(3);
  const [b0, b1, b2, b3] = block(both, layout);
  unit(b0, b1)(both);
  unit(b2, b3)(both);
  const bothUniforms = module.declare(['v128', 'v128', 'v128'], ['v128', 'v128']);
  module.define(bothUniforms, both);

  const quantile = module.declare(['v128'], ['v128']);
  module.define(quantile, normal(module, kernels, coefficients));
  return { firstUniform, bothUniforms, normal: quantile };
}

/** The p-quantile of the triangular distribution with these three corners, as in ../random/quantiles.ts. */
export function triangular(code: Code, p: Lanes, low: number, mode: number, high: number): Lanes {
  const width = high - low;
  if (width === 0) return v.number(low);
  const scaled = code.keep(v.mul(p, v.number(width)));
  const rising = v.add(v.number(low), v.sqrt(v.mul(scaled, v.number(mode - low))));
  const rest = v.mul(v.mul(v.sub(v.number(1), p), v.number(width)), v.number(high - mode));
  return v.select(v.lt(scaled, v.number(mode - low)), rising, v.sub(v.number(high), v.sqrt(rest)));
}
