import type { Model } from '$lib/model';
import { hiredHand, type WorkerLike } from './hand';
import { simulatorOf } from './simulate';
import type { Simulator } from './simulator';

/** Runs in workers, which are made at the first need: one for single runs, as many as asked for ensembles. */
export interface WorkerOptions {
  readonly createWorker?: () => WorkerLike;
  /** Milliseconds after which a worker that has not answered counts as dead. */
  readonly patience?: number;
  /** Workers at most, at least 1; by default as many as the machine has cores. */
  readonly workers?: number;
}

const bornFromBundle = (): WorkerLike => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

export function workerSimulator({
  createWorker = bornFromBundle,
  patience = 20_000,
  workers = cores()
}: WorkerOptions = {}): Simulator {
  const models = new Map<string, Model>();
  const hands = Array.from({ length: Math.max(1, Math.floor(workers)) }, () =>
    hiredHand({ createWorker, patience, models })
  );
  return simulatorOf(hands, models);
}

function cores(): number {
  return typeof navigator === 'undefined' ? 1 : (navigator.hardwareConcurrency ?? 1);
}
