import { partsOf, type Expression, type Subscript } from '$lib/language';
import { cellId } from './cells';
import type { Names } from './names';
import type { Axis } from './model';

/**
 * Formulas cell by cell: for one cell of the left-hand side, which cells the right-hand side reads. A subscript means, in
 * this order, a bound index, a set of the left-hand side ("the same element"), or an element.
 */
export type Binding = ReadonlyMap<string, string>;

export type Reference = Extract<Expression, { kind: 'reference' }>;

/** What the sets of a left-hand side stand for in one of its cells. */
export function bindingOf(axes: readonly Axis[], elements: readonly string[]): Binding {
  return new Map(
    axes.flatMap((axis, index) => (axis.kind === 'set' ? [[axis.set, elements[index] ?? ''] as const] : []))
  );
}

/** Id of the cell that a reference means under a binding. */
export function cellOf(
  reference: { readonly name: string; readonly subscripts: readonly Subscript[] },
  binding: Binding
): string {
  return cellId(
    reference.name,
    reference.subscripts.map(({ name }) => binding.get(name) ?? name)
  );
}

/**
 * Visits every cell that an expression reads, in the order of reading. `now` is false for what a memory reads only to
 * move on: such a reading is not simultaneous. `time` and the tables of lookups are no cells.
 */
export function visitCells(
  expression: Expression,
  binding: Binding,
  names: Names,
  visit: (cell: string, reference: Reference, now: boolean) => void,
  now = true
): void {
  switch (expression.kind) {
    case 'reference':
      if (expression.name !== 'time') visit(cellOf(expression, binding), expression, now);
      return;
    case 'aggregate':
      for (const element of names.elementsOf(expression.set)) {
        visitCells(expression.body, new Map([...binding, [expression.index, element]]), names, visit, now);
      }
      return;
    case 'call': {
      const [input, second, initial] = expression.arguments;
      if (expression.name === 'lookup' && input) return visitCells(input, binding, names, visit, now);
      // A memory with an initial value of its own shows its past only; without one, it starts from its input.
      if (isMemory(expression.name) && input && second && initial) {
        visitCells(input, binding, names, visit, false);
        visitCells(second, binding, names, visit, now);
        return visitCells(initial, binding, names, visit, now);
      }
    }
  }
  for (const part of partsOf(expression)) visitCells(part, binding, names, visit, now);
}

function isMemory(name: string): boolean {
  return name === 'smooth' || name === 'delay1' || name === 'delay3';
}
