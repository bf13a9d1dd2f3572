import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dodge } from './dodge';

const label = (centre: number, height = 10): { centre: number; height: number } => ({ centre, height });

describe('dodge(wanted, top, bottom)', () => {
  it('leaves labels where they want to be when they are apart', () => {
    expect(dodge([label(50), label(20), label(80)], 0, 100)).toEqual([50, 20, 80]);
  });

  it('moves two that overlap by the same amount', () => {
    expect(dodge([label(50), label(52)], 0, 100)).toEqual([46, 56]);
  });

  it('keeps the order given when two want the same place', () => {
    expect(dodge([label(50), label(50)], 0, 100)).toEqual([45, 55]);
  });

  it('keeps labels inside', () => {
    expect(dodge([label(-20), label(0), label(130)], 0, 100)).toEqual([5, 15, 95]);
  });

  it('spaces them evenly closer when there is no room', () => {
    expect(dodge([label(10), label(10), label(10), label(10)], 0, 20)).toEqual([2.5, 7.5, 12.5, 17.5]);
  });

  it('has nothing to say about no labels', () => expect(dodge([], 0, 100)).toEqual([]));

  it('never lets labels overlap or leave, and never swaps them', () => {
    const labels = fc.array(
      fc.record({
        centre: fc.double({ min: -200, max: 600, noNaN: true }),
        height: fc.double({ min: 1, max: 40, noNaN: true })
      }),
      { maxLength: 12 }
    );
    fc.assert(
      fc.property(labels, (wanted) => {
        const centres = dodge(wanted, 0, 500);
        const placed = wanted
          .map((one, index) => ({ ...one, at: centres[index]!, index }))
          .sort((a, b) => a.centre - b.centre || a.index - b.index);
        placed.forEach((one, place) => {
          expect(one.at - one.height / 2).toBeGreaterThanOrEqual(-1e-6);
          expect(one.at + one.height / 2).toBeLessThanOrEqual(500 + 1e-6);
          const next = placed[place + 1];
          if (next) expect(next.at - one.at).toBeGreaterThanOrEqual((one.height + next.height) / 2 - 1e-6);
        });
      })
    );
  });
});
