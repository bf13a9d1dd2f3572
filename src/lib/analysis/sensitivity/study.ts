import { elementaryEffects, morrisDesign, type ElementaryEffects } from './morris';
import type { Design } from './design';
import { drained, drainedWith, type Estimate } from './bootstrap';
import { oneAtATimeDesign, swings, type Swing } from './one-at-a-time';
import { sobolDesign, sobolInPieces, type SobolIndices } from './sobol-indices';
import type { SpaceFactor } from './space';

/**
 * The studies of global sensitivity as a page and the command line run them, over anything that gives values at points of
 * the unit cube: screening first, then shares of variance of the factors that the screening put in front and of
 * everything else in groups, so that nothing is left out. Same space, same seed, same rows: the same bits, whatever computes.
 */

/** Values at points of the cube, point by point; `width` of them a point: the same output in several months. NaN where a run failed. */
export type Evaluate = (points: Float64Array) => Promise<Float64Array>;

export interface StudyWatch {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: { readonly done: number; readonly planned: number }) => void) | undefined;
  /** Lets others have their turn, between pieces of what is reckoned here. */
  readonly pause?: (() => Promise<void>) | undefined;
}

/** Points that are made and evaluated at a time. */
export const STRETCH = 1024;

/** Ends of the range of a probability that screening and swings go over: the outermost twentieths are left out. */
export const INNER: readonly [number, number] = [0.05, 0.95];

/** Coordinates of a design of the whole cube, moved into the inner nine tenths where they are probabilities. */
export function innerPoints(space: readonly SpaceFactor[], points: Float64Array): Float64Array {
  const [low, high] = INNER;
  return points.map((u, at) => (space[at % space.length]!.kind === 'input' ? u : low + u * (high - low)));
}

/**
 * Values at all points of a design. `known`: those of a shorter design that this one begins with; only the others are asked
 * for. Rejects with the signal's reason where it is aborted.
 */
export async function evaluateDesign(
  design: Design,
  width: number,
  evaluate: Evaluate,
  { signal, onProgress, known }: StudyWatch & { readonly known?: Float64Array | undefined } = {}
): Promise<Float64Array> {
  const values = new Float64Array(design.count * width);
  const start = known ? known.length / width : 0;
  if (known) values.set(known);
  for (let from = start; from < design.count; from += STRETCH) {
    signal?.throwIfAborted();
    const to = Math.min(design.count, from + STRETCH);
    values.set(await evaluate(design.points(from, to)), from * width);
    onProgress?.({ done: to, planned: design.count });
  }
  return values;
}

export interface Screening {
  readonly trajectories: number;
  readonly runs: number;
  /** By factor: the change of the output over a factor's whole range, in the output's unit. */
  readonly effects: readonly ElementaryEffects[];
  /** Factors by falling mu*; of two alike the earlier one of the space first. */
  readonly order: readonly number[];
}

/** Morris screening of all factors. `evaluate` gives one value a point. */
export async function screen(
  space: readonly SpaceFactor[],
  evaluate: Evaluate,
  { trajectories, seed }: { readonly trajectories: number; readonly seed: number },
  watch: StudyWatch = {}
): Promise<Screening> {
  const design = morrisDesign(space.length, trajectories, seed);
  const values = await evaluateDesign(design, 1, (points) => evaluate(innerPoints(space, points)), watch);
  const effects = elementaryEffects(design, (point) => values[point]!, { seed });
  const order = effects.map((_, factor) => factor);
  order.sort((a, b) => effects[b]!.muStar.value - effects[a]!.muStar.value || a - b);
  return { trajectories, runs: design.count, effects, order };
}

export interface FactorGroup {
  /** `factor:id`, `rest:group` and `group:group`; a group of inputs is marked so: `group:inputs.us`. */
  readonly id: string;
  readonly kind: 'factor' | 'rest' | 'group';
  /** What it is a group of. */
  readonly of: SpaceFactor['kind'];
  /** Id of the factor, of the sector or of the group of inputs. */
  readonly name: string;
  readonly factors: readonly number[];
}

/** Groups of one design, and the two ways in which some of them hold every factor exactly once. */
export interface Grouping {
  readonly groups: readonly FactorGroup[];
  /** Those in front one by one, the rest by sector and by group of inputs. */
  readonly single: readonly number[];
  /** By sector and by group of inputs alone. */
  readonly broad: readonly number[];
}

/** `leaders`: factors that stand alone. A group none of whose members stands alone is the same in both views. */
export function groupFactors(space: readonly SpaceFactor[], leaders: readonly number[]): Grouping {
  const whole = new Map<string, number[]>();
  space.forEach(({ kind, group }, factor) => {
    const key = kind === 'input' ? `inputs.${group}` : group;
    whole.set(key, [...(whole.get(key) ?? []), factor]);
  });
  const groups: FactorGroup[] = leaders.map((factor) => ({
    id: `factor:${space[factor]!.id}`,
    kind: 'factor',
    of: space[factor]!.kind,
    name: space[factor]!.id,
    factors: [factor]
  }));
  const single = leaders.map((_, place) => place);
  const broad: number[] = [];
  for (const [key, factors] of whole) {
    const { kind: of, group: name } = space[factors[0]!]!;
    const rest = factors.filter((factor) => !leaders.includes(factor));
    broad.push(groups.push({ id: `group:${key}`, kind: 'group', of, name, factors }) - 1);
    if (rest.length === factors.length) single.push(broad.at(-1)!);
    else if (rest.length > 0)
      single.push(groups.push({ id: `rest:${key}`, kind: 'rest', of, name, factors: rest }) - 1);
  }
  return { groups, single, broad };
}

/** Indices of one group, in one month. */
export interface GroupIndices {
  readonly first: Estimate;
  readonly total: Estimate;
}

export interface Decomposition {
  readonly rows: number;
  readonly runs: number;
  /** By group. */
  readonly indices: readonly GroupIndices[];
  readonly mean: number;
  readonly variance: number;
  /** Half the width of the widest 95 % interval of a total index. */
  readonly widest: number;
  /** By month asked for: variance and total indices by group, without intervals. */
  readonly months: readonly { readonly variance: number; readonly total: readonly number[] }[];
  /** Everything that was computed, for a longer design that begins with this one. */
  readonly values: Float64Array;
}

/**
 * Sobol indices of groups. `evaluate` gives `months` values a point, the last one being the month that the indices with
 * intervals are of. `known`: values of the same study with fewer rows.
 */
export async function decompose(
  space: readonly SpaceFactor[],
  { groups }: Grouping,
  evaluate: Evaluate,
  {
    rows,
    seed,
    months,
    known
  }: {
    readonly rows: number;
    readonly seed: number;
    readonly months: number;
    readonly known?: Float64Array | undefined;
  },
  watch: StudyWatch = {}
): Promise<Decomposition> {
  const design = sobolDesign(
    space.length,
    groups.map(({ factors }) => factors),
    rows,
    seed
  );
  const values = await evaluateDesign(design, months, evaluate, { ...watch, known });
  const at = (month: number) => (point: number) => values[point * months + month]!;
  const { signal, pause } = watch;
  const reckoned = async (month: number, resamples?: number): Promise<SobolIndices> => {
    const work = sobolInPieces(design, at(month), { seed, ...(resamples !== undefined && { resamples }) });
    if (!pause) return drained(work);
    await pause();
    const found = await drainedWith(work, pause);
    signal?.throwIfAborted();
    return found;
  };
  const { first, total, mean, variance } = await reckoned(months - 1);
  const overTime: { readonly variance: number; readonly total: readonly number[] }[] = [];
  for (let month = 0; month < months; month++) {
    const { variance: own, total: totals } = await reckoned(month, 0);
    overTime.push({ variance: own, total: totals.map(({ value }) => value) });
  }
  return {
    rows,
    runs: design.count,
    indices: groups.map((_, g) => ({ first: first[g]!, total: total[g]! })),
    mean,
    variance,
    widest: Math.max(...total.map(({ low, high }) => (high - low) / 2)),
    months: overTime,
    values
  };
}

export interface Tornado {
  readonly runs: number;
  /** Output of the base itself. */
  readonly base: number;
  readonly swings: readonly Swing[];
  /** Factors by falling distance between their two values. */
  readonly order: readonly number[];
}

/** One factor at a time around the base: NaN coordinates stand for what the base has (see `Cases`). */
export async function tornado(
  space: readonly SpaceFactor[],
  evaluate: Evaluate,
  watch: StudyWatch = {}
): Promise<Tornado> {
  const centre = new Float64Array(space.length).fill(NaN);
  const design = oneAtATimeDesign(centre, 0, 1);
  const values = await evaluateDesign(design, 1, (points) => evaluate(innerPoints(space, points)), watch);
  const found = swings(design, (point) => values[point]!);
  const size = ({ low, high }: Swing): number => {
    const width = Math.abs(high - low);
    return Number.isFinite(width) ? width : -1;
  };
  const order = found.map((_, factor) => factor);
  order.sort((a, b) => size(found[b]!) - size(found[a]!) || a - b);
  return { runs: design.count, base: values[0]!, swings: found, order };
}
