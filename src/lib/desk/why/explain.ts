import {
  cancellingPairs,
  extentOf,
  inOrderOfSize,
  LARGE,
  largeInteractions,
  type Attribution,
  type Interaction,
  type Player,
  type Share
} from '$lib/analysis';
import type { Phrases } from './phrases';

/**
 * An attribution in sentences, in the language of its words: where the figure stands, which changes brought it there, which
 * work against that or cancel each other, which do nothing, and what pairs do only together. What rounds to nothing in the
 * digits shown counts as nothing.
 */
export interface Telling extends Phrases {
  readonly output: string;
  readonly month: string;
  readonly scenario: string;
  readonly reference: string;
  /** Sampled orders, where shares are estimated. */
  readonly orders: number;
  nameOf(player: Player): string;
}

/** Changes that are named one by one; the rest is told together. */
const named = 3;

export function explain(attribution: Attribution, telling: Telling): string[] {
  const { words, isNought } = telling;
  const { from, to, shares } = attribution;
  if (shares.length === 0) return [];
  const total = to - from;
  const moving = inOrderOfSize(shares).filter(({ value }) => !isNought(value));
  const head = headOf(attribution, telling);
  if (moving.length === 0) return [head, words.nothing];
  if (shares.length === 1) return [head, words.onlyOne(telling.nameOf(shares[0]!.player), telling.signed(total))];
  return [
    head,
    ...(isNought(total) ? balanceOf(moving, telling) : directionsOf(attribution, moving, telling)),
    ...withoutEffect(shares, telling),
    ...largeInteractions(attribution)
      .filter(({ value }) => !isNought(value))
      .slice(0, named)
      .map((pair) => together(pair, attribution, telling)),
    ...sampling(attribution, telling)
  ];
}

function sampling({ method, shares }: Attribution, { words, orders, amount, isNought }: Telling): string[] {
  if (method === 'exact') return [];
  const error = 2 * Math.max(...shares.map((share) => share.error));
  return [isNought(error) ? words.sampledClosely(orders) : words.sampled(orders, amount(error))];
}

function headOf({ from, to }: Attribution, telling: Telling): string {
  const { words, output, month, scenario, reference, value, amount, isNought } = telling;
  if (isNought(to - from)) return words.headingSame(output, month, scenario, value(to), reference);
  return words.heading(output, month, scenario, value(to), amount(to - from), to > from, reference, value(from));
}

function said({ player, value }: Share, { nameOf, signed }: Telling): readonly [string, string] {
  return [nameOf(player), signed(value)];
}

/** The whole comes to nothing though its parts do not. */
function balanceOf(moving: readonly Share[], telling: Telling): string[] {
  const [up, down] = [1, -1].map((sign) =>
    moving
      .filter(({ value }) => Math.sign(value) === sign)
      .slice(0, named)
      .map((share) => said(share, telling))
  ) as [(readonly [string, string])[], (readonly [string, string])[]];
  return up.length > 0 && down.length > 0 ? [telling.words.balanced(up, down)] : [];
}

function directionsOf(attribution: Attribution, moving: readonly Share[], telling: Telling): string[] {
  const { words, isNought, signed } = telling;
  const least = LARGE * extentOf(attribution);
  const sign = Math.sign(attribution.to - attribution.from);
  const isLarge = ({ value }: Share): boolean => Math.abs(value) >= least;
  const along = moving.filter(({ value }) => Math.sign(value) === sign);
  const largest = along.filter((share, index) => index === 0 || (index < named && isLarge(share)));
  const cancelling = cancellingPairs(attribution);
  const opposed = moving
    .filter((share) => Math.sign(share.value) === -sign && isLarge(share))
    .filter((share) => !cancelling.some((pair) => pair.includes(share)))
    .slice(0, named);
  const told = new Set([...largest, ...opposed, ...cancelling.flat()]);
  const others = moving.filter((share) => !told.has(share));
  const rest = others.reduce((sum, { value }) => sum + value, 0);
  return [
    ...(largest.length > 0 ? [words.largest(largest.map((share) => said(share, telling)))] : []),
    ...(opposed.length > 0 ? [words.opposed(opposed.map((share) => said(share, telling)))] : []),
    ...cancelling.map(([one, other]) => words.cancel(...said(one, telling), ...said(other, telling))),
    ...(others.length > 0 && !isNought(rest) ? [words.others(others.length, signed(rest))] : [])
  ];
}

function withoutEffect(shares: readonly Share[], { words, nameOf, isNought }: Telling): string[] {
  const idle = shares.filter(({ value }) => isNought(value));
  if (idle.length === 0) return [];
  return [idle.length <= 2 ? words.without(idle.map(({ player }) => nameOf(player))) : words.manyWithout(idle.length)];
}

/**
 * What a pair does only together: of the whole where it goes the same way, less than one by one where it goes against what
 * the two bring, and without a side where the two themselves go apart.
 */
function together({ a, b, value }: Interaction, { from, to, shares, method }: Attribution, telling: Telling): string {
  const { words, nameOf, bare, amount, signed } = telling;
  const names = [nameOf(a), nameOf(b)] as const;
  const [one, other] = [a, b].map((player) => shares.find((share) => share.player === player)?.value ?? 0) as [
    number,
    number
  ];
  // Sampled, a pair was only run by itself.
  const average = method === 'exact' && shares.length > 2;
  if (one * other < 0) return words.mixed(...names, signed(value), average);
  const both = one + other;
  if (value * both < 0) return words.overlap(...names, amount(value), average);
  const total = to - from;
  const whole = total * value > 0 && Math.abs(total) >= Math.abs(value) ? amount(total) : null;
  const say = Math.abs(value) >= Math.abs(both) / 2 ? words.onlyTogether : words.reinforce;
  return say(...names, whole === null ? amount(value) : bare(value), whole, average);
}
