import {
  decompose,
  evaluatorOf,
  groupFactors,
  planStudy,
  screen,
  STUDY,
  tornado,
  type Decomposition,
  type Grouping,
  type RunCases,
  type Screening,
  type StudyPlan,
  type StudyQuestion,
  type StudyWatch,
  type Tornado
} from '$lib/analysis';
import type { Model } from '$lib/model';

/** What a study found so far; a larger decomposition goes on from it. */
export interface Study {
  readonly plan: StudyPlan;
  readonly screening: Screening;
  readonly swings: Tornado;
  readonly grouping: Grouping;
  readonly decomposition: Decomposition;
}

export type Stage = 'screening' | 'swings' | 'decomposition';

export interface StageWatch {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?:
    ((stage: Stage, progress: { readonly done: number; readonly planned: number }) => void) | undefined;
}

/** The whole way from a question to its first decomposition. */
export async function runStudy(
  model: Model,
  question: StudyQuestion,
  run: RunCases,
  watch: StageWatch = {},
  rows: number = STUDY.rows
): Promise<Study> {
  const plan = planStudy(model, question);
  const { space } = plan;
  const last = evaluatorOf(plan, run, 'last');
  const { trajectories, seed, leaders } = STUDY;
  const screening = await screen(space, last, { trajectories, seed }, stageOf('screening', watch));
  const swings = await tornado(space, last, stageOf('swings', watch));
  const grouping = groupFactors(space, screening.order.slice(0, leaders));
  const decomposition = await decompose(
    space,
    grouping,
    evaluatorOf(plan, run, 'all'),
    { rows, seed, months: plan.months.length },
    stageOf('decomposition', watch)
  );
  return { plan, screening, swings, grouping, decomposition };
}

/** The same study with twice the rows: only the new ones are run. */
export async function refineStudy(study: Study, run: RunCases, watch: StageWatch = {}): Promise<Study> {
  const { plan, grouping, decomposition: before } = study;
  const decomposition = await decompose(
    plan.space,
    grouping,
    evaluatorOf(plan, run, 'all'),
    { rows: before.rows * 2, seed: STUDY.seed, months: plan.months.length, known: before.values },
    stageOf('decomposition', watch)
  );
  return { ...study, decomposition };
}

function stageOf(stage: Stage, { signal, onProgress }: StageWatch): StudyWatch {
  return { signal, onProgress: (progress) => onProgress?.(stage, progress) };
}
