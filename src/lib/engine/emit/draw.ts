import { BLOCK_OF_QUANTITIES, BLOCK_OF_SECTORS } from '../ensemble/uniforms';
import type { DrawnShape, Program } from '../program';
import { PERT_INTERVALS } from '../random/pert';
import { Domain } from '../random/philox';
import type { Chance } from './chance';
import type { Code, Lanes } from './code';
import type { Kernels } from './kernels';
import * as v from './lanes';
import { CELL, DRAW_ENTRY, drawEntry, header, type Layout } from './layout';
import type { Module } from './module';

/**
 * The uncertain draws of two runs, operation for operation those of ../ensemble/draw.ts. What is drawn, from which
 * distribution and to which place stands in a table that the host writes once a request, sorted by shape: so narrow and
 * wide, and scenarios that hold some quantities fixed, are the same code. The uniforms stand in cells, in the order of
 * ../ensemble/uniforms.ts.
 *
 * Exports: `uniforms` fills those cells from Philox (the host fills them for other samplings), `draw` writes the values.
 */
export const SHAPES: readonly DrawnShape[] = ['uniform', 'triangular', 'log-triangular', 'normal', 'beta'];

const local =
  (index: number): Lanes =>
  (code) =>
    void code.get(index);

/** An unsigned integer as a 64-bit integer in both lanes. */
const long =
  (index: number): Lanes =>
  (code) => {
    code.get(index).vector('i32x4_splat');
    v.long(0xffffffffn)(code);
    code.vector('v128_and');
  };

/** Repeats a body `count` times; the body is given the local that counts from 0. */
function repeat(code: Code, count: (code: Code) => void, body: (index: number) => void): void {
  const index = code.local('i32');
  const end = code.local('i32');
  code.integer(0).set(index);
  count(code);
  code.set(end).enter('block').enter('loop');
  code.get(index).get(end).plain('i32_ge_u').branchIf(1);
  body(index);
  code.get(index).integer(1).plain('i32_add').set(index).branch(0).end().end();
}

/** Stores a value in cell `index` of a block of cells. */
function storeCell(code: Code, base: number, index: number, value: Lanes): void {
  code.get(index).integer(CELL).plain('i32_mul');
  value(code);
  code.memory('v128_store', base, 4);
}

function uniforms(module: Module, program: Program, layout: Layout, chance: Chance): Code {
  const code = module.code(0);
  const { sectors, quantities } = program.uncertain;
  const domain = v.long(BigInt(Domain.parameters));
  repeat(
    code,
    (c) => void c.integer(sectors.length),
    (sector) => {
      const block = v.call(chance.firstUniform, v.long(BigInt(BLOCK_OF_SECTORS)), long(sector), domain);
      storeCell(code, layout.uniform(0), sector, block);
    }
  );
  const [first, second] = [code.local('v128'), code.local('v128')];
  repeat(
    code,
    (c) => void c.integer(quantities.length),
    (quantity) => {
      v.call(chance.bothUniforms, v.long(BigInt(BLOCK_OF_QUANTITIES)), long(quantity), domain)(code);
      code.set(second).set(first);
      storeCell(code, layout.uniform(sectors.length + quantities.length), quantity, local(first));
      storeCell(code, layout.uniform(sectors.length), quantity, local(second));
    }
  );
  return code;
}

/** low, mode and high may be equal: the value is then `high - 0`, which is what the plain quantile gives. */
function triangular(code: Code, p: Lanes, low: Lanes, mode: Lanes, high: Lanes): Lanes {
  const width = code.keep(v.sub(high, low));
  const scaled = code.keep(v.mul(p, width));
  const left = code.keep(v.sub(mode, low));
  const rising = v.add(low, v.sqrt(v.mul(scaled, left)));
  const rest = v.mul(v.mul(v.sub(v.number(1), p), width), v.sub(high, mode));
  return v.select(v.lt(scaled, left), rising, v.sub(high, v.sqrt(rest)));
}

/** 1.5·2^52: a whole number added to it stands in the lower bits. */
const ROUNDER = 6755399441055744;
const FIRST = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];
const SECOND = [8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31];

/** Between the knots of the table whose address the entry holds. */
function tabled(code: Code, entry: number, p: Lanes): Lanes {
  const one = v.number(1);
  const isLower = code.keep(v.lt(p, v.number(0.5)));
  const nearer = v.select(isLower, p, v.sub(one, p));
  const t = code.keep(v.mul(v.sqrt(v.sqrt(v.mul(v.number(2), nearer))), v.number(0.5)));
  const place = code.keep(v.mul(v.select(isLower, t, v.sub(one, t)), v.number(PERT_INTERVALS)));
  const knot = code.keep(v.min(v.floor(place), v.number(PERT_INTERVALS - 1)));
  const whole = code.keep(v.add(knot, v.number(ROUNDER)));
  const pair = (lane: 0 | 2): Lanes =>
    code.keep((c) => {
      c.get(entry).memory('i32_load', drawEntry.table, 2);
      whole(c);
      c.extract('i32x4_extract_lane', lane).integer(8).plain('i32_mul').plain('i32_add');
      c.memory('v128_load', 0, 3);
    });
  const [here, there] = [pair(0), pair(2)];
  const turned = (lanes: readonly number[]): Lanes =>
    code.keep((c) => {
      here(c);
      there(c);
      c.shuffle(lanes);
    });
  const [low, high] = [turned(FIRST), turned(SECOND)];
  return v.add(low, v.mul(v.sub(high, low), v.sub(place, knot)));
}

function valueOf(shape: DrawnShape, code: Code, entry: number, p: Lanes, kernels: Kernels, chance: Chance): Lanes {
  const term = (index: number): Lanes =>
    code.keep((c) => void c.get(entry).memory('v128_load64_splat', drawEntry.terms + index * 8, 3));
  switch (shape) {
    case 'uniform':
      return v.add(term(0), v.mul(p, term(1)));
    case 'triangular':
      return triangular(code, p, term(0), term(1), term(2));
    case 'log-triangular':
      return v.call(kernels.exp, triangular(code, p, term(0), term(1), term(2)));
    case 'normal': {
      const z = code.keep(v.call(chance.normal, p));
      return v.add(term(0), v.mul(z, v.select(v.lt(z, v.number(0)), term(1), term(2))));
    }
    case 'beta':
      return tabled(code, entry, p);
  }
}

/** The probability of an entry: c, 1 - c or its own uniform. */
function probability(code: Code, entry: number, layout: Layout, quantities: number): Lanes {
  const cell = (field: number, offset: number): Lanes =>
    code.keep((c) => void c.get(entry).memory('i32_load', field, 2).memory('v128_load', offset, 4));
  const splat =
    (field: number): Lanes =>
    (c) =>
      void c.get(entry).memory('v128_load64_splat', field, 3);
  const common = cell(drawEntry.sector, layout.uniform(0));
  const own = cell(drawEntry.own, layout.uniform(0));
  const decider = cell(drawEntry.own, layout.uniform(quantities));
  const directed = v.select(splat(drawEntry.mirrored), v.sub(v.number(1), common), common);
  return code.keep(v.select(v.lt(decider, splat(drawEntry.loading)), directed, own));
}

function draw(module: Module, program: Program, layout: Layout, kernels: Kernels, chance: Chance): Code {
  const code = module.code(0);
  const entry = code.local('i32');
  code.integer(layout.drawn).set(entry);
  for (const [index, shape] of SHAPES.entries()) {
    const count = (c: Code): void => void c.integer(0).memory('i32_load', header.drawn + index * 4, 2);
    repeat(code, count, () => {
      const p = probability(code, entry, layout, program.uncertain.quantities.length);
      const value = code.keep(valueOf(shape, code, entry, p, kernels, chance));
      code.get(entry).memory('i32_load', drawEntry.target, 2);
      value(code);
      code.memory('v128_store', 0, 4);
      code.get(entry).integer(DRAW_ENTRY).plain('i32_add').set(entry);
    });
  }
  return code;
}

export function declareDraw(module: Module, program: Program, layout: Layout, kernels: Kernels, chance: Chance): void {
  module.define(module.declare([], [], 'uniforms'), uniforms(module, program, layout, chance));
  module.define(module.declare([], [], 'draw'), draw(module, program, layout, kernels, chance));
}
