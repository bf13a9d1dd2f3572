import type { ByteWriter } from './bytes';

/**
 * How the values of many cells over many runs are kept: in full, or in histograms. Both give the same answer whatever the
 * order of runs and parts.
 */
export interface Distribution {
  /**
   * One value per cell, finite, zero without sign. A run is added once; the summary sees to it. `exact`: what means are
   * made of, where `values` were coarsened.
   */
  add(run: number, values: Float64Array, exact: Float64Array): void;
  /** Takes over what another of the same kind and size holds; the other is left as it is. */
  merge(other: this): void;
  /** Quantile q of cell c at q · cells + c, of PERCENTILES; NaN where there is no run. */
  quantiles(): Float64Array;
  /** By cell: the exact sum of its values, divided by their number and rounded once; NaN where there is no run. */
  means(): Float64Array;
  write(writer: ByteWriter): void;
}
