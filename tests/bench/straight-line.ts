import { prepare, type Program } from '$lib/engine';
import { STRIDE, operationCodes, type Operation, type Section } from '../../src/lib/engine/interpret/instructions';
import { needed } from '../../src/lib/engine/emit/straight';

/**
 * A program as straight-line source text, for comparison only: the interpreter's instructions one for one, in C or in
 * JavaScript, with one local per register. Both languages share what they share: infix signs, calls, `?:`.
 */
export interface Dialect {
  readonly declare: string;
  readonly functions: Readonly<Partial<Record<Operation, string>>>;
  /** Wraps a comparison so that it is 1 or 0. */
  readonly truth: (condition: string) => string;
  readonly equals: string;
  readonly differs: string;
}

export const c: Dialect = {
  declare: 'double',
  functions: { exp: 'exp', ln: 'log', pow: 'pow', sqrt: 'sqrt', abs: 'fabs', floor: 'floor', min: 'fmin', max: 'fmax' },
  truth: (condition) => `(double)(${condition})`,
  equals: '==',
  differs: '!='
};

export const javascript: Dialect = {
  declare: 'const',
  functions: {
    exp: 'exp',
    ln: 'ln',
    pow: 'pow',
    sqrt: 'Math.sqrt',
    abs: 'Math.abs',
    floor: 'Math.floor',
    min: 'Math.min',
    max: 'Math.max'
  },
  truth: (condition) => `(${condition} ? 1 : 0)`,
  equals: '===',
  differs: '!=='
};

const names = Object.fromEntries(Object.entries(operationCodes).map(([name, code]) => [code, name])) as Record<
  number,
  Operation
>;

export function literal(value: number, dialect: Dialect): string {
  if (!Number.isFinite(value)) return dialect === c ? `${value < 0 ? '-' : ''}INFINITY` : String(value);
  return Number.isInteger(value) && !String(value).includes('e') ? `${value}.0` : String(value);
}

/** The parts of a program as source: each a run of statements. */
export interface Source {
  readonly once: string;
  readonly initial: string;
  /** What rests on inputs only: once a run, where they stand still. */
  readonly steady: string;
  /** Computes and stores everything, rates included. */
  readonly evaluate: string;
  /** Computes the rates only. */
  readonly derive: string;
}

export function straightLine(program: Program, dialect: Dialect): Source {
  const prepared = prepare(program);
  const constants = new Map(prepared.constants.map(({ register, value }) => [register, value]));
  const lastRate = prepared.firstRate + prepared.stocks.length;
  const isRate = (register: number): boolean => register >= prepared.firstRate && register < lastRate;
  const isSlot = (register: number): boolean => register < program.slots.length;
  const rates = Array.from(prepared.stocks, (_, index) => prepared.firstRate + index);

  const print = (sections: readonly Section[], stored: (register: number) => boolean): string => {
    const known = new Set<number>();
    const read = (register: number): string => {
      const value = constants.get(register);
      if (value !== undefined) return literal(value, dialect);
      return known.has(register) ? `r${register}` : `x[${register}]`;
    };
    const lines = sections.flatMap((section) =>
      Array.from({ length: section.length / STRIDE }, (_, index) => {
        const [code, target, ...operands] = section.slice(index * STRIDE, (index + 1) * STRIDE);
        const value = expression(names[code!]!, operands, read, dialect);
        known.add(target!);
        return `${dialect.declare} r${target} = ${value};${stored(target!) ? ` x[${target}] = r${target};` : ''}`;
      })
    );
    return lines.join('\n  ');
  };

  return {
    once: print([prepared.once], () => true),
    initial: prepared.initial.map((section) => `{ ${print([section], isSlot)} }`).join('\n  '),
    steady: print([prepared.steady], () => true),
    evaluate: print([prepared.each, prepared.rates], (register) => isSlot(register) || isRate(register)),
    derive: print([needed([prepared.each, prepared.rates], rates)], isRate)
  };
}

function expression(
  operation: Operation,
  operands: readonly number[],
  read: (register: number) => string,
  dialect: Dialect
): string {
  const [a, b, third] = operands.map((register) => () => read(register)) as [() => string, () => string, () => string];
  const infix: Readonly<Partial<Record<Operation, string>>> = { add: '+', sub: '-', mul: '*', div: '/' };
  const comparisons: Readonly<Partial<Record<Operation, string>>> = {
    lt: '<',
    le: '<=',
    gt: '>',
    ge: '>=',
    eq: dialect.equals,
    ne: dialect.differs
  };
  const isTrue = (value: () => string): string => `${value()} ${dialect.differs} 0.0`;
  if (infix[operation]) return `${a()} ${infix[operation]} ${b()}`;
  if (comparisons[operation]) return dialect.truth(`${a()} ${comparisons[operation]} ${b()}`);
  const call = dialect.functions[operation];
  if (call) return ['pow', 'min', 'max'].includes(operation) ? `${call}(${a()}, ${b()})` : `${call}(${a()})`;
  switch (operation) {
    case 'neg':
      return `-${a()}`;
    case 'and':
      return dialect.truth(`${isTrue(a)} && ${isTrue(b)}`);
    case 'or':
      return dialect.truth(`${isTrue(a)} || ${isTrue(b)}`);
    case 'not':
      return dialect.truth(`${a()} ${dialect.equals} 0.0`);
    case 'select':
      return `${isTrue(a)} ? ${b()} : ${third()}`;
    case 'copy':
      return a();
    default:
      throw new Error(`straight-line source has no ${operation}`);
  }
}
