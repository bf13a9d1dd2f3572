/**
 * MurmurHash3, the 128-bit variant for 32-bit machines (x86_128) of Austin Appleby, 2011, public domain: fast,
 * well-mixed, not cryptographic. Reads bytes as little-endian words whatever the machine, so the same bytes give the
 * same hash everywhere. Held to the verification value that the author's test suite (SMHasher) publishes.
 */
export type Hash128 = readonly [number, number, number, number];

const multipliers = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93] as const;
const keyTurns = [15, 16, 17, 18] as const;
const stateTurns = [19, 17, 15, 13] as const;
const additions = [0x561ccd1b, 0x0bcaa747, 0x96cd1c35, 0x32ac3b17] as const;

type Lane = 0 | 1 | 2 | 3;
const lanes: readonly Lane[] = [0, 1, 2, 3];

function turn(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}

/** What a key word of a lane becomes before it enters the state: the lane's multiplier, a turn, the next lane's multiplier. */
function scramble(word: number, lane: Lane): number {
  return Math.imul(turn(Math.imul(word, multipliers[lane]), keyTurns[lane]), multipliers[((lane + 1) % 4) as Lane]);
}

function avalanche(x: number): number {
  let h = x;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Adds all lanes to the first, then the first to all others. */
function stir(h: Int32Array): void {
  h[0] = h[0]! + h[1]! + h[2]! + h[3]!;
  for (const lane of [1, 2, 3]) h[lane] = h[lane]! + h[0]!;
}

/** Four unsigned 32-bit words. `seed` is taken modulo 2^32. */
export function murmur3(bytes: Uint8Array, seed = 0): Hash128 {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const h = new Int32Array(4).fill(seed);
  const whole = bytes.length - (bytes.length % 16);
  for (let block = 0; block < whole; block += 16) {
    for (const lane of lanes) {
      const mixed = turn(h[lane]! ^ scramble(view.getInt32(block + 4 * lane, true), lane), stateTurns[lane]);
      h[lane] = Math.imul(mixed + h[(lane + 1) % 4]!, 5) + additions[lane];
    }
  }
  for (const lane of lanes) {
    let word = 0;
    const start = whole + 4 * lane;
    for (let i = Math.min(start + 4, bytes.length) - 1; i >= start; i--) word = (word << 8) | bytes[i]!;
    h[lane] = h[lane]! ^ scramble(word, lane) ^ bytes.length;
  }
  stir(h);
  for (const lane of lanes) h[lane] = avalanche(h[lane]!);
  stir(h);
  return [h[0]! >>> 0, h[1]! >>> 0, h[2]! >>> 0, h[3]! >>> 0];
}
