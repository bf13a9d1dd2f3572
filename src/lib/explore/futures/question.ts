import { inputsOf, type DiscoveryQuestion, type Goal } from '$lib/analysis';
import type { Model } from '$lib/model';

/** What is asked of the page: plain data, which an address holds. */
export interface FuturesQuestion {
  /** Id of a preset, or the query of a scenario's link. */
  readonly base: string;
  readonly goals: readonly Goal[];
  /** Inputs that vary: none, those that are shown first, each one, or these. */
  readonly inputs: 'none' | 'principal' | 'all' | readonly string[];
  readonly uncertainty: DiscoveryQuestion['uncertainty'];
  readonly runs: number;
  readonly seed: number;
}

/** Sizes on the page: what is offered, and within what bounds. */
export const FUTURES = { runs: 4000, leastRuns: 100, mostRuns: 20_000, seed: 1 } as const;

export function isLink(base: string): boolean {
  return /[=?]/.test(base);
}

export function variedOf(model: Model, inputs: FuturesQuestion['inputs']): readonly string[] {
  return typeof inputs === 'string' ? inputsOf(model, inputs) : inputs;
}

/** Something varies, and something is asked. */
export function isAskable({ goals, inputs, uncertainty, runs }: FuturesQuestion): boolean {
  return goals.length > 0 && runs >= 2 && ((inputs !== 'none' && inputs.length > 0) || uncertainty !== 'none');
}

export function sameQuestion(one: FuturesQuestion, other: FuturesQuestion): boolean {
  const text = ({ base, goals, inputs, uncertainty, runs, seed }: FuturesQuestion): string =>
    JSON.stringify([
      base,
      goals.map(({ output, month, side, level }) => [output, month, side, level]),
      inputs,
      uncertainty,
      runs,
      seed
    ]);
  return text(one) === text(other);
}

/** The command that gives the same numbers; a step only where it is not the one that stands there by itself. */
export function commandOf(
  { base, inputs, uncertainty, runs, seed }: FuturesQuestion,
  goals: readonly string[],
  step: number | null
): string {
  const quoted = (text: string): string => (/^[\w@.,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
  return [
    'npm run -s mizan -- discover',
    quoted(base),
    ...goals.map((goal) => `--goal ${quoted(goal)}`),
    `--vary ${quoted(typeof inputs === 'string' ? inputs : inputs.join(','))}`,
    `--uncertainty ${uncertainty}`,
    `--runs ${runs}`,
    `--seed ${seed}`,
    ...(step === null ? [] : [`--step ${step}`])
  ].join(' ');
}
