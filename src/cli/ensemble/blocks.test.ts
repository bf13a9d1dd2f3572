import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockCount, blockSize, blocksOfShard, runsOfBlock } from './blocks';

const runs = fc.integer({ min: 1, max: 100_000_000 });

describe('blocks', () => {
  it('hold 16 to 512 runs, always an even number, so that pairs of runs stay together', () => {
    expect([1, 400, 2_048, 10_000, 40_000, 65_536, 1_000_000].map(blockSize)).toEqual([16, 16, 32, 128, 512, 512, 512]);
  });

  it('cover every run once', () => {
    fc.assert(
      fc.property(runs, (planned) => {
        const last = runsOfBlock(planned, blockCount(planned) - 1);
        expect(last.to).toBe(planned);
        expect(last.from).toBeLessThan(planned);
        expect(runsOfBlock(planned, 0).from).toBe(0);
      })
    );
  });

  it('are dealt out to shards once each, in order, and evenly', () => {
    fc.assert(
      fc.property(runs, fc.integer({ min: 1, max: 200 }), (planned, count) => {
        let next = 0;
        const sizes = Array.from({ length: count }, (_, i) => {
          const { first, end } = blocksOfShard(planned, { index: i + 1, count });
          expect(first).toBe(next);
          next = end;
          return end - first;
        });
        expect(next).toBe(blockCount(planned));
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      })
    );
  });
});
