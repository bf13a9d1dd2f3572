import { describe, expect, it } from 'vitest';
import { profileAt, type Profile } from '$lib/scenario';
import {
  bendsOf,
  customaryTiming,
  spanOf,
  targetOf,
  toPoints,
  toRamp,
  withPointAdded,
  withPointChanged,
  withRampAdded,
  withRampChanged,
  withTarget,
  withoutPoint,
  withoutRamp
} from './profile-edit';

const two: Profile = {
  kind: 'ramps',
  ramps: [
    { target: 80, start: 3, ramp: 24 },
    { target: 17, start: 60, ramp: 0 }
  ]
};
const dated: Profile = {
  kind: 'points',
  points: [
    { month: 0, value: 100 },
    { month: 27, value: 70 }
  ]
};

describe('a profile under the hand', () => {
  it('starts with the customary timing, inside short horizons too', () => {
    expect(withTarget(null, 80, customaryTiming(120))).toEqual({
      kind: 'ramps',
      ramps: [{ target: 80, start: 3, ramp: 24 }]
    });
    expect(customaryTiming(2)).toEqual({ start: 2, ramp: 2 });
  });

  it('withTarget moves the last move or the last dated value and leaves the others', () => {
    expect(targetOf(withTarget(two, 40, customaryTiming(120)), 17)).toBe(40);
    expect(withTarget(two, 40, customaryTiming(120))).toMatchObject({
      ramps: [{ target: 80 }, { target: 40, start: 60 }]
    });
    expect(withTarget(dated, 60, customaryTiming(120))).toEqual({
      kind: 'points',
      points: [
        { month: 0, value: 100 },
        { month: 27, value: 60 }
      ]
    });
    expect(targetOf(null, 17)).toBe(17);
  });

  it('spanOf covers all moves', () => {
    expect(spanOf(two)).toEqual({ start: 3, end: 60 });
    expect(spanOf(dated)).toEqual({ start: 0, end: 27 });
    expect(spanOf(null)).toBeNull();
    const level = [0, 3, 27, 120].map((month, i) => ({ month, value: i < 2 ? 17 : 80 }));
    expect(spanOf({ kind: 'points', points: level })).toEqual({ start: 3, end: 27 });
    expect(spanOf({ kind: 'points', points: [{ month: 5, value: 40 }] })).toEqual({ start: 5, end: 5 });
  });

  it('bendsOf gives every corner of the curve', () => {
    expect(bendsOf(two, 120).map(Math.round)).toEqual([0, 3, 27, 60, 60, 120]);
    expect(bendsOf(null, 120)).toEqual([0, 120]);
  });

  it('toPoints keeps a ramp month by month', () => {
    const ramp: Profile = { kind: 'ramps', ramps: [{ target: 80, start: 3, ramp: 24 }] };
    const points = toPoints(ramp, 17, 120);
    for (let month = 0; month <= 120; month++) {
      expect(profileAt(points, 17, month)).toBeCloseTo(profileAt(ramp, 17, month), 9);
    }
  });

  it('toRamp goes where the dated values end', () => {
    expect(toRamp(dated, 100)).toEqual({ kind: 'ramps', ramps: [{ target: 70, start: 0, ramp: 27 }] });
  });

  it('adds and removes moves and dated values', () => {
    if (two.kind !== 'ramps' || dated.kind !== 'points') throw new Error('fixture');
    expect(withRampAdded(two.ramps, 17, 120)).toMatchObject({ ramps: [{}, {}, { target: 17, start: 72, ramp: 24 }] });
    expect(withRampChanged(two.ramps, 0, { start: 6 })).toMatchObject({
      ramps: [{ start: 6, target: 80 }, { start: 60 }]
    });
    expect(withoutRamp(two.ramps.slice(0, 1), 0)).toBeNull();
    expect(withPointAdded(dated.points, 100, 30)).toMatchObject({ points: [{}, {}, { month: 30, value: 70 }] });
    expect(withPointAdded([{ month: 30, value: 5 }], 100, 30)).toMatchObject({
      points: [{ month: 30 }, { month: 29 }]
    });
    expect(withPointChanged(dated.points, 1, { value: 1 })).toMatchObject({ points: [{ value: 100 }, { value: 1 }] });
    expect(withoutPoint(dated.points, 0)).toEqual({ kind: 'points', points: [{ month: 27, value: 70 }] });
  });
});
