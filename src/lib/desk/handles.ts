import type { Profile } from '$lib/scenario';
import { profileAt } from '$lib/scenario';
import { withPointChanged, withRampChanged } from './profile-edit';

/**
 * The corners of a profile that a hand can take: start and arrival of each ramp, or each dated value. The start of a ramp
 * moves in time only, and its length stays; the arrival moves in both, and the start stays.
 */
export interface Handle {
  readonly kind: 'start' | 'end';
  readonly month: number;
  readonly value: number;
}

export function handlesOf(profile: Profile, initial: number): Handle[] {
  if (profile.kind === 'points') return profile.points.map(({ month, value }) => ({ kind: 'end', month, value }));
  return profile.ramps.flatMap(({ target, start, ramp }, i): Handle[] => {
    const earlier: Profile = { kind: 'ramps', ramps: profile.ramps.slice(0, i) };
    return [
      { kind: 'start', month: start, value: profileAt(earlier, initial, start) },
      { kind: 'end', month: start + ramp, value: target }
    ];
  });
}

/** The profile after handle `index` of `handlesOf` went to a month and a value. Dated values never pass each other. */
export function moveHandle(
  profile: Profile,
  index: number,
  to: { readonly month: number; readonly value: number }
): Profile {
  if (profile.kind === 'points') {
    const earliest = (profile.points[index - 1]?.month ?? -1) + 1;
    const latest = (profile.points[index + 1]?.month ?? Infinity) - 1;
    return withPointChanged(profile.points, index, {
      month: Math.max(earliest, Math.min(latest, to.month)),
      value: to.value
    });
  }
  const ramp = profile.ramps[index >> 1];
  if (!ramp) return profile;
  if (index % 2 === 0) return withRampChanged(profile.ramps, index >> 1, { start: to.month });
  return withRampChanged(profile.ramps, index >> 1, { target: to.value, ramp: Math.max(0, to.month - ramp.start) });
}
