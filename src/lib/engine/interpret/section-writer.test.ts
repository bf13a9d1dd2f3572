import { describe, expect, it } from 'vitest';
import { binary, constant, read, unary } from '../compile/nodes';
import { operationCodes, STRIDE, type Section } from './instructions';
import { Change, Registers, SectionWriter } from './section-writer';

/** Instructions as text, `mul 7 <- 0 1`. */
function listing(section: Section): string[] {
  const names = Object.keys(operationCodes);
  return Array.from({ length: section.length / STRIDE }, (_, i) => {
    const [operation, target, a, b] = section.slice(i * STRIDE, (i + 1) * STRIDE);
    return `${names[operation!]} ${target} <- ${a} ${b}`;
  });
}

/** Four slots: 0 and 1 fixed, 2 and 3 not. */
function writers(): { registers: Registers; once: SectionWriter; each: SectionWriter } {
  const registers = new Registers(10);
  registers.mark(0, Change.never);
  registers.mark(1, Change.never);
  const once = new SectionWriter(registers);
  return { registers, once, each: new SectionWriter(registers, once) };
}

describe('SectionWriter', () => {
  it('lets the last instruction write to the target itself', () => {
    const { each } = writers();
    each.assign(5, binary('mul', read(2), read(3)));
    expect(listing(each.section())).toEqual(['mul 5 <- 2 3']);
  });

  it('does the same operation once, but never swaps operands', () => {
    const { each } = writers();
    each.assign(5, binary('mul', read(2), read(3)));
    each.assign(6, unary('exp', binary('mul', read(2), read(3))));
    each.assign(7, binary('mul', read(3), read(2)));
    expect(listing(each.section())).toEqual(['mul 5 <- 2 3', 'exp 6 <- 5 0', 'mul 7 <- 3 2']);
  });

  it('copies where a value stands elsewhere already', () => {
    const { each } = writers();
    each.assign(5, read(2));
    each.assign(6, binary('add', read(2), read(3)));
    each.assign(7, binary('add', read(2), read(3)));
    expect(listing(each.section())).toEqual(['copy 5 <- 2 0', 'add 6 <- 2 3', 'copy 7 <- 6 0']);
  });

  it('moves what rests on fixed registers to the section that is done once', () => {
    const { registers, once, each } = writers();
    each.assign(5, binary('div', read(2), binary('sub', constant(1), read(0))));
    const [one] = registers.constants;
    expect(listing(once.section())).toEqual([`sub ${one!.register + 1} <- ${one!.register} 0`]);
    expect(listing(each.section())).toEqual([`div 5 <- 2 ${one!.register + 1}`]);
  });

  it('moves what rests on inputs as well to the section that is done when they move', () => {
    const { registers, once } = writers();
    registers.mark(2, Change.withInputs);
    const steady = new SectionWriter(registers, once);
    const each = new SectionWriter(registers, once, steady);
    each.assign(5, binary('mul', binary('add', read(2), binary('sub', read(0), read(1))), read(3)));
    expect(listing(once.section())).toEqual(['sub 10 <- 0 1']);
    expect(listing(steady.section())).toEqual(['add 11 <- 2 10']);
    expect(listing(each.section())).toEqual(['mul 5 <- 11 3']);
  });

  it('keeps draws where they are, and the same draw one value', () => {
    const { once, each } = writers();
    each.assign(5, binary('add', { op: 'normal', draw: 0 }, { op: 'normal', draw: 0 }));
    expect(once.section().length).toBe(0);
    expect(listing(each.section())).toEqual(['normal 10 <- 0 0', 'add 5 <- 10 10']);
  });

  it('tells 0 from -0', () => {
    const { registers, each } = writers();
    each.assign(5, binary('add', read(2), constant(0)));
    each.assign(6, binary('add', read(2), constant(-0)));
    expect(registers.constants.map(({ value }) => value)).toEqual([0, -0]);
  });

  it('a following section uses what came before and gives nothing back', () => {
    const { each } = writers();
    each.assign(5, binary('mul', read(2), read(3)));
    const following = each.following();
    following.assign(6, unary('neg', binary('mul', read(2), read(3))));
    each.assign(7, unary('neg', binary('mul', read(2), read(3))));
    expect(listing(following.section())).toEqual(['neg 6 <- 5 0']);
    expect(listing(each.section()).at(-1)).toBe('neg 7 <- 5 0');
  });
});
