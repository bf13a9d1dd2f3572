import type { Trajectory } from '$lib/engine';
import { EnsembleError } from './error';
import type { EnsembleSpec } from './spec';

/**
 * Brings the outputs of a trajectory, which may hold other columns too, into the specification's order, in one array that
 * is used again and again. Zeros lose their sign, so that equal values are equal bits.
 */
export class Gathering {
  private readonly values: Float64Array;
  private columns: readonly string[] | null = null;
  private places: readonly number[] = [];

  constructor(private readonly spec: EnsembleSpec) {
    this.values = new Float64Array(spec.outputs.length * spec.rows);
  }

  /** Output c of month r at c · rows + r, valid until the next call. Fails with `other-trajectory`. */
  gather({ rows, columns, values }: Trajectory): Float64Array {
    if (rows !== this.spec.rows) {
      throw new EnsembleError('other-trajectory', { what: 'rows', expected: this.spec.rows, found: rows });
    }
    if (columns !== this.columns) this.find(columns);
    const into = this.values;
    let at = 0;
    for (const place of this.places) {
      const from = place * rows;
      for (let row = 0; row < rows; row++) into[at++] = values[from + row]! + 0;
    }
    return into;
  }

  private find(columns: readonly string[]): void {
    this.places = this.spec.outputs.map((output) => {
      const place = columns.indexOf(output);
      if (place < 0) {
        throw new EnsembleError('other-trajectory', { what: 'output', expected: output, found: columns.join(' ') });
      }
      return place;
    });
    this.columns = columns;
  }
}
