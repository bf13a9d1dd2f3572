import type { Crew, Hand } from './crew';
import type { BlockRows } from './rows';

/**
 * Deals blocks out to a crew, in ascending order, and takes them back in that very order. Blocks that are done before
 * their turn wait, and no more than a few of them: what is under way is bounded, however slow one block may be.
 */
export interface Drive {
  /** Takes block after block in ascending order. */
  readonly onBlock: (block: number, rows: BlockRows | null) => void;
  /** Blocks up to this one, exclusive, are in these summaries and those before; all of them have been through onBlock. */
  readonly onSummaries: (end: number, summaries: readonly Uint8Array[]) => void;
  /** Asked between blocks: is it time to sum up? */
  readonly isDue: () => boolean;
  /** Asked between blocks: stop early? Blocks under way are finished. */
  readonly isStopped: () => boolean;
}

/** Blocks that each thread has before it, so that it never waits for its next one. */
const AHEAD = 2;

/** Blocks `first` to `end - 1`. Resolves with the block that comes next: `end`, or an earlier one where it was stopped. */
export async function drive(crew: Crew, first: number, end: number, on: Drive): Promise<number> {
  const { hands } = crew;
  const window = 4 * AHEAD * hands.length;
  const early = new Map<number, BlockRows | null>();
  let next = first;
  let passed = first;
  let waiting: (() => void)[] = [];
  let summing: Promise<void> | null = null;

  const take = (block: number, rows: BlockRows | null): void => {
    early.set(block, rows);
    for (; early.has(passed); passed++) {
      const own = early.get(passed) ?? null;
      early.delete(passed);
      on.onBlock(passed, own);
    }
    const wakeUp = waiting;
    waiting = [];
    for (const wake of wakeUp) wake();
  };
  const turn = (): Promise<void> => new Promise((wake) => waiting.push(wake));
  // Every hand has been asked for all its blocks before `next`, and answers in order: so their summaries hold just these.
  const sumUp = async (): Promise<void> => {
    const upTo = next;
    const summaries = await Promise.all(hands.map((hand) => hand.summary()));
    while (passed < upTo) await turn();
    on.onSummaries(upTo, summaries);
    summing = null;
  };
  const work = async (hand: Hand): Promise<void> => {
    while (next < end && !on.isStopped()) {
      if (next - passed >= window) {
        await turn();
        continue;
      }
      const block = next++;
      take(block, await hand.block(block));
      if (summing || !on.isDue()) continue;
      summing = sumUp();
      // Whoever waits for it hears of a failure; until then nobody may be waiting.
      summing.catch(() => undefined);
    }
  };
  await Promise.all(hands.flatMap((hand) => Array.from({ length: AHEAD }, () => work(hand))));
  // A sum that is under way is as good as none: it holds less than what is done by now.
  await summing;
  if (next > first) await sumUp();
  return next;
}
