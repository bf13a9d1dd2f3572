import { extent, nice, ticks } from 'd3-array';
import type { ValueScale } from '../figure';

/**
 * Where a value axis runs. An axis is honest when a small change looks small: it starts at its lower bound whenever the
 * values come near it, and otherwise shows at least a fifth of the range the quantity can take. Ends are round and
 * never leave the bounds.
 */
export interface ValueAxis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  /** The axis does not start at zero although it could. */
  readonly focused: boolean;
}

const smallestShare = 0.2;
const padding = 0.12;

/** The axis for these values; `count` is about how many ticks there is room for. */
export function valueAxis(
  arrays: readonly ArrayLike<number>[],
  scale: Pick<ValueScale, 'bounds' | 'domain'>,
  count = 5
): ValueAxis {
  const [low, high] = scale.domain ?? niceDomain(arrays, scale.bounds ?? [null, null], count);
  return { low, high, ticks: ticks(low, high, count), focused: low > 0 };
}

function niceDomain(
  arrays: readonly ArrayLike<number>[],
  [lower, upper]: readonly [number | null, number | null],
  count: number
): [number, number] {
  const ends = arrays.map((values) => extent(values as Iterable<number> & ArrayLike<number>));
  const lowest = Math.min(...ends.map(([low]) => low ?? Infinity));
  const highest = Math.max(...ends.map(([, high]) => high ?? -Infinity));
  if (!Number.isFinite(lowest) || !Number.isFinite(highest)) return [lower ?? 0, upper ?? (lower ?? 0) + 1];

  const range = lower !== null && upper !== null ? upper - lower : Math.max(Math.abs(lowest), Math.abs(highest), 1e-9);
  const span = Math.max((highest - lowest) * (1 + 2 * padding), range * smallestShare);
  const middle = (lowest + highest) / 2;
  let low = middle - span / 2;
  let high = middle + span / 2;
  if (lower !== null && low - lower < 0.5 * (high - lower)) {
    low = lower;
    high = Math.max(high, lower + range * smallestShare);
  }
  // The window slides back inside the bounds before it is cut, so that it keeps its honest height.
  if (lower !== null && low < lower) [low, high] = [lower, high + lower - low];
  if (upper !== null && high > upper) [low, high] = [Math.max(lower ?? -Infinity, low - (high - upper)), upper];
  const [niceLow, niceHigh] = nice(low, high, count);
  return [Math.max(lower ?? -Infinity, niceLow), Math.min(upper ?? Infinity, niceHigh)];
}
