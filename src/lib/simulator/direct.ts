import type { Backend } from '$lib/engine';
import { ownHand } from './hand';
import { createService } from './service';
import { simulatorOf } from './simulate';
import type { Simulator } from './simulator';

/**
 * Runs on the calling thread: for Node, tests and prerendering. Same service, same bits as workers; an ensemble lets
 * other work in between its blocks. `prefer: 'interpreter'` does without WebAssembly.
 */
export function directSimulator({ prefer = 'wasm' }: { readonly prefer?: Backend['kind'] } = {}): Simulator {
  return simulatorOf([ownHand(createService(prefer))], new Map());
}
