import type { Model } from '$lib/model';
import {
  caseScenario,
  inputAt,
  inputRange,
  membersOf,
  type Cases,
  type EnsembleSettings,
  type Factor,
  type Scenario
} from '$lib/scenario';
import { wilson, type Proportion } from '../ensemble/wilson';
import type { StudyWatch } from '../sensitivity/study';
import type { RunCases } from '../sensitivity/study-plan';
import { isMet, shortfall, type Goal } from './goal';
import { GoalSearch, type Proposal } from './goal-search';
import { MOST_COST, type Lever } from './lever';

/**
 * Goal seeking from a question to ways, as a page and the command line do it, over anything that runs cases: the search
 * judges a proposal by the single run in which every uncertain number stands at its middle; what it found is then held
 * against many futures. Same model, same question, same seed: the same bits, whatever computes.
 */
export interface GoalQuestion {
  readonly base: Scenario;
  /** All of them must hold; at least one. Months are at least 1. */
  readonly goals: readonly Goal[];
  /** At least one; no input twice, neither by itself nor through a composite. */
  readonly levers: readonly LeverChoice[];
  /** Month in which moved levers begin to move, and months that they take. */
  readonly start: number;
  readonly ramp: number;
}

/** An input or composite that may be moved; null stands for what holds where nobody says. */
export interface LeverChoice {
  readonly id: string;
  /** Bounds in the person's unit; null: the whole range of the input. */
  readonly bounds: readonly [number, number] | null;
  /** Cost of one unit, at least 0; null: the whole range costs 100. */
  readonly cost: number | null;
}

export interface GoalPlan {
  readonly question: GoalQuestion;
  readonly levers: readonly PlannedLever[];
}

export interface PlannedLever extends Lever {
  /** What the input itself allows. */
  readonly range: readonly [number, number];
}

/** Standard sizes and timing. */
export const SEEK = {
  population: 96,
  generations: 40,
  beyond: 30,
  seed: 1,
  futures: 500,
  /** Points of the front that are told. */
  points: 18,
  start: 3,
  ramp: 24
} as const;

/** What the whole range of an input costs where nobody says: so a point of an input from 0 to 100 costs 1. */
export const RANGE_COST = 100;

/** Throws RangeError for an input that the model does not have. Bounds are widened to where a lever stands: it may always stay. */
export function planGoalSeek(model: Model, question: GoalQuestion): GoalPlan {
  const { base, levers } = question;
  const last = base.settings.months;
  return {
    question,
    levers: levers.map(({ id, bounds, cost }): PlannedLever => {
      const interval = inputRange(model, id);
      if (!interval) throw new RangeError(`Model ${model.id} has no input ${id}.`);
      const range: readonly [number, number] = [interval.minimum, interval.maximum];
      const start = inputAt(model, base, id, last);
      const [low, high] = bounds ?? range;
      const step = Math.max(...membersOf(model, id).map((input) => input.step));
      return {
        id,
        start,
        low: Math.min(start, Math.max(range[0], low)),
        high: Math.max(start, Math.min(range[1], high)),
        cost: cost ?? standardCost(range),
        range,
        ...(step > 0 && { step })
      };
    })
  };
}

export function standardCost([low, high]: readonly [number, number]): number {
  return high > low ? Math.min(MOST_COST, RANGE_COST / (high - low)) : 0;
}

/** Rows of targets as cases: a lever at its start keeps the course that the base gives it. */
export function wayCases(
  { question: { base, start, ramp }, levers }: GoalPlan,
  rows: readonly ArrayLike<number>[],
  futures: Cases['futures'] = null
): Cases {
  const values = new Float64Array(rows.length * levers.length);
  rows.forEach((targets, row) =>
    levers.forEach((lever, i) => {
      values[row * levers.length + i] = targets[i] === lever.start ? NaN : targets[i]!;
    })
  );
  const factors = levers.map(({ id }): Factor => ({ kind: 'input', id, start, ramp }));
  return { base, factors, count: rows.length, values, futures };
}

/** The way as a scenario of its own, for a link or a file. */
export function wayScenario(model: Model, plan: GoalPlan, targets: ArrayLike<number>): Scenario {
  return caseScenario(model, wayCases(plan, [targets]), 0, () => {
    throw new RangeError('A way moves inputs only.');
  });
}

/** Values of the goals' outputs in their months: as many a row as there are goals. */
export type EvaluateWays = (rows: readonly ArrayLike<number>[]) => Promise<Float64Array>;

export function wayEvaluator(plan: GoalPlan, run: RunCases): EvaluateWays {
  return (rows) => goalValues(plan.question.goals, wayCases(plan, rows), run);
}

async function goalValues(goals: readonly Goal[], cases: Cases, run: RunCases): Promise<Float64Array> {
  const outputs = [...new Set(goals.map(({ output }) => output))];
  const months = [...new Set(goals.map(({ month }) => month))].sort((a, b) => a - b);
  const { values } = await run(cases, { outputs, months });
  const width = outputs.length * months.length;
  const told = new Float64Array(cases.count * goals.length);
  goals.forEach(({ output, month }, g) => {
    const place = outputs.indexOf(output) * months.length + months.indexOf(month);
    for (let i = 0; i < cases.count; i++) told[i * goals.length + g] = values[i * width + place]!;
  });
  return told;
}

export interface SeekOptions {
  readonly population: number;
  readonly generations: number;
  readonly beyond: number;
  readonly seed: number;
}

export interface SeekWatch extends Pick<StudyWatch, 'signal'> {
  /** After every generation: from 0 to 1, runs so far, and the best so far. */
  readonly onProgress?:
    | ((progress: {
        readonly share: number;
        readonly runs: number;
        readonly best: Proposal | null;
        readonly closest: Proposal;
      }) => void)
    | undefined;
}

export interface Sought {
  /** What comes of doing nothing. */
  readonly idle: Proposal;
  /** The cheapest way found; null where none was. */
  readonly best: Proposal | null;
  readonly closest: Proposal;
  /** What no other proposal that was tried beats in cost and the value of a goal's output, by goal; cheapest first. */
  readonly fronts: readonly (readonly Proposal[])[];
  readonly runs: number;
}

/** Rejects with the signal's reason where it is aborted. */
export async function seek(
  { question: { goals }, levers }: GoalPlan,
  evaluate: EvaluateWays,
  options: SeekOptions,
  { signal, onProgress }: SeekWatch = {}
): Promise<Sought> {
  const search = new GoalSearch(levers, goals, options);
  for (let rows = search.next(); rows.length > 0; rows = search.next()) {
    signal?.throwIfAborted();
    const values = await evaluate(rows);
    signal?.throwIfAborted();
    search.tell((row, goal) => values[row * goals.length + goal]!);
    onProgress?.({ share: search.progress, runs: search.tried, best: search.best, closest: search.closest! });
  }
  return {
    idle: search.idle!,
    best: search.best,
    closest: search.closest!,
    fronts: goals.map((_, goal) => search.front(goal)),
    runs: search.tried
  };
}

/**
 * At most so many points of a front: its ends, the one to `keep`, and of the others, one after the other, that which lies
 * farthest from all that are kept, in cost and value relative to the front's own ranges.
 */
export function thinned(
  front: readonly Proposal[],
  goal: number,
  most: number,
  keep: Proposal | null
): readonly Proposal[] {
  const [first, last] = [front[0], front.at(-1)];
  if (!first || !last || front.length <= most) return front;
  const over = (range: number): number => (range === 0 ? 1 : range);
  const [cost, value] = [over(last.cost - first.cost), over(last.values[goal]! - first.values[goal]!)];
  const at = front.map((each) => [each.cost / cost, each.values[goal]! / value] as const);
  const room = front.map(() => Infinity);
  const chosen: number[] = [];
  const take = (place: number): void => {
    chosen.push(place);
    const [x, y] = at[place]!;
    at.forEach(([ownX, ownY], k) => {
      room[k] = Math.min(room[k]!, Math.max(Math.abs(ownX - x), Math.abs(ownY - y)));
    });
  };
  for (const place of new Set([0, front.length - 1, ...(keep ? [front.indexOf(keep)] : [])]))
    if (place >= 0) take(place);
  while (chosen.length < most) take(room.reduce((best, own, k) => (own > room[best]! ? k : best), 0));
  return chosen.sort((a, b) => a - b).map((place) => front[place]!);
}

/** A way under uncertainty: in how many futures the goals hold. */
export interface Judged {
  /** Futures in which all goals hold. */
  readonly all: Proportion;
  /** By goal. */
  readonly each: readonly Proportion[];
  /** Futures whose run left the finite numbers: the goals do not hold in them. */
  readonly failed: number;
}

/**
 * Holds a way against futures 0 to `futures.runs` - 1 of an ensemble: the same draws for every way, so that shares can be
 * compared.
 */
export async function judgeWay(
  plan: GoalPlan,
  targets: ArrayLike<number>,
  futures: EnsembleSettings,
  run: RunCases
): Promise<Judged> {
  const { goals } = plan.question;
  const count = futures.runs;
  const rows = Array.from({ length: count }, () => targets);
  const drawn = { settings: futures, runs: Uint32Array.from({ length: count }, (_, i) => i) };
  const values = await goalValues(goals, wayCases(plan, rows, drawn), run);
  const met = goals.map(() => 0);
  let all = 0;
  let failed = 0;
  for (let i = 0; i < count; i++) {
    const valueOf = (goal: number): number => values[i * goals.length + goal]!;
    goals.forEach((goal, g) => (met[g] = met[g]! + (shortfall(goal, valueOf(g)) === 0 ? 1 : 0)));
    if (isMet(goals, valueOf)) all += 1;
    else if (goals.some((_, g) => !Number.isFinite(valueOf(g)))) failed += 1;
  }
  return { all: wilson(all, count), each: met.map((hits) => wilson(hits, count)), failed };
}

/** What would bring the goal nearer where no way was found. */
export interface Help {
  readonly id: string;
  /** `bound`: a lever stands at a bound that is not the end of its range. `lever`: an input that may not be moved. */
  readonly kind: 'bound' | 'lever';
  readonly target: number;
  readonly values: readonly number[];
  readonly shortfall: number;
}

/**
 * From what came nearest: each lever that stands at a bound let go to the end of its range, and each of `others` moved to
 * either end of its own. What helps most first; what does not help is left out.
 */
export async function helps(
  model: Model,
  plan: GoalPlan,
  closest: Proposal,
  others: readonly string[],
  run: RunCases
): Promise<readonly Help[]> {
  const { question, levers } = plan;
  const { goals } = question;
  const bound = levers.flatMap(({ low, high, range }, i) => {
    const target = closest.targets[i]!;
    if (target === high && high < range[1]) return [{ i, target: range[1] }];
    if (target === low && low > range[0]) return [{ i, target: range[0] }];
    return [];
  });
  const free = others.filter((id) => !overlaps(model, id, levers));
  const wider = planGoalSeek(model, {
    ...question,
    levers: [...question.levers, ...free.map((id) => ({ id, bounds: null, cost: null }))]
  });
  const idle = Float64Array.from(wider.levers, ({ start }, i) => closest.targets[i] ?? start);
  const moved = (i: number, target: number): Float64Array => {
    const targets = idle.slice();
    targets[i] = target;
    return targets;
  };
  const tries = [
    ...bound.map(({ i, target }) => ({ id: levers[i]!.id, kind: 'bound' as const, target, targets: moved(i, target) })),
    ...free.flatMap((id, f) => {
      const i = levers.length + f;
      return wider.levers[i]!.range.filter((target) => target !== wider.levers[i]!.start).map((target) => ({
        id,
        kind: 'lever' as const,
        target,
        targets: moved(i, target)
      }));
    })
  ];
  if (tries.length === 0) return [];
  const values = await wayEvaluator(wider, run)(tries.map(({ targets }) => targets));
  const told = tries.map(({ id, kind, target }, t): Help => {
    const own = Array.from(values.subarray(t * goals.length, (t + 1) * goals.length));
    return { id, kind, target, values: own, shortfall: relative(goals, closest, own) };
  });
  const before = relative(goals, closest, closest.values);
  return told.filter((help) => help.shortfall < before).sort((a, b) => a.shortfall - b.shortfall);
}

/** Sum of what is missing, each relative to what is missing in the nearest way. */
function relative(goals: readonly Goal[], closest: Proposal, values: ArrayLike<number>): number {
  let sum = 0;
  goals.forEach((goal, g) => {
    const missing = shortfall(goal, closest.values[g]!);
    sum += shortfall(goal, values[g]!) / (missing > 0 ? missing : Math.max(1e-9, Math.abs(goal.level)));
  });
  return sum;
}

/** Composites, and inputs that no composite moves: everything once, in the order of the inputs. */
export function movableInputs({ inputs, composites }: Model): readonly string[] {
  const ids = inputs.map(({ id }) => composites.find(({ writes }) => writes.includes(id))?.id ?? id);
  return [...new Set(ids)];
}

/** Whether an input or composite moves what one of the levers moves. */
export function overlaps(model: Model, id: string, levers: readonly { readonly id: string }[]): boolean {
  const own = membersOf(model, id).map((input) => input.id);
  return levers.some((lever) => membersOf(model, lever.id).some((input) => own.includes(input.id)));
}
