import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import type { Worker } from 'node:worker_threads';
import type { Model } from '$lib/model';
import { hiredHand, type WorkerLike } from './hand';
import { serve } from './serve';
import { simulatorOf } from './simulate';
import type { Simulator } from './simulator';

/**
 * Workers as threads of Node. Node's modules are asked for when they are needed, so that pages can import this room: a
 * browser has none of them. The script of a thread is any module that calls `serveThread`; the program that starts
 * threads may well be that module itself.
 */
export interface ThreadOptions {
  /** A built module of the program, which calls `serveThread` when it is loaded. */
  readonly script: URL;
  /** Threads at most, at least 1; by default as many as the machine runs at once. */
  readonly threads?: number;
  /** Milliseconds after which a thread that has not answered counts as dead. */
  readonly patience?: number;
}

/** What tells a thread of this room from others that load the same module. */
const MARK = 'mizan simulator';

export function threadSimulator({ script, threads, patience = 60_000 }: ThreadOptions): Simulator {
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const count = threads ?? process.getBuiltinModule('node:os').availableParallelism();
  const models = new Map<string, Model>();
  const createWorker = (): WorkerLike => likeWorker(new Worker(script, { workerData: MARK }));
  const hands = Array.from({ length: Math.max(1, Math.floor(count)) }, () =>
    hiredHand({ createWorker, patience, models })
  );
  return simulatorOf(hands, models);
}

/** In a thread that `threadSimulator` has started: answers it from now on. Elsewhere it does nothing and gives false. */
export function serveThread(): boolean {
  if (typeof process === 'undefined') return false;
  const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
  if (!parentPort || workerData !== MARK) return false;
  serve(nodeEndpoint(parentPort));
  return true;
}

/** A thread with the manners of a browser's worker: its death, by an error or by leaving, is an `error` event. */
function likeWorker(thread: Worker): WorkerLike {
  const endpoint = nodeEndpoint(thread);
  return {
    postMessage: endpoint.postMessage,
    addEventListener: (type, listener, options) => {
      if (type === 'message') return endpoint.addEventListener(type, listener, options);
      if (type !== 'error') return;
      const tell = (message: string): void => {
        const event = Object.assign(new Event('error'), { message });
        if (typeof listener === 'function') listener(event);
        else listener.handleEvent(event);
      };
      thread.on('error', (error: Error) => tell(error.message));
      thread.on('exit', (code) => tell(`exit code ${code}`));
    },
    removeEventListener: endpoint.removeEventListener,
    terminate: () => void thread.terminate()
  };
}
