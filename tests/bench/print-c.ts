import { prepare, type Program } from '$lib/engine';
import { STRIDE, operationCodes, type Operation, type Section } from '../../src/lib/engine/interpret/instructions';
import { needed } from '../../src/lib/engine/emit/straight';

/**
 * The same program as a C program, for comparison only: the interpreter's instructions as straight-line C on doubles,
 * with the C library's exp, log and pow. It runs a batch of runs that differ in one overridden parameter each, Euler,
 * saving the given cells every month, and writes the last run and the time of the batch.
 */
const names = Object.fromEntries(Object.entries(operationCodes).map(([name, code]) => [code, name])) as Record<
  number,
  Operation
>;

const number = (value: number): string => {
  if (Number.isFinite(value)) return Number.isInteger(value) ? `${value}.0` : String(value);
  return value > 0 ? 'INFINITY' : '-INFINITY';
};

export function printC(program: Program, save: readonly string[], months: number, perMonth: number): string {
  const prepared = prepare(program);
  const constants = new Map(prepared.constants.map(({ register, value }) => [register, value]));
  const lastRate = prepared.firstRate + prepared.stocks.length;

  const body = (section: Section, stored: (register: number) => boolean, known = new Set<number>()): string => {
    const lines: string[] = [];
    const read = (register: number): string => {
      const value = constants.get(register);
      if (value !== undefined) return number(value);
      return known.has(register) ? `r${register}` : `x[${register}]`;
    };
    for (let i = 0; i < section.length; i += STRIDE) {
      const [code, target, a, b, c] = section.slice(i, i + STRIDE) as unknown as [
        number,
        number,
        number,
        number,
        number
      ];
      lines.push(`double r${target} = ${expression(names[code]!, a, b, c, read)};`);
      known.add(target);
      if (stored(target)) lines.push(`x[${target}] = r${target};`);
    }
    return lines.join('\n  ');
  };
  const expression = (operation: Operation, a: number, b: number, c: number, read: (r: number) => string): string => {
    const infix: Partial<Record<Operation, string>> = {
      add: '+',
      sub: '-',
      mul: '*',
      div: '/',
      lt: '<',
      le: '<=',
      gt: '>',
      ge: '>=',
      eq: '==',
      ne: '!='
    };
    const sign = infix[operation];
    if (sign) return `${read(a)} ${sign} ${read(b)}`;
    const calls: Partial<Record<Operation, string>> = {
      exp: 'exp',
      ln: 'log',
      sqrt: 'sqrt',
      abs: 'fabs',
      floor: 'floor'
    };
    if (calls[operation]) return `${calls[operation]}(${read(a)})`;
    switch (operation) {
      case 'pow':
        return `pow(${read(a)}, ${read(b)})`;
      case 'min':
        return `fmin(${read(a)}, ${read(b)})`;
      case 'max':
        return `fmax(${read(a)}, ${read(b)})`;
      case 'neg':
        return `-${read(a)}`;
      case 'and':
        return `${read(a)} != 0 && ${read(b)} != 0`;
      case 'or':
        return `${read(a)} != 0 || ${read(b)} != 0`;
      case 'not':
        return `${read(a)} == 0`;
      case 'select':
        return `${read(a)} != 0 ? ${read(b)} : ${read(c)}`;
      case 'copy':
        return read(a);
      default:
        throw new Error(`the C printer has no ${operation}`);
    }
  };
  const isRate = (register: number): boolean => register >= prepared.firstRate && register < lastRate;
  const evaluated = new Set<number>();
  const rates = Array.from(prepared.stocks, (_, i) => prepared.firstRate + i);
  const initials = prepared.initial
    .map((section) => `  { ${body(section, (r) => r < program.slots.length)} }`)
    .join('\n');
  const slots = save.map((cell) => program.slotOf[cell]!);
  return `#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
static double x[${prepared.registers}];
static double saved[${(months + 1) * slots.length}];
static const int columns[] = { ${slots.join(', ')} };
static const int stocks[] = { ${[...prepared.stocks].join(', ')} };
static __attribute__((noinline)) void start(void) {
  ${program.defaults.map(({ slot, value }) => `x[${slot}] = ${number(value)};`).join(' ')}
  ${program.inputs.map(({ slot, scale, default: value }) => `x[${slot}] = ${number(value * scale)};`).join(' ')}
  x[${program.stepSlot}] = ${number(1 / perMonth)};
  ${body(prepared.once, () => true)}
${initials}
}
static __attribute__((noinline)) void evaluate(void) {
  ${body(prepared.each, (r) => r < program.slots.length, evaluated)}
  ${body(prepared.rates, isRate, evaluated)}
}
static __attribute__((noinline)) void derive(void) {
  ${body(needed([prepared.each, prepared.rates], rates), isRate)}
}
static __attribute__((noinline)) void simulate(void) {
  const double dt = ${number(1 / perMonth)};
  for (int m = 0; m <= ${months}; m++) {
    x[${program.timeSlot}] = m;
    evaluate();
    for (int c = 0; c < ${slots.length}; c++) saved[m * ${slots.length} + c] = x[columns[c]];
    if (m == ${months}) break;
    for (int i = 0; i < ${perMonth}; i++) {
      if (i) { x[${program.timeSlot}] = m + i * dt; derive(); }
      for (int s = 0; s < ${prepared.stocks.length}; s++) x[stocks[s]] += dt * x[${prepared.firstRate} + s];
    }
  }
}
int main(int argc, char **argv) {
  int runs = atoi(argv[1]);
  for (int i = 0; i < runs / 10 + 1; i++) { start(); simulate(); }
  struct timespec a, b;
  clock_gettime(CLOCK_MONOTONIC, &a);
  for (int i = 0; i < runs; i++) { start(); simulate(); }
  clock_gettime(CLOCK_MONOTONIC, &b);
  printf("%.9f\\n", ((b.tv_sec - a.tv_sec) + (b.tv_nsec - a.tv_nsec) * 1e-9) / runs);
  for (int c = 0; c < ${slots.length}; c++) printf("%.17g\\n", saved[${months * slots.length} + c]);
  return argc < 0;
}
`;
}
