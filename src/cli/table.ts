import type { Trajectory } from '$lib/engine';
import { addMonths } from '$lib/i18n';
import type { Table } from './csv';

/** The months of a run from month `first` on, column by column. */
export function tableOf(trajectory: Trajectory, first: number): Table {
  const { start, rows, columns, values } = trajectory;
  return {
    months: Array.from({ length: rows - first }, (_, row) => addMonths(start, first + row)),
    columns: columns.map((id, column) => ({ id, values: values.subarray(column * rows + first, (column + 1) * rows) }))
  };
}
