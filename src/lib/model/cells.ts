import type { Axis, ElementSet, Model } from './model';

/**
 * Cells: the scalars that quantities consist of. A cell id is the quantity's name and its elements joined by dots; the
 * cells of a definition come with the last axis running fastest, each axis in the order of its set.
 */
export interface Definition {
  readonly name: string;
  readonly axes: readonly Axis[];
}

export type CellKind = 'input' | 'constant' | 'switch' | 'parameter' | 'stock' | 'variable';

export interface Cell {
  readonly id: string;
  readonly kind: CellKind;
  readonly name: string;
  readonly elements: readonly string[];
  /** Unit inside equations. */
  readonly unit: string;
}

/** Id of a cell. */
export function cellId(name: string, elements: readonly string[]): string {
  return [name, ...elements].join('.');
}

/** Elements of a set in order; empty where the model has no such set. */
export function elementsOf(model: { readonly sets: readonly ElementSet[] }, set: string): readonly string[] {
  return model.sets.find(({ name }) => name === set)?.elements ?? [];
}

/** Every combination of elements that the axes stand for, the last axis running fastest. */
export function combinations(
  axes: readonly Axis[],
  elements: (set: string) => readonly string[]
): readonly (readonly string[])[] {
  return axes.reduce<readonly (readonly string[])[]>(
    (before, axis) => {
      const next = axis.kind === 'set' ? elements(axis.set) : [axis.element];
      return before.flatMap((chosen) => next.map((element) => [...chosen, element]));
    },
    [[]]
  );
}

/** Ids of the cells that a stock or a variable entry covers. */
export function cellsOf(definition: Definition, model: { readonly sets: readonly ElementSet[] }): readonly string[] {
  return combinations(definition.axes, (set) => elementsOf(model, set)).map((chosen) =>
    cellId(definition.name, chosen)
  );
}

/** The cell with that id, or undefined. Composites are no cells. */
export function findCell(model: Model, id: string): Cell | undefined {
  const [name = '', ...elements] = id.split('.');
  const covers = (definition: Definition): boolean =>
    definition.name === name && cellsOf(definition, model).includes(id);
  const input = model.inputs.find((candidate) => candidate.id === id);
  if (input) return { id, kind: 'input', name, elements, unit: input.equationUnit };
  const constant = model.constants.find((candidate) => candidate.id === id);
  if (constant) return { id, kind: 'constant', name, elements, unit: constant.unit };
  if (model.switches.some((candidate) => candidate.id === id)) return { id, kind: 'switch', name, elements, unit: '1' };
  const parameter = model.parameters.find((candidate) => candidate.id === id);
  if (parameter) return { id, kind: 'parameter', name, elements, unit: parameter.unit };
  const stock = model.stocks.find(covers);
  if (stock) return { id, kind: 'stock', name, elements, unit: stock.unit };
  const variable = model.variables.find(covers);
  return variable && { id, kind: 'variable', name, elements, unit: variable.unit };
}
