import { BUCKETS, OCTAVES, octaveAt, orderOfOctave } from './buckets';

/**
 * Counts of the buckets of many cells: 1,024 counters for each octave that a cell has hit, dealt out of large slabs.
 * Finding them costs a comparison, because each cell remembers its last octaves; the map behind knows them all.
 */
const SLAB = 256;
/** Octaves a cell remembers: four in a row of either sign. */
const REMEMBERED = 8;

export class OctavePool {
  private readonly slabs: Uint32Array[] = [];
  private used = 0;
  /** cell · OCTAVES + octave -> number of the block of counters. */
  private readonly blocks = new Map<number, number>();
  private readonly rememberedOctave: Int16Array;
  private readonly rememberedBlock: Uint32Array;

  constructor(cells: number) {
    this.rememberedOctave = new Int16Array(cells * REMEMBERED).fill(-1);
    this.rememberedBlock = new Uint32Array(cells * REMEMBERED);
  }

  /** Counts a value, given the leading 22 bits of its double. */
  count(cell: number, code: number): void {
    const octave = code >>> 10;
    const memory = cell * REMEMBERED + ((octave & 3) | ((octave >>> 9) & 4));
    let block = this.rememberedBlock[memory]!;
    if (this.rememberedOctave[memory] !== octave) {
      block = this.blockOf(cell, octave);
      this.rememberedOctave[memory] = octave;
      this.rememberedBlock[memory] = block;
    }
    this.slabs[block >>> 8]![((block & (SLAB - 1)) << 10) | (code & (BUCKETS - 1))]!++;
  }

  /** The counters of an octave of a cell; they exist from then on. */
  bucketsOf(cell: number, octave: number): Uint32Array {
    const block = this.blockOf(cell, octave);
    const from = (block % SLAB) * BUCKETS;
    return this.slabs[Math.floor(block / SLAB)]!.subarray(from, from + BUCKETS);
  }

  /** Cells that have been hit, in order, each with its octaves in ascending order of values. */
  octavesByCell(): { readonly cell: number; readonly orders: number[] }[] {
    const keys = Float64Array.from(this.blocks.keys(), (key) => {
      const octave = key % OCTAVES;
      return key - octave + orderOfOctave(octave);
    }).sort();
    const found: { readonly cell: number; readonly orders: number[] }[] = [];
    for (const key of keys) {
      const order = key % OCTAVES;
      const cell = (key - order) / OCTAVES;
      const last = found[found.length - 1];
      if (last?.cell === cell) last.orders.push(order);
      else found.push({ cell, orders: [order] });
    }
    return found;
  }

  merge(other: OctavePool): void {
    for (const { cell, orders } of other.octavesByCell()) {
      for (const order of orders) {
        const octave = octaveAt(order);
        const mine = this.bucketsOf(cell, octave);
        const theirs = other.bucketsOf(cell, octave);
        for (let bucket = 0; bucket < BUCKETS; bucket++) mine[bucket]! += theirs[bucket]!;
      }
    }
  }

  private blockOf(cell: number, octave: number): number {
    const key = cell * OCTAVES + octave;
    const known = this.blocks.get(key);
    if (known !== undefined) return known;
    const block = this.used++;
    if (block % SLAB === 0) this.slabs.push(new Uint32Array(SLAB * BUCKETS));
    this.blocks.set(key, block);
    return block;
  }
}
