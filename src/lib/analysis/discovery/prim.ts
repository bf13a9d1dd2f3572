import { measure, outsideIn, restrictedDimensions, type Box, type BoxMeasures, type Sample } from './box';

/**
 * Patient rule induction (Friedman & Fisher 1999): starting from everything, the box sheds a thin slice of one dimension
 * after the other, each time the one after which the mean of what stays is highest (peeling), until it would hold too few
 * cases; then slices are put back where that does no harm (pasting). Every box on the way is kept: the peeling trajectory
 * from which a person chooses between coverage and density (Bryant & Lempert 2010). Ties go to the slice that takes
 * fewer cases away, then to the lower dimension; nothing is random.
 */
export interface PrimOptions {
  /** Share of the box's cases that a slice takes, 0.01 to 0.5. */
  readonly alpha?: number;
  /** Least share of all cases that a box may hold. */
  readonly leastMass?: number;
}

export interface PrimStep extends BoxMeasures {
  readonly box: Box;
  /** Dimension whose slice was shed to get here; -1 for the first box. */
  readonly peeled: number;
}

export const ALPHA = 0.05;
export const LEAST_MASS = 0.05;

/** From the whole space inwards. */
export function peel(sample: Sample, start: Box, options: PrimOptions = {}): readonly PrimStep[] {
  return finished(peeling(sample, start, options));
}

/** What work in pieces comes to when nobody has anything else to do. */
export function finished<T>(work: Generator<unknown, T, void>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Cases of one dimension, times dimensions, that a piece of peeling goes through at least. */
const PIECE = 100_000;

/** The same in pieces, for who has other things to do in between: a piece gives the steps so far, the end all of them. */
export function* peeling(
  sample: Sample,
  start: Box,
  { alpha = ALPHA, leastMass = LEAST_MASS }: PrimOptions = {}
): Generator<number, readonly PrimStep[], void> {
  const { dimensions, count, x, wanted } = sample;
  let box = start;
  const restricted = restrictedDimensions(start);
  const inside = Uint32Array.from({ length: count }, (_, i) => i).filter(
    (i) => outsideIn(start, restricted, x, i * dimensions) < 0
  );
  const steps: PrimStep[] = [{ box, peeled: -1, ...measure(box, sample) }];
  let passed = 0;
  const isEnough = (): boolean => {
    passed += inside.length;
    if (passed < PIECE) return false;
    passed = 0;
    return true;
  };
  /** Cases of the box in ascending order of each dimension: sorted once, thinned in place at every step. */
  const orders: Uint32Array[] = [];
  for (let d = 0; d < dimensions; d++) {
    orders.push(ascending(sample, inside, d));
    if (isEnough()) yield steps.length;
  }
  let left = inside.length;
  const stays = new Uint8Array(count);
  const least = Math.max(1, Math.ceil(leastMass * count));

  for (;;) {
    const cases = orders[0]?.subarray(0, left) ?? inside;
    let good = 0;
    for (const i of cases) good += wanted[i]!;
    // Where everything inside is wanted, or nothing, no slice makes it better.
    if (good === 0 || good === cases.length) break;
    let best: Slice | null = null;
    for (let d = 0; d < dimensions; d++) {
      for (const slice of slicesOf(sample, orders[d]!.subarray(0, left), d, alpha, good)) {
        if (slice.stays < least) continue;
        if (!best || isBetter(slice, best)) best = slice;
      }
    }
    if (!best) break;
    box = narrowed(box, best);
    const { dimension, low, high } = best;
    for (const i of cases) {
      const value = x[i * dimensions + dimension]!;
      stays[i] = value >= low && value <= high ? 1 : 0;
    }
    for (const order of orders) {
      let place = 0;
      for (let at = 0; at < left; at++) {
        const i = order[at]!;
        if (stays[i] === 1) order[place++] = i;
      }
      if (isEnough()) yield steps.length;
    }
    left = best.stays;
    steps.push({ box, peeled: dimension, ...measure(box, sample) });
  }
  return steps;
}

/**
 * Cases in ascending order of a dimension, of equal ones the lower number first. Even slices of the values are filled one
 * after the other and each is put in order by itself: in a Latin hypercube every slice holds one case.
 */
function ascending({ dimensions, x }: Sample, cases: Uint32Array, d: number): Uint32Array {
  // A column of its own: neighbours in memory are found several times as fast.
  const count = cases.length;
  const column = new Float64Array(count);
  let low = Infinity;
  let high = -Infinity;
  for (let place = 0; place < count; place++) {
    const value = x[cases[place]! * dimensions + d]!;
    column[place] = value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const order = new Uint32Array(count);
  const byValue = (a: number, b: number): number => column[a]! - column[b]! || a - b;
  const scale = (count - 1) / (high - low);
  if (Number.isFinite(scale)) {
    const ends = new Uint32Array(count + 1);
    for (const value of column) ends[Math.floor((value - low) * scale) + 1]! += 1;
    for (let slice = 1; slice <= count; slice++) ends[slice]! += ends[slice - 1]!;
    const next = ends.slice();
    for (let place = 0; place < count; place++) order[next[Math.floor((column[place]! - low) * scale)]!++] = place;
    for (let slice = 0; slice < count; slice++) {
      const [from, to] = [ends[slice]!, ends[slice + 1]!];
      if (to - from > 1) order.subarray(from, to).sort(byValue);
    }
  } else {
    for (let place = 0; place < count; place++) order[place] = place;
    order.sort(byValue);
  }
  for (let place = 0; place < count; place++) order[place] = cases[order[place]!]!;
  return order;
}

/** Widens a box, side by side, by slices of `alpha` of its cases, as long as its density does not fall. */
export function paste(sample: Sample, box: Box, options: PrimOptions = {}): PrimStep {
  return finished(pasting(sample, box, options));
}

/** The same in pieces. */
export function* pasting(
  sample: Sample,
  box: Box,
  { alpha = ALPHA }: PrimOptions = {}
): Generator<void, PrimStep, void> {
  let step: PrimStep = { box, peeled: -1, ...measure(box, sample) };
  for (;;) {
    let best: PrimStep | null = null;
    for (const d of restrictedDimensions(step.box)) {
      for (const side of ['low', 'high'] as const) {
        yield;
        const wider = widened(sample, step.box, d, side, Math.max(1, Math.round(alpha * step.inside)));
        if (!wider) continue;
        const measures = measure(wider, sample);
        if (measures.inside === step.inside) continue;
        const floor = best ?? step;
        if (measures.density > floor.density || (!best && measures.density === step.density))
          best = { box: wider, peeled: d, ...measures };
      }
    }
    if (!best) return step;
    step = best;
  }
}

/**
 * How likely a box would be as dense by chance without this dimension's limits: the binomial probability of at least as
 * many wanted cases among those inside, if each were wanted with the share that holds when the dimension is set free
 * (the quasi-p-value of Bryant & Lempert 2010). Small values say that the restriction is no accident.
 */
export function quasiP(sample: Sample, { box, inside, wanted }: PrimStep, dimension: number): number {
  const freed = { low: box.low.slice(), high: box.high.slice() };
  freed.low[dimension] = -Infinity;
  freed.high[dimension] = Infinity;
  return binomialTail(inside, wanted, measure(freed, sample).density);
}

/** Sides of a box that can be set free without changing which cases are inside are set free. */
export function simplified(sample: Sample, box: Box): Box {
  return finished(simplifying(sample, box));
}

/** The same in pieces. */
export function* simplifying(sample: Sample, box: Box): Generator<void, Box, void> {
  const { inside } = measure(box, sample);
  const simple = { low: box.low.slice(), high: box.high.slice() };
  for (const d of restrictedDimensions(box)) {
    for (const side of ['low', 'high'] as const) {
      yield;
      const end = simple[side][d]!;
      simple[side][d] = side === 'low' ? -Infinity : Infinity;
      if (measure(simple, sample).inside !== inside) simple[side][d] = end;
    }
  }
  return simple;
}

interface Slice {
  readonly dimension: number;
  /** Ends of what stays in this dimension. */
  readonly low: number;
  readonly high: number;
  readonly stays: number;
  readonly density: number;
}

function isBetter(a: Slice, b: Slice): boolean {
  if (a.density !== b.density) return a.density > b.density;
  if (a.stays !== b.stays) return a.stays > b.stays;
  return a.dimension < b.dimension;
}

/**
 * What stays when the lowest, or the highest, `alpha` of a dimension's cases goes; equal values go together. `order`: the
 * cases in ascending order of the dimension, of which `good` are wanted.
 */
function slicesOf(
  { dimensions, x, wanted }: Sample,
  order: Uint32Array,
  d: number,
  alpha: number,
  good: number
): Slice[] {
  const n = order.length;
  const valueAt = (place: number): number => x[order[place]! * dimensions + d]!;
  const goes = Math.max(1, Math.floor(alpha * n));
  const slices: Slice[] = [];
  let end = goes;
  while (end < n && valueAt(end) === valueAt(goes - 1)) end++;
  if (end < n) {
    let lost = 0;
    for (let place = 0; place < end; place++) lost += wanted[order[place]!]!;
    const stays = n - end;
    slices.push({ dimension: d, low: valueAt(end), high: Infinity, stays, density: (good - lost) / stays });
  }
  let start = n - goes;
  while (start > 0 && valueAt(start - 1) === valueAt(n - goes)) start--;
  if (start > 0) {
    let lost = 0;
    for (let place = start; place < n; place++) lost += wanted[order[place]!]!;
    slices.push({
      dimension: d,
      low: -Infinity,
      high: valueAt(start - 1),
      stays: start,
      density: (good - lost) / start
    });
  }
  return slices;
}

function narrowed({ low, high }: Box, slice: Slice): Box {
  const box = { low: low.slice(), high: high.slice() };
  const { dimension } = slice;
  if (slice.low !== -Infinity) box.low[dimension] = slice.low;
  if (slice.high !== Infinity) box.high[dimension] = slice.high;
  return box;
}

/** The box with its limit moved outwards past the next `count` cases; free where there are no more. Null where it is free already. */
function widened(
  { dimensions, count, x }: Sample,
  box: Box,
  d: number,
  side: 'low' | 'high',
  more: number
): Box | null {
  const end = box[side][d]!;
  if (!Number.isFinite(end)) return null;
  const freed = { low: box.low.slice(), high: box.high.slice() };
  freed[side][d] = side === 'low' ? -Infinity : Infinity;
  const restricted = restrictedDimensions(freed);
  const beyond: number[] = [];
  for (let i = 0; i < count; i++) {
    const value = x[i * dimensions + d]!;
    if ((side === 'low' ? value < end : value > end) && outsideIn(freed, restricted, x, i * dimensions) < 0)
      beyond.push(value);
  }
  if (beyond.length <= more) return freed;
  beyond.sort((a, b) => (side === 'low' ? b - a : a - b));
  freed[side][d] = beyond[more - 1]!;
  return freed;
}

/** P(X >= k) of a binomial variate with n trials of probability p, by its recurrence; 1 for k <= 0. */
export function binomialTail(n: number, k: number, p: number): number {
  if (k <= 0) return 1;
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  // Terms relative to the one at k, summed outwards, then scaled by the sum of all of them: no factorials, no logarithms.
  let tail = 0;
  let all = 0;
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const odds = p / (1 - p);
  for (let i = mode, term = 1; i <= n && term > 0; term *= (odds * (n - i)) / (i + 1), i++) {
    all += term;
    if (i >= k) tail += term;
  }
  for (let i = mode, term = 1; i >= 0 && term > 0; i--) {
    if (i < mode) {
      all += term;
      if (i >= k) tail += term;
    }
    term *= i / (odds * (n - i + 1));
  }
  return Math.min(1, tail / all);
}
