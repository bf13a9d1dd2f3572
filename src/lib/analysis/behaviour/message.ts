import type { Conclusion, Model } from '$lib/model';
import { CheckError } from '../error';
import { wilson, type Proportion } from '../ensemble/wilson';
import { recomputationOf, weightsBehind, type Recomputation } from './recomputation';
import { widthOf, type Figure, type SurveySpec } from './survey';

/**
 * Conclusions under other weights: what has to be saved from the runs, and what then follows for every conclusion without
 * running anything again. A conclusion is an ordering of two scenarios; its margin is the output of the one less that of
 * the other, and it holds where the margin is above zero.
 */
export interface Message {
  readonly conclusions: readonly Conclusion[];
  /** Scenarios that the conclusions compare, each once. */
  readonly scenarios: readonly string[];
  readonly spec: SurveySpec;
  /** Weights that may be chosen freely, by cell, and their values in the model. */
  readonly weights: readonly { readonly id: string; readonly value: number }[];
  /** Switches that the outputs depend on and that may be chosen freely. */
  readonly switches: readonly string[];
  /**
   * Margins of all conclusions on the row of figures that begins at `at`. `weights` in the order of `weights`, `choices`
   * the index of each switch's choice. NaN where a run left the finite numbers.
   */
  margins(rows: Float64Array, at: number, weights: ArrayLike<number>, choices: readonly number[]): Float64Array;
}

/** `switches`: those among which a person may choose. Throws CheckError where a conclusion cannot be answered. */
export function messageOf(model: Model, conclusions: readonly Conclusion[], switches: readonly string[]): Message {
  const outputs = [...new Set(conclusions.map(({ output }) => output))];
  const behind = new Set(outputs.flatMap((output) => weightsBehind(model, output)));
  const weights = model.parameters.filter(({ id }) => behind.has(id)).map(({ id, value }) => ({ id, value }));
  const free = { parameters: weights.map(({ id }) => id), switches };
  const recomputations = new Map(outputs.map((output) => [output, recomputationOf(model, output, free)]));

  const figures: Figure[] = [];
  const places = new Map<string, number>();
  const placeOf = (scenario: string, cell: string, month: number): number => {
    const key = `${scenario} ${cell} ${month}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, figures.length);
    figures.push({ scenario, cell, from: month, to: month });
    return figures.length - 1;
  };
  /** Every output of every scenario and month is worked out once, however many conclusions need it. */
  const subjects: { readonly recomputation: Recomputation; readonly places: Int32Array }[] = [];
  const subjectOf = memoised((scenario: string, output: string, month: number): number => {
    const recomputation = recomputations.get(output);
    if (!recomputation) throw new CheckError('unknown-name', { name: output });
    subjects.push({
      recomputation,
      places: Int32Array.from(recomputation.needs, (cell) => placeOf(scenario, cell, month))
    });
    return subjects.length - 1;
  });
  const pairs = conclusions.map(({ left, right, output, month }) => ({
    left: subjectOf(left, output, month),
    right: subjectOf(right, output, month)
  }));

  const scratch = new Float64Array(Math.max(0, ...[...recomputations.values()].map(({ width }) => width)));
  const values = new Float64Array(subjects.length);
  return {
    conclusions,
    scenarios: [...new Set(conclusions.flatMap(({ left, right }) => [left, right]))],
    spec: { figures, everywhere: [] },
    weights,
    switches,
    margins(rows, at, chosen, choices) {
      subjects.forEach(({ recomputation: { needs, reckon }, places: from }, s) => {
        for (let n = 0; n < needs.length; n++) scratch[n] = rows[at + from[n]!]!;
        for (let w = 0; w < weights.length; w++) scratch[needs.length + w] = chosen[w]!;
        for (let c = 0; c < choices.length; c++) scratch[needs.length + weights.length + c] = choices[c]!;
        values[s] = reckon(scratch);
      });
      return Float64Array.from(pairs, ({ left, right }) => values[left]! - values[right]!);
    }
  };
}

/** In how many runs of a survey each conclusion holds. A run without a figure does not hold it. */
export function sharesOverDraws(
  message: Message,
  rows: Float64Array,
  runs: number,
  weights: ArrayLike<number>,
  choices: readonly number[]
): readonly Proportion[] {
  const width = widthOf(message.spec);
  return counted(message, runs, (run) => message.margins(rows, run * width, weights, choices));
}

/**
 * In how many of many random weightings each conclusion holds, on one row of figures. `vectors` holds values for the
 * weights whose places `among` lists, vector by vector; the others stay as chosen.
 */
export function sharesOverWeights(
  message: Message,
  row: Float64Array,
  vectors: Float64Array,
  among: readonly number[],
  weights: ArrayLike<number>,
  choices: readonly number[]
): readonly Proportion[] {
  const chosen = Float64Array.from(weights);
  const count = among.length === 0 ? 0 : vectors.length / among.length;
  return counted(message, count, (vector) => {
    among.forEach((place, i) => {
      chosen[place] = vectors[vector * among.length + i]!;
    });
    return message.margins(row, 0, chosen, choices);
  });
}

function counted(
  { conclusions }: Message,
  count: number,
  marginsOf: (index: number) => Float64Array
): readonly Proportion[] {
  const hits = conclusions.map(() => 0);
  for (let i = 0; i < count; i++) {
    const margins = marginsOf(i);
    for (let c = 0; c < hits.length; c++) if (margins[c]! > 0) hits[c]! += 1;
  }
  return hits.map((each) => wilson(each, count));
}

function memoised(make: (a: string, b: string, c: number) => number): (a: string, b: string, c: number) => number {
  const known = new Map<string, number>();
  return (a, b, c) => {
    const key = `${a} ${b} ${c}`;
    const found = known.get(key) ?? make(a, b, c);
    known.set(key, found);
    return found;
  };
}
