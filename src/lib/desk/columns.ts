import type { Trajectory } from '$lib/engine';

/** Reading a trajectory by cell. Columns are views, not copies: a figure reads them in place. */
export function columnOf(trajectory: Trajectory, cell: string): Float64Array | null {
  const column = trajectory.columns.indexOf(cell);
  if (column < 0) return null;
  return trajectory.values.subarray(column * trajectory.rows, (column + 1) * trajectory.rows);
}

/** Value in the last month, or null where the cell was not saved. */
export function lastOf(trajectory: Trajectory, cell: string): number | null {
  return columnOf(trajectory, cell)?.[trajectory.rows - 1] ?? null;
}

/** Value in the first month, or null where the cell was not saved. */
export function firstOf(trajectory: Trajectory, cell: string): number | null {
  return columnOf(trajectory, cell)?.[0] ?? null;
}
