import type { Node } from '../program';
import { binary, constant, read } from './nodes';

/**
 * Memory functions as stocks. `smooth(x, tau)` is the first-order exponential average ds/dt = (x - s)/tau; `delay1`
 * and `delay3` are material delays of one and three stages: what flows in flows out after tau months on average, a
 * stage holding its outflow times its own delay. Without an initial value they start in balance with x (Sterman 2000,
 * chapter 11).
 */
export interface HiddenStock {
  readonly slot: number;
  readonly initial: Node;
  readonly rate: Node;
}

export interface Remembered {
  /** What the call stands for in its formula. */
  readonly value: Node;
  readonly stocks: readonly HiddenStock[];
}

export type MemoryName = 'smooth' | 'delay1' | 'delay3';

/** `newSlot` gives the slot of one more hidden stock; `start` is the initial value, x itself where none was written. */
export function remember(name: MemoryName, x: Node, tau: Node, start: Node, newSlot: () => number): Remembered {
  if (name === 'smooth') {
    const slot = newSlot();
    const rate = binary('div', binary('sub', x, read(slot)), tau);
    return { value: read(slot), stocks: [{ slot, initial: start, rate }] };
  }
  const stages = name === 'delay1' ? 1 : 3;
  const stay = stages === 1 ? tau : binary('div', tau, constant(stages));
  const stocks: HiddenStock[] = [];
  let inflow = x;
  for (let stage = 0; stage < stages; stage++) {
    const slot = newSlot();
    const outflow = binary('div', read(slot), stay);
    stocks.push({ slot, initial: binary('mul', start, stay), rate: binary('sub', inflow, outflow) });
    inflow = outflow;
  }
  return { value: inflow, stocks };
}
