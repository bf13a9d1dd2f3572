import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, type Program } from '$lib/engine';
import { c, literal, straightLine } from './straight-line';

/**
 * The program as a C program: the same work as a run by the other back ends (initialise, 120 months of Euler steps, the
 * outputs saved every month), timed by itself, one result line per saved cell of the last month.
 */
function source(program: Program, save: readonly string[], months: number, perMonth: number): string {
  const prepared = prepare(program);
  const { once, initial, steady, evaluate, derive } = straightLine(program, c);
  const columns = save.map((cell) => program.slotOf[cell]!);
  const defaults = [
    ...program.defaults.map(({ slot, value }) => [slot, value] as const),
    ...program.inputs.map(({ slot, scale, default: value }) => [slot, value * scale] as const),
    [program.stepSlot, 1 / perMonth] as const
  ];
  return `#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
static double x[${prepared.registers}];
static double saved[${(months + 1) * columns.length}];
static const int columns[] = { ${columns.join(', ')} };
static const int stocks[] = { ${[...prepared.stocks].join(', ')} };
static __attribute__((noinline)) void start(void) {
  ${defaults.map(([slot, value]) => `x[${slot}] = ${literal(value, c)};`).join(' ')}
  ${once}
  ${initial}
  ${steady}
}
static __attribute__((noinline)) void evaluate(void) {
  ${evaluate}
}
static __attribute__((noinline)) void derive(void) {
  ${derive}
}
static void simulate(void) {
  const double dt = ${literal(1 / perMonth, c)};
  for (int m = 0; m <= ${months}; m++) {
    x[${program.timeSlot}] = m;
    evaluate();
    for (int k = 0; k < ${columns.length}; k++) saved[m * ${columns.length} + k] = x[columns[k]];
    if (m == ${months}) break;
    for (int i = 0; i < ${perMonth}; i++) {
      if (i) { x[${program.timeSlot}] = m + i * dt; derive(); }
      for (int s = 0; s < ${prepared.stocks.length}; s++) x[stocks[s]] += dt * x[${prepared.firstRate} + s];
    }
  }
}
int main(int argc, char **argv) {
  int runs = argc > 1 ? atoi(argv[1]) : 1;
  for (int i = 0; i < runs / 4 + 1; i++) { start(); simulate(); }
  struct timespec from, to;
  clock_gettime(CLOCK_MONOTONIC, &from);
  for (int i = 0; i < runs; i++) { start(); simulate(); }
  clock_gettime(CLOCK_MONOTONIC, &to);
  printf("%.9f\\n", ((to.tv_sec - from.tv_sec) * 1e3 + (to.tv_nsec - from.tv_nsec) * 1e-6) / runs);
  for (int k = 0; k < ${columns.length}; k++) printf("%.17g\\n", saved[${months * columns.length} + k]);
  return 0;
}
`;
}

export interface CompiledC {
  /** Milliseconds of one run, as the program itself measures over so many runs. */
  time(runs: number): number;
  /** Last month of the saved cells. */
  readonly last: readonly number[];
}

/** Null where there is no gcc. */
export function compileC(
  program: Program,
  save: readonly string[],
  months: number,
  perMonth: number,
  flags: readonly string[]
): CompiledC | null {
  if (spawnSync('gcc', ['--version']).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'mizan-c-'));
  const [from, to] = [join(folder, 'model.c'), join(folder, 'model')];
  writeFileSync(from, source(program, save, months, perMonth));
  execFileSync('gcc', [...flags, '-o', to, from, '-lm']);
  const run = (runs: number): number[] =>
    execFileSync(to, [String(runs)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
  return { time: (runs) => run(runs)[0]!, last: run(1).slice(1) };
}
