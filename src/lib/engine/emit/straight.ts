import { STRIDE, operationCodes, type Operation, type Section } from '../interpret/instructions';
import type { Program } from '../program';
import type { Chance } from './chance';
import type { Code, Lanes } from './code';
import type { Kernels } from './kernels';
import * as v from './lanes';
import { lookup } from './lookup';
import { CELL, type Layout } from './layout';

/**
 * Straight code: the interpreter's three-address instructions, one for one, on two lanes. Values that an instruction
 * has computed stay in locals; others are read from their register in memory, once. What must outlive the function is
 * stored as it is computed.
 */
export interface Setting {
  readonly program: Program;
  readonly layout: Layout;
  readonly kernels: Kernels;
  readonly chance: Chance;
  readonly constants: ReadonlyMap<number, number>;
}

const names = Object.fromEntries(Object.entries(operationCodes).map(([name, code]) => [code, name])) as Record<
  number,
  Operation
>;

/** Registers that an instruction reads. */
function readsOf(operation: Operation, a: number, b: number, c: number): readonly number[] {
  switch (operation) {
    case 'uniform':
    case 'normal':
      return [];
    case 'exp':
    case 'ln':
    case 'sqrt':
    case 'neg':
    case 'abs':
    case 'floor':
    case 'not':
    case 'lookup':
    case 'copy':
      return [a];
    case 'select':
      return [a, b, c];
    default:
      return [a, b];
  }
}

/** The instructions of sections, in order, that the wanted registers depend on. Every register has one writer. */
export function needed(sections: readonly Section[], wanted: Iterable<number>): Section {
  const code = sections.flatMap((section) => [...section]);
  const live = new Set(wanted);
  const kept: number[][] = [];
  for (let i = code.length - STRIDE; i >= 0; i -= STRIDE) {
    const [operation, target, a, b, c] = code.slice(i, i + STRIDE) as [number, number, number, number, number];
    if (!live.has(target)) continue;
    for (const read of readsOf(names[operation]!, a, b, c)) live.add(read);
    kept.push([operation, target, a, b, c]);
  }
  return Int32Array.from(kept.reverse().flat());
}

interface Power {
  readonly target: number;
  readonly a: number;
  readonly b: number;
}

export class Straight {
  private readonly locals = new Map<number, Lanes>();

  constructor(
    private readonly code: Code,
    private readonly setting: Setting
  ) {}

  /** The value of a register at this point of the function. */
  read(register: number): Lanes {
    const constant = this.setting.constants.get(register);
    if (constant !== undefined) return v.number(constant);
    const known = this.locals.get(register);
    if (known) return known;
    const kept = this.code.keep(v.load((code) => void code.integer(0), this.setting.layout.register(register)));
    this.locals.set(register, kept);
    return kept;
  }

  store(address: number, value: Lanes): void {
    this.code.integer(0);
    value(this.code);
    this.code.memory('v128_store', address, 4);
  }

  /**
   * Writes the section; `stored` says which targets also go to memory. A power waits for the next one that does not
   * need it, as long as nothing asks for it: two of them cost little more than one.
   */
  write(section: Section, stored: (register: number) => boolean): void {
    let waiting: Power | null = null;
    const settle = (target: number, value: Lanes): void => {
      const kept = this.code.keep(value);
      this.locals.set(target, kept);
      if (stored(target)) this.store(this.setting.layout.register(target), kept);
    };
    const settleWaiting = (): void => {
      if (waiting) settle(waiting.target, v.call(this.setting.kernels.pow, this.read(waiting.a), this.read(waiting.b)));
      waiting = null;
    };
    for (let i = 0; i < section.length; i += STRIDE) {
      const [code, target, a, b, c] = section.slice(i, i + STRIDE) as unknown as [
        number,
        number,
        number,
        number,
        number
      ];
      const operation = names[code]!;
      if (waiting && readsOf(operation, a, b, c).includes((waiting as Power).target)) settleWaiting();
      if (operation !== 'pow') settle(target, this.value(operation, a, b, c));
      else if (waiting) {
        const second = { target, a, b };
        const [high, low] = this.pair(waiting, second);
        settle((waiting as Power).target, high);
        settle(target, low);
        waiting = null;
      } else waiting = { target, a, b };
    }
    settleWaiting();
  }

  private pair(one: Power, other: Power): readonly [Lanes, Lanes] {
    const { code } = this;
    const [first, second] = [code.local('v128'), code.local('v128')];
    const operands = [one.a, one.b, other.a, other.b].map((register) => this.read(register));
    v.call(this.setting.kernels.powPair, ...operands)(code);
    code.set(second).set(first);
    return [(c) => void c.get(first), (c) => void c.get(second)];
  }

  private value(operation: Operation, a: number, b: number, c: number): Lanes {
    const { kernels, chance, program, layout } = this.setting;
    const one = v.number(1);
    const zero = v.number(0);
    const truth = (mask: Lanes): Lanes => v.and(mask, one);
    const isTrue = (register: number): Lanes => v.ne(this.read(register), zero);
    switch (operation) {
      case 'copy':
        return this.read(a);
      case 'exp':
      case 'ln':
        return v.call(kernels[operation], this.read(a));
      case 'pow':
        return v.call(kernels.pow, this.read(a), this.read(b));
      case 'sqrt':
      case 'neg':
      case 'abs':
      case 'floor':
        return v[operation](this.read(a));
      case 'add':
      case 'sub':
      case 'mul':
      case 'div':
      case 'min':
      case 'max':
        return v[operation](this.read(a), this.read(b));
      case 'lt':
      case 'le':
      case 'gt':
      case 'ge':
      case 'eq':
      case 'ne':
        return truth(v[operation](this.read(a), this.read(b)));
      case 'and':
      case 'or':
        return truth(v[operation](isTrue(a), isTrue(b)));
      case 'not':
        return truth(v.eq(this.read(a), zero));
      case 'select':
        return v.select(isTrue(a), this.read(b), this.read(c));
      case 'lookup':
        return lookup(this.code, program.tables[b]!, this.read(a));
      case 'uniform':
      case 'normal': {
        const block = v.call(chance.firstUniform, loadFixed(layout, 'step'), v.long(BigInt(a)), v.long(0n));
        const value = operation === 'uniform' ? block : v.call(chance.normal, block);
        return v.select(loadFixed(layout, 'chanceMask'), value, operation === 'uniform' ? one : zero);
      }
    }
  }
}

export function loadFixed(layout: Layout, name: Parameters<Layout['fixed']>[0]): Lanes {
  return v.load((code) => void code.integer(0), layout.fixed(name));
}

/** Repeats a body for addresses `0, CELL, … (count - 1)·CELL`, held in a local that the body is given. */
export function forEachCell(code: Code, count: number, body: (offset: (code: Code) => void) => void): void {
  if (count === 0) return;
  const offset = code.local('i32');
  code.integer(0).set(offset).enter('loop');
  body((c) => void c.get(offset));
  code.get(offset).integer(CELL).plain('i32_add').tee(offset);
  code
    .integer(count * CELL)
    .plain('i32_lt_u')
    .branchIf(0)
    .end();
}
