import { Bytes } from './bytes';
import type { Pool } from './pool';
import {
  EMPTY_BLOCK,
  VECTOR_PREFIX,
  plain,
  valueType,
  vector,
  type Plain,
  type ValueType,
  type Vector
} from './opcodes';

/**
 * The body of one function under construction (specification §5.5.13): its locals, then instructions in the order in
 * which they are written. `Lanes` is an expression: called with a body, it leaves one v128 (two doubles) on the stack.
 */
export type Lanes = (code: Code) => void;

export class Code {
  readonly #body = new Bytes();
  readonly #locals: ValueType[];
  /** Ends of the statements written by `keep`, at which the stack is empty. */
  readonly #ends: number[] = [];
  readonly #parameters: number;

  /** `pool`: where constants go, or null to write them as immediates. */
  constructor(
    parameters: number,
    private readonly pool: Pool | null = null,
    locals: ValueType[] = [],
    private readonly shared: Map<bigint, number> | null = null
  ) {
    this.#parameters = parameters;
    this.#locals = locals;
  }

  /** A fresh local; its index counts behind the parameters. */
  local(type: ValueType): number {
    return this.#parameters + this.#locals.push(type) - 1;
  }

  plain(name: Plain): this {
    this.#body.byte(plain[name]);
    return this;
  }

  vector(name: Vector): this {
    this.#body.byte(VECTOR_PREFIX).unsigned(vector[name]);
    return this;
  }

  get(local: number): this {
    this.plain('local_get').#body.unsigned(local);
    return this;
  }

  set(local: number): this {
    this.plain('local_set').#body.unsigned(local);
    return this;
  }

  tee(local: number): this {
    this.plain('local_tee').#body.unsigned(local);
    return this;
  }

  integer(value: number): this {
    this.plain('i32_const').#body.signed(value);
    return this;
  }

  long(value: bigint): this {
    this.plain('i64_const').#body.signed64(value);
    return this;
  }

  double(value: number): this {
    this.plain('f64_const').#body.double(value);
    return this;
  }

  /** The same 64 bits in both lanes. */
  constant(bits: bigint): this {
    const key = BigInt.asUintN(64, bits);
    const local = this.shared?.get(key);
    if (local !== undefined) return this.get(local);
    const place = this.pool?.place(key) ?? null;
    if (place === null) this.long(bits).vector('i64x2_splat');
    else this.integer(0).memory('v128_load', place, 4);
    if (!this.shared) return this;
    const kept = this.local('v128');
    this.shared.set(key, kept);
    return this.tee(kept);
  }

  call(functionIndex: number): this {
    this.plain('call').#body.unsigned(functionIndex);
    return this;
  }

  /** Memory instruction; the address is on the stack, `offset` bytes are added to it. `align` as a power of two. */
  memory(name: Plain | Vector, offset: number, align: number): this {
    if (name in vector) this.vector(name as Vector);
    else this.plain(name as Plain);
    this.#body.unsigned(align).unsigned(offset);
    return this;
  }

  shuffle(lanes: readonly number[]): this {
    this.vector('i8x16_shuffle').#body.bytes(lanes);
    return this;
  }

  extract(name: 'i32x4_extract_lane', lane: number): this {
    this.vector(name).#body.byte(lane);
    return this;
  }

  /** `block … end` and `loop … end` without result; `branch` and `branchIf` count enclosing ones from the inside. */
  enter(name: 'block' | 'loop' | 'if'): this {
    this.plain(name).#body.byte(EMPTY_BLOCK);
    return this;
  }

  end(): this {
    return this.plain('end');
  }

  branch(depth: number): this {
    this.plain('br').#body.unsigned(depth);
    return this;
  }

  branchIf(depth: number): this {
    this.plain('br_if').#body.unsigned(depth);
    return this;
  }

  /** Evaluates once, now; the result can be read any number of times. */
  keep(value: Lanes): Lanes {
    const local = this.local('v128');
    value(this);
    this.set(local);
    this.#ends.push(this.#body.length);
    return (code) => void code.get(local);
  }

  /**
   * Stretches of the same function that are written apart, to be woven in later, in the same order. They read each
   * constant once for all: what the first has read, the others use.
   */
  forks(count: number): Code[] {
    const shared = new Map<bigint, number>();
    return Array.from({ length: count }, () => new Code(this.#parameters, this.pool, this.#locals, shared));
  }

  /**
   * Takes stretches in, statement by statement in turns: what is independent then stands side by side, and the
   * processor can work on both. They may consist of `keep` alone.
   */
  weave(...stretches: readonly Code[]): this {
    const longest = Math.max(...stretches.map((stretch) => stretch.#ends.length));
    for (let i = 0; i < longest; i++) {
      for (const stretch of stretches) {
        const end = stretch.#ends[i];
        if (end !== undefined) this.#body.bytes(stretch.#body.view().subarray(stretch.#ends[i - 1] ?? 0, end));
      }
    }
    return this;
  }

  /** Locals grouped by runs of one type, the instructions, and the closing `end`. */
  finish(): Bytes {
    const runs: { type: ValueType; count: number }[] = [];
    for (const type of this.#locals) {
      const last = runs.at(-1);
      if (last?.type === type) last.count += 1;
      else runs.push({ type, count: 1 });
    }
    const whole = new Bytes().unsigned(runs.length);
    for (const { type, count } of runs) whole.unsigned(count).byte(valueType[type]);
    return whole.bytes(this.#body.view()).byte(plain.end);
  }
}
