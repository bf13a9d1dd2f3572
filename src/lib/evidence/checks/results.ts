import type { CheckShare, CheckVerdict } from '$lib/analysis';
import type { Mechanism } from '$lib/model';
import {
  checkDraws,
  drawnShares,
  mutationTable,
  nominalVerdicts,
  type CheckSubject,
  type Mutation,
  type Simulator
} from '$lib/simulator';

/**
 * The figures of the page of behaviour checks, worked out by any simulator: while the site is built, and again by the
 * reader's browser. The same seed gives the same bits.
 */
export interface CheckResults {
  readonly runs: number;
  readonly seed: number;
  /** In the order of the checks. */
  readonly nominal: readonly CheckVerdict[];
  readonly narrow: readonly CheckShare[];
  readonly wide: readonly CheckShare[];
  /** In the order of the mechanisms. */
  readonly mutations: readonly Mutation[];
}

export interface CheckAsking {
  readonly runs: number;
  readonly seed: number;
  readonly signal?: AbortSignal;
  /** From 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

export async function computeChecks(
  simulator: Simulator,
  subject: CheckSubject,
  mechanisms: readonly Mechanism[],
  { runs, seed, signal, onProgress }: CheckAsking
): Promise<CheckResults> {
  const all = 2 * runs + mechanisms.length;
  let before = 0;
  const watch = {
    ...(signal && { signal }),
    onProgress: ({ done }: { readonly done: number }): void => onProgress?.((before + done) / all)
  };
  const nominal = await nominalVerdicts(simulator, subject, [], signal ? { signal } : {});
  const mutations = await mutationTable(simulator, subject, mechanisms, watch);
  before += mechanisms.length;
  const narrow = await drawnShares(simulator, subject, { ...checkDraws('narrow', runs), seed }, watch);
  before += runs;
  const wide = await drawnShares(simulator, subject, { ...checkDraws('wide', runs), seed }, watch);
  return { runs, seed, nominal, narrow, wide, mutations };
}

/** Figures that are not the same in two results, to the bit; and how many there are in all. */
export function compareResults(
  one: CheckResults,
  other: CheckResults
): { readonly all: number; readonly differ: number } {
  const a = figuresOf(one);
  const b = figuresOf(other);
  const differ = a.filter((value, i) => !Object.is(value, b[i])).length + Math.abs(a.length - b.length);
  return { all: a.length, differ };
}

function figuresOf({ nominal, narrow, wide, mutations }: CheckResults): (number | string)[] {
  return [
    ...nominal.flatMap(({ holds, margin }) => [Number(holds), margin]),
    ...[...narrow, ...wide].flatMap(({ hits, share, low, high, margins }) => [
      hits,
      share,
      low,
      high,
      margins.low,
      margins.middle,
      margins.high
    ]),
    ...mutations.flatMap(({ fails, headline }) => [fails.join(' '), headline])
  ];
}
