import type { ByteReader, ByteWriter } from './bytes';
import { EnsembleError } from './error';

/**
 * A set of run numbers as disjoint ranges in ascending order, never two that touch: equal sets have equal ranges however
 * they came about, and a part of consecutive runs costs two numbers.
 */
export class Coverage {
  /** Starts and ends by turns: from 0, to 0, from 1, to 1, …; `to` is exclusive. */
  private readonly bounds: number[] = [];
  private total = 0;

  /** Number of runs in the set. */
  get size(): number {
    return this.total;
  }

  /** Pairs [from, to) in ascending order. */
  *ranges(): Generator<readonly [number, number]> {
    for (let i = 0; i < this.bounds.length; i += 2) yield [this.bounds[i]!, this.bounds[i + 1]!];
  }

  /** Adds runs from … to - 1. Fails with `repeated-run`, and changes nothing, where one is there already. */
  add(from: number, to: number): void {
    const common = this.firstCommon(from, to);
    if (common !== null) throw new EnsembleError('repeated-run', { run: common });
    if (from === to) return;
    const at = this.firstEndingFrom(from);
    const joinsLeft = this.bounds[at + 1] === from;
    const next = joinsLeft ? at + 2 : at;
    const joinsRight = this.bounds[next] === to;
    const start = joinsLeft ? this.bounds[at]! : from;
    const end = joinsRight ? this.bounds[next + 1]! : to;
    this.bounds.splice(at, next - at + (joinsRight ? 2 : 0), start, end);
    this.total += to - from;
  }

  /** The first run of from … to - 1 that is in the set, or null. */
  firstCommon(from: number, to: number): number | null {
    for (let at = this.firstEndingFrom(from); at < this.bounds.length && this.bounds[at]! < to; at += 2) {
      const common = Math.max(from, this.bounds[at]!);
      if (common < Math.min(to, this.bounds[at + 1]!)) return common;
    }
    return null;
  }

  /** Fails with `repeated-run`, and changes nothing, where the two sets share a run. */
  merge(other: Coverage): void {
    for (const [from, to] of other.ranges()) {
      const common = this.firstCommon(from, to);
      if (common !== null) throw new EnsembleError('repeated-run', { run: common });
    }
    for (const [from, to] of other.ranges()) this.add(from, to);
  }

  write(writer: ByteWriter): void {
    writer.count(this.bounds.length / 2);
    let last = 0;
    for (const bound of this.bounds) {
      writer.count(bound - last);
      last = bound;
    }
  }

  /** Fails with `bad-bytes` where ranges are empty, touch or go beyond `limit`. */
  static read(reader: ByteReader, limit: number): Coverage {
    const coverage = new Coverage();
    let last = -1;
    for (let ranges = reader.count(); ranges > 0; ranges--) {
      const from: number = Math.max(last, 0) + reader.count();
      const to = from + reader.count();
      if (from === last || to === from || to > limit) throw reader.bad('ranges of runs');
      coverage.add(from, to);
      last = to;
    }
    return coverage;
  }

  /** Index of the first range that ends at `run` or later. */
  private firstEndingFrom(run: number): number {
    let low = 0;
    let high = this.bounds.length / 2;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.bounds[2 * middle + 1]! < run) low = middle + 1;
      else high = middle;
    }
    return 2 * low;
  }
}
