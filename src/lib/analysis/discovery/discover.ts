import { sampler } from '$lib/engine';
import type { Model } from '$lib/model';
import { caseScenario, type QuantileOf, type Scenario } from '$lib/scenario';
import { isMet, type Goal } from '../goal-seeking/goal';
import type { Design } from '../sensitivity/design';
import { casesAt, factorSpace, type SpaceFactor } from '../sensitivity/space';
import { evaluateDesign, type Evaluate, type StudyWatch } from '../sensitivity/study';
import type { RunCases } from '../sensitivity/study-plan';
import { measure, wholeBox, type Box, type BoxMeasures, type Sample } from './box';
import { paste, peel, quasiP, simplified, type PrimOptions, type PrimStep } from './prim';

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
    points: (from, to) =>
      Float64Array.from({ length: (to - from) * dimensions }, (_, at) =>
        uniform(from + Math.floor(at / dimensions), at % dimensions)
      )
  };
}

/** `evaluate` gives a value for each goal at each point. Rejects with the signal's reason where it is aborted. */
export async function discover(
  goals: readonly Goal[],
  space: readonly SpaceFactor[],
  evaluate: Evaluate,
  { runs, seed, ...options }: PrimOptions & { readonly runs: number; readonly seed: number },
  watch: StudyWatch = {}
): Promise<Discovery> {
  const dimensions = space.length;
  const x = new Float64Array(runs * dimensions);
  const design = discoveryDesign(dimensions, runs, seed);
  const kept: Design = {
    ...design,
    points: (from, to) => {
      const points = design.points(from, to);
      x.set(points, from * dimensions);
      return points;
    }
  };
  const values = await evaluateDesign(kept, goals.length, evaluate, watch);
  const wanted = new Uint8Array(runs);
  let reached = 0;
  let failed = 0;
  for (let i = 0; i < runs; i++) {
    const valueOf = (goal: number): number => values[i * goals.length + goal]!;
    if (isMet(goals, valueOf)) {
      wanted[i] = 1;
      reached += 1;
    } else if (goals.some((_, g) => !Number.isFinite(valueOf(g)))) failed += 1;
  }
  const sample: Sample = { dimensions, count: runs, x, wanted };
  const steps = peel(sample, wholeBox(dimensions), options);
  let chosen = 0;
  const gain = ({ mass, density }: PrimStep): number => mass * (density - reached / runs);
  steps.forEach((step, number) => {
    if (gain(step) > gain(steps[chosen]!)) chosen = number;
  });
  return { sample, reached, failed, steps, chosen };
}

/**
 * A box of the trajectory as it is told: ranges that chance would bring as well are set free, the least certain first and
 * all others judged anew after it; then slices are put back where that costs no density.
 */
export function tellBox(sample: Sample, step: PrimStep): ToldBox {
  let box = step.box;
  for (;;) {
    const now: PrimStep = { box, peeled: -1, ...measure(box, sample) };
    const ranges = now.restricted.map((factor): BoxRange => ({
      factor,
      low: box.low[factor]!,
      high: box.high[factor]!,
      chance: quasiP(sample, now, factor)
    }));
    const idle = ranges.reduce<BoxRange | null>(
      (worst, range) => (range.chance >= SIGNIFICANT && range.chance > (worst?.chance ?? -1) ? range : worst),
      null
    );
    if (!idle) break;
    box = { low: box.low.slice(), high: box.high.slice() };
    box.low[idle.factor] = -Infinity;
    box.high[idle.factor] = Infinity;
  }
  box = simplified(sample, paste(sample, box).box);
  const told: PrimStep = { box, peeled: -1, ...measure(box, sample) };
  const ranges = told.restricted.map((factor): BoxRange => ({
    factor,
    low: box.low[factor]!,
    high: box.high[factor]!,
    chance: quasiP(sample, told, factor)
  }));
  const { coverage, density, mass, inside, wanted, restricted } = told;
  return { box, coverage, density, mass, inside, wanted, restricted, ranges };
}

/** The coordinate as the factor's own figure: an input's target, or a probability. */
export function figureAt({ kind, low, high }: SpaceFactor, u: number): number {
  return kind === 'input' ? low + u * (high - low) : u;
}

/**
 * A point inside the box: the run in it that reaches the goal and lies nearest to the middle of the ranges that it has, or
 * null where no run does. A restriction's free side ends where the cube does.
 */
export function pointInside({ dimensions, count, x, wanted }: Sample, { box, ranges }: ToldBox): number | null {
  let best: number | null = null;
  let least = Infinity;
  for (let i = 0; i < count; i++) {
    if (wanted[i] === 0) continue;
    let distance = 0;
    for (const { factor } of ranges) {
      const low = Math.max(0, box.low[factor]!);
      const high = Math.min(1, box.high[factor]!);
      const value = x[i * dimensions + factor]!;
      if (value < low || value > high) {
        distance = Infinity;
        break;
      }
      // In half widths of the range.
      const off = high > low ? (2 * value - low - high) / (high - low) : 0;
      distance += off * off;
    }
    if (distance < least) {
      least = distance;
      best = i;
    }
  }
  return best;
}

export interface Inside {
  readonly scenario: Scenario;
  /** Value of each goal's output. */
  readonly values: readonly number[];
}

/**
 * A scenario from inside the box that reaches the goal, as near to the base as can be: the middle of the ranges with all
 * else as in the base; else the run that `pointInside` gives, with its inputs and the quantities of the box; else that whole
 * run. Null where no run in the box reaches the goal.
 */
export async function scenarioInside(
  model: Model,
  { question, space }: DiscoveryPlan,
  sample: Sample,
  told: ToldBox,
  evaluate: Evaluate,
  quantileOf: QuantileOf
): Promise<Inside | null> {
  const run = pointInside(sample, told);
  if (run === null) return null;
  const { dimensions, x } = sample;
  const whole = x.slice(run * dimensions, (run + 1) * dimensions);
  const limits = new Map(told.ranges.map(({ factor, low, high }) => [factor, [Math.max(0, low), Math.min(1, high)]]));
  const middle = Array.from(whole, (_, factor) => {
    const [low, high] = limits.get(factor) ?? [NaN, NaN];
    return (low! + high!) / 2;
  });
  const moved = Array.from(whole, (u, factor) => (space[factor]!.kind === 'input' || limits.has(factor) ? u : NaN));
  const points = Float64Array.from([...middle, ...moved, ...whole]);
  const found = await evaluate(points);
  const width = question.goals.length;
  const chosen = [0, 1, 2].find((i) => isMet(question.goals, (goal) => found[i * width + goal]!));
  if (chosen === undefined) return null;
  return {
    scenario: caseScenario(model, casesAt(question.base, space, points), chosen, quantileOf),
    values: Array.from(found.subarray(chosen * width, (chosen + 1) * width))
  };
}
