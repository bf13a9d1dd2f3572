import { walk, type Expression } from '$lib/language';
import type { BehaviourCheck, Model } from '$lib/model';

/**
 * Who reads whom, by names: cells are not told apart, since a page names quantities. Composites, sets and what a formula
 * calls are no names that it reads; switches and lookups are.
 */
export interface Reader {
  readonly kind: 'quantity' | 'event' | 'check';
  readonly id: string;
}

/** Names that a formula reads, each once, in the order in which they are written. */
export function namesIn(expression: Expression): readonly string[] {
  const names = new Set<string>();
  walk(expression, (node) => {
    if ((node.kind === 'reference' && node.name !== 'time') || node.kind === 'is') names.add(node.name);
  });
  return [...names];
}

/** Sets that a formula runs over, each once. */
export function setsIn(expression: Expression): readonly string[] {
  const sets = new Set<string>();
  walk(expression, (node) => {
    if (node.kind === 'aggregate') sets.add(node.set);
  });
  return [...sets];
}

/** The readers of every name: quantities in the model's order, then events that it drives or that strike it, then checks. */
export function readersOf(model: Model, checks: readonly BehaviourCheck[]): ReadonlyMap<string, readonly Reader[]> {
  const readers = new Map<string, Reader[]>();
  const add = (name: string, reader: Reader): void => {
    const known = readers.get(name) ?? [];
    if (known.some(({ kind, id }) => kind === reader.kind && id === reader.id)) return;
    readers.set(name, [...known, reader]);
  };
  const read = (expression: Expression, reader: Reader): void => {
    for (const name of namesIn(expression)) if (name !== reader.id) add(name, reader);
  };
  for (const { name, rate, initial } of model.stocks) {
    read(rate.expression, { kind: 'quantity', id: name });
    for (const each of initial) if ('equation' in each) read(each.equation.expression, { kind: 'quantity', id: name });
  }
  for (const { name, equation } of model.variables) read(equation.expression, { kind: 'quantity', id: name });
  for (const { id, rate, effects } of model.events) {
    read(rate.expression, { kind: 'event', id });
    for (const { stock } of effects) add(stock.split('.')[0] ?? stock, { kind: 'event', id });
  }
  for (const { id, test } of checks) {
    if (test.kind !== 'within-ranges') read(test.equation.expression, { kind: 'check', id });
  }
  return readers;
}
