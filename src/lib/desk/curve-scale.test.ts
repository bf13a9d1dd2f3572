import { describe, expect, it } from 'vitest';
import { monthAt, pathOf, valueAt, xOf, yOf, type CurveBox } from './curve-scale';

const box: CurveBox = { width: 260, height: 120, inset: 10, months: 120, scale: { minimum: 0, maximum: 100, step: 1 } };

describe('the small curve', () => {
  it('monthAt and valueAt undo xOf and yOf', () => {
    for (const month of [0, 3, 27, 119, 120]) expect(monthAt(box, xOf(box, month))).toBe(month);
    for (const value of [0, 17, 80, 100]) expect(valueAt(box, yOf(box, value))).toBe(value);
  });

  it('places outside give the nearest month and value inside', () => {
    expect([monthAt(box, -50), monthAt(box, 900)]).toEqual([0, 120]);
    expect([valueAt(box, -50), valueAt(box, 900)]).toEqual([100, 0]);
  });

  it('pathOf goes through every bend', () => {
    const ramp = { kind: 'ramps', ramps: [{ target: 100, start: 60, ramp: 30 }] } as const;
    expect(pathOf(box, ramp, 0)).toBe('M10.00 110.00L130.00 110.00L190.00 10.00L250.00 10.00');
    expect(pathOf(box, null, 50)).toBe('M10.00 60.00L250.00 60.00');
  });
});
