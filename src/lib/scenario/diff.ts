import { sameProfile } from './profile';
import type { EnsembleSettings, ForcedEvent, Profile, Scenario } from './scenario';

/**
 * What differs between two canonical scenarios, entry by entry; a side that has no entry of its own is null. Only what
 * a run or an ensemble depends on is compared, so two scenarios without a difference give the same bits; title and note
 * are not. The deterministic run does not depend on differences of kind `ensemble`.
 */
export type Difference =
  | { readonly kind: 'profile'; readonly id: string; readonly before: Profile | null; readonly after: Profile | null }
  | {
      readonly kind: 'parameter' | 'initial';
      readonly id: string;
      readonly before: number | null;
      readonly after: number | null;
    }
  | { readonly kind: 'switch'; readonly id: string; readonly before: string | null; readonly after: string | null }
  | {
      readonly kind: 'event';
      readonly id: string;
      readonly month: number;
      readonly before: number | null;
      readonly after: number | null;
    }
  | {
      readonly kind: 'setting';
      readonly id: 'integrator' | 'stepsPerMonth' | 'months';
      readonly before: string | number;
      readonly after: string | number;
    }
  | {
      readonly kind: 'ensemble';
      readonly id: keyof EnsembleSettings;
      readonly before: string | number | boolean;
      readonly after: string | number | boolean;
    }
  | { readonly kind: 'model'; readonly id: 'model'; readonly before: string; readonly after: string };

interface Pair<T> {
  readonly id: string;
  readonly before: T | null;
  readonly after: T | null;
}

function pairs<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  same: (a: T, b: T) => boolean = Object.is
): Pair<T>[] {
  const left = new Map(Object.entries(before));
  const right = new Map(Object.entries(after));
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((id) => {
    const a = left.get(id);
    const b = right.get(id);
    return a !== undefined && b !== undefined && same(a, b) ? [] : [{ id, before: a ?? null, after: b ?? null }];
  });
}

function sizes(events: readonly ForcedEvent[]): Record<string, number> {
  return Object.fromEntries(events.map(({ event, month, magnitude }) => [`${event}@${month}`, magnitude]));
}

/** Differences in the order model, profiles, parameters, initial values, switches, events, settings, ensemble. */
export function diff(before: Scenario, after: Scenario): Difference[] {
  const models = [before, after].map(({ model }) => `${model.id}@${model.version}`) as [string, string];
  const settings = (['integrator', 'stepsPerMonth', 'months'] as const).flatMap((id): Difference[] =>
    before.settings[id] === after.settings[id]
      ? []
      : [{ kind: 'setting', id, before: before.settings[id], after: after.settings[id] }]
  );
  return [
    ...(models[0] === models[1]
      ? []
      : [{ kind: 'model' as const, id: 'model' as const, before: models[0], after: models[1] }]),
    ...pairs(before.profiles, after.profiles, sameProfile).map((pair) => ({ kind: 'profile' as const, ...pair })),
    ...pairs(before.parameters, after.parameters).map((pair) => ({ kind: 'parameter' as const, ...pair })),
    ...pairs(before.initial, after.initial).map((pair) => ({ kind: 'initial' as const, ...pair })),
    ...pairs(before.switches, after.switches).map((pair) => ({ kind: 'switch' as const, ...pair })),
    ...pairs(sizes(before.events), sizes(after.events)).map(({ id, ...sides }) => {
      const cut = id.lastIndexOf('@');
      return { kind: 'event' as const, id: id.slice(0, cut), month: Number(id.slice(cut + 1)), ...sides };
    }),
    ...settings,
    ...(Object.keys(before.settings.ensemble) as (keyof EnsembleSettings)[]).flatMap((id): Difference[] => {
      const [was, is] = [before.settings.ensemble[id], after.settings.ensemble[id]];
      return was === is ? [] : [{ kind: 'ensemble', id, before: was, after: is }];
    })
  ];
}
