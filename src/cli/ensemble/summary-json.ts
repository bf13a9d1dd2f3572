import type { EnsembleResult, EventResult, ThresholdResult } from '$lib/analysis';
import { addMonths } from '$lib/i18n';
import { fingerprint } from '$lib/scenario';
import type { About } from './about';

/**
 * What an ensemble says beside its bands, as one JSON object: what was run, probabilities with their 95 % intervals, first
 * passages, events, failures. It holds nothing of how it was computed, so equal ensembles give equal bytes.
 */
export function summaryJson(about: About, result: EnsembleResult): string {
  const { start, model, scenario, link, reference, plan, outputs } = about;
  const { chance, ...draws } = plan;
  const dated = (counts: Uint32Array): Record<string, number> =>
    Object.fromEntries(
      [...counts].map((count, row) => [addMonths(start, row), count] as const).filter(([, count]) => count > 0)
    );
  return `${JSON.stringify(
    {
      model,
      scenario,
      link,
      reference,
      plan: { ...draws, shocks: chance },
      fingerprint: fingerprintOf(result),
      months: { first: start, last: addMonths(start, result.rows - 1) },
      outputs,
      exact_quantiles: result.bands.exact,
      runs: result.runs,
      failed: {
        runs: result.failed.count,
        first: result.failed.first.map(({ run, failure: { cell, value, date } }) => ({ run, cell, value, date }))
      },
      thresholds: result.thresholds.map((threshold) => thresholdEntry(threshold, start, dated)),
      events: result.events.map((event) => eventEntry(event, dated))
    },
    null,
    1
  )}\n`;
}

type Dated = (counts: Uint32Array) => Record<string, number>;

function thresholdEntry({ threshold, probability, firstPassage, never }: ThresholdResult, start: string, dated: Dated) {
  const { id, kind, ...question } = threshold;
  const last = threshold.kind === 'at' ? threshold.month : threshold.within;
  return {
    id,
    kind,
    ...question,
    [threshold.kind === 'at' ? 'date' : 'until']: addMonths(start, last),
    ...proportion(probability),
    ...(kind === 'at' ? {} : { first_passage: dated(firstPassage), never })
  };
}

function eventEntry({ event, strokes, firstStroke, never, atLeastOne }: EventResult, dated: Dated) {
  return { event, strokes, ...proportion(atLeastOne), first_stroke: dated(firstStroke), never };
}

function proportion({ hits, runs, share, low, high }: EventResult['atLeastOne']) {
  return { probability: Number.isNaN(share) ? null : share, interval_95: [low, high], hits, of: runs };
}

/** A short name of all that the summary says in numbers. */
function fingerprintOf({ bands, difference, thresholds, events, runs, failed }: EnsembleResult): string {
  const counts = [
    Uint32Array.of(runs, failed.count),
    ...thresholds.flatMap(({ firstPassage, probability, never }) => [
      firstPassage,
      Uint32Array.of(probability.hits, never)
    ]),
    ...events.flatMap(({ firstStroke, strokes, never }) => [firstStroke, Uint32Array.of(strokes, never)]),
    ...(difference ? [difference.above, difference.below] : [])
  ];
  const values = [bands.values, ...(difference ? [difference.bands.values] : [])];
  return fingerprint([...values, ...counts.map((column) => Float64Array.from(column))]);
}
