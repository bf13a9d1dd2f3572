import { partsOf, type Expression } from '$lib/language';

import { cellsOf, combinations, elementsOf, type Equation, type Model } from '$lib/model';
import { CheckError } from '../error';
import { reckonOf, type Naming, type Reckon } from './reckon';

/**
 * An output computed again without a run. Weights of an index stand behind the equations: no stock depends on them, so
 * with the cells that the index reads saved, its value under any weights follows from its own equations alone, to the
 * bit of a full run. Parameters of which that is not true are refused.
 */
export interface Recomputation {
  /** Cells whose values have to be saved from a run. */
  readonly needs: readonly string[];
  /** Values that `reckon` reads: those of `needs`, then `free` parameters, then the index of each free switch's choice. */
  readonly width: number;
  readonly reckon: Reckon;
}

export interface Free {
  readonly parameters: readonly string[];
  readonly switches: readonly string[];
}

/** Throws CheckError `not-behind` where a stock or an event depends on one of the free parameters. */
export function recomputationOf(model: Model, output: string, free: Free): Recomputation {
  const graph = graphOf(model);
  const isFree = new Set([...free.parameters, ...free.switches]);
  const affected = memo((cell: string): boolean =>
    isFree.has(cell) ? true : (graph.readsOf(cell) ?? []).some((read) => affected(read))
  );
  for (const { name, reads } of graph.roots()) {
    const through = reads.find((read) => affected(read));
    if (through !== undefined) throw new CheckError('not-behind', { name, through });
  }

  const needs: string[] = [];
  const places = new Map<string, number>();
  const frees = new Map([...free.parameters, ...free.switches].map((id, i) => [id, i]));
  const collect = (cell: string): void => {
    if (frees.has(cell) || places.has(cell)) return;
    if (!affected(cell)) {
      places.set(cell, needs.length);
      needs.push(cell);
      return;
    }
    for (const read of graph.readsOf(cell) ?? []) collect(read);
  };
  collect(output);

  const reckons = memo((cell: string): Reckon => {
    const freeAt = frees.get(cell);
    const at = freeAt === undefined ? places.get(cell) : needs.length + freeAt;
    if (at !== undefined) return (values) => values[at]!;
    const owner = graph.equationOf(cell);
    if (!owner) throw new CheckError('unknown-name', { name: cell });
    return reckonOf(owner.equation.expression, naming, owner.bound);
  });
  const naming: Naming = {
    cell: (id) => reckons(id),
    call: ({ name }) => {
      throw new CheckError('unsupported', { name });
    },
    elements: (set) => elementsOf(model, set),
    stands: (name, choice) => {
      const { choices = [], default: standard = '' } = model.switches.find(({ id }) => id === name) ?? {};
      const index = frees.get(name);
      if (index === undefined) return () => standard === choice;
      const at = needs.length + index;
      return (values) => choices[values[at]!] === choice;
    }
  };
  return { needs, width: needs.length + frees.size, reckon: reckons(output) };
}

/**
 * Parameters that may be freed for an output: those of its own sector that it depends on and no stock or event does, in
 * the model's order. For an index these are its weights.
 */
export function weightsBehind(model: Model, output: string): readonly string[] {
  const graph = graphOf(model);
  const sector = model.variables.find(({ name }) => name === output.split('.')[0])?.sector;
  const readBy = memo((cell: string): ReadonlySet<string> => {
    const all = new Set<string>();
    for (const read of graph.readsOf(cell) ?? []) {
      all.add(read);
      for (const deeper of readBy(read)) all.add(deeper);
    }
    return all;
  });
  const behind = readBy(output);
  const driving = new Set<string>();
  for (const { reads } of graph.roots()) {
    for (const read of reads) {
      driving.add(read);
      for (const deeper of readBy(read)) driving.add(deeper);
    }
  }
  return model.parameters
    .filter((one) => one.sector === sector && behind.has(one.id) && !driving.has(one.id))
    .map(({ id }) => id);
}

interface Owner {
  readonly equation: Equation;
  readonly bound: ReadonlyMap<string, string>;
}

/** Who reads whom, cell by cell, of variables; stocks and events are the roots that feed back. */
function graphOf(model: Model) {
  const owners = new Map<string, Owner>();
  for (const variable of model.variables) {
    const { axes, equation } = variable;
    const chosen = combinations(axes, (set) => elementsOf(model, set));
    cellsOf(variable, model).forEach((cell, i) => owners.set(cell, { equation, bound: boundOf(axes, chosen[i]!) }));
  }
  const readsOf = memo((cell: string): readonly string[] | null => {
    const owner = owners.get(cell);
    return owner ? readsIn(model, owner.equation.expression, owner.bound) : null;
  });
  return {
    equationOf: (cell: string): Owner | undefined => owners.get(cell),
    readsOf,
    *roots(): Generator<{ readonly name: string; readonly reads: readonly string[] }> {
      for (const { name, axes, rate, initial } of model.stocks) {
        for (const chosen of combinations(axes, (set) => elementsOf(model, set)))
          yield { name, reads: readsIn(model, rate.expression, boundOf(axes, chosen)) };
        for (const one of initial)
          if ('equation' in one) yield { name, reads: readsIn(model, one.equation.expression, new Map()) };
      }
      for (const { id, rate } of model.events) yield { name: id, reads: readsIn(model, rate.expression, new Map()) };
    }
  };
}

function boundOf(axes: Model['stocks'][number]['axes'], chosen: readonly string[]): ReadonlyMap<string, string> {
  return new Map(axes.flatMap((axis, i) => (axis.kind === 'set' ? [[axis.set, chosen[i]!]] : [])));
}

/** Cells and switches that an expression reads, each once. */
function readsIn(model: Model, expression: Expression, bound: ReadonlyMap<string, string>): readonly string[] {
  const reads = new Set<string>();
  const visit = (node: Expression, here: ReadonlyMap<string, string>): void => {
    if (node.kind === 'reference') {
      reads.add([node.name, ...node.subscripts.map(({ name }) => here.get(name) ?? name)].join('.'));
    } else if (node.kind === 'is') {
      reads.add(node.name);
    } else if (node.kind === 'aggregate') {
      for (const element of elementsOf(model, node.set)) visit(node.body, new Map([...here, [node.index, element]]));
      return;
    }
    for (const part of partsOf(node)) visit(part, here);
  };
  visit(expression, bound);
  return [...reads];
}

function memo<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (known.has(key)) return known.get(key) as T;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
