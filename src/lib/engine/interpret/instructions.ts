import type { Node } from '../program';

/**
 * The operations as numbers, for three-address code in one Int32Array: `operation, target, a, b, c`. a, b and c are
 * registers, but for `lookup` (b: table) and draws (a: draw). The numbers are private to this folder.
 */
export const STRIDE = 5;

export const operationCodes = {
  add: 0,
  sub: 1,
  mul: 2,
  div: 3,
  pow: 4,
  exp: 5,
  ln: 6,
  sqrt: 7,
  neg: 8,
  abs: 9,
  floor: 10,
  min: 11,
  max: 12,
  lt: 13,
  le: 14,
  gt: 15,
  ge: 16,
  eq: 17,
  ne: 18,
  and: 19,
  or: 20,
  not: 21,
  select: 22,
  lookup: 23,
  uniform: 24,
  normal: 25,
  copy: 26
} as const satisfies Record<Exclude<Node['op'], 'const' | 'slot'> | 'copy', number>;

export type Operation = keyof typeof operationCodes;

/** A stretch of code that is executed together. */
export type Section = Int32Array;
