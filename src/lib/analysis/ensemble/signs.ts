import type { ByteReader, ByteWriter } from './bytes';

/** By cell: runs in which the scenario stands above the reference, and below it. The rest are ties. */
export class Signs {
  readonly above: Uint32Array;
  readonly below: Uint32Array;

  constructor(cells: number) {
    this.above = new Uint32Array(cells);
    this.below = new Uint32Array(cells);
  }

  add(differences: Float64Array): void {
    const { above, below } = this;
    for (let cell = 0; cell < above.length; cell++) {
      const difference = differences[cell]!;
      if (difference > 0) above[cell]!++;
      else if (difference < 0) below[cell]!++;
    }
  }

  merge(other: Signs): void {
    for (let cell = 0; cell < this.above.length; cell++) {
      this.above[cell]! += other.above[cell]!;
      this.below[cell]! += other.below[cell]!;
    }
  }

  write(writer: ByteWriter): void {
    for (const count of this.above) writer.count(count);
    for (const count of this.below) writer.count(count);
  }

  read(reader: ByteReader): void {
    for (let cell = 0; cell < this.above.length; cell++) this.above[cell] = reader.count();
    for (let cell = 0; cell < this.below.length; cell++) this.below[cell] = reader.count();
  }
}
