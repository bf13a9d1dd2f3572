/**
 * The score interval of a proportion (Wilson, 1927, "Probable inference, the law of succession, and statistical
 * inference"), without continuity correction, at 95 %: it keeps its coverage for rare events and small samples, and never
 * leaves 0 … 1.
 */
export interface Proportion {
  readonly hits: number;
  readonly runs: number;
  /** hits / runs; NaN without runs. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the standard normal distribution. */
const Z = 1.959963984540054;

/** `hits` of `runs`, integers with 0 <= hits <= runs. Without runs nothing is known: 0 … 1. */
export function wilson(hits: number, runs: number): Proportion {
  if (runs === 0) return { hits, runs, share: NaN, low: 0, high: 1 };
  const share = hits / runs;
  const centre = hits + (Z * Z) / 2;
  const half = Z * Math.sqrt((hits * (runs - hits)) / runs + (Z * Z) / 4);
  const size = runs + Z * Z;
  // At the ends the bounds are 0 and 1 exactly; rounding must not leave them a hair beside.
  const low = hits === 0 ? 0 : (centre - half) / size;
  const high = hits === runs ? 1 : (centre + half) / size;
  return { hits, runs, share, low, high };
}
