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
  /** Lets the page have its turn. */
  readonly pause?: (() => Promise<void>) | undefined;
  /** A smaller decomposition on the way to the one asked for; without it the way goes straight there. */
  readonly onPart?: ((study: Study) => void) | undefined;
}

/** The whole way from a question to its decomposition: of few rows first, where someone watches, then twice as many each time. */
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
  const begun = { plan, screening, swings, grouping };
  let part: Decomposition | undefined;
  for (let size = watch.onPart ? Math.min(STUDY.firstRows, rows) : rows; ; size = Math.min(2 * size, rows)) {
    part = await onward(begun, size, rows, part?.values, run, watch);
    if (size === rows) return { ...begun, decomposition: part };
    watch.onPart?.({ ...begun, decomposition: part });
  }
}

/** The same study with twice the rows: only the new ones are run. */
export async function refineStudy(study: Study, run: RunCases, watch: StageWatch = {}): Promise<Study> {
  const { rows, values } = study.decomposition;
  return { ...study, decomposition: await onward(study, 2 * rows, 2 * rows, values, run, watch) };
}

/** A decomposition of `rows` that goes on from what is known; progress is told against `most` rows. */
function onward(
  { plan, grouping }: Pick<Study, 'plan' | 'grouping'>,
  rows: number,
  most: number,
  known: Float64Array | undefined,
  run: RunCases,
  watch: StageWatch
): Promise<Decomposition> {
  const { signal, onProgress, pause } = stageOf('decomposition', watch);
  const planned = most * (grouping.groups.length + 2);
  return decompose(
    plan.space,
    grouping,
    evaluatorOf(plan, run, 'all'),
    { rows, seed: STUDY.seed, months: plan.months.length, known },
    { signal, pause, onProgress: ({ done }) => onProgress?.({ done, planned }) }
  );
}

function stageOf(stage: Stage, { signal, onProgress, pause }: StageWatch): StudyWatch {
  return { signal, pause, onProgress: (progress) => onProgress?.(stage, progress) };
}
