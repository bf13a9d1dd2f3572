import { orderOfSection, SECTION, sectionAt, SECTIONS } from './buckets';

/**
 * Counts of the buckets of many cells: 64 counters for each section that a cell has hit, dealt out of large slabs. Finding
 * them mostly costs one comparison, because each cell remembers where its last sections are; a map knows them all.
 */
const SLAB = 1024;
/** Sections that a cell remembers: four octaves. */
const REMEMBERED = 64;
/** A section of no finite number. */
const NONE = 65535;

export class SectionPool {
  private readonly slabs: Uint32Array[] = [];
  private used = 0;
  /** cell · SECTIONS + section -> number of the block of counters. */
  private readonly blocks = new Map<number, number>();
  private readonly rememberedSection: Uint16Array;
  private readonly rememberedBlock: Uint32Array;

  constructor(cells: number) {
    this.rememberedSection = new Uint16Array(cells * REMEMBERED).fill(NONE);
    this.rememberedBlock = new Uint32Array(cells * REMEMBERED);
  }

  /** Counters in use. */
  get size(): number {
    return this.used * SECTION;
  }

  /** Counts a value, given its code. */
  count(cell: number, code: number): void {
    const section = code >>> 6;
    // The sign moves negative sections away from positive ones of the same size.
    const memory = cell * REMEMBERED + ((section ^ (section >>> 10)) & (REMEMBERED - 1));
    let block = this.rememberedBlock[memory]!;
    if (this.rememberedSection[memory] !== section) {
      block = this.blockOf(cell, section);
      this.rememberedSection[memory] = section;
      this.rememberedBlock[memory] = block;
    }
    this.slabs[block >>> 10]![((block & (SLAB - 1)) << 6) | (code & (SECTION - 1))]!++;
  }

  /** The counters of a section of a cell; they exist from then on. */
  countersOf(cell: number, section: number): Uint32Array {
    const block = this.blockOf(cell, section);
    const from = (block % SLAB) * SECTION;
    return this.slabs[Math.floor(block / SLAB)]!.subarray(from, from + SECTION);
  }

  /** Cells that have been hit, in order, each with its sections in ascending order of values. */
  sectionsByCell(): { readonly cell: number; readonly sections: readonly number[] }[] {
    const keys = Float64Array.from(this.blocks.keys(), (key) => {
      const section = key % SECTIONS;
      return key - section + orderOfSection(section);
    }).sort();
    const found: { readonly cell: number; readonly sections: number[] }[] = [];
    for (const key of keys) {
      const order = key % SECTIONS;
      const cell = (key - order) / SECTIONS;
      const last = found[found.length - 1];
      if (last?.cell === cell) last.sections.push(sectionAt(order));
      else found.push({ cell, sections: [sectionAt(order)] });
    }
    return found;
  }

  merge(other: SectionPool): void {
    for (const { cell, sections } of other.sectionsByCell()) {
      for (const section of sections) {
        const mine = this.countersOf(cell, section);
        const theirs = other.countersOf(cell, section);
        for (let bucket = 0; bucket < SECTION; bucket++) mine[bucket]! += theirs[bucket]!;
      }
    }
  }

  private blockOf(cell: number, section: number): number {
    const key = cell * SECTIONS + section;
    const known = this.blocks.get(key);
    if (known !== undefined) return known;
    const block = this.used++;
    if (block % SLAB === 0) this.slabs.push(new Uint32Array(SLAB * SECTION));
    this.blocks.set(key, block);
    return block;
  }
}
