/**
 * The memory that a module shares with its host, as words and doubles. It only grows; views are renewed when it does, so
 * that nobody may keep one.
 */
const PAGE = 65536;

export class SharedMemory {
  readonly memory = new WebAssembly.Memory({ initial: 1 });
  words = new Int32Array(this.memory.buffer);
  doubles = new Float64Array(this.memory.buffer);

  /** Makes room for so many bytes. Throws RangeError where the platform has none left. */
  reserve(bytes: number): void {
    const missing = Math.ceil((bytes - this.memory.buffer.byteLength) / PAGE);
    if (missing <= 0) return;
    this.memory.grow(missing);
    this.words = new Int32Array(this.memory.buffer);
    this.doubles = new Float64Array(this.memory.buffer);
  }

  word(address: number, value: number): void {
    this.words[address / 4] = value;
  }

  double(address: number, value: number): void {
    this.doubles[address / 8] = value;
  }

  /** The same double in both lanes of a cell. */
  both(address: number, value: number): void {
    this.doubles[address / 8] = value;
    this.doubles[address / 8 + 1] = value;
  }

  /** The lower words of both lanes of a cell of integers; the upper ones stay 0. */
  lanes(address: number, first: number, second: number): void {
    this.words[address / 4] = first;
    this.words[address / 4 + 2] = second;
  }

  /** All bits of one lane of a cell set, or none. */
  maskLane(address: number, lane: number, isSet: boolean): void {
    const at = address / 4 + lane * 2;
    this.words[at] = this.words[at + 1] = isSet ? -1 : 0;
  }

  /** All bits of a cell set, or none. */
  mask(address: number, isSet: boolean): void {
    this.words.fill(isSet ? -1 : 0, address / 4, address / 4 + 4);
  }
}
