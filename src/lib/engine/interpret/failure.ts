import type { Program } from '../program';
import type { NotFinite } from '../run';

/** The report of a value that left the finite numbers at time t, in months since the start. */
export function notFinite(program: Program, cell: string, value: number, t: number): NotFinite {
  return { kind: 'not-finite', cell, value: nameOf(value), date: monthAt(program.start, Math.floor(t)), time: t };
}

function nameOf(value: number): NotFinite['value'] {
  if (value !== value) return 'NaN';
  return value > 0 ? 'Infinity' : '-Infinity';
}

/** `YYYY-MM` of the month that lies n months after `start`. */
function monthAt(start: string, n: number): string {
  const [year, month] = start.split('-').map(Number) as [number, number];
  const months = year * 12 + month - 1 + n;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}
