import { exp } from '$lib/engine';

/**
 * How well a hazard told when wars broke out. Only months of peace count. Two questions: did the hazard stand higher in the
 * months before an onset than in other months of peace (area under the ROC curve: 0.5 is chance; Hanley and McNeil 1982),
 * and were its monthly chances closer to what happened than the mean frequency of onsets (Brier skill; Brier 1950)?
 */
/** Fewer onsets than this cannot establish skill, whatever the figures. */
export const FEW_ONSETS = 10;

export interface HazardSkill {
  /** Months of peace. */
  readonly months: number;
  readonly onsets: number;
  /** Onsets that the hazard adds up to over the months of peace. */
  readonly expected: number;
  readonly auc: number | null;
  /** 1 - Brier score / Brier score of the mean frequency; 0 or less is no skill. */
  readonly brierSkill: number | null;
}

/**
 * `hazard`: onsets per year at the start of each month. `wars`: first and last month of each. `lead`: months before an
 * onset that the hazard should single out.
 */
export function hazardSkill(
  hazard: ArrayLike<number>,
  wars: readonly { readonly from: number; readonly until: number }[],
  lead = 12
): HazardSkill {
  const atWar = (month: number): boolean => wars.some(({ from, until }) => from <= month && month <= until);
  const peace = Array.from({ length: hazard.length }, (_, month) => month).filter((month) => !atWar(month));
  const before = (month: number): boolean => wars.some(({ from }) => from - lead <= month && month < from);
  const strikes = (month: number): number => (wars.some(({ from }) => from === month + 1) ? 1 : 0);
  const chance = (month: number): number => 1 - exp(-hazard[month]! / 12);

  const onsets = peace.reduce((sum, month) => sum + strikes(month), 0);
  const frequency = onsets / peace.length;
  let score = 0;
  let reference = 0;
  let expected = 0;
  for (const month of peace) {
    const happened = strikes(month);
    score += (chance(month) - happened) * (chance(month) - happened);
    reference += (frequency - happened) * (frequency - happened);
    expected += hazard[month]! / 12;
  }
  return {
    months: peace.length,
    onsets,
    expected,
    auc: areaUnderCurve(
      peace.filter(before).map((month) => hazard[month]!),
      peace.filter((month) => !before(month)).map((month) => hazard[month]!)
    ),
    brierSkill: reference === 0 ? null : 1 - score / reference
  };
}

/** Chance that one of `positive` exceeds one of `negative`, ties half (Mann and Whitney 1947). */
export function areaUnderCurve(positive: readonly number[], negative: readonly number[]): number | null {
  if (positive.length === 0 || negative.length === 0) return null;
  let wins = 0;
  for (const p of positive)
    for (const n of negative) {
      if (p > n) wins += 1;
      else if (p === n) wins += 0.5;
    }
  return wins / (positive.length * negative.length);
}
