import type { Trajectory } from '$lib/engine';
import type { ByteReader, ByteWriter } from './bytes';
import type { EnsembleSpec, Threshold } from './spec';

/**
 * Answers of runs to one threshold, as counts by the month at which the answer became yes: a first-passage time. A
 * threshold `at` a month has that month alone; the others go on beyond `within`, so that the whole distribution is known.
 */
export class Passages {
  /** By month. Runs that never get there are in none. */
  readonly counts: Uint32Array;
  private readonly first: (values: Float64Array, strokes: Trajectory['strokes']) => number;

  constructor(
    readonly threshold: Threshold,
    spec: EnsembleSpec
  ) {
    this.counts = new Uint32Array(spec.rows);
    this.first = firstMonth(threshold, spec);
  }

  /** `values`: output c of month r at c · rows + r. */
  add(values: Float64Array, strokes: Trajectory['strokes']): void {
    const month = this.first(values, strokes);
    if (month >= 0) this.counts[month]!++;
  }

  merge(other: Passages): void {
    for (let month = 0; month < this.counts.length; month++) this.counts[month]! += other.counts[month]!;
  }

  /** Runs whose answer is yes. */
  get hits(): number {
    const { threshold, counts } = this;
    if (threshold.kind === 'at') return counts[threshold.month]!;
    const months = threshold.kind === 'event' ? threshold.within : threshold.within + 1;
    return counts.subarray(0, months).reduce((sum, count) => sum + count, 0);
  }

  write(writer: ByteWriter): void {
    for (const count of this.counts) writer.count(count);
  }

  read(reader: ByteReader): void {
    for (let month = 0; month < this.counts.length; month++) this.counts[month] = reader.count();
  }
}

/** The first month at which a run answers yes, or -1. */
function firstMonth(
  threshold: Threshold,
  { outputs, rows }: EnsembleSpec
): (values: Float64Array, strokes: Trajectory['strokes']) => number {
  if (threshold.kind === 'event') {
    return (_values, strokes) => strokes.find(({ event }) => event === threshold.event)?.month ?? -1;
  }
  const { level } = threshold;
  const from = outputs.indexOf(threshold.output) * rows;
  const holds = threshold.side === 'above' ? (x: number) => x > level : (x: number) => x < level;
  if (threshold.kind === 'at') {
    const { month } = threshold;
    return (values) => (holds(values[from + month]!) ? month : -1);
  }
  return (values) => {
    for (let month = 0; month < rows; month++) if (holds(values[from + month]!)) return month;
    return -1;
  };
}
