import { Domain, UniformStream } from '$lib/engine';

/**
 * Percentile intervals by the bootstrap (Efron 1979): rows are drawn again with replacement, and the statistic is worked
 * out anew each time. Keyed by the seed: the same intervals everywhere.
 */
export const RESAMPLES = 400;
const LEVEL = 0.95;
/** Resamples between two pauses. */
const PIECE = 8;

export interface Estimate {
  readonly value: number;
  /** Ends of the 95 % interval. */
  readonly low: number;
  readonly high: number;
}

/**
 * `statistic` gives some numbers for a list of rows (numbers 0 … rows - 1, repeated ones count twice); the result has an
 * estimate for each.
 */
export function bootstrap(...asked: Parameters<typeof bootstrapping>): readonly Estimate[] {
  return drained(bootstrapping(...asked));
}

/** The same piece by piece, for a page that has to answer in between. */
export function* bootstrapping(
  rows: number,
  seed: number,
  statistic: (rows: Uint32Array) => Float64Array,
  resamples = RESAMPLES
): Generator<void, readonly Estimate[]> {
  const all = Uint32Array.from({ length: rows }, (_, row) => row);
  const nominal = statistic(all);
  const again: Float64Array[] = [];
  for (let resample = 0; resample < resamples; resample++) {
    if (resample % PIECE === PIECE - 1) yield;
    const stream = new UniformStream(seed, resample, Domain.sensitivity);
    again.push(
      statistic(all.map((_, k) => Math.floor(stream.seek(1, k >> 1)[k % 2 === 0 ? 'first' : 'second'] * rows)))
    );
  }
  return Array.from(nominal, (value, i) => {
    const sorted = Float64Array.from(again, (numbers) => numbers[i]!).sort();
    return { value, low: quantile(sorted, (1 - LEVEL) / 2), high: quantile(sorted, (1 + LEVEL) / 2) };
  });
}

/** What work in pieces comes to, without a pause. */
export function drained<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The same with a pause after each piece. */
export async function drainedWith<T>(work: Generator<void, T>, pause: () => Promise<void>): Promise<T> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await pause();
  }
}

/** Linear between order statistics (Hyndman & Fan 1996, type 7). */
function quantile(sorted: Float64Array, p: number): number {
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  return low + ((sorted[below + 1] ?? low) - low) * (place - below);
}
