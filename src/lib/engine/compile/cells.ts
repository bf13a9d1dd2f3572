import type { Axis, ElementSet } from '$lib/model';

/**
 * From a definition with axes to its cells: one scalar for every combination of elements, the last axis running
 * fastest, named `name.element.element`.
 */
export interface Cell {
  readonly id: string;
  /** What the sets of the left-hand side stand for in this cell: set name -> element. */
  readonly bindings: ReadonlyMap<string, string>;
}

export type Sets = ReadonlyMap<string, readonly string[]>;

export function setsOf(sets: readonly ElementSet[]): Sets {
  return new Map(sets.map(({ name, elements }) => [name, elements]));
}

/** Throws no error for an unknown set: a checked model has none, and an empty axis gives no cells. */
export function cellsOf(name: string, axes: readonly Axis[], sets: Sets): readonly Cell[] {
  return axes.reduce<readonly Cell[]>(
    (cells, axis) =>
      axis.kind === 'element'
        ? cells.map(({ id, bindings }) => ({ id: `${id}.${axis.element}`, bindings }))
        : cells.flatMap(({ id, bindings }) =>
            (sets.get(axis.set) ?? []).map((element) => ({
              id: `${id}.${element}`,
              bindings: new Map(bindings).set(axis.set, element)
            }))
          ),
    [{ id: name, bindings: new Map() }]
  );
}
