import type { ByteReader, ByteWriter } from './bytes';
import { Coverage } from './coverage';
import type { Distribution } from './distribution';
import { OrderStatistics } from './order-statistics';
import { PERCENTILES, placeQuantiles, planQuantiles } from './quantile';

/**
 * Every value of every run: quantiles are exact. Values lie run by run, as they arrive, in blocks of 64 runs that exist
 * once one of their runs does, so that a part of a plan costs no more than its own runs.
 */
const BLOCK = 64;
/** Cells that are turned from run order into cell order at a time: their values stay in the cache. */
const TILE = 16;

export class StoredValues implements Distribution {
  private readonly blocks: (Float64Array | undefined)[] = [];
  private readonly runs = new Coverage();

  constructor(private readonly cells: number) {}

  add(run: number, values: Float64Array): void {
    this.runs.add(run, run + 1);
    this.block(run).set(values, (run % BLOCK) * this.cells);
  }

  merge(other: StoredValues): void {
    this.runs.merge(other.runs);
    for (const run of runsOf(other.runs)) {
      const from = (run % BLOCK) * this.cells;
      this.block(run).set(other.block(run).subarray(from, from + this.cells), from);
    }
  }

  quantiles(): Float64Array {
    const { cells } = this;
    const n = this.runs.size;
    const into = new Float64Array(PERCENTILES.length * cells).fill(NaN);
    if (n === 0) return into;
    const plan = planQuantiles(n);
    const select = new OrderStatistics(n);
    const ordered = new Float64Array(plan.ranks.length);
    const tile = new Float64Array(TILE * n);
    for (let first = 0; first < cells; first += TILE) {
      const width = Math.min(TILE, cells - first);
      this.turn(first, width, n, tile);
      for (let k = 0; k < width; k++) {
        select.select(tile, k * n, n, plan.ranks, ordered);
        placeQuantiles(plan, ordered, into, first + k, cells);
      }
    }
    return into;
  }

  write(writer: ByteWriter): void {
    this.runs.write(writer);
    for (const run of runsOf(this.runs)) {
      const from = (run % BLOCK) * this.cells;
      writer.doubles(this.block(run), from, from + this.cells);
    }
  }

  static read(reader: ByteReader, cells: number, plannedRuns: number): StoredValues {
    const stored = new StoredValues(cells);
    stored.runs.merge(Coverage.read(reader, plannedRuns));
    for (const run of runsOf(stored.runs)) {
      const from = (run % BLOCK) * cells;
      reader.doubles(stored.block(run), from, from + cells);
    }
    return stored;
  }

  /** Values of `width` cells from `first` on, cell by cell, each in ascending order of runs. */
  private turn(first: number, width: number, n: number, tile: Float64Array): void {
    let j = 0;
    for (const [from, to] of this.runs.ranges()) {
      for (let run = from; run < to; run++, j++) {
        const block = this.blocks[Math.floor(run / BLOCK)]!;
        const at = (run % BLOCK) * this.cells + first;
        for (let k = 0; k < width; k++) tile[k * n + j] = block[at + k]!;
      }
    }
  }

  private block(run: number): Float64Array {
    return (this.blocks[Math.floor(run / BLOCK)] ??= new Float64Array(BLOCK * this.cells));
  }
}

function* runsOf(coverage: Coverage): Generator<number> {
  for (const [from, to] of coverage.ranges()) {
    for (let run = from; run < to; run++) yield run;
  }
}
