import type { Model } from '$lib/model';
import { wholeLink, type QuantileOf } from '$lib/scenario';
import { writeGoal } from '../goal-seeking/goal-text';
import { figureAt, type BoxRange, type Discovery, type DiscoveryPlan, type Inside, type ToldBox } from './discover';

/**
 * What a discovery found as plain data: what the command line writes as JSON and CSV, what a page shows and saves, and what
 * the site was built with, alike to the bit. Factors go by their ids, limits are in the units of the factors.
 */
export interface DiscoveryReport {
  readonly model: { readonly id: string; readonly version: string };
  /** Link of the scenario that the runs start from, or null where no link holds it. */
  readonly scenario: string | null;
  /** As they are written: `stability_index>55@2034-10`. */
  readonly goals: readonly string[];
  readonly inputs: readonly string[];
  readonly uncertainty: 'none' | 'narrow' | 'wide';
  readonly factors: number;
  readonly runs: number;
  readonly seed: number;
  readonly reached: number;
  readonly failed: number;
  readonly trajectory: readonly TrajectoryRow[];
}

export interface TrajectoryRow {
  /** Factor whose slice was shed to get here; null for the first box. */
  readonly peeled: string | null;
  readonly coverage: number;
  readonly density: number;
  readonly mass: number;
  readonly runs: number;
  readonly reached: number;
  readonly restricted: readonly string[];
}

export interface BoxReport {
  readonly coverage: number;
  readonly density: number;
  readonly mass: number;
  readonly runs: number;
  readonly reached: number;
  readonly ranges: readonly RangeReport[];
}

export interface RangeReport {
  readonly factor: string;
  readonly kind: 'input' | 'parameter' | 'initial';
  /** In the factor's unit; null where a side is free. */
  readonly low: number | null;
  readonly high: number | null;
  /** Of uncertain quantities: the probabilities of their distribution that the limits stand for. */
  readonly lowProbability?: number | null;
  readonly highProbability?: number | null;
  /** How likely chance would make the box as dense without this range. */
  readonly chance: number;
}

export interface InsideReport {
  /** Null where no link holds the scenario. */
  readonly link: string | null;
  readonly values: readonly number[];
}

export function discoveryReport(
  model: Model,
  { question, space }: DiscoveryPlan,
  { sample, reached, failed, steps }: Discovery,
  seed: number
): DiscoveryReport {
  const { base, goals, inputs, uncertainty } = question;
  return {
    model: { id: model.id, version: model.version },
    scenario: wholeLink(model, base),
    goals: goals.map((goal) => writeGoal(goal, model.time.start)),
    inputs,
    uncertainty,
    factors: space.length,
    runs: sample.count,
    seed,
    reached,
    failed,
    trajectory: steps.map(({ peeled, coverage, density, mass, inside, wanted, restricted }) => ({
      peeled: space[peeled]?.id ?? null,
      coverage,
      density,
      mass,
      runs: inside,
      reached: wanted,
      restricted: restricted.map((factor) => space[factor]!.id)
    }))
  };
}

/** From a coordinate of the cube to an input's target, or to the value that a probability of its distribution stands for. */
export function factorScale({ space }: DiscoveryPlan, quantileOf: QuantileOf): (factor: number, u: number) => number {
  return (factor, u) => {
    const own = space[factor]!;
    if (own.factor.kind !== 'quantile') return figureAt(own, u);
    return quantileOf(own.factor.cell, own.factor.uncertainty, u).value;
  };
}

export function boxReport(
  { space }: DiscoveryPlan,
  { coverage, density, mass, inside, wanted, ranges }: ToldBox,
  scale: (factor: number, u: number) => number
): BoxReport {
  const end = (factor: number, u: number): number | null => (Number.isFinite(u) ? scale(factor, u) : null);
  const at = (u: number): number | null => (Number.isFinite(u) ? u : null);
  const range = ({ factor, low, high, chance }: BoxRange): RangeReport => {
    const { id, kind } = space[factor]!;
    return {
      factor: id,
      kind,
      low: end(factor, low),
      high: end(factor, high),
      ...(kind !== 'input' && { lowProbability: at(low), highProbability: at(high) }),
      chance
    };
  };
  return { coverage, density, mass, runs: inside, reached: wanted, ranges: ranges.map(range) };
}

export function insideReport(model: Model, { scenario, values }: Inside): InsideReport {
  return { link: wholeLink(model, scenario), values };
}

/** One step of a discovery as a file of JSON. */
export function discoveryJson(
  report: DiscoveryReport,
  step: number,
  box: BoxReport,
  inside: InsideReport | null
): string {
  return `${JSON.stringify({ ...report, step, box, inside }, null, 1)}\n`;
}

/** The trajectory as CSV. Ids and numbers hold no comma, quote or line break; numbers have the digits that give back the same double. */
export function trajectoryCsv({ trajectory }: DiscoveryReport): string {
  const digits = (value: number): string => value.toPrecision(17);
  const rows = trajectory.map(({ peeled, coverage, density, mass, runs, reached, restricted }, step) =>
    [step, peeled ?? '', digits(coverage), digits(density), digits(mass), runs, reached, restricted.join(' ')].join(',')
  );
  return `${['step,peeled,coverage,density,mass,runs,reached,restricted', ...rows].join('\n')}\n`;
}
