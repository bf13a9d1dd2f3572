import {
  movableInputs,
  planGoalSeek,
  SEEK,
  studyGoal,
  wayRows,
  wayScenario,
  type GoalPlan,
  type GoalStudy,
  type GoalStudyWatch,
  type PlannedLever,
  type RunCases,
  type Way,
  type WayRow
} from '$lib/analysis';
import type { Model } from '$lib/model';
import { encodeLink, standardEnsemble, type Scenario } from '$lib/scenario';
import type { AskedGoal } from './question';

/** An answer with its question, as plain data: what the site was built with, and what the reader's browser computes, alike. */
export interface GoalResult {
  readonly asked: AskedGoal;
  readonly levers: readonly PlannedLever[];
  readonly study: GoalStudy;
  /** Most points of the front. */
  readonly points: number;
  /** Links of the base, of the way that is shown first, and of each point of the front. */
  readonly links: { readonly base: string; readonly shown: string; readonly front: readonly string[] };
  /** The front as a file holds it. */
  readonly rows: readonly WayRow[];
}

export interface GoalSizes {
  readonly futures: number;
  readonly points: number;
}

export const goalSizes: GoalSizes = { futures: SEEK.futures, points: SEEK.points };

/** Of the example that stands in the page before any script. */
export const exampleSizes: GoalSizes = { futures: 200, points: 12 };

/** Where there is no SIMD each run takes some twenty times as long. */
export const slowSizes: GoalSizes = { futures: 100, points: 8 };

/** Rejects with the signal's reason where it is aborted. */
export async function seekGoal(
  model: Model,
  base: Scenario,
  asked: AskedGoal,
  run: RunCases,
  { futures, points }: GoalSizes,
  {
    onPartial,
    ...watch
  }: Omit<GoalStudyWatch, 'onPartial'> & {
    readonly onPartial?: (result: GoalResult) => void;
  } = {}
): Promise<GoalResult> {
  const { goals, levers, start, ramp, seed, against } = asked;
  const plan = planGoalSeek(model, { base, goals, levers, start, ramp });
  const tell = (study: GoalStudy): GoalResult => resultOf(model, plan, asked, study, points);
  const study = await studyGoal(
    model,
    plan,
    run,
    {
      population: SEEK.population,
      generations: SEEK.generations,
      beyond: SEEK.beyond,
      seed,
      futures: { ...standardEnsemble, runs: futures },
      points,
      against: Math.min(against, goals.length - 1),
      others: movableInputs(model)
    },
    { ...watch, onPartial: (partial) => onPartial?.(tell(partial)) }
  );
  return tell(study);
}

function resultOf(model: Model, plan: GoalPlan, asked: AskedGoal, study: GoalStudy, points: number): GoalResult {
  const linkOf = ({ targets }: Way): string => encodeLink(model, wayScenario(model, plan, targets));
  return {
    asked,
    levers: plan.levers,
    study,
    points,
    links: {
      base: encodeLink(model, plan.question.base),
      shown: linkOf(study.best ?? study.closest),
      front: study.front.map(linkOf)
    },
    rows: wayRows(plan, study, model.time.start)
  };
}

export function isSameWay(one: Way, other: Way): boolean {
  return one.targets.every((target, i) => target === other.targets[i]);
}
