import { messageOf, sharesOverDraws, sharesOverWeights, weightVectors, type Message } from '$lib/analysis';
import type { DeskLayout, Mechanism, Model, ModelBundle } from '$lib/model';
import { standardEnsemble } from '$lib/scenario';
import { checkDraws, namedScenarios, under, type NamedScenario, type Simulator } from '$lib/simulator';

/** What the page of the message computes with, prepared from a model and what stands around it. */
export interface MessageSubject {
  readonly model: Model;
  readonly message: Message;
  readonly scenarios: readonly NamedScenario[];
  /** Places, among the weights, of those that divide the whole: the dimensions. */
  readonly dimensions: readonly number[];
}

/** Random weightings, and draws, of which shares are told. */
export const WEIGHTINGS = 1000;
export const DRAWS = 500;
export const SEED = standardEnsemble.seed;

export function messageSubject(
  model: Model,
  { stability, switches = [] }: Pick<DeskLayout, 'stability' | 'switches'>,
  { presets, checkScenarios, conclusions }: Pick<ModelBundle, 'presets' | 'checkScenarios' | 'conclusions'>
): MessageSubject {
  const message = messageOf(model, conclusions, switches);
  const dimensions = stability.weights
    .map((id) => message.weights.findIndex((weight) => weight.id === id))
    .filter((place) => place >= 0);
  const scenarios = namedScenarios(model, [...presets, ...checkScenarios]).filter(({ id }) =>
    message.scenarios.includes(id)
  );
  return { model, message, scenarios, dimensions };
}

/** The row of the deterministic runs, with mechanisms left out. */
export async function nominalRow(
  simulator: Simulator,
  { model, scenarios, message }: MessageSubject,
  mechanisms: readonly Mechanism[]
): Promise<Float64Array> {
  const { rows } = await simulator.survey({ ...under(model, scenarios, mechanisms), spec: message.spec });
  return rows;
}

/** The rows of the draws, with mechanisms left out. */
export async function drawnRows(
  simulator: Simulator,
  { model, scenarios, message }: MessageSubject,
  mechanisms: readonly Mechanism[],
  watch: {
    readonly signal?: AbortSignal;
    readonly onProgress?: (progress: { done: number; planned: number }) => void;
  } = {}
): Promise<Float64Array> {
  const plan = checkDraws('wide', DRAWS);
  const { rows } = await simulator.survey({
    ...under(model, scenarios, mechanisms),
    spec: message.spec,
    plan,
    ...watch
  });
  return rows;
}

/** Shares over random weightings, for each choice of the first switch (or one, where there is none). */
export function weightingShares(
  { model, message, dimensions }: MessageSubject,
  row: Float64Array,
  weights: ArrayLike<number>,
  choices: readonly number[]
): readonly (readonly number[])[] {
  const vectors = weightVectors(WEIGHTINGS, dimensions.length, SEED);
  const [first] = message.switches;
  const ways = model.switches.find(({ id }) => id === first)?.choices ?? [''];
  return ways.map((_, way) =>
    sharesOverWeights(message, row, vectors, dimensions, weights, first ? [way, ...choices.slice(1)] : choices).map(
      ({ share }) => share
    )
  );
}

export function drawShares(
  { message }: MessageSubject,
  rows: Float64Array,
  weights: ArrayLike<number>,
  choices: readonly number[]
): readonly number[] {
  return sharesOverDraws(message, rows, DRAWS, weights, choices).map(({ share }) => share);
}
