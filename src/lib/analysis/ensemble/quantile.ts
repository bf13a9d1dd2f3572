/**
 * Where the band's quantiles lie among ordered values: type 7 of Hyndman and Fan (1996), "Sample quantiles in statistical
 * packages": the p-quantile of n values stands at rank h = (n - 1)p from 0, linear between neighbours. Ranks are computed
 * in whole hundredths, so that they are exact for any number of runs.
 */
export const PERCENTILES = [5, 25, 50, 75, 95] as const;

export interface Position {
  /** Rank of the value below, from 0. */
  readonly rank: number;
  /** How far towards the next value, 0 to 0.99; 0 means the value itself. */
  readonly fraction: number;
}

/** Position of a percentile among n >= 1 values. */
export function position(percentile: number, n: number): Position {
  const hundredths = (n - 1) * percentile;
  const rank = Math.floor(hundredths / 100);
  return { rank, fraction: (hundredths - 100 * rank) / 100 };
}

/**
 * Ranks, ascending and each once, that the percentiles of n >= 1 values need, and for each percentile where its two
 * neighbours stand among them.
 */
export interface Plan {
  readonly ranks: readonly number[];
  readonly parts: readonly { readonly below: number; readonly above: number; readonly fraction: number }[];
}

export function planQuantiles(n: number): Plan {
  const positions = PERCENTILES.map((percentile) => position(percentile, n));
  const above = ({ rank, fraction }: Position): number => (fraction > 0 ? rank + 1 : rank);
  const ranks = [...new Set(positions.flatMap((p) => [p.rank, above(p)]))].sort((a, b) => a - b);
  const parts = positions.map((p) => ({
    below: ranks.indexOf(p.rank),
    above: ranks.indexOf(above(p)),
    fraction: p.fraction
  }));
  return { ranks, parts };
}

/** Writes the quantiles of cell `cell` of `cells`, given the values at the plan's ranks: quantile q at q · cells + cell. */
export function placeQuantiles(
  plan: Plan,
  ordered: Float64Array,
  into: Float64Array,
  cell: number,
  cells: number
): void {
  for (let q = 0; q < plan.parts.length; q++) {
    const { below, above, fraction } = plan.parts[q]!;
    into[q * cells + cell] = between(ordered[below]!, ordered[above]!, fraction);
  }
}

/** The value that lies a fraction of the way from one to another, also where they are too far apart to be subtracted. */
function between(low: number, high: number, fraction: number): number {
  const span = high - low;
  return span < Infinity ? low + fraction * span : low * (1 - fraction) + high * fraction;
}
