import type { Span } from '$lib/language';
import { cellId } from '../cells';
import { bindingOf, visitCells } from '../expand';
import type { Formula, Reading } from '../formula';

/** Which cells a cell needs at the same time, in the order of reading, with the span that reads each first. */
export interface CellEquation {
  readonly formula: Formula;
  readonly needs: ReadonlyMap<string, Span>;
}

export interface Expanded {
  /** By id of the variable cell that the formula computes. */
  readonly equations: ReadonlyMap<string, CellEquation>;
  /** Every cell that some formula reads, itself aside. */
  readonly read: Set<string>;
}

/**
 * Expands formulas to cells: every cell that is read must be defined. What is missing is reported once for each reference.
 */
export function checkCells(formulas: readonly Formula[], reading: Reading): Expanded {
  const equations = new Map<string, CellEquation>();
  const read = new Set<string>();
  for (const formula of formulas) {
    const reported = new Set<unknown>();
    for (const elements of formula.cells) {
      const own = cellId(formula.owner, elements);
      const needs = new Map<string, Span>();
      visitCells(
        formula.equation.expression,
        bindingOf(formula.axes, elements),
        reading.names,
        (cell, reference, now) => {
          const quantity = reading.names.quantities.get(reference.name);
          const defined = !quantity || quantity.cells.has(cell) || reading.names.isSpoilt(reference.name);
          if (!defined && !reported.has(reference)) {
            reported.add(reference);
            const at = formula.yaml.partPlaceOf(formula.path, reference.span);
            const data = { cell, name: reference.name, for: own, known: shortList(quantity.cells.keys()) };
            reading.report.error('cell-missing', at, data);
          }
          if (cell !== own || formula.role !== 'equation') read.add(cell);
          if (now && quantity?.kind === 'variable' && !needs.has(cell)) needs.set(cell, reference.span);
        }
      );
      if (formula.role === 'equation') equations.set(own, { formula, needs });
    }
  }
  return { equations, read };
}

function shortList(cells: Iterable<string>): string {
  const all = [...cells];
  return all.length > 6 ? `${all.slice(0, 6).join(', ')}, …` : all.join(', ');
}
