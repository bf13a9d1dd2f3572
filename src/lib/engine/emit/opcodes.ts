/**
 * Numbers of the WebAssembly core specification 2.0, binary format: value types §5.3.1, control and variable
 * instructions §5.4.1-5.4.4, memory §5.4.6, numeric §5.4.7, vector instructions §5.4.8 (behind the prefix 0xFD).
 */
export const valueType = { i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b } as const;
export type ValueType = keyof typeof valueType;

export const plain = {
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  br: 0x0c,
  br_if: 0x0d,
  call: 0x10,
  drop: 0x1a,
  local_get: 0x20,
  local_set: 0x21,
  local_tee: 0x22,
  i32_load: 0x28,
  i32_store: 0x36,
  i32_const: 0x41,
  i64_const: 0x42,
  f64_const: 0x44,
  i32_eqz: 0x45,
  i32_eq: 0x46,
  i32_ne: 0x47,
  i32_lt_s: 0x48,
  i32_lt_u: 0x49,
  i32_ge_u: 0x4f,
  i32_add: 0x6a,
  i32_sub: 0x6b,
  i32_mul: 0x6c,
  i32_and: 0x71,
  i32_or: 0x72,
  i32_shl: 0x74
} as const;
export type Plain = keyof typeof plain;

/** Block type of a block without result, §5.4.1. */
export const EMPTY_BLOCK = 0x40;

export const VECTOR_PREFIX = 0xfd;

export const vector = {
  v128_load: 0,
  v128_load64_splat: 10,
  v128_store: 11,
  v128_const: 12,
  i8x16_shuffle: 13,
  i32x4_splat: 17,
  i64x2_splat: 18,
  f64x2_splat: 20,
  i32x4_extract_lane: 27,
  i32x4_lt_u: 58,
  f64x2_eq: 71,
  f64x2_ne: 72,
  f64x2_lt: 73,
  f64x2_gt: 74,
  f64x2_le: 75,
  f64x2_ge: 76,
  v128_not: 77,
  v128_and: 78,
  v128_andnot: 79,
  v128_or: 80,
  v128_xor: 81,
  v128_bitselect: 82,
  v128_any_true: 83,
  f64x2_ceil: 116,
  f64x2_floor: 117,
  i32x4_shr_s: 172,
  i32x4_add: 174,
  i32x4_sub: 177,
  i32x4_mul: 181,
  i64x2_all_true: 195,
  i64x2_bitmask: 196,
  i64x2_shl: 203,
  i64x2_shr_s: 204,
  i64x2_shr_u: 205,
  i64x2_add: 206,
  i64x2_sub: 209,
  i64x2_mul: 213,
  i64x2_eq: 214,
  i64x2_extmul_low_i32x4_u: 222,
  f64x2_abs: 236,
  f64x2_neg: 237,
  f64x2_sqrt: 239,
  f64x2_add: 240,
  f64x2_sub: 241,
  f64x2_mul: 242,
  f64x2_div: 243,
  f64x2_min: 244,
  f64x2_max: 245,
  f64x2_convert_low_i32x4_u: 255
} as const;
export type Vector = keyof typeof vector;

export const section = { type: 1, import: 2, function: 3, export: 7, code: 10 } as const;
