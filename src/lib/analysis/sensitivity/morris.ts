import { Domain, UniformStream } from '$lib/engine';
import { bootstrap, type Estimate } from './bootstrap';
import type { Design } from './design';

/**
 * Screening by elementary effects (Morris 1991). Each trajectory starts at a random point of a grid of p levels and moves
 * one factor after the other, in random order, by delta = p / (2(p - 1)). The elementary effect of a factor is the change
 * of the output over delta; mu* is the mean of its size (Campolongo et al. 2007), mu its mean, sigma its standard
 * deviation over trajectories: a large sigma tells of curvature or interaction. Points t·(k + 1) … t·(k + 1) + k are
 * trajectory t.
 */
export interface MorrisDesign extends Design {
  readonly trajectories: number;
  /** Factor that moves from point k to point k + 1 of a trajectory, at t·dimensions + k. */
  readonly moved: Uint16Array;
  /** Its step: plus or minus delta. */
  readonly steps: Float64Array;
}

/** `levels`: even, at least 4. */
export function morrisDesign(dimensions: number, trajectories: number, seed: number, levels = 4): MorrisDesign {
  const delta = levels / (2 * (levels - 1));
  const moved = new Uint16Array(trajectories * dimensions);
  const steps = new Float64Array(trajectories * dimensions);
  const starts = new Float64Array(trajectories * dimensions);
  for (let t = 0; t < trajectories; t++) {
    const stream = new UniformStream(seed, t, Domain.sensitivity);
    const order = Uint16Array.from({ length: dimensions }, (_, d) => d);
    for (let d = dimensions - 1; d > 0; d--) {
      const other = Math.floor(stream.seek(2, d).first * (d + 1));
      [order[d], order[other]] = [order[other]!, order[d]!];
    }
    for (let d = 0; d < dimensions; d++) {
      // Of the lower half of the levels, or of the upper half with a step down.
      const { first, second } = stream.seek(3, d);
      const low = Math.floor(first * (levels / 2)) / (levels - 1);
      const down = second < 0.5;
      starts[t * dimensions + d] = down ? low + delta : low;
      steps[t * dimensions + order.indexOf(d)] = down ? -delta : delta;
    }
    moved.set(order, t * dimensions);
  }
  return {
    dimensions,
    trajectories,
    moved,
    steps,
    count: trajectories * (dimensions + 1),
    points: (from, to) => {
      const points = new Float64Array((to - from) * dimensions);
      for (let point = from; point < to; point++) {
        const t = Math.floor(point / (dimensions + 1));
        const at = (point - from) * dimensions;
        points.set(starts.subarray(t * dimensions, (t + 1) * dimensions), at);
        for (let k = 0; k < point % (dimensions + 1); k++) {
          const factor = moved[t * dimensions + k]!;
          points[at + factor] = points[at + factor]! + steps[t * dimensions + k]!;
        }
      }
      return points;
    }
  };
}

export interface ElementaryEffects {
  /** Mean size of the effect per unit of the cube, with its bootstrap interval over trajectories. */
  readonly muStar: Estimate;
  readonly mu: number;
  readonly sigma: number;
}

/** By factor. Trajectories with a value that is not finite are left out. */
export function elementaryEffects(
  { dimensions, trajectories, moved, steps }: MorrisDesign,
  value: (point: number) => number,
  { seed = 1, resamples }: { readonly seed?: number; readonly resamples?: number } = {}
): readonly ElementaryEffects[] {
  const effects: Float64Array[] = [];
  for (let t = 0; t < trajectories; t++) {
    const own = new Float64Array(dimensions);
    for (let k = 0; k < dimensions; k++) {
      const point = t * (dimensions + 1) + k;
      own[moved[t * dimensions + k]!] = (value(point + 1) - value(point)) / steps[t * dimensions + k]!;
    }
    if (own.every(Number.isFinite)) effects.push(own);
  }
  const n = effects.length;
  const muStars = bootstrap(
    n,
    seed,
    (rows) => {
      const sums = new Float64Array(dimensions);
      for (const row of rows) effects[row]!.forEach((effect, d) => (sums[d] = sums[d]! + Math.abs(effect)));
      return sums.map((sum) => sum / rows.length);
    },
    resamples
  );
  return Array.from({ length: dimensions }, (_, d) => {
    let sum = 0;
    for (const own of effects) sum += own[d]!;
    const mu = sum / n;
    let squares = 0;
    for (const own of effects) squares += (own[d]! - mu) * (own[d]! - mu);
    return { muStar: muStars[d]!, mu, sigma: Math.sqrt(squares / Math.max(1, n - 1)) };
  });
}
