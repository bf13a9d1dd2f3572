import { describe, expect, it } from 'vitest';
import { placeShareStrip, stripRadius } from './share-strip';

const sure = { share: 1, low: 0.99, high: 1 };
const half = { share: 0.5, low: 0.45, high: 0.56 };

describe('placeShareStrip(props)', () => {
  it('keeps whole circles inside the drawing, at nought and at one', () => {
    const placed = placeShareStrip({ narrow: sure, wide: { share: 0, low: 0, high: 0.02 }, width: 140, summary: '' });
    expect(placed.narrow.x + stripRadius).toBeLessThanOrEqual(140);
    expect(placed.wide.x - stripRadius).toBeGreaterThanOrEqual(0);
    expect(placed.narrow.y).toBeLessThan(placed.axis.y);
    expect(placed.wide.y).toBeGreaterThan(placed.axis.y);
  });

  it('puts a share between the ends of its interval, to scale', () => {
    const { axis, wide, mark } = placeShareStrip({ narrow: sure, wide: half, width: 140, summary: '' });
    expect(wide.x).toBe((axis.from + axis.to) / 2);
    expect(wide.from).toBeLessThan(wide.x);
    expect(wide.to).toBeGreaterThan(wide.x);
    expect((mark - axis.from) / (axis.to - axis.from)).toBeCloseTo(0.8, 12);
  });
});
