import { BUCKETS, isZeroOctave, OCTAVES, octaveAt, sizeOf, UPPER_WORD } from './buckets';
import type { ByteReader, ByteWriter } from './bytes';
import type { Distribution } from './distribution';
import { OctavePool } from './octave-pool';
import { PERCENTILES, placeQuantiles, planQuantiles } from './quantile';

/**
 * One histogram per cell over the fixed buckets of doubles, so memory depends on the spread of values and not on the
 * number of runs. Inside a bucket the ordered values are taken as evenly spread, and no estimate leaves the cell's
 * smallest and largest value, which are kept: each order statistic, hence each quantile, is within 2^-10 (0.1 %) of the
 * larger in size of the two values that the exact quantile lies between. A cell with one value throughout is exact.
 */
export class Histograms implements Distribution {
  private readonly pool: OctavePool;
  private readonly least: Float64Array;
  private readonly most: Float64Array;
  private runs = 0;

  constructor(private readonly cells: number) {
    this.pool = new OctavePool(cells);
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
    for (const { cell, orders } of this.pool.octavesByCell()) {
      this.estimate(cell, orders, plan.ranks, ordered);
      placeQuantiles(plan, ordered, into, cell, cells);
    }
    return into;
  }

  write(writer: ByteWriter): void {
    writer.count(this.runs);
    if (this.runs === 0) return;
    writer.doubles(this.least);
    writer.doubles(this.most);
    for (const { cell, orders } of this.pool.octavesByCell()) {
      writer.count(orders.length);
      for (const order of orders) {
        writer.count(order);
        writeCounts(writer, this.pool.bucketsOf(cell, octaveAt(order)));
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
      for (let octaves = reader.count(); octaves > 0; octaves--) {
        const order = reader.count();
        if (order >= OCTAVES) throw reader.bad('an octave');
        total += readCounts(reader, histograms.pool.bucketsOf(cell, octaveAt(order)));
      }
      if (total !== histograms.runs) throw reader.bad(`${histograms.runs} counted values`);
    }
    return histograms;
  }

  /** Estimates of the values at ascending ranks, from the octaves that the cell has hit, in ascending order. */
  private estimate(cell: number, orders: readonly number[], ranks: readonly number[], into: Float64Array): void {
    const least = this.least[cell]!;
    const most = this.most[cell]!;
    let before = 0;
    let r = 0;
    for (const order of orders) {
      const octave = octaveAt(order);
      const counts = this.pool.bucketsOf(cell, octave);
      const negative = octave >= 2048;
      for (let i = 0; i < BUCKETS; i++) {
        const bucket = negative ? BUCKETS - 1 - i : i;
        const count = counts[bucket]!;
        if (count === 0) continue;
        for (; r < ranks.length && ranks[r]! < before + count; r++) {
          const share = (ranks[r]! - before + 0.5) / count;
          into[r] = Math.min(most, Math.max(least, inside(octave, bucket, share)));
        }
        before += count;
        if (r === ranks.length) return;
      }
    }
  }
}

/** The value that stands at `share` (0 to 1, in ascending order) of a bucket. */
function inside(octave: number, bucket: number, share: number): number {
  if (isZeroOctave(octave)) return 0;
  const near = sizeOf(octave, bucket);
  const width = sizeOf(octave, 1) - sizeOf(octave, 0);
  return octave >= 2048 ? -(near + width * (1 - share)) : near + width * share;
}

/** Buckets that are not empty: how many, then for each the distance to the one before and its count. */
function writeCounts(writer: ByteWriter, counts: Uint32Array): void {
  let hit = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) if (counts[bucket]! > 0) hit += 1;
  writer.count(hit);
  let last = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
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
    if (bucket >= BUCKETS) throw reader.bad('a bucket of the octave');
    counts[bucket] = reader.count();
    total += counts[bucket]!;
  }
  return total;
}
