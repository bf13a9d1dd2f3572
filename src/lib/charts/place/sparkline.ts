import { extent } from 'd3-array';
import type { SparklineProps } from '../figure';
import { linePath, straight } from './curve';

/** A line the size of a word (Tufte, Beautiful Evidence, 2006), with its last point marked. */
export interface PlacedSparkline {
  readonly line: string;
  readonly reference: string | null;
  readonly dot: { readonly x: number; readonly y: number } | null;
}

const inset = 3;

export function placeSparkline({ values, reference, width, height, domain }: SparklineProps): PlacedSparkline {
  const all = [...Array.from(values), ...Array.from(reference ?? [])].filter(Number.isFinite);
  const [low = 0, high = 1] = domain ?? extent(all);
  const last = values.length - 1;
  const x = straight([0, Math.max(1, last)], [inset, width - inset]);
  // A line without any movement runs through the middle.
  const y = straight(low === high ? [low - 1, high + 1] : [low, high], [height - inset, inset]);
  const end = values[last];
  return {
    line: linePath(values, x, y),
    reference: reference ? linePath(reference, x, y) : null,
    dot: end !== undefined && Number.isFinite(end) ? { x: x(last), y: y(end) } : null
  };
}
