import type { ByteReader, ByteWriter } from './bytes';
import { Coverage } from './coverage';
import type { Distribution } from './distribution';
import { ExactSums } from './exact-sums';
import { OrderStatistics } from './order-statistics';
import { PERCENTILES, placeQuantiles, planQuantiles } from './quantile';

/**
 * Every value of every run: quantiles are exact. Values lie in blocks of 16 consecutive runs, which exist once one of
 * their runs does, so that a part of a plan costs no more than its own runs. Inside a block they lie cell by cell, 16 runs
 * side by side: a run is written into a block that stays in the cache, and a cell is read in whole cache lines.
 */
const BLOCK = 16;

export class StoredValues implements Distribution {
  private readonly blocks: (Float64Array | undefined)[] = [];
  private readonly runs = new Coverage();

  constructor(private readonly cells: number) {}

  add(run: number, values: Float64Array): void {
    this.runs.add(run, run + 1);
    const block = this.blockOf(run);
    let at = run % BLOCK;
    for (let cell = 0; cell < this.cells; cell++, at += BLOCK) block[at] = values[cell]!;
  }

  merge(other: StoredValues): void {
    const row = new Float64Array(this.cells);
    for (const run of runsOf(other.runs)) {
      other.read(run, row);
      this.add(run, row);
    }
  }

  quantiles(): Float64Array {
    const { cells } = this;
    const n = this.runs.size;
    const into = new Float64Array(PERCENTILES.length * cells).fill(NaN);
    if (n === 0) return into;
    const plan = planQuantiles(n);
    const statistics = new OrderStatistics(n);
    const ordered = new Float64Array(plan.ranks.length);
    const pieces = this.pieces();
    const values = new Float64Array(n);
    for (let cell = 0; cell < cells; cell++) {
      let j = 0;
      let least = Infinity;
      let most = -Infinity;
      for (const { block, from, to } of pieces) {
        for (let at = cell * BLOCK + from; at < cell * BLOCK + to; at++) {
          const x = block[at]!;
          values[j++] = x;
          if (x < least) least = x;
          if (x > most) most = x;
        }
      }
      statistics.select(values, least, most, plan.ranks, ordered);
      placeQuantiles(plan, ordered, into, cell, cells);
    }
    return into;
  }

  means(): Float64Array {
    const { cells } = this;
    const sums = new ExactSums(cells);
    const n = this.runs.size;
    sums.prepare(n);
    const pieces = this.pieces();
    const values = new Float64Array(n);
    for (let cell = 0; cell < cells; cell++) {
      let j = 0;
      for (const { block, from, to } of pieces) {
        for (let at = cell * BLOCK + from; at < cell * BLOCK + to; at++) values[j++] = block[at]!;
      }
      sums.addColumn(cell, values, n);
    }
    return sums.means(n);
  }

  write(writer: ByteWriter): void {
    this.runs.write(writer);
    const row = new Float64Array(this.cells);
    for (const run of runsOf(this.runs)) {
      this.read(run, row);
      writer.doubles(row);
    }
  }

  static read(reader: ByteReader, cells: number, plannedRuns: number): StoredValues {
    const stored = new StoredValues(cells);
    const row = new Float64Array(cells);
    for (const run of runsOf(Coverage.read(reader, plannedRuns))) {
      reader.doubles(row);
      stored.add(run, row);
    }
    return stored;
  }

  /** Where the runs lie, in ascending order: places from … to - 1 of a block. */
  private pieces(): { readonly block: Float64Array; readonly from: number; readonly to: number }[] {
    const pieces = [];
    for (const [first, end] of this.runs.ranges()) {
      for (let run = first; run < end;) {
        const from = run % BLOCK;
        const to = Math.min(BLOCK, from + end - run);
        pieces.push({ block: this.blockOf(run), from, to });
        run += to - from;
      }
    }
    return pieces;
  }

  private read(run: number, into: Float64Array): void {
    const block = this.blockOf(run);
    let at = run % BLOCK;
    for (let cell = 0; cell < this.cells; cell++, at += BLOCK) into[cell] = block[at]!;
  }

  private blockOf(run: number): Float64Array {
    return (this.blocks[Math.floor(run / BLOCK)] ??= new Float64Array(BLOCK * this.cells));
  }
}

function* runsOf(coverage: Coverage): Generator<number> {
  for (const [from, to] of coverage.ranges()) {
    for (let run = from; run < to; run++) yield run;
  }
}
