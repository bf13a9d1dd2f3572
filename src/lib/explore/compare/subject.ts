import type { Level } from '$lib/analysis';
import type { Better, Model, OutputDisplay } from '$lib/model';
import { standardEnsemble, type EnsembleSettings, type Scenario } from '$lib/scenario';

/** What the page compares with, and what a reader chose: plain data, the same on the server and in the page. */
export interface CompareSubject {
  readonly model: Model;
  /** Cells that stand in the table and the small panels, in order. */
  readonly headline: readonly string[];
  /** Which way of an output is better; of others nothing is said. */
  readonly better: Readonly<Record<string, Better>>;
  readonly presets: readonly ComparedPreset[];
}

export interface ComparedPreset {
  readonly id: string;
  readonly scenario: Scenario;
}

export interface CompareGoal extends Level {
  readonly output: string;
}

export interface CompareChoices {
  /** Output of the large figure and of the differences. */
  readonly output: string;
  /** Months of the table, ascending, 1 to 4 of them. */
  readonly dates: readonly number[];
  /** Place of the baseline. */
  readonly baseline: number;
  /** Outputs of the trade-off. */
  readonly x: string;
  readonly y: string;
  readonly goal: CompareGoal;
}

export const MOST_SCENARIOS = 4;
export const MOST_DATES = 4;
export const letters = ['a', 'b', 'c', 'd'] as const;

/** How the futures are drawn: 1,000 from the wide ranges, no random events. */
export const comparePlan: EnsembleSettings = { ...standardEnsemble, runs: 1000 };

/** Runs where there is no SIMD: each takes some fifty times as long. */
export const slowRuns = 100;

/** Single futures that the trade-off shows. */
export const DOTS = 200;

/** Where nobody has chosen: the status quo, and what the site finds telling. */
export const firstPresets = ['status_quo', 'force_and_border', 'fragility_package', 'military_only'] as const;

export function displayKind(model: Model, cell: string): OutputDisplay {
  return model.outputs.find((output) => output.cell === cell)?.display ?? 'number';
}

/** What stands there before anybody chooses: the first headline output against the second, at three dates of the run. */
export function firstChoices({ model, headline }: Pick<CompareSubject, 'model' | 'headline'>): CompareChoices {
  const { months } = model.time;
  const output = headline[0] ?? model.outputs[0]?.cell ?? '';
  const level = { index: 45, share: 0.5, percent: 5, number: 1 }[displayKind(model, output)];
  return {
    output,
    dates: [...new Set([Math.round(months / 5), Math.round(months / 2), months])],
    baseline: 0,
    x: headline[1] ?? output,
    y: output,
    goal: { output, side: 'above', level }
  };
}

/** Outputs and months of which all futures are wanted. */
export function askedOf(
  { headline }: Pick<CompareSubject, 'headline'>,
  { output, dates, x, y, goal }: CompareChoices
): { readonly outputs: readonly string[]; readonly months: readonly number[] } {
  return { outputs: [...new Set([...headline, output, x, y, goal.output])], months: dates };
}

/** Outputs of the table: the headline ones, and the one that the large figure shows. */
export function tableOutputs({ headline }: Pick<CompareSubject, 'headline'>, { output }: CompareChoices): string[] {
  return [...new Set([...headline, output])];
}
