/**
 * A design of experiments: points of a unit cube, which are made stretch by stretch, as a design of many factors would not
 * fit into memory. Points are pure functions of the design: the same in any stretch.
 */
export interface Design {
  readonly dimensions: number;
  /** Points in all. */
  readonly count: number;
  /** Points `from` to `to - 1`, point by point. */
  points(from: number, to: number): Float64Array;
}
