import type { Model } from '$lib/model';
import { dateOf, type EnsembleSettings } from '$lib/scenario';
import type { RunCases } from '../sensitivity/study-plan';
import { isMet } from './goal';
import type { Proposal } from './goal-search';
import {
  helps as helpsOf,
  judgeWay,
  seek,
  thinned,
  wayEvaluator,
  type GoalPlan,
  type Help,
  type Judged,
  type SeekOptions,
  type SeekWatch
} from './seek';

/**
 * The whole of goal seeking as a page and the command line do it: the search; then the way that was found, doing nothing,
 * and the other points of the front are held against the same futures, one after the other; where no way was found, what
 * would help. All of it plain data, and told as far as it is known whenever more is.
 */
export interface Way {
  /** By lever, in its own unit. */
  readonly targets: readonly number[];
  readonly cost: number;
  /** Value of each goal's output in the single run. */
  readonly values: readonly number[];
  /** All goals hold in the single run. */
  readonly isMet: boolean;
  /** Null where it was not held against futures. */
  readonly judged: Judged | null;
}

export interface GoalStudy {
  readonly idle: Way;
  /** The cheapest way found; null where none was. */
  readonly best: Way | null;
  readonly closest: Way;
  /** The front of cost against the output of one goal, `against`, with the cheapest way in it; cheapest first. */
  readonly against: number;
  readonly front: readonly Way[];
  /** What would bring the goal nearer; empty where a way was found. */
  readonly helps: readonly Help[];
  /** Runs of the search. */
  readonly runs: number;
  /** Futures that ways are held against; 0 for none. */
  readonly futures: number;
}

export interface GoalStudyOptions extends SeekOptions {
  /** How futures are drawn; null to hold nothing against them. */
  readonly futures: EnsembleSettings | null;
  /** Most points of the front. */
  readonly points: number;
  /** Number of the goal that the front is of. */
  readonly against: number;
  /** Inputs that are tried where no way was found. */
  readonly others: readonly string[];
}

export interface GoalStudyWatch {
  readonly signal?: AbortSignal | undefined;
  readonly onSearch?: SeekWatch['onProgress'];
  /** From 0 to 1 of the ways. */
  readonly onJudge?: ((share: number) => void) | undefined;
  /** As soon as the search is through, and again whenever a way was held against the futures. */
  readonly onPartial?: ((study: GoalStudy) => void) | undefined;
}

/** Rejects with the signal's reason where it is aborted. */
export async function studyGoal(
  model: Model,
  plan: GoalPlan,
  run: RunCases,
  options: GoalStudyOptions,
  { signal, onSearch, onJudge, onPartial }: GoalStudyWatch = {}
): Promise<GoalStudy> {
  const { goals } = plan.question;
  const { futures, points, against, others } = options;
  const sought = await seek(plan, wayEvaluator(plan, run), options, { signal, onProgress: onSearch });
  const { best, closest, idle } = sought;
  const found = best ? [] : await helpsOf(model, plan, closest, others, run);
  const front = withWay(thinned(sought.fronts[against] ?? [], against, points, best), best);

  const judged = new Map<Proposal, Judged>();
  const wayOf = (each: Proposal): Way => ({
    targets: [...each.targets],
    cost: each.cost,
    values: [...each.values],
    isMet: isMet(goals, (goal) => each.values[goal]!),
    judged: judged.get(each) ?? null
  });
  const told = (): GoalStudy => ({
    idle: wayOf(idle),
    best: best && wayOf(best),
    closest: wayOf(closest),
    against,
    front: front.map(wayOf),
    helps: found,
    runs: sought.runs,
    futures: futures?.runs ?? 0
  });
  onPartial?.(told());
  if (!futures) return told();
  const order = [...new Set([best ?? closest, idle, ...front])];
  for (const [place, each] of order.entries()) {
    signal?.throwIfAborted();
    judged.set(each, await judgeWay(plan, each.targets, futures, run));
    signal?.throwIfAborted();
    onJudge?.((place + 1) / order.length);
    onPartial?.(told());
  }
  return told();
}

/** The front with a way in it that another one of the same cost, or of a better value, kept out. */
function withWay(front: readonly Proposal[], way: Proposal | null): readonly Proposal[] {
  if (!way || front.includes(way)) return front;
  const place = front.findIndex(({ cost }) => cost > way.cost);
  return place < 0 ? [...front, way] : [...front.slice(0, place), way, ...front.slice(place)];
}

/** One row a way, under the ids of the model; what is not known is empty. */
export type WayRow = Readonly<Record<string, string | number>>;

/** The front as a file holds it. `start`: month 0. */
export function wayRows({ question: { goals }, levers }: GoalPlan, study: GoalStudy, start: string): readonly WayRow[] {
  return study.front.map((way, place): WayRow => ({
    way: place + 1,
    found: Number(study.best !== null && way.targets.every((target, i) => target === study.best!.targets[i])),
    cost: way.cost,
    ...Object.fromEntries(goals.map(({ output, month }, g) => [`${output}@${dateOf(month, start)}`, way.values[g]!])),
    met: Number(way.isMet),
    holds: way.judged?.all.share ?? '',
    low: way.judged?.all.low ?? '',
    high: way.judged?.all.high ?? '',
    ...Object.fromEntries(levers.map(({ id }, i) => [id, way.targets[i]!]))
  }));
}

/** The cheapest way of the front that holds in at least this share of futures, from 0 to 1; null where none is known to. */
export function cheapestHolding({ front }: Pick<GoalStudy, 'front'>, share: number): Way | null {
  return front.find(({ judged }) => judged !== null && judged.all.share >= share) ?? null;
}
