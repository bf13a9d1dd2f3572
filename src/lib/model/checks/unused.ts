import { walk } from '$lib/language';
import type { Axis, ElementSet, Output, Parameter } from '../model';
import type { Formula, Reading } from '../formula';
import { cellId } from '../cells';

/** Parts that nothing reads: warnings, because a model under construction has them. Run on models without errors only. */
export interface Uses {
  /** Cells that formulas read. */
  readonly read: ReadonlySet<string>;
  /** Every formula of the model and of its checks. */
  readonly formulas: readonly Formula[];
  readonly outputs: readonly Output[];
  /** Names and cells that the desk or the presets name. */
  readonly named: ReadonlySet<string>;
}

export function checkUnused(
  parts: {
    readonly sets: readonly ElementSet[];
    readonly parameters: readonly Parameter[];
    readonly axes: readonly Axis[];
    readonly setPlaces: ReadonlyMap<string, Formula['equation']['at']>;
  },
  uses: Uses,
  { names, report }: Reading
): void {
  const used = new Set([...uses.read, ...uses.named, ...uses.outputs.map(({ cell }) => cell)]);
  const tables = new Set<string>();
  const sets = new Set(parts.axes.flatMap((axis) => (axis.kind === 'set' ? [axis.set] : [])));
  for (const { equation } of uses.formulas) {
    walk(equation.expression, (node) => {
      if (node.kind === 'aggregate') sets.add(node.set);
      if (node.kind === 'is') used.add(node.name);
      const table = node.kind === 'call' && node.name === 'lookup' ? node.arguments[1] : undefined;
      if (table?.kind === 'reference') tables.add(table.name);
    });
  }
  for (const parameter of parts.parameters) {
    const id = cellId(parameter.name, parameter.elements);
    if (!used.has(id) && !used.has(parameter.name))
      report.warn('unused', parameter.at, { name: id, kind: 'parameter' });
  }
  for (const { name, kind, cells, at } of names.quantities.values()) {
    if (kind === 'parameter' || kind === 'stock') continue;
    const known =
      kind === 'lookup' ? tables.has(name) : used.has(name) || [...cells.keys()].some((cell) => used.has(cell));
    if (!known) report.warn('unused', at, { name, kind });
  }
  for (const { name } of parts.sets) {
    const at = parts.setPlaces.get(name);
    if (!sets.has(name) && at) report.warn('unused', at, { name, kind: 'set' });
  }
}
