import type { Model } from '$lib/model';
import type { Cases, Scenario } from '$lib/scenario';
import { casesAt, factorSpace, type SpaceFactor } from './space';
import type { Evaluate } from './study';

/** What is asked of a study of sensitivity: which number, around which scenario, over what. */
export interface StudyQuestion {
  readonly base: Scenario;
  /** Cell of an output, a stock or a variable. */
  readonly output: string;
  /** Months since the model's start, at least 1. */
  readonly month: number;
  /** Inputs that vary over their whole range: none, those that are shown first, or each one. */
  readonly inputs: 'none' | 'principal' | 'all';
  /** Distributions of uncertain quantities. */
  readonly uncertainty: 'none' | 'narrow' | 'wide';
}

export interface StudyPlan {
  readonly question: StudyQuestion;
  /** Empty where nothing varies. */
  readonly space: readonly SpaceFactor[];
  /** The end of each year up to the month that is asked for; that month comes last. */
  readonly months: readonly number[];
}

/** Steps of the course over time, in months. */
const YEAR = 12;

/** Standard sizes: of the screening; rows of a decomposition, of its first part and of the largest one that a page goes to; how many stand alone in it. */
export const STUDY = { trajectories: 10, rows: 512, firstRows: 128, mostRows: 4096, leaders: 12, seed: 1 } as const;

export function planStudy(model: Model, question: StudyQuestion): StudyPlan {
  const { base, inputs, uncertainty, month } = question;
  const months = Array.from({ length: Math.ceil(month / YEAR) - 1 }, (_, year) => (year + 1) * YEAR);
  return {
    question,
    // What the scenario itself sets is no longer uncertain in it, as in its ensembles.
    space: factorSpace(model, { inputs: inputsOf(model, inputs), uncertainty }).filter(
      ({ kind, id }) => kind === 'input' || !(id in base.parameters || id in base.initial)
    ),
    months: [...months, month]
  };
}

/** Ids of inputs and composites by what is asked for: none, those that are shown first, or each input. */
export function inputsOf({ inputs, composites }: Model, which: StudyQuestion['inputs']): readonly string[] {
  if (which === 'none') return [];
  if (which === 'all') return inputs.map(({ id }) => id);
  const together = composites.filter(({ principal }) => principal);
  const written = new Set(together.flatMap(({ writes }) => writes));
  return [
    ...inputs.filter(({ id, principal }) => principal && !written.has(id)).map(({ id }) => id),
    ...together.map(({ id }) => id)
  ];
}

/** Runs cases; a simulator's, or anything that answers alike. */
export type RunCases = (
  cases: Cases,
  options: { readonly outputs: readonly string[]; readonly months: readonly number[] }
) => Promise<{ readonly values: Float64Array }>;

/** Values at points of the plan's cube: in its months, or in the last of them alone. */
export function evaluatorOf({ question, space, months }: StudyPlan, run: RunCases, when: 'all' | 'last'): Evaluate {
  const asked = when === 'all' ? months : [question.month];
  return async (points) => {
    const { values } = await run(casesAt(question.base, space, points), { outputs: [question.output], months: asked });
    return values;
  };
}
