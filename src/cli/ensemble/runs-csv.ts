import { addMonths } from '$lib/i18n';
import { digits } from '../csv';
import { endsOf, type BlockRows, type Rows } from './rows';

/** The runs of a block as lines of comma-separated values, with the numbers' 17 significant digits. */
export function csvHeader(outputs: readonly string[]): Uint8Array {
  return new TextEncoder().encode(`${['run', 'month', ...outputs].join(',')}\n`);
}

export function encodeCsv(block: Rows): BlockRows {
  const { start, rows, runs, columns } = block;
  const months = Array.from({ length: rows }, (_, row) => addMonths(start, row));
  const parts = runs.map((run, place) => {
    const lines = months.map((month, row) => {
      const cells = columns.map((values) => digits(values[place * rows + row]!));
      return `${run},${month},${cells.join(',')}\n`;
    });
    return Buffer.from(lines.join(''), 'latin1');
  });
  return { bytes: new Uint8Array(Buffer.concat(parts)), rows: runs.length * rows, ...endsOf(block), columns: [] };
}
