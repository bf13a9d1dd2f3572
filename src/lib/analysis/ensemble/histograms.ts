import { isNegative, orderOfSection, SECTION, sectionAt, SECTIONS, UPPER_WORD, valueInside } from './buckets';
import type { ByteReader, ByteWriter } from './bytes';
import type { Distribution } from './distribution';
import { PERCENTILES, placeQuantiles, planQuantiles } from './quantile';
import { SectionPool } from './section-pool';

/**
 * One histogram per cell over the fixed buckets of doubles, so memory depends on the spread of values and not on the
 * number of runs. Inside a bucket the ordered values are taken as evenly spread, and no estimate leaves the cell's
 * smallest and largest value, which are kept: each order statistic, hence each quantile, is within 2^-10 (0.1 %) of the
 * larger in size of the two values that the exact quantile lies between. A cell with one value throughout is exact.
 */
export class Histograms implements Distribution {
  private readonly pool: SectionPool;
  private readonly least: Float64Array;
  private readonly most: Float64Array;
  private runs = 0;

  constructor(private readonly cells: number) {
    this.pool = new SectionPool(cells);
    this.least = new Float64Array(cells).fill(Infinity);
    this.most = new Float64Array(cells).fill(-Infinity);
  }

  add(_run: number, values: Float64Array): void {
    const { pool, least, most, cells } = this;
    const words = new Uint32Array(values.buffer, values.byteOffset, 2 * cells);
    for (let cell = 0; cell < cells; cell++) {
      const x = values[cell]!;
      if (x < least[cell]!) least[cell] = x;
      if (x > most[cell]!) most[cell] = x;
      pool.count(cell, words[2 * cell + UPPER_WORD]! >>> 10);
    }
    this.runs += 1;
  }

  merge(other: Histograms): void {
    this.pool.merge(other.pool);
    for (let cell = 0; cell < this.cells; cell++) {
      this.least[cell] = Math.min(this.least[cell]!, other.least[cell]!);
      this.most[cell] = Math.max(this.most[cell]!, other.most[cell]!);
    }
    this.runs += other.runs;
  }

  quantiles(): Float64Array {
    const { cells, runs } = this;
    const into = new Float64Array(PERCENTILES.length * cells).fill(NaN);
    if (runs === 0) return into;
    const plan = planQuantiles(runs);
    const ordered = new Float64Array(plan.ranks.length);
    for (const { cell, sections } of this.pool.sectionsByCell()) {
      this.estimate(cell, sections, plan.ranks, ordered);
      placeQuantiles(plan, ordered, into, cell, cells);
    }
    return into;
  }

  write(writer: ByteWriter): void {
    writer.count(this.runs);
    if (this.runs === 0) return;
    writer.doubles(this.least);
    writer.doubles(this.most);
    for (const { cell, sections } of this.pool.sectionsByCell()) {
      writer.count(sections.length);
      for (const section of sections) {
        writer.count(orderOfSection(section));
        writeCounts(writer, this.pool.countersOf(cell, section));
      }
    }
  }

  static read(reader: ByteReader, cells: number): Histograms {
    const histograms = new Histograms(cells);
    histograms.runs = reader.count();
    if (histograms.runs === 0) return histograms;
    reader.doubles(histograms.least);
    reader.doubles(histograms.most);
    for (let cell = 0; cell < cells; cell++) {
      let total = 0;
      for (let sections = reader.count(); sections > 0; sections--) {
        const order = reader.count();
        if (order >= SECTIONS) throw reader.bad('a section of the numbers');
        total += readCounts(reader, histograms.pool.countersOf(cell, sectionAt(order)));
      }
      if (total !== histograms.runs) throw reader.bad(`${histograms.runs} counted values`);
    }
    return histograms;
  }

  /** Estimates of the values at ascending ranks, from the sections that the cell has hit, in ascending order. */
  private estimate(cell: number, sections: readonly number[], ranks: readonly number[], into: Float64Array): void {
    const least = this.least[cell]!;
    const most = this.most[cell]!;
    let before = 0;
    let r = 0;
    for (const section of sections) {
      const counts = this.pool.countersOf(cell, section);
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

/** Buckets that are not empty: how many, then for each the distance to the one before and its count. */
function writeCounts(writer: ByteWriter, counts: Uint32Array): void {
  let hit = 0;
  for (let bucket = 0; bucket < SECTION; bucket++) if (counts[bucket]! > 0) hit += 1;
  writer.count(hit);
  let last = 0;
  for (let bucket = 0; bucket < SECTION; bucket++) {
    if (counts[bucket]! === 0) continue;
    writer.count(bucket - last);
    writer.count(counts[bucket]!);
    last = bucket;
  }
}

/** Returns the sum of the counts. */
function readCounts(reader: ByteReader, counts: Uint32Array): number {
  let total = 0;
  let bucket = 0;
  for (let hit = reader.count(); hit > 0; hit--) {
    bucket += reader.count();
    if (bucket >= SECTION) throw reader.bad('a bucket of the section');
    counts[bucket] = reader.count();
    total += counts[bucket]!;
  }
  return total;
}
