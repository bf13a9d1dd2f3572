import type { Attribution, Interaction, Share } from './attribution';

/**
 * How an attribution reads: which shares and interactions are large enough to be told. All of it is measured against the
 * sum of the shares without their signs, so that changes that cancel each other do not make everything else look large.
 */

/** Part of all shares, without signs, from which a share or an interaction is told. */
export const LARGE = 0.05;

/** Sum of the shares without their signs. */
export function extentOf({ shares }: Pick<Attribution, 'shares'>): number {
  return shares.reduce((sum, { value }) => sum + Math.abs(value), 0);
}

/** Greatest first, without regard to sign; equal ones as the plan has them. */
export function inOrderOfSize(shares: readonly Share[]): readonly Share[] {
  return [...shares].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
}

/** Pairs whose interaction is at least a twentieth of all shares, greatest first. */
export function largeInteractions(attribution: Attribution): readonly Interaction[] {
  const least = LARGE * extentOf(attribution);
  return least > 0 ? attribution.interactions.filter(({ value }) => Math.abs(value) >= least) : [];
}

/** Pairs of large shares with opposite signs of which at most a seventh of the larger is left, the largest first; each share once. */
export function cancellingPairs(attribution: Attribution): readonly (readonly [Share, Share])[] {
  const least = LARGE * extentOf(attribution);
  const large = inOrderOfSize(attribution.shares).filter(({ value }) => least > 0 && Math.abs(value) >= least);
  const taken = new Set<Share>();
  return large.flatMap((one, index): [Share, Share][] => {
    if (taken.has(one)) return [];
    const other = large
      .slice(index + 1)
      .find(
        (each) =>
          !taken.has(each) &&
          Math.sign(each.value) === -Math.sign(one.value) &&
          Math.abs(one.value + each.value) <= Math.abs(one.value) / 7
      );
    if (!other) return [];
    taken.add(one).add(other);
    return [[one, other]];
  });
}
