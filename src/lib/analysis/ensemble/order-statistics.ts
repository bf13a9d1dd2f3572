/**
 * Exact order statistics of a short list, several ranks at once, in three passes: values are dealt into buckets by linear
 * interpolation between the smallest and the largest (a monotone map, so buckets keep order), the buckets that hold
 * wanted ranks are found by their counts, and only those are sorted. This is distributive partitioning (Dobosiewicz,
 * 1978) cut down to the ranks that are asked for; an unlucky spread costs a sort, never a wrong answer.
 */
const BUCKETS = 512;

export class OrderStatistics {
  private readonly counts = new Uint32Array(BUCKETS);
  /** By bucket: 1 + its place among the wanted ones, or 0. */
  private readonly wanted = new Uint8Array(BUCKETS);
  private readonly bucketOf: Uint16Array;
  private readonly gathered: Float64Array;

  /** For lists of up to `capacity` values. */
  constructor(capacity: number) {
    this.bucketOf = new Uint16Array(capacity);
    this.gathered = new Float64Array(capacity);
  }

  /**
   * Writes the values that stand at the given ranks (ascending, from 0, at most 255) of the finite values, in the order of
   * the ranks. There is at least one value; `least` and `most` are its extremes.
   */
  select(values: Float64Array, least: number, most: number, ranks: readonly number[], into: Float64Array): void {
    if (this.deal(values, least, most)) {
      into.fill(values[0]!, 0, ranks.length);
      return;
    }
    const { counts, wanted, bucketOf, gathered } = this;
    const ends: number[] = [];
    const buckets: number[] = [];
    let before = 0;
    let bucket = -1;
    let room = 0;
    let previous = 0;
    for (let r = 0; r < ranks.length; r++) {
      while (before <= ranks[r]!) before += counts[++bucket]!;
      if (wanted[bucket] === 0) {
        buckets.push(bucket);
        wanted[bucket] = buckets.length;
        ends.push(room);
        room += counts[bucket]!;
      }
      // For now the rank inside what is gathered.
      into[r] = ends[ends.length - 1]! + ranks[r]! - (before - counts[bucket]!);
    }
    for (let i = 0; i < values.length; i++) {
      const place = wanted[bucketOf[i]!]!;
      if (place > 0) gathered[ends[place - 1]!++] = values[i]!;
    }
    for (let b = 0; b < buckets.length; b++) {
      sort(gathered, previous, ends[b]!);
      previous = ends[b]!;
      wanted[buckets[b]!] = 0;
    }
    for (let r = 0; r < ranks.length; r++) into[r] = gathered[into[r]!]!;
  }

  /** Counts values by bucket; true where all are equal, and nothing is counted. */
  private deal(values: Float64Array, least: number, most: number): boolean {
    const { counts, bucketOf } = this;
    if (least === most) return true;
    counts.fill(0);
    const width = most - least;
    // A little less than BUCKETS, so that the largest value falls into the last bucket. Where width or scale overflow,
    // all values fall into the first, which is then sorted as a whole: even infinity times zero counts as zero.
    const steep = (BUCKETS - 0.5) / width;
    const scale = width < Infinity && steep < Infinity ? steep : 0;
    for (let i = 0; i < values.length; i++) {
      const bucket = ((values[i]! - least) * scale) | 0;
      bucketOf[i] = bucket;
      counts[bucket]!++;
    }
    return false;
  }
}

/** Sorts values from … to - 1 in place. */
function sort(values: Float64Array, from: number, to: number): void {
  if (to - from > 40) {
    values.subarray(from, to).sort();
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const x = values[i]!;
    let j = i - 1;
    for (; j >= from && values[j]! > x; j--) values[j + 1] = values[j]!;
    values[j + 1] = x;
  }
}
