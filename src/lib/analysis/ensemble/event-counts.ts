import type { Trajectory } from '$lib/engine';
import type { ByteReader, ByteWriter } from './bytes';
import { EnsembleError } from './error';
import type { EnsembleSpec } from './spec';

/** Strokes of each event over all runs, and, by month, the runs in which it struck for the first time. */
export class EventCounts {
  /** By event. Beyond 2^32 in large ensembles, hence doubles; they stay whole numbers. */
  readonly strokes: Float64Array;
  /** Event e in month m at e · rows + m. */
  readonly first: Uint32Array;
  private readonly indexOf: ReadonlyMap<string, number>;
  /** By event: 1 + the last run, in order of feeding, in which it was seen. */
  private readonly seen: Float64Array;
  private turn = 0;

  constructor({ events, rows }: EnsembleSpec) {
    this.rows = rows;
    this.strokes = new Float64Array(events.length);
    this.first = new Uint32Array(events.length * rows);
    this.seen = new Float64Array(events.length);
    this.indexOf = new Map(events.map((event, index) => [event, index]));
  }

  private readonly rows: number;

  /** Fails with `unknown-name`, before anything is counted, where an event is not in the specification. */
  add(strokes: Trajectory['strokes']): void {
    for (const { event } of strokes) {
      if (!this.indexOf.has(event)) throw new EnsembleError('unknown-name', { kind: 'event', name: event });
    }
    this.turn += 1;
    for (const { event, month } of strokes) {
      const index = this.indexOf.get(event)!;
      this.strokes[index]!++;
      if (this.seen[index] !== this.turn) this.first[index * this.rows + month]!++;
      this.seen[index] = this.turn;
    }
  }

  merge(other: EventCounts): void {
    for (let i = 0; i < this.strokes.length; i++) this.strokes[i]! += other.strokes[i]!;
    for (let i = 0; i < this.first.length; i++) this.first[i]! += other.first[i]!;
  }

  write(writer: ByteWriter): void {
    for (const count of this.strokes) writer.count(count);
    for (const count of this.first) writer.count(count);
  }

  read(reader: ByteReader): void {
    for (let i = 0; i < this.strokes.length; i++) this.strokes[i] = reader.count();
    for (let i = 0; i < this.first.length; i++) this.first[i] = reader.count();
  }
}
