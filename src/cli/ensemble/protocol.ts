import type { Backend } from '$lib/engine';
import type { BlockRows } from './rows';

/** What the main thread asks of a worker thread; each is answered once, in the order of asking. */
export type Question =
  | { readonly kind: 'block'; readonly block: number }
  /** The summary of all blocks asked for so far and not yet summed up. */
  | { readonly kind: 'summary' };

export type Answer =
  | { readonly kind: 'ready'; readonly backend: Backend['kind'] }
  | { readonly kind: 'block'; readonly rows: BlockRows | null }
  | { readonly kind: 'summary'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly reason: string };
