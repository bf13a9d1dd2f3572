import { profileAt, type Profile, type Ramp } from '$lib/scenario';

/**
 * What a hand does to a profile: move its target, its start, its length; add and remove moves or dated values. Pure;
 * ranges and canonical form are the scenario room's business.
 */
export interface Timing {
  readonly start: number;
  readonly ramp: number;
}

/** A move that nobody has timed starts in the fourth month and takes two years, as the model's own presets do. */
export function customaryTiming(months: number): Timing {
  return { start: Math.min(3, months), ramp: Math.min(24, months) };
}

/** Where a profile ends up, whatever the horizon. */
export function targetOf(profile: Profile | null, initial: number): number {
  if (!profile) return initial;
  const last = profile.kind === 'ramps' ? profile.ramps.at(-1)?.target : profile.points.at(-1)?.value;
  return last ?? initial;
}

/** The same profile with another end; a new one with this timing where there is none. */
export function withTarget(profile: Profile | null, target: number, timing: Timing): Profile {
  if (!profile) return { kind: 'ramps', ramps: [{ target, ...timing }] };
  if (profile.kind === 'ramps') {
    return {
      kind: 'ramps',
      ramps: profile.ramps.map((ramp, i) => (i === profile.ramps.length - 1 ? { ...ramp, target } : ramp))
    };
  }
  const end = profile.points.length - 1;
  return {
    kind: 'points',
    points: profile.points.map((point, i) => (i === end ? { ...point, value: target } : point))
  };
}

export function withRampChanged(ramps: readonly Ramp[], index: number, change: Partial<Ramp>): Profile {
  return { kind: 'ramps', ramps: ramps.map((ramp, i) => (i === index ? { ...ramp, ...change } : ramp)) };
}

/** A later move: a year after the last one is through, back to the default. */
export function withRampAdded(ramps: readonly Ramp[], initial: number, months: number): Profile {
  const last = ramps.at(-1);
  const start = Math.min(months, last ? Math.round(last.start + last.ramp) + 12 : 3);
  return {
    kind: 'ramps',
    ramps: [...ramps, { target: initial, start, ramp: Math.min(24, Math.max(0, months - start)) }]
  };
}

/** Null where no move is left. */
export function withoutRamp(ramps: readonly Ramp[], index: number): Profile | null {
  const rest = ramps.filter((_, i) => i !== index);
  return rest.length > 0 ? { kind: 'ramps', ramps: rest } : null;
}

/** Start and arrival of the first and the last move; null where nothing moves. */
export function spanOf(profile: Profile | null): { readonly start: number; readonly end: number } | null {
  if (!profile) return null;
  if (profile.kind === 'points') {
    // Level stretches at either end are no movement.
    const { points } = profile;
    const leaves = points.findIndex((point, i) => points[i + 1] !== undefined && points[i + 1]?.value !== point.value);
    const arrives = points.findLastIndex((point, i) => i > 0 && points[i - 1]?.value !== point.value);
    const [start, end] = leaves < 0 ? [points[0], points[0]] : [points[leaves], points[arrives]];
    return start && end ? { start: start.month, end: end.month } : null;
  }
  const starts = profile.ramps.map((ramp) => ramp.start);
  const ends = profile.ramps.map((ramp) => ramp.start + ramp.ramp);
  return starts.length > 0 ? { start: Math.min(...starts), end: Math.max(...ends) } : null;
}

/** Months at which a curve of this profile bends, inside the horizon, both ends included. A jump has two places. */
export function bendsOf(profile: Profile | null, months: number): number[] {
  const inner = bends(profile).filter((month) => month > 0 && month < months);
  return [...new Set([0, ...inner, months])].sort((a, b) => a - b);
}

const before = 1e-6;

function bends(profile: Profile | null): number[] {
  if (!profile) return [];
  if (profile.kind === 'points') return profile.points.map((point) => point.month);
  return profile.ramps.flatMap(({ start, ramp }) => (ramp > 0 ? [start, start + ramp] : [start - before, start]));
}

/** The same movement as dated values, one at each bend. */
export function toPoints(profile: Profile, initial: number, months: number): Profile {
  const points = new Map<number, number>();
  for (const bend of bendsOf(profile, months))
    points.set(Math.round(bend), profileAt(profile, initial, Math.round(bend)));
  return { kind: 'points', points: [...points].map(([month, value]) => ({ month, value })) };
}

/** One move to where the dated values end, over the time in which they lie. */
export function toRamp(profile: Profile, initial: number): Profile {
  const { start, end } = spanOf(profile) ?? { start: 0, end: 0 };
  return { kind: 'ramps', ramps: [{ target: targetOf(profile, initial), start, ramp: end - start }] };
}

export interface Point {
  readonly month: number;
  readonly value: number;
}

export function withPointChanged(points: readonly Point[], index: number, change: Partial<Point>): Profile {
  return { kind: 'points', points: points.map((point, i) => (i === index ? { ...point, ...change } : point)) };
}

/** A year after the last one, with its value; a free month before it where the horizon is reached. */
export function withPointAdded(points: readonly Point[], initial: number, months: number): Profile {
  const last = points.at(-1);
  const taken = new Set(points.map((point) => point.month));
  let month = Math.min(months, last ? last.month + 12 : 0);
  while (taken.has(month) && month > 0) month--;
  return { kind: 'points', points: [...points, { month, value: last?.value ?? initial }] };
}

export function withoutPoint(points: readonly Point[], index: number): Profile | null {
  const rest = points.filter((_, i) => i !== index);
  return rest.length > 0 ? { kind: 'points', points: rest } : null;
}
