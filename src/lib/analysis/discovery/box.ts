/**
 * Boxes in the space of what varied: an interval for some dimensions, everything for the others. The measures are those of
 * scenario discovery (Bryant & Lempert 2010): coverage, the share of all wanted cases that lie inside; density, the share
 * of cases inside that are wanted; interpretability, the fewer restricted dimensions the better.
 */
export interface Box {
  /** Ends by dimension; -Infinity and Infinity where it is not restricted on that side. A case lies inside where low <= x <= high. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export interface BoxMeasures {
  readonly coverage: number;
  readonly density: number;
  /** Share of all cases that lie inside. */
  readonly mass: number;
  /** Cases inside, and wanted ones among them. */
  readonly inside: number;
  readonly wanted: number;
  /** Numbers of the restricted dimensions, ascending. */
  readonly restricted: readonly number[];
}

/** Cases by dimensions (case by case), and whether each reached the goal. */
export interface Sample {
  readonly dimensions: number;
  readonly count: number;
  readonly x: Float64Array;
  readonly wanted: Uint8Array;
}

export function wholeBox(dimensions: number): Box {
  return { low: new Float64Array(dimensions).fill(-Infinity), high: new Float64Array(dimensions).fill(Infinity) };
}

export function isInside({ low, high }: Box, x: Float64Array, at: number): boolean {
  for (let d = 0; d < low.length; d++) {
    const value = x[at + d]!;
    if (value < low[d]! || value > high[d]!) return false;
  }
  return true;
}

export function restrictedDimensions({ low, high }: Box): readonly number[] {
  return Array.from(low.keys()).filter((d) => low[d] !== -Infinity || high[d] !== Infinity);
}

export function measure(box: Box, { dimensions, count, x, wanted }: Sample): BoxMeasures {
  const restricted = restrictedDimensions(box);
  let inside = 0;
  let good = 0;
  let all = 0;
  for (let i = 0; i < count; i++) {
    all += wanted[i]!;
    if (outsideIn(box, restricted, x, i * dimensions) >= 0) continue;
    inside += 1;
    good += wanted[i]!;
  }
  return {
    coverage: all > 0 ? good / all : 0,
    density: inside > 0 ? good / inside : 0,
    mass: count > 0 ? inside / count : 0,
    inside,
    wanted: good,
    restricted
  };
}

/** Place in `among` of the first dimension in which the case lies outside, from place `from` on; -1 where there is none. */
export function outsideIn({ low, high }: Box, among: readonly number[], x: Float64Array, at: number, from = 0): number {
  for (let place = from; place < among.length; place++) {
    const d = among[place]!;
    const value = x[at + d]!;
    if (value < low[d]! || value > high[d]!) return place;
  }
  return -1;
}

/**
 * By restricted dimension, in ascending order: cases inside if that dimension were set free, and wanted ones among them.
 * One pass over the cases: only those that are outside in a single dimension come in.
 */
export function measureFreed(
  box: Box,
  { dimensions, count, x, wanted }: Sample
): readonly { readonly dimension: number; readonly inside: number; readonly wanted: number }[] {
  const restricted = restrictedDimensions(box);
  const more = new Float64Array(restricted.length);
  const good = new Float64Array(restricted.length);
  let inside = 0;
  let wantedInside = 0;
  for (let i = 0; i < count; i++) {
    const at = i * dimensions;
    const first = outsideIn(box, restricted, x, at);
    if (first < 0) {
      inside += 1;
      wantedInside += wanted[i]!;
    } else if (outsideIn(box, restricted, x, at, first + 1) < 0) {
      more[first]! += 1;
      good[first]! += wanted[i]!;
    }
  }
  return restricted.map((dimension, place) => ({
    dimension,
    inside: inside + more[place]!,
    wanted: wantedInside + good[place]!
  }));
}
