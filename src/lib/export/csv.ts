import { csvFormatRows } from 'd3-dsv';
import type { Table } from '$lib/charts';

/**
 * A figure's numbers as CSV (RFC 4180: comma, CRLF, quotes doubled). First come lines that say what the file is, each a
 * comment that starts with `#`; then the columns with their units; then the rows, numbers with 17 significant digits, which give
 * back the same bits. A text cell that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function toCsv(table: Table, header: readonly string[]): string {
  const names = table.columns.map(({ label, unit }) => (unit === '' ? label : `${label} (${unit})`));
  return (
    csvFormatRows([
      ...header.map((line) => [`# ${line.replace(/[\r\n]+/g, ' ')}`]),
      names.map(neutralise),
      ...table.rows.map((row) => row.map(formatCell))
    ]).replace(/\r?\n/g, '\r\n') + '\r\n'
  );
}

function formatCell(cell: string | number): string {
  if (typeof cell === 'string') return neutralise(cell);
  return Number.isFinite(cell) ? cell.toPrecision(17) : '';
}

/** Text that begins as a formula (OWASP, CSV Injection) is marked as text. */
export function neutralise(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
