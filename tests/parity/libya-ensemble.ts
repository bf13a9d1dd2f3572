import { readFileSync } from 'node:fs';
import { compile, openBackend, type Backend, type EnsemblePlan, type RunRequest, type Trajectory } from '$lib/engine';
import type { ModelBundle } from '$lib/model';
import { parseScenario, standardSettings, toRunInputs } from '$lib/scenario';
import { loadFolder } from '../libya/load';

/**
 * Ensembles of the Libya model's presets, for comparison with figures of an independent program: 500 runs with another
 * generator, other seeds and independent code, so figures agree within the error of two samples, not number by number.
 */
export const REFERENCE_RUNS = 500;

export type Figures = Readonly<Record<string, readonly [number, number, number]>>;
export interface ShockFigures {
  readonly events: Readonly<Record<string, number>>;
  readonly presets: Readonly<
    Record<
      string,
      { readonly stability: readonly number[]; readonly relapse: number; readonly means: readonly number[] }
    >
  >;
}

export const reference = JSON.parse(readFileSync('tests/fixtures/bands.json', 'utf8')) as {
  readonly bands: Readonly<Record<string, Readonly<Record<'narrow' | 'wide', Figures>>>>;
  readonly shocks: Readonly<Record<EnsemblePlan['uncertainty'], ShockFigures>>;
};

export class LibyaEnsemble {
  private constructor(
    private readonly bundle: ModelBundle,
    readonly backend: Backend
  ) {}

  static async open(): Promise<LibyaEnsemble> {
    const bundle = loadFolder('models/libya');
    return new LibyaEnsemble(bundle, await openBackend(compile(bundle.model)));
  }

  requestOf(preset: string, save: readonly string[]): RunRequest {
    const document = this.bundle.presets.find(({ id }) => id === preset)?.document;
    const { scenario } = parseScenario(document, this.bundle.model);
    const settings = standardSettings(this.bundle.model, 'euler');
    return { ...toRunInputs(this.bundle.model, { ...scenario!, settings }), chance: null, save };
  }

  /** Visits every run of a plan; a run that is not finite fails the test. */
  run(preset: string, save: readonly string[], plan: EnsemblePlan, visit: (trajectory: Trajectory) => void): void {
    const request = { base: this.requestOf(preset, save), plan, from: 0, to: plan.runs };
    this.backend.ensemble(request, (run, outcome) => {
      if (!outcome.ok) throw new Error(`${preset}, run ${run}: ${JSON.stringify(outcome.failure)}`);
      visit(outcome.trajectory);
    });
  }
}

/**
 * By how many standard errors of two samples a reference quantile of probability p misses ours: the share of our values
 * below it, less p, over sqrt(p·(1 - p)·(1/500 + 1/n)). Values equal to it count half.
 */
export function quantileMiss(values: readonly number[], p: number, quantile: number): number {
  const below = values.filter((value) => value < quantile).length + values.filter((v) => v === quantile).length / 2;
  return (below / values.length - p) / Math.sqrt(p * (1 - p) * (1 / REFERENCE_RUNS + 1 / values.length));
}

/** The same for a mean, by the spread of our own values. */
export function meanMiss(values: readonly number[], mean: number): number {
  const own = meanOf(values);
  const variance = values.reduce((sum, value) => sum + (value - own) ** 2, 0) / (values.length - 1);
  return (own - mean) / Math.sqrt(variance * (1 / REFERENCE_RUNS + 1 / values.length));
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export function quantileOf(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.round(p * (sorted.length - 1))]!;
}

export const rootMeanSquare = (misses: readonly number[]): number =>
  Math.sqrt(misses.reduce((sum, miss) => sum + miss * miss, 0) / misses.length);
