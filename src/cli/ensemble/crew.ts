import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Backend } from '$lib/engine';
import type { Job } from './job';
import type { Answer, Question } from './protocol';
import type { BlockRows } from './rows';

/**
 * Worker threads that compute blocks of one job. They are not the simulator's, which answers pages with values: here
 * a block's rows are encoded where they are computed and handed over as finished bytes, and threads sum up over many
 * blocks, so that the main thread only deals out blocks and writes. A worker answers in the order of asking.
 */
export interface Crew {
  readonly hands: readonly Hand[];
  readonly backend: Backend['kind'];
  close(): Promise<void>;
}

export interface Hand {
  block(block: number): Promise<BlockRows | null>;
  summary(): Promise<Uint8Array<ArrayBuffer>>;
}

/** Threads that the machine runs at once. */
export function cores(): number {
  return availableParallelism();
}

/** Rejects where a thread cannot be started or cannot open the job. */
export async function hire(job: Job, size: number): Promise<Crew> {
  const workers = Array.from({ length: size }, () => new Worker(scriptOfWorkers(), { workerData: job }));
  const close = async (): Promise<void> => void (await Promise.all(workers.map((worker) => worker.terminate())));
  try {
    const opened = await Promise.all(workers.map((worker) => openHand(worker)));
    return { hands: opened.map(({ hand }) => hand), backend: opened[0]?.backend ?? 'interpreter', close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

/** It is built beside this file, see vite.cli.config.ts. */
function scriptOfWorkers(): URL {
  const name = './worker.mjs';
  return new URL(name, import.meta.url);
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
}

async function openHand(worker: Worker): Promise<{ readonly hand: Hand; readonly backend: Backend['kind'] }> {
  const waiting: Waiting[] = [];
  let death: Error | null = null;
  const die = (reason: Error): void => {
    death ??= reason;
    for (const { reject } of waiting.splice(0)) reject(reason);
  };
  worker.on('message', (answer: Answer) => {
    if (answer.kind === 'failed') die(new Error(answer.reason));
    else waiting.shift()?.resolve(answer);
  });
  worker.on('error', die);
  worker.on('exit', () => die(new Error('a worker thread ended')));

  const next = (): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (death) reject(death);
      else waiting.push({ resolve, reject });
    });
  const ask = (question: Question): Promise<Answer> => {
    const answer = next();
    worker.postMessage(question);
    return answer;
  };
  const ready = await next();
  const hand: Hand = {
    block: async (block) => ofKind('block', await ask({ kind: 'block', block })).rows,
    summary: async () => ofKind('summary', await ask({ kind: 'summary' })).bytes
  };
  return { hand, backend: ofKind('ready', ready).backend };
}

function ofKind<K extends Answer['kind']>(kind: K, answer: Answer): Extract<Answer, { kind: K }> {
  if (answer.kind !== kind) throw new Error(`a worker thread answered ${answer.kind} in place of ${kind}`);
  return answer as Extract<Answer, { kind: K }>;
}
