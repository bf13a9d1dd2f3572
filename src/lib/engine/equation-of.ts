import type { Equation, Model } from '$lib/model';
import { cellsOf, setsOf } from './compile/cells';

/**
 * The equation behind a cell, for messages about it: a variable's own, a stock's rate, an event's rate. Null for
 * inputs, parameters and whatever else has none.
 */
export function equationOf(model: Model, cell: string): Equation | null {
  const sets = setsOf(model.sets);
  // Hidden stocks are named after the cell that made them: `cell#1`.
  const owner = cell.split('#')[0]!;
  const covers = ({ name, axes }: { name: string; axes: Model['stocks'][number]['axes'] }): boolean =>
    owner.startsWith(name) && cellsOf(name, axes, sets).some(({ id }) => id === owner);
  return (
    model.variables.find(covers)?.equation ??
    model.stocks.find(covers)?.rate ??
    model.events.find(({ id }) => id === owner)?.rate ??
    null
  );
}
