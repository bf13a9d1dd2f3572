import {
  indexRows,
  screeningRows,
  swingRows,
  type Decomposition,
  type FactorGroup,
  type Grouping,
  type GroupIndices,
  type Screening,
  type StudyPlan,
  type StudyQuestion,
  type StudyRow,
  type Tornado
} from '$lib/analysis';

/** What was asked, without the scenario itself: the page names it. */
export type Asked = Omit<StudyQuestion, 'base'> & { readonly base: string };

/** The results of a study as plain data: what the site was built with, and what the reader's browser computes, alike. */
export interface StudyView {
  readonly asked: Asked;
  readonly factors: number;
  readonly months: readonly number[];
  readonly screening: { readonly runs: number; readonly rows: readonly StudyRow[] };
  readonly swings: { readonly runs: number; readonly base: number; readonly rows: readonly StudyRow[] };
  readonly decomposition: DecompositionView;
}

export interface DecompositionView {
  readonly rows: number;
  readonly runs: number;
  readonly mean: number;
  readonly variance: number;
  readonly widest: number;
  readonly groups: readonly (Omit<FactorGroup, 'factors'> & GroupIndices & { readonly size: number })[];
  readonly single: readonly number[];
  readonly broad: readonly number[];
  readonly overTime: Decomposition['months'];
  readonly table: readonly StudyRow[];
}

/** `most`: rows of the long tables that are kept. */
export function studyView(
  asked: Asked,
  { space, months }: StudyPlan,
  found: {
    readonly screening: Screening;
    readonly swings: Tornado;
    readonly grouping: Grouping;
    readonly decomposition: Decomposition;
  },
  most = Infinity
): StudyView {
  const { screening, swings, grouping, decomposition } = found;
  const { rows, runs, mean, variance, widest, indices, months: overTime } = decomposition;
  return {
    asked,
    factors: space.length,
    months,
    screening: { runs: screening.runs, rows: screeningRows(space, screening).slice(0, most) },
    swings: { runs: swings.runs, base: swings.base, rows: swingRows(space, swings).slice(0, most) },
    decomposition: {
      rows,
      runs,
      mean,
      variance,
      widest,
      groups: grouping.groups.map(({ factors, ...group }, g) => ({ ...group, ...indices[g]!, size: factors.length })),
      single: grouping.single,
      broad: grouping.broad,
      overTime,
      table: indexRows(grouping, decomposition)
    }
  };
}

/** Groups of a view by falling total index. */
export function ranked({ groups }: DecompositionView, view: readonly number[]): readonly number[] {
  return [...view].sort((a, b) => groups[b]!.total.value - groups[a]!.total.value || a - b);
}

/**
 * What a view leaves to working together: 1 less all that its groups do alone, and how far that is known (half widths of
 * the intervals, added as those of independent errors).
 */
export function together({ groups }: DecompositionView, view: readonly number[]): { value: number; error: number } {
  let sum = 0;
  let squares = 0;
  for (const g of view) {
    const { value, low, high } = groups[g]!.first;
    sum += value;
    squares += ((high - low) / 2) ** 2;
  }
  return { value: 1 - sum, error: Math.sqrt(squares) };
}
