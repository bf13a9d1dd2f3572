import { ticks } from 'd3-array';
import {
  boxReport,
  discover,
  discoveryReport,
  factorScale,
  goalEvaluator,
  inPieces,
  insideReport,
  planDiscovery,
  scenarioInside,
  tellingBox,
  type BoxReport,
  type Discovery,
  type DiscoveryPlan,
  type DiscoveryReport,
  type DiscoveryWatch,
  type InsideReport,
  type RangeReport,
  type RunCases,
  type SpaceFactor
} from '$lib/analysis';
import type { Model } from '$lib/model';
import type { QuantileOf, Scenario } from '$lib/scenario';
import { variedOf, type FuturesQuestion } from './question';

/**
 * The results of a discovery as plain data: what the site was built with and what the reader's browser computes, alike. Every
 * step of the trajectory is told at once, so that choosing one needs nothing but looking it up.
 */
export interface FuturesView {
  readonly asked: FuturesQuestion;
  readonly report: DiscoveryReport;
  /** By goal: runs that reach it alone. */
  readonly met: readonly number[];
  /** Step of the largest gain. */
  readonly suggested: number;
  /** Boxes that differ, as they are told; and by step which of them it is. */
  readonly tellings: readonly Telling[];
  readonly telling: readonly number[];
  /** Those that a box restricts, by id. */
  readonly factors: Readonly<Record<string, FactorView>>;
  /** The first runs, for drawing: 1 where the goal is reached. */
  readonly drawn: readonly (0 | 1)[];
}

export interface Telling {
  readonly box: BoxReport;
  /** Null where no run in the box reaches the goal. */
  readonly inside: InsideReport | null;
}

export interface FactorView {
  readonly kind: RangeReport['kind'];
  /** Of an input: ends of its target, in its unit. */
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly { readonly at: number; readonly value: number }[];
  /** Shares of the runs of each kind in even slices of the axis, rounded. */
  readonly reached: readonly number[];
  readonly others: readonly number[];
  /** Places of the first runs on the axis, in thousandths. */
  readonly drawn: readonly number[];
}

export type Stage = 'runs' | 'boxes';

export interface FuturesWatch {
  readonly signal?: AbortSignal | undefined;
  /** `done` from 0 to 1 within the stage. */
  readonly onProgress?: ((stage: Stage, done: number) => void) | undefined;
  readonly breathe?: DiscoveryWatch['breathe'];
}

const SLICES = 20;
const DRAWN = 300;
/** Steps that a trajectory has about, each leaving 95 % down to 5 %. */
const STEPS = 59;

/** The whole way from a question to its boxes. Throws RangeError for an input that the model does not have. */
export async function runFutures(
  model: Model,
  asked: FuturesQuestion,
  base: Scenario,
  { run, quantileOf }: { readonly run: RunCases; readonly quantileOf: QuantileOf },
  { signal, onProgress, breathe }: FuturesWatch = {}
): Promise<FuturesView> {
  const { goals, uncertainty, runs, seed } = asked;
  const plan = planDiscovery(model, { base, goals, inputs: variedOf(model, asked.inputs), uncertainty });
  const evaluate = goalEvaluator(plan, run);
  const found = await discover(
    goals,
    plan.space,
    evaluate,
    { runs, seed },
    {
      signal,
      breathe,
      onProgress: ({ done, planned }) => onProgress?.('runs', done / planned),
      onPeeled: (steps) => onProgress?.('boxes', Math.min(0.5, steps / STEPS / 2))
    }
  );
  const scale = factorScale(plan, quantileOf);
  const tellings: Telling[] = [];
  const telling: number[] = [];
  const places = new Map<string, number>();
  for (const [step, peeled] of found.steps.entries()) {
    const told = await inPieces(tellingBox(found.sample, peeled), { signal, breathe });
    const key = told.ranges.map(({ factor, low, high }) => `${factor} ${low} ${high}`).join();
    let place = places.get(key);
    if (place === undefined) {
      const inside = await scenarioInside(model, plan, found.sample, told, evaluate, quantileOf);
      signal?.throwIfAborted();
      place = tellings.push({ box: boxReport(plan, told, scale), inside: inside && insideReport(model, inside) }) - 1;
      places.set(key, place);
    }
    telling.push(place);
    onProgress?.('boxes', 0.5 + (step + 1) / found.steps.length / 2);
  }
  await breathe?.();
  const restricted = new Set(tellings.flatMap(({ box }) => box.ranges.map(({ factor }) => factor)));
  return {
    asked,
    report: discoveryReport(model, plan, found, seed),
    met: found.met,
    suggested: found.chosen,
    tellings,
    telling,
    factors: Object.fromEntries(
      plan.space.flatMap((factor, place) =>
        restricted.has(factor.id) ? [[factor.id, factorView(plan, found, factor, place, scale)] as const] : []
      )
    ),
    drawn: Array.from(found.sample.wanted.subarray(0, DRAWN), (wanted) => (wanted === 1 ? 1 : 0))
  };
}

function factorView(
  { space }: DiscoveryPlan,
  { sample: { dimensions, count, x, wanted }, reached }: Discovery,
  { kind, low, high }: SpaceFactor,
  place: number,
  scale: (factor: number, u: number) => number
): FactorView {
  const good = new Array<number>(SLICES).fill(0);
  const bad = new Array<number>(SLICES).fill(0);
  for (let i = 0; i < count; i++) {
    const slice = Math.min(SLICES - 1, Math.floor(x[i * dimensions + place]! * SLICES));
    (wanted[i] === 1 ? good : bad)[slice]! += 1;
  }
  const share = (of: number) => (runs: number) => Math.round((10_000 * runs) / Math.max(1, of)) / 10_000;
  const isInput = space[place]!.kind === 'input';
  return {
    kind,
    low,
    high,
    ticks: isInput
      ? ticks(low, high, 4).map((value) => ({ at: (value - low) / (high - low || 1), value }))
      : [0.05, 0.5, 0.95].map((at) => ({ at, value: scale(place, at) })),
    reached: good.map(share(reached)),
    others: bad.map(share(count - reached)),
    drawn: Array.from({ length: Math.min(DRAWN, count) }, (_, i) => Math.round(1000 * x[i * dimensions + place]!))
  };
}

/** Where the ends of a range lie on the factor's axis, 0 to 1; null where a side is free. */
export function placesOf(range: RangeReport, { low, high }: FactorView): { low: number | null; high: number | null } {
  if (range.kind !== 'input') return { low: range.lowProbability ?? null, high: range.highProbability ?? null };
  const at = (value: number | null): number | null => (value === null ? null : (value - low) / (high - low || 1));
  return { low: at(range.low), high: at(range.high) };
}

export function tellingOf({ telling, tellings }: FuturesView, step: number): Telling {
  return tellings[telling[step] ?? 0]!;
}
