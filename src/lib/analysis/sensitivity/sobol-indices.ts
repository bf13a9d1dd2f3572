import { sampler } from '$lib/engine';
import { bootstrapping, drained, type Estimate } from './bootstrap';
import type { Design } from './design';

/**
 * Variance-based sensitivity (Sobol 1993). From two independent tables of points A and B, and for each group of factors
 * the table AB_g, which is A but for the group's coordinates from B: the first-order index of a group is the share of the
 * output's variance that vanishes when the group is known (Saltelli et al. 2010, table 2, estimator b), the total index the
 * share that stays when all others are known (Jansen 1999; Saltelli et al. 2010, estimator f). A group may be a single
 * factor. Rows run A, B, AB_1 … AB_g, row after row of the base sample: row r has points r·(g + 2) … r·(g + 2) + g + 1, so
 * that a longer design begins with a shorter one.
 */
export interface SobolDesign extends Design {
  readonly rows: number;
  /** Factors of each group, by number. */
  readonly groups: readonly (readonly number[])[];
}

/** `rows`: best a power of two. The points are a scrambled Sobol sequence of twice the dimensions. */
export function sobolDesign(
  dimensions: number,
  groups: readonly (readonly number[])[],
  rows: number,
  seed: number
): SobolDesign {
  const uniform = sampler({ sampling: 'sobol', runs: rows, seed, dimensions: 2 * dimensions });
  const width = groups.length + 2;
  const fromB = groups.map((group) => {
    const flags = new Uint8Array(dimensions);
    for (const factor of group) flags[factor] = 1;
    return flags;
  });
  const tables = [new Uint8Array(dimensions), new Uint8Array(dimensions).fill(1), ...fromB];
  return {
    dimensions,
    groups,
    rows,
    count: rows * width,
    points: (from, to) => {
      const points = new Float64Array((to - from) * dimensions);
      // All tables of a row are made of the same numbers: of A, then of B.
      const own = new Float64Array(2 * dimensions);
      let drawn = -1;
      for (let point = from; point < to; point++) {
        const row = Math.floor(point / width);
        if (row !== drawn) {
          for (let d = 0; d < own.length; d++) own[d] = uniform(row, d);
          drawn = row;
        }
        const flags = tables[point % width]!;
        const at = (point - from) * dimensions;
        for (let d = 0; d < dimensions; d++) points[at + d] = own[flags[d] ? dimensions + d : d]!;
      }
      return points;
    }
  };
}

export interface SobolIndices {
  /** By group. */
  readonly first: readonly Estimate[];
  readonly total: readonly Estimate[];
  readonly mean: number;
  readonly variance: number;
  /** Rows that were used: a row with a run that failed is left out. */
  readonly rows: number;
}

/**
 * `value(i)`: output at point i. Rows with a value that is not finite are left out. Where the output does not vary, all
 * indices are 0.
 */
export function sobolIndices(...asked: Parameters<typeof sobolInPieces>): SobolIndices {
  return drained(sobolInPieces(...asked));
}

/** The same piece by piece, for a page that has to answer in between. */
export function* sobolInPieces(
  { groups, rows }: Pick<SobolDesign, 'groups' | 'rows'>,
  value: (point: number) => number,
  { seed = 1, resamples }: { readonly seed?: number; readonly resamples?: number } = {}
): Generator<void, SobolIndices> {
  const width = groups.length + 2;
  const good: number[] = [];
  for (let row = 0; row < rows; row++) {
    let finite = true;
    for (let table = 0; table < width; table++) finite &&= Number.isFinite(value(row * width + table));
    if (finite) good.push(row);
  }
  // Column by column; centred, which takes nothing from the estimators and much from their error (Saltelli et al. 2010).
  const columns = Array.from({ length: width }, (_, table) =>
    Float64Array.from(good, (row) => value(row * width + table))
  );
  const centre = meanOf(columns[0]!, columns[1]!);
  for (const column of columns) column.forEach((_, r) => (column[r] = column[r]! - centre));
  const [a, b, ...mixed] = columns as [Float64Array, Float64Array, ...Float64Array[]];
  const count = good.length;

  const statistic = (chosen: Uint32Array): Float64Array => {
    let sum = 0;
    let squares = 0;
    for (const r of chosen) {
      sum += a[r]! + b[r]!;
      squares += a[r]! * a[r]! + b[r]! * b[r]!;
    }
    const n = chosen.length;
    const mean = sum / (2 * n);
    const variance = squares / (2 * n) - mean * mean;
    const indices = new Float64Array(2 * mixed.length);
    if (!(variance > 0)) return indices;
    mixed.forEach((ab, g) => {
      let first = 0;
      let total = 0;
      for (const r of chosen) {
        first += b[r]! * (ab[r]! - a[r]!);
        const change = a[r]! - ab[r]!;
        total += change * change;
      }
      indices[g] = first / n / variance;
      indices[mixed.length + g] = total / (2 * n) / variance;
    });
    return indices;
  };
  const estimates = count > 1 ? yield* bootstrapping(count, seed, statistic, resamples) : [];
  const none: Estimate = { value: NaN, low: NaN, high: NaN };
  return {
    first: groups.map((_, g) => estimates[g] ?? none),
    total: groups.map((_, g) => estimates[groups.length + g] ?? none),
    mean: centre,
    variance: count > 1 ? varianceOf(a, b) : NaN,
    rows: count
  };
}

function meanOf(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let r = 0; r < a.length; r++) sum += a[r]! + b[r]!;
  return a.length > 0 ? sum / (2 * a.length) : NaN;
}

/** Of centred values. */
function varianceOf(a: Float64Array, b: Float64Array): number {
  let squares = 0;
  for (let r = 0; r < a.length; r++) squares += a[r]! * a[r]! + b[r]! * b[r]!;
  return squares / (2 * a.length - 1);
}
