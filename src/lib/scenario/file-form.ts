import * as v from 'valibot';

/**
 * The form of a scenario document, as YAML or JSON gives it: what docs/scenario-files.md describes. Each entry is
 * checked by itself, so that one bad entry costs no other. Whether names and numbers fit the model is not asked here.
 */
const text = v.string();
const number = v.pipe(v.number(), v.finite());
const ramp = v.strictObject({ target: number, start: v.optional(text), ramp: v.optional(number) });

const profile = v.union([
  number,
  ramp,
  v.pipe(v.array(ramp), v.minLength(1)),
  v.strictObject({ points: v.record(text, number) })
]);

const onOrOff = (on: boolean): string => (on ? 'on' : 'off');

export const forms = {
  model: v.pipe(text, v.regex(/^[^@\s]+(@\S+)?$/)),
  text,
  number,
  profile,
  /** A person may well write true for on. */
  shocks: v.pipe(
    v.union([text, v.boolean()]),
    v.transform((value) => (typeof value === 'boolean' ? onOrOff(value) : value))
  ),
  event: v.strictObject({ event: text, month: text, magnitude: number })
} as const;

export type ProfileForm = v.InferOutput<typeof profile>;

/** How each part of a document is written, for notices. */
export const examples = {
  model: 'model: libya@1.0.0',
  title: 'title: …',
  note: 'note: …',
  profiles: 'profiles: { unified_force: { target: 80, start: 2025-01, ramp: 24 } }',
  profile:
    '80, { target: 80, start: 2025-01, ramp: 24 }, [{ target: 80 }, { target: 20, start: 2028-01 }], { points: { 2024-10: 17, 2027-01: 80 } }',
  parameters: 'parameters: { contest_decisiveness: 1.5 }',
  initial: 'initial: { trust: 0.3 }',
  number: '1.5',
  switches: 'switches: { violence_source: forced }',
  switch: 'forced',
  events: 'events: [{ event: conflict_relapse, month: 2026-10, magnitude: 0.55 }]',
  event: '{ event: conflict_relapse, month: 2026-10, magnitude: 0.55 }',
  settings: 'settings: { method: rk4, steps: 2, until: 2030-10 }',
  method: 'method: rk4',
  steps: 'steps: 2',
  until: 'until: 2030-10',
  ensemble: 'ensemble: { runs: 1000, seed: 7, uncertainty: narrow, sampling: sobol, shocks: on }',
  runs: 'runs: 1000',
  seed: 'seed: 7',
  uncertainty: 'uncertainty: narrow',
  sampling: 'sampling: sobol',
  shocks: 'shocks: on'
} as const;

/** The value in this form, or undefined. */
export function inForm<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}

/** Named entries of a plain object, or undefined for anything else. */
export function entriesOf(value: unknown): [string, unknown][] | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : undefined;
}
