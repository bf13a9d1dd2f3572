import type { SpaceFactor } from './space';
import type { Decomposition, Grouping, Screening, Tornado } from './study';

/**
 * The numbers of a study as rows of a table: the same in the files of the page and of the command line. Ids of columns and
 * of factors are stable; an empty cell is what does not apply.
 */
export type StudyRow = Readonly<Record<string, string | number>>;

/** By falling mu*. */
export function screeningRows(space: readonly SpaceFactor[], { effects, order }: Screening): readonly StudyRow[] {
  return order.map((factor, place) => {
    const { id, kind, group } = space[factor]!;
    const { muStar, mu, sigma } = effects[factor]!;
    return {
      rank: place + 1,
      factor: id,
      kind,
      group,
      mu_star: muStar.value,
      mu_star_low: muStar.low,
      mu_star_high: muStar.high,
      mu,
      sigma
    };
  });
}

/** Groups of both views; `view` says which one a group belongs to. */
export function indexRows({ groups, single, broad }: Grouping, { indices }: Decomposition): readonly StudyRow[] {
  return groups.map(({ id, factors }, g) => {
    const { first, total } = indices[g]!;
    const views = [single.includes(g) ? 'factors' : '', broad.includes(g) ? 'sectors' : ''].filter(Boolean);
    return {
      group: id,
      view: views.join(' '),
      factors: factors.length,
      first: first.value,
      first_low: first.low,
      first_high: first.high,
      total: total.value,
      total_low: total.low,
      total_high: total.high
    };
  });
}

/** By falling distance between both ends. */
export function swingRows(space: readonly SpaceFactor[], { base, swings, order }: Tornado): readonly StudyRow[] {
  return order.map((factor, place) => {
    const { id, kind, group } = space[factor]!;
    return { rank: place + 1, factor: id, kind, group, base, ...swings[factor]! };
  });
}
