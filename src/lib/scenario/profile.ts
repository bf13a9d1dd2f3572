import type { Profile, Ramp } from './scenario';

/**
 * How a profile moves an input: MODEL's ramp rule, and straight lines between dated points. Values are in the person's
 * unit, times in months since the model's start. Each ramp takes the value that the default and the earlier ramps give
 * at the same time to its target; once it is through, the target itself is the value, without rounding.
 */

/** The profile that goes to `target`, from month `start`, over `ramp` months (0: at once). */
export function goTo(target: number, start = 0, ramp = 0): Profile {
  return { kind: 'ramps', ramps: [{ target, start, ramp }] };
}

function applyRamp(before: number, { target, start, ramp }: Ramp, time: number): number {
  if (time < start) return before;
  const share = ramp > 0 ? (time - start) / ramp : 1;
  return share >= 1 ? target : before + (target - before) * share;
}

function betweenPoints(
  points: readonly { readonly month: number; readonly value: number }[],
  initial: number,
  time: number
): number {
  let left = points[0];
  if (!left) return initial;
  if (time <= left.month) return left.value;
  for (const right of points) {
    if (time === right.month) return right.value;
    if (time < right.month)
      return left.value + (right.value - left.value) * ((time - left.month) / (right.month - left.month));
    left = right;
  }
  return left.value;
}

/** Value at time `time` of an input whose default is `initial`. */
export function profileAt(profile: Profile | null, initial: number, time: number): number {
  if (!profile) return initial;
  if (profile.kind === 'points') return betweenPoints(profile.points, initial, time);
  return profile.ramps.reduce((value, ramp) => applyRamp(value, ramp, time), initial);
}

/** A profile as a function of time that says from when on it stays where it is. */
export interface ProfileCourse {
  (time: number): number;
  readonly settled: number;
}

export function courseOf(profile: Profile, initial: number): ProfileCourse {
  const settled =
    profile.kind === 'points'
      ? Math.max(0, ...profile.points.map(({ month }) => month))
      : Math.max(0, ...profile.ramps.map(({ start, ramp }) => Math.ceil(start + ramp)));
  return Object.assign((time: number) => profileAt(profile, initial, time), { settled });
}

/** Same kind, same numbers, same order. */
export function sameProfile(a: Profile, b: Profile): boolean {
  if (a.kind === 'points') {
    return (
      b.kind === 'points' &&
      a.points.length === b.points.length &&
      a.points.every((point, i) => point.month === b.points[i]?.month && point.value === b.points[i]?.value)
    );
  }
  return (
    b.kind === 'ramps' &&
    a.ramps.length === b.ramps.length &&
    a.ramps.every((ramp, i) => {
      const other = b.ramps[i];
      return ramp.target === other?.target && ramp.start === other.start && ramp.ramp === other.ramp;
    })
  );
}

/** True where two profiles (null: the default) take an input of this default along the same course, as far as can be seen from their numbers. */
export function sameCourse(a: Profile | null, b: Profile | null, initial: number): boolean {
  const [first, second] = [a && staysAt(a, initial) ? null : a, b && staysAt(b, initial) ? null : b];
  return first === null || second === null ? first === second : sameProfile(first, second);
}

/** True where the profile leaves an input of this default where it is, at all times. */
export function staysAt(profile: Profile, initial: number): boolean {
  return profile.kind === 'points'
    ? profile.points.every((point) => point.value === initial)
    : profile.ramps.every((ramp) => ramp.target === initial);
}
