import type { NotFinite } from '$lib/engine';
import type { ByteReader, ByteWriter } from './bytes';

/** Runs that left the finite numbers: how many, and those with the smallest numbers in full. */
export interface FailedRun {
  readonly run: number;
  readonly failure: NotFinite;
}

const KEPT = 8;
const VALUES = ['NaN', 'Infinity', '-Infinity'] as const;

export class Failures {
  count = 0;
  /** In ascending order of runs. */
  first: readonly FailedRun[] = [];

  add(run: number, failure: NotFinite): void {
    this.count += 1;
    this.keep([{ run, failure }]);
  }

  merge(other: Failures): void {
    this.count += other.count;
    this.keep(other.first);
  }

  write(writer: ByteWriter): void {
    writer.count(this.count);
    for (const { run, failure } of this.first) {
      writer.count(run);
      writer.text(failure.cell);
      writer.count(VALUES.indexOf(failure.value));
      writer.text(failure.date);
      writer.double(failure.time);
    }
  }

  read(reader: ByteReader): void {
    this.count = reader.count();
    this.first = Array.from({ length: Math.min(KEPT, this.count) }, () => {
      const run = reader.count();
      const cell = reader.text();
      const value = VALUES[reader.count()];
      if (value === undefined) throw reader.bad('NaN or an infinity');
      return { run, failure: { kind: 'not-finite', cell, value, date: reader.text(), time: reader.double() } };
    });
  }

  private keep(more: readonly FailedRun[]): void {
    this.first = [...this.first, ...more].sort((a, b) => a.run - b.run).slice(0, KEPT);
  }
}
