import { sampler } from '$lib/engine';
import type { Model } from '$lib/model';
import { caseScenario, type QuantileOf, type Scenario } from '$lib/scenario';
import { isMet, type Goal } from '../goal-seeking/goal';
import type { Design } from '../sensitivity/design';
import { casesAt, factorSpace, type SpaceFactor } from '../sensitivity/space';
import type { Evaluate, StudyWatch } from '../sensitivity/study';
import type { RunCases } from '../sensitivity/study-plan';
import { measure, measureFreed, wholeBox, type Box, type BoxMeasures, type Sample } from './box';
import { binomialTail, finished, pasting, peeling, simplifying, type PrimOptions, type PrimStep } from './prim';

/**
 * Scenario discovery from a goal to boxes, as a page and the command line do it, over anything that gives values at points
 * of the unit cube: runs are drawn by a Latin hypercube, each is held to the goal, and boxes are peeled in which the goal
 * is reached more often (Bryant & Lempert 2010). Same space, same goals, same seed, same runs: the same bits, whatever
 * computes.
 */
export interface DiscoveryQuestion {
  readonly base: Scenario;
  /** All of them must hold; at least one. Months are at least 1. */
  readonly goals: readonly Goal[];
  /** Inputs and composites that vary over their whole range. */
  readonly inputs: readonly string[];
  /** Distributions of uncertain quantities; with `none` they stay where the base has them. */
  readonly uncertainty: 'none' | 'narrow' | 'wide';
}

export interface DiscoveryPlan {
  readonly question: DiscoveryQuestion;
  /** Empty where nothing varies. */
  readonly space: readonly SpaceFactor[];
}

/** Standard sizes. */
export const DISCOVERY = { runs: 20_000, seed: 1 } as const;

/** A restriction stays in a told box where chance would bring it less often than this. */
export const SIGNIFICANT = 0.05;

export interface Discovery {
  /** Coordinates of the cube, by run, and which runs reach the goal. */
  readonly sample: Sample;
  readonly reached: number;
  /** By goal: runs that reach it, whatever becomes of the others. */
  readonly met: readonly number[];
  /** Runs that left the finite numbers: they do not reach the goal. */
  readonly failed: number;
  /** The peeling trajectory, from everything inwards. */
  readonly steps: readonly PrimStep[];
  /**
   * Step of the largest gain, mass times the density over that of all runs (the weighted relative accuracy of Lavrač,
   * Flach & Zupan 1999): a box that holds much and tells much. Of two alike the earlier one.
   */
  readonly chosen: number;
}

/** One limit of a box as a person reads it. */
export interface BoxRange {
  /** Number of the factor in the space. */
  readonly factor: number;
  /** Coordinates of the cube; -Infinity and Infinity where a side is free. */
  readonly low: number;
  readonly high: number;
  /** How likely the box would be as dense without this range by chance. */
  readonly chance: number;
}

export interface ToldBox extends BoxMeasures {
  readonly box: Box;
  readonly ranges: readonly BoxRange[];
}

/** Throws RangeError for an input that the model does not have. */
export function planDiscovery(model: Model, question: DiscoveryQuestion): DiscoveryPlan {
  const { inputs, uncertainty } = question;
  return { question, space: factorSpace(model, { inputs, uncertainty }) };
}

/** Values of the goals' outputs in their months at points of the plan's cube: as many a point as there are goals. */
export function goalEvaluator({ question, space }: DiscoveryPlan, run: RunCases): Evaluate {
  const { base, goals } = question;
  const outputs = [...new Set(goals.map(({ output }) => output))];
  const months = [...new Set(goals.map(({ month }) => month))].sort((a, b) => a - b);
  const places = goals.map(({ output, month }) => outputs.indexOf(output) * months.length + months.indexOf(month));
  const width = outputs.length * months.length;
  return async (points) => {
    const { values } = await run(casesAt(base, space, points), { outputs, months });
    const count = points.length / space.length;
    const told = new Float64Array(count * goals.length);
    for (let i = 0; i < count; i++)
      places.forEach((place, g) => (told[i * goals.length + g] = values[i * width + place]!));
    return told;
  };
}

/** A Latin hypercube over the space. */
export function discoveryDesign(dimensions: number, runs: number, seed: number): Design {
  const uniform = sampler({ sampling: 'latin-hypercube', runs, seed, dimensions });
  return {
    dimensions,
    count: runs,
    points: (from, to) => {
      const points = new Float64Array((to - from) * dimensions);
      for (let run = from, at = 0; run < to; run++) for (let d = 0; d < dimensions; d++) points[at++] = uniform(run, d);
      return points;
    }
  };
}

export interface DiscoveryWatch extends StudyWatch {
  /** Steps of the trajectory so far, after all runs. */
  readonly onPeeled?: ((steps: number) => void) | undefined;
  /** Called between two pieces of work of a few milliseconds: who has other things to do gives a promise to wait for. */
  readonly breathe?: (() => Promise<void> | undefined) | undefined;
}

/** Runs that are made and evaluated at a time, and coordinates that are drawn in one piece. */
const STRETCH = 1024;
const DRAWN = 16_384;

/** `evaluate` gives a value for each goal at each point. Rejects with the signal's reason where it is aborted. */
export async function discover(
  goals: readonly Goal[],
  space: readonly SpaceFactor[],
  evaluate: Evaluate,
  { runs, seed, ...options }: PrimOptions & { readonly runs: number; readonly seed: number },
  watch: DiscoveryWatch = {}
): Promise<Discovery> {
  const dimensions = space.length;
  const design = discoveryDesign(dimensions, runs, seed);
  const { x, values } = await valuesOf(design, goals.length, evaluate, watch);
  const wanted = new Uint8Array(runs);
  const met = goals.map(() => 0);
  let reached = 0;
  let failed = 0;
  for (let i = 0; i < runs; i++) {
    const valueOf = (goal: number): number => values[i * goals.length + goal]!;
    goals.forEach((goal, g) => (met[g]! += isMet([goal], () => valueOf(g)) ? 1 : 0));
    if (isMet(goals, valueOf)) {
      wanted[i] = 1;
      reached += 1;
    } else if (goals.some((_, g) => !Number.isFinite(valueOf(g)))) failed += 1;
  }
  const sample: Sample = { dimensions, count: runs, x, wanted };
  const pause = watch.breathe?.();
  if (pause) await pause;
  const steps = await peeled(sample, options, watch);
  let chosen = 0;
  const gain = ({ mass, density }: PrimStep): number => mass * (density - reached / runs);
  steps.forEach((step, number) => {
    if (gain(step) > gain(steps[chosen]!)) chosen = number;
  });
  return { sample, reached, met, failed, steps, chosen };
}

/** Coordinates of all points, and `width` values of each. The next points are drawn while the last ones are evaluated. */
async function valuesOf(
  design: Design,
  width: number,
  evaluate: Evaluate,
  { signal, onProgress, breathe }: DiscoveryWatch
): Promise<{ readonly x: Float64Array; readonly values: Float64Array }> {
  const { count, dimensions } = design;
  const x = new Float64Array(count * dimensions);
  const values = new Float64Array(count * width);
  const atOnce = Math.max(1, Math.floor(DRAWN / Math.max(1, dimensions)));
  let evaluated = Promise.resolve();
  try {
    for (let from = 0; from < count; from += STRETCH) {
      const to = Math.min(count, from + STRETCH);
      for (let point = from; point < to; point += atOnce) {
        x.set(design.points(point, Math.min(to, point + atOnce)), point * dimensions);
        const pause = breathe?.();
        if (pause) await pause;
      }
      await evaluated;
      signal?.throwIfAborted();
      if (from > 0) onProgress?.({ done: from, planned: count });
      evaluated = evaluate(x.slice(from * dimensions, to * dimensions)).then((told) => values.set(told, from * width));
    }
    await evaluated;
  } finally {
    // Nobody waits any more for what was asked last where something failed before it.
    evaluated.catch(() => undefined);
  }
  signal?.throwIfAborted();
  onProgress?.({ done: count, planned: count });
  return { x, values };
}

function peeled(sample: Sample, options: PrimOptions, watch: DiscoveryWatch): Promise<readonly PrimStep[]> {
  return inPieces(peeling(sample, wholeBox(sample.dimensions), options), watch, watch.onPeeled);
}

/** Work in pieces, with time for others in between. Rejects with the signal's reason where it is aborted. */
export async function inPieces<Piece, T>(
  work: Generator<Piece, T, void>,
  { signal, breathe }: Pick<DiscoveryWatch, 'signal' | 'breathe'>,
  onPiece?: (piece: Piece) => void
): Promise<T> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    onPiece?.(value);
    const pause = breathe?.();
    if (pause) await pause;
    signal?.throwIfAborted();
  }
}

/**
 * A box of the trajectory as it is told: ranges that chance would bring as well are set free, the least certain first and
 * all others judged anew after it; then slices are put back where that costs no density.
 */
export function tellBox(sample: Sample, step: PrimStep): ToldBox {
  return finished(tellingBox(sample, step));
}

/** The same in pieces. */
export function* tellingBox(sample: Sample, step: PrimStep): Generator<void, ToldBox, void> {
  let box = step.box;
  for (;;) {
    yield;
    const ranges = rangesOf(sample, box, measure(box, sample));
    const idle = ranges.reduce<BoxRange | null>(
      (worst, range) => (range.chance >= SIGNIFICANT && range.chance > (worst?.chance ?? -1) ? range : worst),
      null
    );
    if (!idle) break;
    box = { low: box.low.slice(), high: box.high.slice() };
    box.low[idle.factor] = -Infinity;
    box.high[idle.factor] = Infinity;
  }
  box = yield* simplifying(sample, (yield* pasting(sample, box)).box);
  yield;
  const told = measure(box, sample);
  return { box, ...told, ranges: rangesOf(sample, box, told) };
}

/** The limits of a box, each with how likely chance would do without it: what `quasiP` says, for all of them at once. */
function rangesOf(sample: Sample, box: Box, { inside, wanted }: BoxMeasures): readonly BoxRange[] {
  return measureFreed(box, sample).map(({ dimension: factor, inside: freed, wanted: good }) => ({
    factor,
    low: box.low[factor]!,
    high: box.high[factor]!,
    chance: binomialTail(inside, wanted, freed > 0 ? good / freed : 0)
  }));
}

/** The coordinate as the factor's own figure: an input's target, or a probability. */
export function figureAt({ kind, low, high }: SpaceFactor, u: number): number {
  return kind === 'input' ? low + u * (high - low) : u;
}

/**
 * Runs inside the box that reach the goal, at most so many, nearest to the middle of its ranges first; of two alike the
 * earlier one. A restriction's free side ends where the cube does.
 */
export function pointsInside(
  { dimensions, count, x, wanted }: Sample,
  { box, ranges }: ToldBox,
  most: number
): readonly number[] {
  const near: { readonly run: number; readonly distance: number }[] = [];
  for (let run = 0; run < count; run++) {
    if (wanted[run] === 0) continue;
    let distance = 0;
    for (const { factor } of ranges) {
      const low = Math.max(0, box.low[factor]!);
      const high = Math.min(1, box.high[factor]!);
      const value = x[run * dimensions + factor]!;
      if (value < low || value > high) {
        distance = Infinity;
        break;
      }
      // In half widths of the range.
      const off = high > low ? (2 * value - low - high) / (high - low) : 0;
      distance += off * off;
    }
    if (distance < Infinity) near.push({ run, distance });
  }
  near.sort((one, other) => one.distance - other.distance || one.run - other.run);
  return near.slice(0, most).map(({ run }) => run);
}

export interface Inside {
  readonly scenario: Scenario;
  /** Value of each goal's output. */
  readonly values: readonly number[];
}

/** Runs whose inputs are tried, before one is taken as a whole. */
const TRIED = 24;

/**
 * A scenario from inside the box that reaches the goal, as near to the base as can be: the middle of the ranges with all
 * else as in the base; else, of the runs that `pointsInside` gives, the first whose inputs and quantities of the box do with
 * all else as in the base; else the first of them as a whole. Null where no run in the box reaches the goal.
 */
export async function scenarioInside(
  model: Model,
  { question, space }: DiscoveryPlan,
  sample: Sample,
  told: ToldBox,
  evaluate: Evaluate,
  quantileOf: QuantileOf
): Promise<Inside | null> {
  const { dimensions, x } = sample;
  const wholes = pointsInside(sample, told, TRIED).map((run) => x.slice(run * dimensions, (run + 1) * dimensions));
  const [nearest] = wholes;
  if (!nearest) return null;
  const limits = new Map(told.ranges.map(({ factor, low, high }) => [factor, [Math.max(0, low), Math.min(1, high)]]));
  const middle = nearest.map((_, factor) => {
    const [low, high] = limits.get(factor) ?? [NaN, NaN];
    return (low! + high!) / 2;
  });
  const moved = wholes.map((whole) =>
    whole.map((u, factor) => (space[factor]!.kind === 'input' || limits.has(factor) ? u : NaN))
  );
  const tried = [middle, ...moved, nearest];
  const points = new Float64Array(tried.length * dimensions);
  tried.forEach((point, place) => points.set(point, place * dimensions));
  const found = await evaluate(points);
  const width = question.goals.length;
  const chosen = tried.findIndex((_, i) => isMet(question.goals, (goal) => found[i * width + goal]!));
  if (chosen < 0) return null;
  return {
    scenario: caseScenario(model, casesAt(question.base, space, points), chosen, quantileOf),
    values: Array.from(found.subarray(chosen * width, (chosen + 1) * width))
  };
}
