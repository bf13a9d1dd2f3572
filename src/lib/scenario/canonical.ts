import type { Model } from '$lib/model';
import {
  catalogueOf,
  clamp,
  initialRange,
  inputRange,
  magnitudeRange,
  membersOf,
  parameterRange,
  type Interval
} from './catalogue';
import { canonicalEnsemble, standardEnsemble, whole } from './ensemble';
import { limits } from './limits';
import { sameProfile, staysAt } from './profile';
import type { EnsembleSettings, ForcedEvent, Profile, Scenario, Settings } from './scenario';
import { cleanNote, cleanTitle } from './texts';

/**
 * The one spelling of a scenario. `canonical` makes it from any draft: unknown names are dropped, numbers go to the
 * nearest value that is allowed, what equals its default or merely follows its composite is absent, and keys stand in
 * the model's order. One default is kept where it was chosen: that of a switch which the model turns by itself when there
 * is chance. Two scenarios mean the same to a run of the model where their canonical forms are deeply equal.
 * Foreign text comes here only through the readers of links and files, which name whatever they leave out.
 */
export interface Draft {
  readonly title?: string | undefined;
  readonly note?: string | undefined;
  readonly profiles?: Readonly<Record<string, Profile>>;
  readonly parameters?: Readonly<Record<string, number>>;
  readonly initial?: Readonly<Record<string, number>>;
  readonly switches?: Readonly<Record<string, string>>;
  readonly events?: readonly ForcedEvent[];
  readonly settings?: SettingsDraft;
}

export type SettingsDraft = Partial<Omit<Settings, 'ensemble'>> & { readonly ensemble?: Partial<EnsembleSettings> };

/** The scenario in which nothing is changed. */
export function statusQuo(model: Model): Scenario {
  return canonical(model, {});
}

export function canonical(model: Model, draft: Draft): Scenario {
  const title = cleanTitle(draft.title ?? '');
  const note = cleanNote(draft.note ?? '');
  return {
    model: { id: model.id, version: model.version },
    ...(title ? { title } : {}),
    ...(note ? { note } : {}),
    profiles: canonicalProfiles(model, draft.profiles ?? {}),
    parameters: canonicalNumbers(
      draft.parameters ?? {},
      model.parameters.map(({ id, value }) => ({ id, value, range: parameterRange(model, id) }))
    ),
    initial: canonicalNumbers(
      draft.initial ?? {},
      [...catalogueOf(model).initial.values()].map(({ value }) => ({
        id: value.cell,
        value: 'value' in value ? value.value : null,
        range: initialRange(model, value.cell)
      }))
    ),
    switches: Object.fromEntries(
      model.switches.flatMap(({ id, choices, default: standard }) => {
        const choice = own(draft.switches ?? {}, id);
        if (choice === undefined || !choices.includes(choice)) return [];
        // The model would turn this switch when events strike: holding it where it stands is a choice of its own.
        const isHeld = own(model.withChance ?? {}, id) !== undefined;
        return choice !== standard || isHeld ? [[id, choice]] : [];
      })
    ),
    events: canonicalEvents(model, draft.events ?? []),
    settings: canonicalSettings(model, draft.settings ?? {})
  };
}

/** A key of the record itself; `constructor` and its kin are no keys of an empty one. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The model's own settings: its method, that method's steps, its whole horizon; and how every ensemble is drawn that nobody changed. */
export function standardSettings(model: Model, integrator = model.time.integrator): Settings {
  return {
    integrator,
    stepsPerMonth: model.time.stepsPerMonth[integrator],
    months: model.time.months,
    ensemble: standardEnsemble
  };
}

function canonicalSettings(model: Model, draft: SettingsDraft): Settings {
  const standard = standardSettings(model, draft.integrator);
  return {
    integrator: standard.integrator,
    stepsPerMonth: whole(draft.stepsPerMonth, 1, limits.steps, standard.stepsPerMonth),
    months: whole(draft.months, 1, model.time.months, standard.months),
    ensemble: canonicalEnsemble(draft.ensemble ?? {})
  };
}

function canonicalNumbers(
  draft: Readonly<Record<string, number>>,
  known: readonly { readonly id: string; readonly value: number | null; readonly range: Interval | null }[]
): Record<string, number> {
  return Object.fromEntries(
    known.flatMap(({ id, value, range }) => {
      const wanted = own(draft, id);
      if (wanted === undefined || !Number.isFinite(wanted) || !range) return [];
      const allowed = clamp(range, wanted);
      return allowed === value ? [] : [[id, allowed]];
    })
  );
}

function canonicalEvents(model: Model, draft: readonly ForcedEvent[]): ForcedEvent[] {
  const place = new Map(model.events.map((event, i) => [event.id, i]));
  const kept = new Map<string, ForcedEvent>();
  for (const { event, month, magnitude } of draft) {
    if (!place.has(event) || !Number.isFinite(month) || !Number.isFinite(magnitude)) continue;
    const whole = clamp({ minimum: 0, maximum: model.time.months }, Math.round(month));
    kept.set(`${event}@${whole}`, { event, month: whole, magnitude: clamp(magnitudeRange, magnitude) });
  }
  return [...kept.values()]
    .sort((a, b) => a.month - b.month || (place.get(a.event) ?? 0) - (place.get(b.event) ?? 0))
    .slice(0, limits.events);
}

/** A profile inside its range: whole start months, points in order of time with one value a month. Null where nothing is left. */
export function canonicalProfile(model: Model, id: string, profile: Profile): Profile | null {
  const range = inputRange(model, id);
  if (!range) return null;
  const months = { minimum: 0, maximum: model.time.months };
  if (profile.kind === 'ramps') {
    const ramps = profile.ramps
      .filter(({ target, start, ramp }) => [target, start, ramp].every(Number.isFinite))
      .slice(0, limits.pieces)
      .map(({ target, start, ramp }) => ({
        target: clamp(range, target),
        start: clamp(months, Math.round(start)),
        ramp: clamp({ minimum: 0, maximum: limits.ramp }, ramp)
      }));
    return ramps.length > 0 ? { kind: 'ramps', ramps } : null;
  }
  const byMonth = new Map<number, number>();
  for (const { month, value } of profile.points) {
    if (Number.isFinite(month) && Number.isFinite(value))
      byMonth.set(clamp(months, Math.round(month)), clamp(range, value));
  }
  const points = [...byMonth]
    .map(([month, value]) => ({ month, value }))
    .sort((a, b) => a.month - b.month)
    .slice(0, limits.pieces);
  return points.length > 0 ? { kind: 'points', points } : null;
}

function canonicalProfiles(model: Model, draft: Readonly<Record<string, Profile>>): Record<string, Profile> {
  const kept = new Map<string, Profile>();
  for (const id of [...model.composites, ...model.inputs].map((one) => one.id)) {
    const wanted = own(draft, id);
    const profile = wanted ? canonicalProfile(model, id, wanted) : null;
    if (profile) kept.set(id, profile);
  }
  dropFollowers(model, kept);
  return Object.fromEntries(profileOrder(model).flatMap((id) => (kept.has(id) ? [[id, kept.get(id) as Profile]] : [])));
}

/** Ids that may carry a profile, in model order: a composite stands right before the first input that it writes. */
export function profileOrder(model: Model): string[] {
  const placed = new Set<string>();
  return model.inputs.flatMap(({ id }) => {
    const composites = (catalogueOf(model).writers.get(id) ?? [])
      .map((composite) => composite.id)
      .filter((one) => !placed.has(one));
    for (const one of composites) placed.add(one);
    return [...composites, id];
  });
}

/** The composite whose profile an input without its own follows: the first in model order that has one. */
export function leaderOf(model: Model, profiles: ReadonlyMap<string, Profile>, input: string): Profile | null {
  for (const composite of catalogueOf(model).writers.get(input) ?? []) {
    const profile = profiles.get(composite.id);
    if (profile) return profile;
  }
  return null;
}

/** Until nothing changes: members that only follow, composites that move nobody, members that stay where they are. */
function dropFollowers(model: Model, kept: Map<string, Profile>): void {
  for (let before = -1; before !== kept.size;) {
    before = kept.size;
    for (const { id } of model.inputs) {
      const profile = kept.get(id);
      const leader = leaderOf(model, kept, id);
      if (profile && leader && sameProfile(profile, leader)) kept.delete(id);
    }
    for (const { id } of model.composites) {
      const profile = kept.get(id);
      if (profile && movesNobody(model, kept, id, profile)) kept.delete(id);
    }
    for (const { id, default: standard } of model.inputs) {
      const profile = kept.get(id);
      if (profile && !leaderOf(model, kept, id) && staysAt(profile, standard)) kept.delete(id);
    }
  }
}

function movesNobody(model: Model, kept: ReadonlyMap<string, Profile>, id: string, profile: Profile): boolean {
  const followers = membersOf(model, id).filter((input) => !kept.has(input.id));
  const alone = (input: string): boolean => catalogueOf(model).writers.get(input)?.length === 1;
  return followers.every((input) => alone(input.id) && staysAt(profile, input.default));
}
