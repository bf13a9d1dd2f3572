import { EngineError } from '../error';
import type { Assignment, Program } from '../program';
import type { Section } from './instructions';
import { needsOf } from '../compile/nodes';
import { Change, Registers, SectionWriter } from './section-writer';

/**
 * A program made ready to be interpreted: straight code per section, all on one array of registers
 *   slots | constants | intermediate values | rates of change.
 * Made once per program and kept as long as the program itself.
 */
export interface Prepared {
  readonly registers: number;
  readonly constants: readonly { readonly register: number; readonly value: number }[];
  /** Once a run, after the defaults and overrides are in place. */
  readonly once: Section;
  /** One section per entry of `program.initial`. */
  readonly initial: readonly Section[];
  /** When an input has moved, and before the first evaluation: what rests on inputs and fixed values only. */
  readonly steady: Section;
  /** At every evaluation, after `steady` where it is due. */
  readonly each: Section;
  /** After `each`: rates of change into the registers from `firstRate`, in the order of `program.rates`. */
  readonly rates: Section;
  readonly firstRate: number;
  /** After `each`: rates of events into `eventRates`. */
  readonly events: Section;
  readonly eventRates: readonly number[];
  /** Slots of stocks in the order of the rates. */
  readonly stocks: Int32Array;
  /** Slots to examine for non-finite values, in order of computation. */
  readonly checkedOnce: Int32Array;
  readonly checkedEach: Int32Array;
}

export const MAXIMUM_REGISTERS = 1_000_000;

const cache = new WeakMap<Program, Prepared>();

/** Free after the first call with the same program. Throws EngineError program-too-large. */
export function prepare(program: Program): Prepared {
  const before = cache.get(program);
  if (before) return before;
  const prepared = lower(program);
  cache.set(program, prepared);
  return prepared;
}

function lower(program: Program): Prepared {
  const registers = new Registers(program.slots.length);
  for (const { slot } of [...program.defaults, ...program.once]) registers.mark(slot, Change.never);
  for (const { slot } of program.inputs) registers.mark(slot, Change.withInputs);
  const once = new SectionWriter(registers);
  const assignAll = (writer: SectionWriter, assignments: readonly Assignment[]): void => {
    for (const { slot, node } of assignments) writer.assign(slot, node);
  };
  assignAll(once, program.once);

  // An initial value can be overridden, and a section stands for one value: none may use what another has computed.
  const initial = program.initial.map(({ slot, node }) => {
    const writer = new SectionWriter(registers, once);
    writer.assign(slot, node);
    return writer.section();
  });

  const steady = new SectionWriter(registers, once);
  const each = new SectionWriter(registers, once, steady);
  for (const { slot, node } of program.each) {
    const { slots, draws } = needsOf(node);
    const isSteady = !draws && registers.changeOfAll(slots) < Change.always;
    (isSteady ? steady : each).assign(slot, node);
    if (isSteady) registers.mark(slot, Change.withInputs);
  }
  const events = each.following();
  const eventRates = program.events.map(({ rate }) => events.valueOf(rate));
  const rates = each.following();
  const values = program.rates.map(({ node }) => rates.valueOf(node));
  const firstRate = registers.count;
  registers.count += values.length;
  values.forEach((register, index) => rates.assign(firstRate + index, { op: 'slot', slot: register }));

  if (registers.count > MAXIMUM_REGISTERS) {
    throw new EngineError('program-too-large', { registers: registers.count, maximum: MAXIMUM_REGISTERS });
  }
  const slotsOf = (assignments: readonly { readonly slot: number }[]): Int32Array =>
    Int32Array.from(assignments.map(({ slot }) => slot));
  return {
    registers: registers.count,
    constants: registers.constants,
    once: once.section(),
    initial,
    steady: steady.section(),
    each: each.section(),
    rates: rates.section(),
    firstRate,
    events: events.section(),
    eventRates,
    stocks: slotsOf(program.rates),
    checkedOnce: slotsOf([...program.defaults, ...program.once]),
    checkedEach: slotsOf([...program.inputs, ...program.each])
  };
}
