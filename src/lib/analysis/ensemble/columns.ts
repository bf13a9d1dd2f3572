/**
 * Turns runs into cells: values come run by run, all cells of a run side by side, and go out cell by cell, many runs side
 * by side. Whatever is kept by cell is then fetched into the processor's cache once for many runs, not once for each; for
 * some thousand cells that is the difference between a little and most of the time of an ensemble.
 */
export const MOST_RUNS = 128;

/** Cells that are read together: a cache line of doubles. */
const LINE = 8;

/** Values of one cell, and the two words of each. */
export interface Column {
  readonly values: Float64Array;
  readonly words: Uint32Array;
}

/** Takes `count` values of a cell from the beginning of a column, which is used again and again. */
export type TakeColumn = (cell: number, column: Column, count: number) => void;

export class Columns {
  /** Run k, in the order of arrival, at k · cells; as long as there were runs at one time. */
  private waiting = new Float64Array(0);
  private count = 0;
  /** Columns of a line of cells, one after the other. */
  private readonly line = new Float64Array(LINE * MOST_RUNS);
  private readonly columns = Array.from({ length: LINE }, (_, c): Column => {
    const values = this.line.subarray(c * MOST_RUNS, (c + 1) * MOST_RUNS);
    return { values, words: new Uint32Array(values.buffer, values.byteOffset, 2 * MOST_RUNS) };
  });

  constructor(
    private readonly cells: number,
    private readonly take: TakeColumn
  ) {}

  /** Copies the values of a run. */
  push(values: Float64Array): void {
    const at = this.count * this.cells;
    if (at === this.waiting.length) this.grow();
    this.waiting.set(values, at);
    this.count += 1;
    if (this.count === MOST_RUNS) this.flush();
  }

  /** Hands over what waits; nothing waits then. */
  flush(): void {
    const { cells, count, columns, take } = this;
    if (count === 0) return;
    for (let first = 0; first < cells; first += LINE) {
      const width = Math.min(LINE, cells - first);
      this.turn(first, width);
      for (let c = 0; c < width; c++) take(first + c, columns[c]!, count);
    }
    this.count = 0;
  }

  /** Fills the columns of `width` cells. */
  private turn(first: number, width: number): void {
    const { cells, count, waiting, line } = this;
    if (width < LINE) {
      for (let c = 0; c < width; c++) {
        for (let k = 0; k < count; k++) line[c * MOST_RUNS + k] = waiting[first + c + k * cells]!;
      }
      return;
    }
    for (let k = 0, at = first; k < count; k++, at += cells) {
      line[k] = waiting[at]!;
      line[k + MOST_RUNS] = waiting[at + 1]!;
      line[k + 2 * MOST_RUNS] = waiting[at + 2]!;
      line[k + 3 * MOST_RUNS] = waiting[at + 3]!;
      line[k + 4 * MOST_RUNS] = waiting[at + 4]!;
      line[k + 5 * MOST_RUNS] = waiting[at + 5]!;
      line[k + 6 * MOST_RUNS] = waiting[at + 6]!;
      line[k + 7 * MOST_RUNS] = waiting[at + 7]!;
    }
  }

  private grow(): void {
    const runs = Math.min(MOST_RUNS, Math.max(16, 2 * this.count));
    const larger = new Float64Array(runs * this.cells);
    larger.set(this.waiting);
    this.waiting = larger;
  }
}
