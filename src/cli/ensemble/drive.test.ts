import { describe, expect, it } from 'vitest';
import type { Crew, Hand } from './crew';
import { drive } from './drive';

/** Hands that answer in order, each after a while of its own; a summary is the list of blocks since the last one. */
function crew(waits: readonly number[]): Crew & { readonly most: () => number } {
  let underWay = 0;
  let most = 0;
  const hand = (wait: number): Hand => {
    let queue: Promise<unknown> = Promise.resolve();
    let since: number[] = [];
    const inTurn = <T>(work: () => T, pause: number): Promise<T> => {
      const answer = queue.then(() => new Promise<T>((resolve) => setTimeout(() => resolve(work()), pause)));
      queue = answer;
      return answer;
    };
    return {
      block: (block) => {
        most = Math.max(most, ++underWay);
        return inTurn(() => {
          underWay--;
          since.push(block);
          return null;
        }, wait);
      },
      summary: () =>
        inTurn(() => {
          const blocks = Uint8Array.from(since);
          since = [];
          return blocks;
        }, 0)
    };
  };
  return { hands: waits.map(hand), backend: 'wasm', close: () => Promise.resolve(), most: () => most };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

describe('drive(crew, first, end, on)', () => {
  it('takes blocks in order, however slow one hand is, and sums up exactly what has passed', async () => {
    const taken: number[] = [];
    const summed: number[] = [];
    let asked = 0;
    const one = crew([0, 3, 12]);
    const reached = await drive(one, 5, 60, {
      onBlock: (block) => taken.push(block),
      onSummaries: (end, summaries) => {
        summed.push(...summaries.flatMap((bytes) => [...bytes]));
        expect([...summed].sort((a, b) => a - b)).toEqual(range(5, end));
        expect(taken.slice(0, end - 5)).toEqual(range(5, end));
      },
      isDue: () => ++asked % 7 === 0,
      isStopped: () => false
    });
    expect(reached).toBe(60);
    expect(taken).toEqual(range(5, 60));
    expect([...summed].sort((a, b) => a - b)).toEqual(range(5, 60));
    expect(one.most()).toBeLessThanOrEqual(6);
  });

  it('stops where it is told to, with everything done that was begun', async () => {
    const taken: number[] = [];
    let end = -1;
    const reached = await drive(crew([1, 2]), 0, 100, {
      onBlock: (block) => taken.push(block),
      onSummaries: (upTo) => (end = upTo),
      isDue: () => false,
      isStopped: () => taken.length >= 10
    });
    expect(reached).toBeGreaterThanOrEqual(10);
    expect(reached).toBeLessThan(20);
    expect(end).toBe(reached);
    expect(taken).toEqual(range(0, reached));
  });

  it('fails where a hand fails', async () => {
    const lost: Hand = {
      block: () => Promise.reject(new Error('gone')),
      summary: () => Promise.reject(new Error('gone'))
    };
    const broken: Crew = { hands: [lost], backend: 'wasm', close: () => Promise.resolve() };
    const quiet = { onBlock: () => undefined, onSummaries: () => undefined, isDue: () => true, isStopped: () => false };
    await expect(drive(broken, 0, 4, quiet)).rejects.toThrow('gone');
  });
});
