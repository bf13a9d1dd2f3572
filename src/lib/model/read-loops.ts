import { nearest } from '$lib/language';
import { cellId, combinations, elementsOf } from './cells';
import type { Checked } from './check-schema';
import { bindingOf, visitCells } from './expand';
import type { Reading } from './formula';
import type { LoopDiagram, LoopMap, LoopStep, Model, NamedLoop } from './model';
import { hint } from './report';
import type { LoopsFile } from './schema';
import type { Path } from './yaml-file';

/**
 * The causal-loop diagrams of a model. A node is a group of the file's own, a quantity (all its cells) or a cell; what the
 * diagrams and paths name must be there, and every step of a path must be read by the equation of the next one, so that no
 * loop can be told that the equations do not have.
 */
export function readLoops(
  { yaml, value }: Checked<LoopsFile>,
  model: Omit<Model, 'outputs'>,
  reading: Reading
): LoopMap {
  const { names, report } = reading;
  const kinds = ['stock', 'variable', 'input'] as const;
  const groups = Object.entries(value.nodes ?? {}).map(([id, { cells, label }]) => {
    cells.forEach((cell, index) => names.requireCell(cell, kinds, yaml.placeOf(['nodes', id, 'cells', index]), report));
    return { id, cells, label };
  });
  const reads = readsOf(model, reading);

  const node = (id: string, path: Path, atKey: boolean): LoopStep | null => {
    const cells = cellsOfNode(id);
    if (cells) return { id, cells };
    const at = atKey ? yaml.keyPlaceOf(path) : yaml.placeOf(path);
    const known = [...groups.map((group) => group.id), ...names.quantities.keys()];
    report.error('unknown-node', at, { name: id, ...hint(nearest(id, known)) });
    return null;
  };
  const cellsOfNode = (id: string): readonly string[] | null => {
    const group = groups.find((each) => each.id === id);
    if (group) return group.cells;
    const quantity = names.quantities.get(id.split('.')[0] ?? id);
    if (!quantity || !(kinds as readonly string[]).includes(quantity.kind)) return null;
    if (id === quantity.name) return [...quantity.cells.keys()];
    return quantity.cells.has(id) ? [id] : null;
  };

  const loops = Object.entries(value.loops ?? {}).map(([id, entry]): NamedLoop => {
    const { badge, polarity, title, explanation, kind = 'closed' } = entry;
    const at = ['loops', id];
    if (kind !== 'self' && !entry.paths?.length) report.error('loop-without-path', yaml.keyPlaceOf(at), { name: id });
    const paths = (entry.paths ?? []).map((steps, index) => {
      const path = [...at, 'paths', index];
      const found = steps.map((step, place) => node(step, [...path, place], false));
      checkLinks(found, kind === 'closed', path);
      return found.filter((step) => step !== null);
    });
    return { id, badge, polarity, kind, title, explanation, paths };
  });

  const diagrams = Object.entries(value.diagrams).map(([id, entry]): LoopDiagram => {
    const path = ['diagrams', id];
    const nodes = Object.entries(entry.at).flatMap(([name, at]) => {
      const found = node(name, [...path, 'at', name], true);
      return found ? [{ ...found, at }] : [];
    });
    const badges = Object.entries(entry.badges ?? {}).map(([loop, at]) => {
      if (!value.loops || !Object.hasOwn(value.loops, loop)) {
        const data = { name: loop, ...hint(nearest(loop, Object.keys(value.loops ?? {}))) };
        report.error('unknown-loop', yaml.keyPlaceOf([...path, 'badges', loop]), data);
      }
      return { loop, at };
    });
    const bends = Object.entries(entry.bends ?? {}).map(([text, bend]) => {
      const [from = '', to = ''] = text.split('>').map((part) => part.trim());
      if (![from, to].every((name) => Object.hasOwn(entry.at, name)))
        report.error('bad-bend', yaml.keyPlaceOf([...path, 'bends', text]), { text });
      return { from, to, bend };
    });
    const { title, about, grid, links = 'all' } = entry;
    return { id, title, about, grid, links, nodes, badges, bends };
  });
  return { groups, diagrams, loops };

  function checkLinks(steps: readonly (LoopStep | null)[], closed: boolean, path: Path): void {
    steps.forEach((to, index) => {
      const before = closed ? steps.at(-1) : null;
      const from = index > 0 ? steps[index - 1] : before;
      if (!from || !to || isSpoilt(from) || isSpoilt(to) || !isReadable(to)) return;
      const linked = to.cells.some((cell) => from.cells.some((source) => reads.get(cell)?.has(source)));
      if (!linked) report.error('not-a-link', yaml.placeOf([...path, index]), { from: from.id, to: to.id });
    });
  }

  /** False where a formula could not be read, which has been reported: nothing can be said of its links. */
  function isReadable({ cells }: LoopStep): boolean {
    return cells.every((cell) => reads.has(cell) || names.quantities.get(cell.split('.')[0] ?? cell)?.kind === 'input');
  }

  function isSpoilt({ cells }: LoopStep): boolean {
    return cells.some((cell) => names.isSpoilt(cell.split('.')[0] ?? cell));
  }
}

/** The cells that the equation of each variable cell, and the rate of each stock cell, reads. */
function readsOf(model: Omit<Model, 'outputs'>, { names }: Reading): ReadonlyMap<string, ReadonlySet<string>> {
  const equations = [
    ...model.stocks.map(({ name, axes, rate }) => ({ name, axes, expression: rate.expression })),
    ...model.variables.map(({ name, axes, equation }) => ({ name, axes, expression: equation.expression }))
  ];
  return new Map(
    equations.flatMap(({ name, axes, expression }) =>
      combinations(axes, (set) => elementsOf(model, set)).map((elements) => {
        const read = new Set<string>();
        visitCells(expression, bindingOf(axes, elements), names, (cell) => read.add(cell));
        return [cellId(name, elements), read] as const;
      })
    )
  );
}
