import { describe, expect, it } from 'vitest';
import { courseOf, goTo, profileAt } from './profile';
import type { Profile } from './scenario';

/** Where a course says that it has settled, back ends ask no more: it must be right to the bit. */
const profiles: readonly [string, Profile][] = [
  ['at once', goTo(80)],
  ['a ramp', goTo(33.3, 4, 24)],
  ['a ramp of thirds', goTo(1 / 3, 7, 3)],
  [
    'there and back, the second inside the first',
    {
      kind: 'ramps',
      ramps: [
        { target: 90, start: 10, ramp: 40 },
        { target: 5, start: 20, ramp: 6 }
      ]
    }
  ],
  [
    'dated points',
    {
      kind: 'points',
      points: [
        { month: 3, value: 10 },
        { month: 17, value: 70 },
        { month: 60, value: 20 }
      ]
    }
  ],
  ['no points', { kind: 'points', points: [] }]
];

describe('a course', () => {
  it.each(profiles)('%s: is the profile at every time, and stays where it has settled', (_, profile) => {
    const course = courseOf(profile, 17);
    for (let t = 0; t <= 120; t += 1 / 8) expect(course(t)).toBe(profileAt(profile, 17, t));
    for (let t = course.settled; t <= 121; t += 1 / 8) expect(course(t)).toBe(course(course.settled));
  });

  it('has moved until then', () => {
    const course = courseOf(goTo(80, 4, 24), 17);
    expect(course.settled).toBe(28);
    expect(course(27.875)).not.toBe(course(28));
  });
});
