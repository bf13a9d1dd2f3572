import { createHash } from 'node:crypto';
import type { EnsembleSpec, Threshold } from '$lib/analysis';
import type { EnsemblePlan } from '$lib/engine';
import type { Model } from '$lib/model';
import type { RunsForm } from './job';

/**
 * What an ensemble is, as plain data: enough to tell whether two files belong to the same one, and to write its results
 * without the model at hand.
 */
export interface About {
  /** `fingerprint`: of everything that is computed, not of texts, places and spellings. */
  readonly model: { readonly id: string; readonly version: string; readonly fingerprint: string };
  /** As a scenario file says it. */
  readonly scenario: unknown;
  readonly link: string | null;
  readonly reference: 'status_quo' | null;
  readonly plan: EnsemblePlan;
  /** First month, `YYYY-MM`. */
  readonly start: string;
  /** Outputs that are written, in order. */
  readonly outputs: readonly string[];
  readonly thresholds: readonly Threshold[];
  readonly runsForm: RunsForm | null;
}

/** What two ensembles can differ in, in the order in which it is looked for. */
export type Trait =
  | 'model'
  | 'scenario'
  | 'reference'
  | 'runs'
  | 'seed'
  | 'uncertainty'
  | 'sampling'
  | 'shocks'
  | 'outputs'
  | 'thresholds'
  | 'all';

const traits: readonly (readonly [Trait, (about: About) => unknown])[] = [
  ['model', ({ model }) => `${model.id}@${model.version} ${model.fingerprint}`],
  ['runs', ({ plan }) => plan.runs],
  ['seed', ({ plan }) => plan.seed],
  ['uncertainty', ({ plan }) => plan.uncertainty],
  ['sampling', ({ plan }) => plan.sampling],
  ['shocks', ({ plan }) => (plan.chance ? 'on' : 'off')],
  // The document of a scenario names its seed and the like too: what is told of is the nearest cause.
  ['scenario', ({ scenario }) => JSON.stringify(scenario)],
  ['reference', ({ reference }) => reference ?? 'none'],
  ['outputs', ({ outputs }) => outputs.join(',')],
  ['thresholds', ({ thresholds }) => thresholds.map(({ id }) => id).join(' ')],
  ['all', ({ runsForm }) => runsForm ?? 'none']
];

/** The first thing in which two ensembles differ, with both values; null where they are the same. */
export function differenceOf(
  one: About,
  other: About
): { readonly trait: Trait; readonly one: string; readonly other: string } | null {
  for (const [trait, read] of traits) {
    const values = [read(one), read(other)].map(String) as [string, string];
    if (values[0] !== values[1]) return { trait, one: values[0], other: values[1] };
  }
  return null;
}

/** The subject of a summary: the same text for the same ensemble, another for any other. */
export function subjectOf(about: About): string {
  const text = JSON.stringify(traits.map(([, read]) => read(about)));
  return `${about.model.id}@${about.model.version} ${digest(text)}`;
}

/** Where parts of a model stand in its files, and how their formulas are spelled: nothing is computed from it. */
const aboutTheFile = new Set(['at', 'span', 'nameSpan', 'setSpan', 'choiceSpan', 'text']);

export function fingerprintOfModel(model: Model): string {
  return digest(JSON.stringify(model, (key, value: unknown) => (aboutTheFile.has(key) ? undefined : value)));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** The fields of a summary's specification that follow from what the ensemble is. */
export type SpecBase = Pick<EnsembleSpec, 'subject' | 'plannedRuns' | 'paired' | 'thresholds'>;

export function specBaseOf(about: About): SpecBase {
  return {
    subject: subjectOf(about),
    plannedRuns: about.plan.runs,
    paired: about.reference !== null,
    thresholds: about.thresholds
  };
}
