import { isNegative, orderOfSection, SECTION, sectionAt, SECTIONS, valueInside } from './buckets';
import type { ByteReader, ByteWriter } from './bytes';
import { Columns, type Column } from './columns';
import type { Distribution } from './distribution';
import { ExactSums } from './exact-sums';
import { PERCENTILES, placeQuantiles, planQuantiles } from './quantile';
import { SectionPool } from './section-pool';

/**
 * One histogram per cell over the fixed buckets of doubles, so memory depends on the spread of values and not on the
 * number of runs. Inside a bucket the ordered values are taken as evenly spread, and no estimate leaves the cell's
 * smallest and largest value, which are kept: each order statistic, hence each quantile, is within 2^-10 (0.1 %) of the
 * larger in size of the two values that the exact quantile lies between. A cell with one value throughout is exact. Means
 * are exact always.
 */
export class Histograms implements Distribution {
  private readonly pool: SectionPool;
  private readonly least: Float64Array;
  private readonly most: Float64Array;
  private sums: ExactSums;
  private readonly counted: Columns;
  /** Where what is summed is not what is counted. */
  private readonly summed: Columns | null;
  private runs = 0;

  /** `isCoarse`: `add` is given what is summed beside what is counted, which is coarser. */
  constructor(
    private readonly cells: number,
    isCoarse = false
  ) {
    this.pool = new SectionPool(cells);
    this.least = new Float64Array(cells).fill(Infinity);
    this.most = new Float64Array(cells).fill(-Infinity);
    this.sums = new ExactSums(cells);
    this.counted = new Columns(cells, (cell, column, count) => {
      this.count(cell, column, count);
      if (!isCoarse) this.sums.addColumn(cell, column.values, count);
    });
    this.summed = isCoarse
      ? new Columns(cells, (cell, { values }, count) => this.sums.addColumn(cell, values, count))
      : null;
  }

  add(_run: number, values: Float64Array, exact: Float64Array): void {
    this.sums.prepare(1);
    this.counted.push(values);
    this.summed?.push(exact);
    this.runs += 1;
  }

  merge(other: Histograms): void {
    this.settle();
    other.settle();
    this.pool.merge(other.pool);
    this.sums.merge(other.sums);
    for (let cell = 0; cell < this.cells; cell++) {
      this.least[cell] = Math.min(this.least[cell]!, other.least[cell]!);
      this.most[cell] = Math.max(this.most[cell]!, other.most[cell]!);
    }
    this.runs += other.runs;
  }

  quantiles(): Float64Array {
    this.settle();
    const { cells, runs } = this;
    const into = new Float64Array(PERCENTILES.length * cells).fill(NaN);
    if (runs === 0) return into;
    const plan = planQuantiles(runs);
    const ordered = new Float64Array(plan.ranks.length);
    for (let cell = 0; cell < cells; cell++) {
      this.estimate(cell, plan.ranks, ordered);
      placeQuantiles(plan, ordered, into, cell, cells);
    }
    return into;
  }

  means(): Float64Array {
    this.settle();
    return this.sums.means(this.runs);
  }

  write(writer: ByteWriter): void {
    this.settle();
    writer.count(this.runs);
    if (this.runs === 0) return;
    writer.doubles(this.least);
    writer.doubles(this.most);
    this.sums.write(writer);
    for (let cell = 0; cell < this.cells; cell++) {
      const sections = this.pool.sectionsOf(cell);
      writer.count(sections.length);
      for (const section of sections) writer.count(orderOfSection(section));
      for (const section of sections) writer.sparse(this.pool.countsOf(cell, section));
    }
  }

  static read(reader: ByteReader, cells: number, isCoarse = false): Histograms {
    const histograms = new Histograms(cells, isCoarse);
    histograms.runs = reader.count();
    if (histograms.runs === 0) return histograms;
    reader.doubles(histograms.least);
    reader.doubles(histograms.most);
    histograms.sums = ExactSums.read(reader, cells);
    const counts = new Uint32Array(SECTION);
    for (let cell = 0; cell < cells; cell++) {
      let total = 0;
      const sections = Array.from({ length: reader.count() }, () => readSection(reader));
      histograms.pool.reserve(cell, sections);
      for (const section of sections) {
        total += reader.sparse(counts.fill(0));
        histograms.pool.add(cell, section, counts);
      }
      if (total !== histograms.runs) throw reader.bad(`${histograms.runs} counted values`);
    }
    return histograms;
  }

  /** Takes in what waits in the columns. */
  private settle(): void {
    this.counted.flush();
    this.summed?.flush();
  }

  private count(cell: number, { values, words }: Column, count: number): void {
    let least = this.least[cell]!;
    let most = this.most[cell]!;
    for (let i = 0; i < count; i++) {
      const x = values[i]!;
      if (x < least) least = x;
      if (x > most) most = x;
    }
    this.least[cell] = least;
    this.most[cell] = most;
    this.pool.count(cell, words, count);
  }

  /** Estimates of the values at ascending ranks. */
  private estimate(cell: number, ranks: readonly number[], into: Float64Array): void {
    const least = this.least[cell]!;
    const most = this.most[cell]!;
    let before = 0;
    let r = 0;
    for (const section of this.pool.sectionsOf(cell)) {
      const counts = this.pool.countsOf(cell, section);
      for (let i = 0; i < SECTION; i++) {
        const bucket = isNegative(section) ? SECTION - 1 - i : i;
        const count = counts[bucket]!;
        for (; r < ranks.length && ranks[r]! < before + count; r++) {
          const share = (ranks[r]! - before + 0.5) / count;
          into[r] = Math.min(most, Math.max(least, valueInside(section, bucket, share)));
        }
        before += count;
      }
      if (r === ranks.length) return;
    }
  }
}

function readSection(reader: ByteReader): number {
  const order = reader.count();
  if (order >= SECTIONS) throw reader.bad('a section of the numbers');
  return sectionAt(order);
}
