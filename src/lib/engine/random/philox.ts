/**
 * Philox4x32-10, a counter-based generator: the variates of a run are a function of (seed, run, draw, step) and of
 * nothing that happened before, so a run is the same alone, in a pool of any size and in any order. Source: Salmon,
 * Moraes, Dror and Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3"; checked against the published
 * Random123 known answers.
 *
 * Key: the lower and the upper 32 bits of the seed. Counter: step, draw, run, domain. The domain keeps the streams of
 * one run apart (see `Domain`). These layouts are part of what a link promises: they never change.
 */
export const Domain = {
  /** `uniform` and `normal` of the equations: step of the run, draw of the program. */
  equations: 0,
  /** Strokes of events: month, index of the event. */
  events: 1,
  /** Uncertain quantities of an ensemble: 0 and number of the quantity, or 1 and number of the sector. */
  parameters: 2,
  /** Sampling plans: see `sampling/keys.ts`. */
  sampling: 3,
  /** Orders of players in a sampled attribution: 0, place in the order; run: number of the pair of orders. */
  attribution: 4,
  /** Designs of sensitivity analysis, and their bootstrap: see the analysis room. */
  sensitivity: 5,
  /** Proposals of goal seeking: number of the proposal, draw; run: generation. */
  search: 6,
  /** Random weights of an index: 0, number of the weight; run: number of the vector. */
  weights: 7
} as const;

export type DomainCode = (typeof Domain)[keyof typeof Domain];

const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;
const ROUNDS = 10;

/** Upper 32 bits of the 64-bit product of two unsigned 32-bit integers, as a signed integer. */
function upperProduct(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const carry = aLow * bHigh + (middle & 0xffff);
  return (aHigh * bHigh + Math.floor(middle / 65536) + Math.floor(carry / 65536)) | 0;
}

/** One block: enciphers the four counter words under the two key words in place. */
export function philox(counter: Uint32Array, key0: number, key1: number): void {
  let c0 = counter[0]!;
  let c1 = counter[1]!;
  let c2 = counter[2]!;
  let c3 = counter[3]!;
  let k0 = key0;
  let k1 = key1;
  for (let round = 0; round < ROUNDS; round++) {
    const upper0 = upperProduct(MULTIPLIER_0, c0);
    const lower0 = Math.imul(MULTIPLIER_0, c0);
    const upper1 = upperProduct(MULTIPLIER_1, c2);
    const lower1 = Math.imul(MULTIPLIER_1, c2);
    c0 = (upper1 ^ c1 ^ k0) >>> 0;
    c1 = lower1 >>> 0;
    c2 = (upper0 ^ c3 ^ k1) >>> 0;
    c3 = lower0 >>> 0;
    k0 = (k0 + WEYL_0) >>> 0;
    k1 = (k1 + WEYL_1) >>> 0;
  }
  counter[0] = c0;
  counter[1] = c1;
  counter[2] = c2;
  counter[3] = c3;
}

/**
 * Two uniforms of one block, strictly between 0 and 1 and symmetric about 1/2: (n + ½)/2^52 with n of 52 bits, so that
 * the value fills the 53 bits of a double and is exact. `seed`: integer from 0 to 2^53 - 1; `run`, `draw`, `step`:
 * integers from 0 to 2^32 - 1.
 */
export class UniformStream {
  private readonly counter = new Uint32Array(4);
  private readonly key0: number;
  private readonly key1: number;

  constructor(
    seed: number,
    private readonly run: number,
    private readonly domain: DomainCode
  ) {
    this.key0 = seed >>> 0;
    this.key1 = Math.floor(seed / 4294967296) >>> 0;
  }

  /** Enciphers the block of (step, draw); `first` and `second` then give its uniforms. */
  seek(step: number, draw: number): this {
    this.counter[0] = step;
    this.counter[1] = draw;
    this.counter[2] = this.run;
    this.counter[3] = this.domain;
    philox(this.counter, this.key0, this.key1);
    return this;
  }

  get first(): number {
    return unit(this.counter[0]!, this.counter[1]!);
  }

  get second(): number {
    return unit(this.counter[2]!, this.counter[3]!);
  }
}

function unit(upper: number, lower: number): number {
  return ((upper >>> 6) * 67108864 + (lower >>> 6) + 0.5) / 4503599627370496;
}
