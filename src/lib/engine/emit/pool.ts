import { CELL, POOL_CELLS } from './layout';

/**
 * Constants in memory, one cell each with the same 64 bits in both lanes: reading a cell is cheaper than building a
 * vector from an immediate. The pool has a fixed place and size; a constant that finds no room is written as an
 * immediate.
 */
export class Pool {
  readonly #places = new Map<bigint, number>();

  constructor(private readonly base: number) {}

  /** Address of a constant of these 64 bits, or null where the pool is full. */
  place(bits: bigint): number | null {
    const known = this.#places.get(bits);
    if (known !== undefined) return known;
    if (this.#places.size === POOL_CELLS) return null;
    const address = this.base + this.#places.size * CELL;
    this.#places.set(bits, address);
    return address;
  }

  /** What the host writes before the first call: both halves of each cell. */
  get cells(): readonly { readonly address: number; readonly bits: bigint }[] {
    return [...this.#places].map(([bits, address]) => ({ address, bits }));
  }
}
