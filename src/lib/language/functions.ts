/**
 * The functions and words of the formula language: one table that the checker, the printer and the documentation read.
 * `arguments` is the least and the greatest number of arguments.
 */
export type FunctionRole = 'arithmetic' | 'memory' | 'table' | 'chance';

export interface FunctionInfo {
  readonly name: string;
  readonly arguments: readonly [number, number];
  readonly role: FunctionRole;
}

export const functions: readonly FunctionInfo[] = [
  { name: 'min', arguments: [2, Infinity], role: 'arithmetic' },
  { name: 'max', arguments: [2, Infinity], role: 'arithmetic' },
  { name: 'exp', arguments: [1, 1], role: 'arithmetic' },
  { name: 'ln', arguments: [1, 1], role: 'arithmetic' },
  { name: 'sqrt', arguments: [1, 1], role: 'arithmetic' },
  { name: 'abs', arguments: [1, 1], role: 'arithmetic' },
  { name: 'smooth', arguments: [2, 3], role: 'memory' },
  { name: 'delay1', arguments: [2, 3], role: 'memory' },
  { name: 'delay3', arguments: [2, 3], role: 'memory' },
  { name: 'lookup', arguments: [2, 2], role: 'table' },
  { name: 'event', arguments: [1, 1], role: 'chance' },
  { name: 'normal', arguments: [0, 0], role: 'chance' }
];

export const aggregates = ['sum', 'product', 'min', 'max', 'mean'] as const;

/** Words that the grammar needs for itself. */
export const keywords = ['if', 'then', 'else', 'and', 'or', 'not', 'is', 'in', 'time'] as const;

/** The function of that name, or undefined. */
export function functionNamed(name: string): FunctionInfo | undefined {
  return functions.find((candidate) => candidate.name === name);
}

const reserved: ReadonlySet<string> = new Set([
  ...keywords,
  ...aggregates,
  ...functions.map(({ name }) => name),
  // Not words of the language, but of the peak() form of behaviour checks and of the machinery below JSON.
  'peak',
  '__proto__',
  'constructor',
  'prototype'
]);

/** True for words that no quantity, set or element may be called by. */
export function isReserved(name: string): boolean {
  return reserved.has(name);
}
