/**
 * Measures of how a choice does over many futures, for choices that are compared under the same futures (McPhail et al.
 * 2018 for the family of measures). Values by choice, then by future; higher is better.
 */
export interface Robustness {
  /** Share of futures in which the goal is met (Starr's domain criterion). */
  readonly satisficing: number;
  /** The worst future (Wald's maximin). */
  readonly worst: number;
  /** The greatest regret: how much less than the best choice in the same future (Savage's minimax regret). */
  readonly greatestRegret: number;
  readonly mean: number;
}

/** `meets(choice, future)`: whether the goal is met. All choices have the same futures, at least one. */
export function robustness(
  values: readonly Float64Array[],
  meets: (choice: number, future: number) => boolean
): readonly Robustness[] {
  const futures = values[0]?.length ?? 0;
  const best = Float64Array.from({ length: futures }, (_, f) =>
    values.reduce((most, own) => Math.max(most, own[f]!), -Infinity)
  );
  return values.map((own, choice) => {
    let met = 0;
    let worst = Infinity;
    let regret = 0;
    let sum = 0;
    own.forEach((value, f) => {
      met += meets(choice, f) ? 1 : 0;
      worst = Math.min(worst, value);
      regret = Math.max(regret, best[f]! - value);
      sum += value;
    });
    return { satisficing: met / futures, worst, greatestRegret: regret, mean: sum / futures };
  });
}
