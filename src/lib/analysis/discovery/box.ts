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
  let inside = 0;
  let good = 0;
  let all = 0;
  for (let i = 0; i < count; i++) {
    all += wanted[i]!;
    if (!isInside(box, x, i * dimensions)) continue;
    inside += 1;
    good += wanted[i]!;
  }
  return {
    coverage: all > 0 ? good / all : 0,
    density: inside > 0 ? good / inside : 0,
    mass: count > 0 ? inside / count : 0,
    inside,
    wanted: good,
    restricted: restrictedDimensions(box)
  };
}
