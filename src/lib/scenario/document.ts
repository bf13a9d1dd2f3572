import type * as v from 'valibot';
import type { Model } from '$lib/model';
import { standardSettings } from './canonical';
import { dateOf } from './dates';
import { ensembleEntries } from './ensemble';
import { entriesOf, examples, forms, inForm, type ProfileForm } from './file-form';
import { excerpt, Reading } from './reading';
import type { Notice, Profile, Scenario } from './scenario';

/**
 * Scenario documents: presets of a model, scenario files, in their plain form between YAML or JSON and a Scenario.
 * Like a link, a document is read entry by entry; what does not fit is named, the rest is applied.
 */

/** Reads a document for this model, whatever `model` says in it. Null only where it is no mapping at all. */
export function parseScenario(
  document: unknown,
  model: Model
): { readonly scenario: Scenario | null; readonly notices: readonly Notice[] } {
  const reading = new Reading(model);
  const entries = entriesOf(document ?? {});
  if (!entries) {
    reading.notice('not-a-scenario', {});
    return { scenario: null, notices: reading.notices };
  }
  for (const [key, value] of entries) readPart(reading, key, value);
  return { scenario: reading.finish(), notices: reading.notices };
}

type Example = keyof typeof examples;

function expect<S extends v.GenericSchema>(
  reading: Reading,
  key: string,
  schema: S,
  value: unknown,
  example: Example
): v.InferOutput<S> | undefined {
  const found = inForm(schema, value);
  if (found === undefined) reading.notice('bad-entry', { key: excerpt(key), expected: examples[example] });
  return found;
}

function readPart(reading: Reading, key: string, value: unknown): void {
  const text = (take: (text: string) => void, example: Example): void => {
    const found = expect(reading, key, forms.text, value, example);
    if (found !== undefined) take(found);
  };
  if (key === 'model') expect(reading, key, forms.model, value, 'model');
  else if (key === 'title') text((title) => reading.setTitle(key, title), 'title');
  else if (key === 'note') text((note) => reading.setNote(key, note), 'note');
  else if (key === 'events') readEvents(reading, value);
  else if (key === 'settings') readNamed(reading, key, value, readSetting);
  else if (key === 'ensemble') readNamed(reading, key, value, readEnsembleEntry);
  else if (key === 'profiles') readNamed(reading, key, value, readProfileEntry);
  else if (key === 'parameters' || key === 'initial') readNamed(reading, key, value, readNumberEntry);
  else if (key === 'switches') readNamed(reading, key, value, readSwitch);
  else reading.notice('unknown-entry', { key: excerpt(key) });
}

type ReadEntry = (reading: Reading, part: string, id: string, value: unknown) => void;

function readNamed(
  reading: Reading,
  part: 'settings' | 'ensemble' | 'profiles' | 'parameters' | 'initial' | 'switches',
  value: unknown,
  read: ReadEntry
): void {
  const entries = entriesOf(value ?? {});
  if (!entries) reading.notice('bad-entry', { key: part, expected: examples[part] });
  for (const [id, entry] of entries ?? []) read(reading, part, id, entry);
}

function readProfileEntry(reading: Reading, part: string, id: string, value: unknown): void {
  const key = `${part}.${excerpt(id)}`;
  const form = expect(reading, key, forms.profile, value, 'profile');
  const profile = form === undefined ? null : toProfile(reading, key, form);
  if (profile) reading.setProfile(key, id, profile);
}

function toProfile(reading: Reading, key: string, form: ProfileForm): Profile | null {
  if (typeof form === 'object' && 'points' in form) {
    const points = Object.entries(form.points).map(([date, value]) => ({ month: reading.month(key, date), value }));
    return points.every((point): point is { month: number; value: number } => point.month !== null)
      ? { kind: 'points', points }
      : null;
  }
  const listed = typeof form === 'number' ? [{ target: form }] : [form].flat();
  const ramps = listed.map(
    ({ target, start, ramp = 0 }: { target: number; start?: string | undefined; ramp?: number | undefined }) => ({
      target,
      start: start === undefined ? 0 : reading.month(key, start),
      ramp
    })
  );
  return ramps.every((one): one is { target: number; start: number; ramp: number } => one.start !== null)
    ? { kind: 'ramps', ramps }
    : null;
}

function readNumberEntry(reading: Reading, part: string, id: string, value: unknown): void {
  const key = `${part}.${excerpt(id)}`;
  const number = expect(reading, key, forms.number, value, 'number');
  if (number !== undefined && part === 'parameters') reading.setParameter(key, id, number);
  else if (number !== undefined) reading.setInitial(key, id, number);
}

function readSwitch(reading: Reading, part: string, id: string, value: unknown): void {
  const key = `${part}.${excerpt(id)}`;
  const choice = expect(reading, key, forms.text, value, 'switch');
  if (choice !== undefined) reading.setSwitch(key, id, choice);
}

function readEvents(reading: Reading, value: unknown): void {
  if (!Array.isArray(value)) return void reading.notice('bad-entry', { key: 'events', expected: examples.events });
  value.forEach((entry: unknown, i) => {
    const key = `events[${i + 1}]`;
    const form = expect(reading, key, forms.event, entry, 'event');
    const month = form === undefined ? null : reading.month(key, form.month);
    if (form !== undefined && month !== null) reading.addEvent(key, form.event, month, form.magnitude);
  });
}

function readSetting(reading: Reading, part: string, id: string, value: unknown): void {
  const key = `${part}.${excerpt(id)}`;
  if (id === 'method') {
    const method = expect(reading, key, forms.text, value, 'method');
    if (method !== undefined) reading.setMethod(key, method);
  } else if (id === 'steps') {
    const steps = expect(reading, key, forms.number, value, 'steps');
    if (steps !== undefined) reading.setWhole(key, 'steps', steps);
  } else if (id === 'until') {
    const until = expect(reading, key, forms.text, value, 'until');
    if (until !== undefined) reading.setUntil(key, until);
  } else reading.notice('unknown-entry', { key });
}

function readEnsembleEntry(reading: Reading, part: string, id: string, value: unknown): void {
  const key = `${part}.${excerpt(id)}`;
  if (id === 'runs' || id === 'seed') {
    const number = expect(reading, key, forms.number, value, id);
    if (number !== undefined) reading.setWhole(key, id, number);
  } else if (id === 'uncertainty') {
    const choice = expect(reading, key, forms.text, value, id);
    if (choice !== undefined) reading.setUncertainty(key, choice);
  } else if (id === 'sampling') {
    const choice = expect(reading, key, forms.text, value, id);
    if (choice !== undefined) reading.setSampling(key, choice);
  } else if (id === 'shocks') {
    const choice = expect(reading, key, forms.shocks, value, id);
    if (choice !== undefined) reading.setShocks(key, choice);
  } else reading.notice('unknown-entry', { key });
}

/** The plain document of a scenario: only what it changes, dates as YYYY-MM. `parseScenario` gives the scenario back. */
export function toDocument(model: Model, scenario: Scenario): Record<string, unknown> {
  const { start } = model.time;
  const { integrator, stepsPerMonth, months } = scenario.settings;
  const standard = standardSettings(model, integrator);
  const settings = {
    ...(integrator === model.time.integrator ? {} : { method: integrator }),
    ...(stepsPerMonth === standard.stepsPerMonth ? {} : { steps: stepsPerMonth }),
    ...(months === standard.months ? {} : { until: dateOf(months, start) })
  };
  const parts: Record<string, object> = {
    profiles: Object.fromEntries(
      Object.entries(scenario.profiles).map(([id, profile]) => [id, profileForm(profile, start)])
    ),
    parameters: scenario.parameters,
    initial: scenario.initial,
    switches: scenario.switches,
    events: scenario.events.map(({ event, month, magnitude }) => ({ event, month: dateOf(month, start), magnitude })),
    settings,
    ensemble: Object.fromEntries(ensembleEntries(scenario.settings.ensemble))
  };
  return {
    model: `${scenario.model.id}@${scenario.model.version}`,
    ...(scenario.title ? { title: scenario.title } : {}),
    ...(scenario.note ? { note: scenario.note } : {}),
    ...Object.fromEntries(Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0))
  };
}

function profileForm(profile: Profile, origin: string): unknown {
  if (profile.kind === 'points') {
    return { points: Object.fromEntries(profile.points.map(({ month, value }) => [dateOf(month, origin), value])) };
  }
  const ramps = profile.ramps.map(({ target, start, ramp }) => ({ target, start: dateOf(start, origin), ramp }));
  return ramps.length === 1 ? ramps[0] : ramps;
}
