import { orderOfSection, SECTION, SECTIONS, UPPER_WORD } from './buckets';

/**
 * Counts of the buckets of many cells. The values of a cell mostly lie within a few octaves, so each cell has a *window*
 * for either sign: counters of consecutive sections, found by a subtraction, that grows as values come. Zero, and sections
 * so far away that a window would become too long, have 64 counters by themselves.
 *
 * A window's count is 256 · `upper` + `lower`: what is touched for every value is a byte, so that the bytes of thousands
 * of cells stay in the processor's cache. Counts beyond 2^24 leave the rest in a map.
 */
/** Sections in the longest window: sixteen octaves. */
const LONGEST = 256;
/** A window grows by a quarter, and by no less than so many sections. */
const LEAST_GROWTH = 4;
const LOWER = 256;
const UPPER = 65536;

interface Window {
  /** Its first section, and the code of that section's first bucket. */
  first: number;
  from: number;
  lower: Uint8Array;
  upper: Uint16Array;
  /** By code: multiples of 2^24 that do not fit. */
  readonly beyond: Map<number, number>;
}

/** The sections of one cell. */
interface Sections {
  readonly positive: Window;
  readonly negative: Window;
  readonly strays: Map<number, Uint32Array>;
}

export class SectionPool {
  private readonly cells: readonly Sections[];
  private readonly counts = new Uint32Array(SECTION);

  constructor(cells: number) {
    this.cells = Array.from({ length: cells }, () => ({
      positive: emptyWindow(),
      negative: emptyWindow(),
      strays: new Map<number, Uint32Array>()
    }));
  }

  /** Counters that there are. */
  get size(): number {
    return this.cells.reduce(
      (sum, { positive, negative, strays }) =>
        sum + positive.lower.length + negative.lower.length + SECTION * strays.size,
      0
    );
  }

  /** Counts values of a cell, given the two words of each. */
  count(cell: number, words: Uint32Array, count: number): void {
    const { positive, negative } = this.cells[cell]!;
    let { from, lower } = positive;
    let zeros = 0;
    for (let i = 0, at = UPPER_WORD; i < count; i++, at += 2) {
      const code = words[at]! >>> 10;
      const place = code - from;
      if (place >= 0 && place < lower.length) {
        const more = lower[place]! + 1;
        lower[place] = more;
        if (more === LOWER) carry(positive, place);
        continue;
      }
      if (code === 0) {
        zeros += 1;
        continue;
      }
      const opposite = code - negative.from;
      if (opposite >= 0 && opposite < negative.lower.length) {
        const more = negative.lower[opposite]! + 1;
        negative.lower[opposite] = more;
        if (more === LOWER) carry(negative, opposite);
        continue;
      }
      if (positive.lower.length === 0 && negative.lower.length === 0) this.reserve(cell, sectionsAmong(words, count));
      this.countOne(cell, code);
      ({ from, lower } = positive);
    }
    if (zeros > 0) this.strayOf(cell, 0)[0]! += zeros;
  }

  /** Adds the 64 counts of a section. */
  add(cell: number, section: number, counts: Uint32Array): void {
    const window = this.windowOf(cell, section);
    if (!window) {
      const mine = this.strayOf(cell, section);
      for (let bucket = 0; bucket < SECTION; bucket++) mine[bucket]! += counts[bucket]!;
      return;
    }
    const at = section * SECTION - window.from;
    for (let bucket = 0; bucket < SECTION; bucket++) {
      if (counts[bucket]! > 0) addMany(window, at + bucket, counts[bucket]!);
    }
  }

  /** The 64 counts of a section, valid until the next call. */
  countsOf(cell: number, section: number): Uint32Array {
    const { positive, negative, strays } = this.cells[cell]!;
    const { from, lower, upper, beyond } = section < SECTIONS / 2 ? positive : negative;
    const { counts } = this;
    counts.fill(0);
    const at = section * SECTION - from;
    // A window may have come to a section that was a stray before: then both have a part.
    if (at >= 0 && at < lower.length) {
      for (let bucket = 0; bucket < SECTION; bucket++)
        counts[bucket] = lower[at + bucket]! + LOWER * upper[at + bucket]!;
      for (const [code, more] of beyond) if (code >>> 6 === section) counts[code & (SECTION - 1)]! += more;
    }
    const stray = strays.get(section);
    if (stray) for (let bucket = 0; bucket < SECTION; bucket++) counts[bucket]! += stray[bucket]!;
    return counts;
  }

  /** The sections that a cell has hit, in ascending order of values. */
  sectionsOf(cell: number): readonly number[] {
    const { positive, negative, strays } = this.cells[cell]!;
    const sections = new Set(strays.keys());
    for (const { first, lower, upper } of [positive, negative]) {
      for (let at = 0; at < lower.length; at += SECTION) {
        if (isHit(lower, upper, at)) sections.add(first + at / SECTION);
      }
    }
    return [...sections].sort((a, b) => orderOfSection(a) - orderOfSection(b));
  }

  /** Makes room for sections of a cell that are about to be hit, so that windows need not grow one by one. */
  reserve(cell: number, sections: readonly number[]): void {
    const { positive, negative } = this.cells[cell]!;
    const span = (window: Window, among: readonly number[]): void => {
      if (among.length > 0) reach(window, Math.min(...among), Math.max(...among));
    };
    span(
      positive,
      sections.filter((section) => section > 0 && section < SECTIONS / 2)
    );
    span(
      negative,
      sections.filter((section) => section >= SECTIONS / 2)
    );
  }

  merge(other: SectionPool): void {
    for (let cell = 0; cell < this.cells.length; cell++) {
      const sections = other.sectionsOf(cell);
      this.reserve(cell, sections);
      for (const section of sections) this.add(cell, section, other.countsOf(cell, section));
    }
  }

  private countOne(cell: number, code: number): void {
    const section = code >>> 6;
    const window = this.windowOf(cell, section);
    if (window) addMany(window, code - window.from, 1);
    else this.strayOf(cell, section)[code & (SECTION - 1)]!++;
  }

  /** The window that holds a section by now, or null. */
  private windowOf(cell: number, section: number): Window | null {
    const { positive, negative } = this.cells[cell]!;
    const window = section < SECTIONS / 2 ? positive : negative;
    return section !== 0 && reach(window, section, section) ? window : null;
  }

  private strayOf(cell: number, section: number): Uint32Array {
    const { strays } = this.cells[cell]!;
    const known = strays.get(section);
    if (known) return known;
    const counters = new Uint32Array(SECTION);
    strays.set(section, counters);
    return counters;
  }
}

function emptyWindow(): Window {
  return { first: 0, from: 0, lower: new Uint8Array(0), upper: new Uint16Array(0), beyond: new Map() };
}

/** The lower part of a count has come full circle. */
function carry(window: Window, place: number): void {
  const more = window.upper[place]! + 1;
  window.upper[place] = more;
  if (more === UPPER) addBeyond(window, place, LOWER * UPPER);
}

function addMany(window: Window, place: number, count: number): void {
  const lower = window.lower[place]! + count;
  window.lower[place] = lower;
  const upper = window.upper[place]! + Math.floor(lower / LOWER);
  window.upper[place] = upper;
  if (upper >= UPPER) addBeyond(window, place, LOWER * (upper - (upper % UPPER)));
}

function addBeyond({ from, beyond }: Window, place: number, count: number): void {
  beyond.set(from + place, (beyond.get(from + place) ?? 0) + count);
}

/** The sections of values, given the two words of each. */
function sectionsAmong(words: Uint32Array, count: number): number[] {
  const sections = new Set<number>();
  for (let i = 0, at = UPPER_WORD; i < count; i++, at += 2) sections.add(words[at]! >>> 16);
  return [...sections];
}

/** Lets a window reach from one section of its sign to another; false, and as it was, where it would become too long. */
function reach(window: Window, low: number, high: number): boolean {
  const { first, lower, upper } = window;
  const length = lower.length / SECTION;
  const isNew = length === 0;
  if (!isNew && low >= first && high < first + length) return true;
  const start = isNew ? low : Math.min(first, low);
  const end = isNew ? high + 1 : Math.max(first + length, high + 1);
  if (end - start > LONGEST) return false;
  // No window crosses into the other sign, nor takes in zero: a section of its own.
  const floor = low < SECTIONS / 2 ? 1 : SECTIONS / 2;
  const ceiling = low < SECTIONS / 2 ? SECTIONS / 2 : SECTIONS;
  const growth = isNew ? 0 : Math.max(LEAST_GROWTH, Math.floor(length / 4));
  window.first = start < first ? Math.max(floor, start - growth) : start;
  const size = ((end > first + length ? Math.min(ceiling, end + growth) : end) - window.first) * SECTION;
  const kept = isNew ? 0 : (first - window.first) * SECTION;
  window.from = window.first * SECTION;
  window.lower = new Uint8Array(size);
  window.lower.set(lower, kept);
  window.upper = new Uint16Array(size);
  window.upper.set(upper, kept);
  return true;
}

function isHit(lower: Uint8Array, upper: Uint16Array, from: number): boolean {
  for (let at = from; at < from + SECTION; at++) if (lower[at]! > 0 || upper[at]! > 0) return true;
  return false;
}
