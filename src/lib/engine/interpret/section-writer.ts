import type { Node } from '../program';
import { operationCodes, STRIDE, type Operation, type Section } from './instructions';

/**
 * Trees to three-address code by value numbering: the same operation on the same registers is done once, what rests on
 * fixed registers only is moved into a section of its own, done once a run, and what rests on inputs as well into one
 * that is done when an input has moved. All keep every bit, because an operation is never changed, only not repeated.
 * Every register is written by one instruction.
 */

/** How often a register can change: never during a run, with the inputs, or at any evaluation. */
export const Change = { never: 0, withInputs: 1, always: 2 } as const;
export type Change = (typeof Change)[keyof typeof Change];

/** All registers of a program, and how often each can change. */
export class Registers {
  private readonly known = new Map<string, number>();
  private readonly changes: Change[] = [];
  readonly constants: { readonly register: number; readonly value: number }[] = [];
  count: number;

  constructor(slots: number) {
    this.count = slots;
  }

  fresh(): number {
    return this.count++;
  }

  changeOf(register: number): Change {
    return this.changes[register] ?? Change.always;
  }

  /** The most often that any of the registers can change. */
  changeOfAll(registers: Iterable<number>): Change {
    let most: Change = Change.never;
    for (const register of registers) if (this.changeOf(register) > most) most = this.changeOf(register);
    return most;
  }

  mark(register: number, change: Change): void {
    this.changes[register] = change;
  }

  constant(value: number): number {
    const key = Object.is(value, -0) ? '-0' : String(value);
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const register = this.fresh();
    this.constants.push({ register, value });
    this.known.set(key, register);
    this.mark(register, Change.never);
    return register;
  }
}

type Leaf = Extract<Node, { op: 'const' | 'slot' | 'select' | 'uniform' | 'normal' }>;

export class SectionWriter {
  private readonly code: number[] = [];
  private readonly known: Map<string, number>;

  /** `once` takes what never changes, `steady` what changes with the inputs; without them it stays here. */
  constructor(
    private readonly registers: Registers,
    private readonly once: SectionWriter | null = null,
    private readonly steady: SectionWriter | null = null,
    known?: ReadonlyMap<string, number>
  ) {
    this.known = new Map(known);
  }

  /** A section that runs right after this one and may use all that it has computed. */
  following(): SectionWriter {
    return new SectionWriter(this.registers, this.once, this.steady, this.known);
  }

  /** Writes `target = node`; returns nothing, because target is now the place of the value. */
  assign(target: number, node: Node): void {
    const start = this.code.length;
    const register = this.valueOf(node);
    const last = this.code.length - STRIDE;
    const isNew = last >= start && this.code[last + 1] === register;
    if (!isNew) {
      this.write('copy', target, [register, 0, 0]);
      return;
    }
    // The value was computed by the last instruction: let it write to the target itself.
    this.code[last + 1] = target;
    this.known.set(this.keyAt(last), target);
  }

  /** The register that holds the value of a node once this section has run. */
  valueOf(node: Node): number {
    // A sum over a set leans left, as deep as the set is large: its spine is walked without recursion.
    const spine: Exclude<Node, Leaf>[] = [];
    let innermost = node;
    while ('a' in innermost) {
      spine.push(innermost);
      innermost = innermost.a;
    }
    return spine.reduceRight((register, outer) => this.operate(outer, register), this.leaf(innermost));
  }

  section(): Section {
    return Int32Array.from(this.code);
  }

  private leaf(node: Leaf): number {
    switch (node.op) {
      case 'slot':
        return node.slot;
      case 'const':
        return this.registers.constant(node.value);
      case 'select':
        return this.place(
          node.op,
          [node.condition, node.then, node.otherwise].map((part) => this.valueOf(part))
        );
      default:
        return this.compute(node.op, [node.draw, 0, 0], Change.always);
    }
  }

  private operate(node: Exclude<Node, Leaf>, a: number): number {
    if (node.op === 'lookup') return this.place(node.op, [a], node.table);
    // The power kernel gives x·x for the exponent 2: the same bits without its call.
    if (node.op === 'pow' && node.b.op === 'const' && node.b.value === 2) return this.place('mul', [a, a]);
    return this.place(node.op, 'b' in node ? [a, this.valueOf(node.b)] : [a]);
  }

  /** Puts an operation on registers, here or where fixed values are computed. `table`: what a lookup needs besides. */
  private place(operation: Operation, registers: readonly number[], table = 0): number {
    const change = this.registers.changeOfAll(registers);
    const homes = [this.once, this.steady, null];
    return (homes[change] ?? this).compute(
      operation,
      [registers[0]!, registers[1] ?? table, registers[2] ?? 0],
      change
    );
  }

  private compute(operation: Operation, operands: readonly [number, number, number], change: Change): number {
    const key = `${operationCodes[operation]},${operands.join(',')}`;
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const target = this.registers.fresh();
    this.write(operation, target, operands);
    this.known.set(key, target);
    this.registers.mark(target, change);
    return target;
  }

  private write(operation: Operation, target: number, operands: readonly [number, number, number]): void {
    this.code.push(operationCodes[operation], target, ...operands);
  }

  private keyAt(index: number): string {
    const [operation, , a, b, c] = this.code.slice(index, index + STRIDE);
    return `${operation},${a},${b},${c}`;
  }
}
