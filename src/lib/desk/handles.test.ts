import { describe, expect, it } from 'vitest';
import type { Profile } from '$lib/scenario';
import { handlesOf, moveHandle } from './handles';

const ramps: Profile = {
  kind: 'ramps',
  ramps: [
    { target: 80, start: 3, ramp: 24 },
    { target: 20, start: 60, ramp: 12 }
  ]
};
const points: Profile = {
  kind: 'points',
  points: [
    { month: 0, value: 100 },
    { month: 12, value: 80 },
    { month: 24, value: 70 }
  ]
};

describe('handles', () => {
  it('stand on the corners of the curve', () => {
    expect(handlesOf(ramps, 17)).toEqual([
      { kind: 'start', month: 3, value: 17 },
      { kind: 'end', month: 27, value: 80 },
      { kind: 'start', month: 60, value: 80 },
      { kind: 'end', month: 72, value: 20 }
    ]);
  });

  it('a start moves the whole ramp, an arrival its length and target', () => {
    expect(moveHandle(ramps, 0, { month: 9, value: 50 })).toMatchObject({
      ramps: [{ target: 80, start: 9, ramp: 24 }, { start: 60 }]
    });
    expect(moveHandle(ramps, 1, { month: 39, value: 90 })).toMatchObject({
      ramps: [{ target: 90, start: 3, ramp: 36 }, {}]
    });
    expect(moveHandle(ramps, 1, { month: 1, value: 90 })).toMatchObject({ ramps: [{ ramp: 0 }, {}] });
  });

  it('dated values keep their order', () => {
    expect(moveHandle(points, 1, { month: 40, value: 60 })).toMatchObject({
      points: [{}, { month: 23, value: 60 }, {}]
    });
    expect(moveHandle(points, 1, { month: -4, value: 60 })).toMatchObject({ points: [{}, { month: 1 }, {}] });
  });
});
