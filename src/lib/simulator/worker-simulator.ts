import { releaseProxy, wrap, type Endpoint, type Remote } from 'comlink';
import type { Model } from '$lib/model';
import { valueOf } from './direct';
import { reasonOf, SimulatorError } from './error';
import type { RemoteService } from './serve';
import { modelKey, type Answer } from './service';
import type { Simulator } from './simulator';

/**
 * Runs in a worker, which is made at the first need. A worker that reports an error or does not answer in time is ended
 * and replaced, its models are opened again, and what was asked is asked once more; a second death is an error.
 */

/** What is needed of a worker; the browser's Worker has it. */
export interface WorkerLike extends Endpoint {
  terminate(): void;
}

export interface WorkerOptions {
  readonly createWorker?: () => WorkerLike;
  /** Milliseconds after which a worker that has not answered counts as dead. */
  readonly patience?: number;
}

interface Lease {
  readonly remote: Remote<RemoteService>;
  /** Settles when every model known at the start is open. */
  readonly ready: Promise<unknown>;
  /** Never resolves; rejects when the worker dies or is ended. */
  readonly end: Promise<never>;
  alive(): boolean;
  stop(reason: Error): void;
}

const bornFromBundle = (): WorkerLike => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

export function workerSimulator({ createWorker = bornFromBundle, patience = 20_000 }: WorkerOptions = {}): Simulator {
  const models = new Map<string, Model>();
  let lease: Lease | null = null;
  let closed = false;

  const current = (): Lease => {
    if (!lease?.alive()) lease = hire(createWorker, [...models.values()]);
    return lease;
  };

  const attempt = async <T>(ask: (remote: Remote<RemoteService>) => Promise<Answer<T>>): Promise<T> => {
    const mine = current();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new WorkerDeath(`no answer in ${patience} ms`)), patience);
    });
    try {
      const answered = mine.ready.then(() => ask(mine.remote));
      return valueOf(await Promise.race([answered, mine.end, late]));
    } catch (thrown) {
      if (thrown instanceof WorkerDeath) mine.stop(thrown);
      throw thrown;
    } finally {
      clearTimeout(timer);
    }
  };

  const twice = async <T>(ask: (remote: Remote<RemoteService>) => Promise<Answer<T>>): Promise<T> => {
    if (closed) throw new SimulatorError('closed');
    try {
      try {
        return await attempt(ask);
      } catch (thrown) {
        if (!(thrown instanceof WorkerDeath) || closed) throw thrown;
        return await attempt(ask);
      }
    } catch (thrown) {
      throw typed(thrown, closed);
    }
  };

  return {
    open: async (model) => {
      if (models.get(modelKey(model)) === model) return;
      await twice<null>((remote) => remote.open(model));
      models.set(modelKey(model), model);
    },
    run: (scenario, options = {}) => twice((remote) => remote.run(scenario, options)),
    close: () => {
      closed = true;
      lease?.stop(new SimulatorError('closed'));
      lease = null;
    }
  };
}

class WorkerDeath extends Error {}

function typed(thrown: unknown, closed: boolean): SimulatorError {
  if (thrown instanceof SimulatorError) return thrown;
  if (closed) return new SimulatorError('closed');
  return new SimulatorError(thrown instanceof WorkerDeath ? 'worker-died' : 'failed', { reason: reasonOf(thrown) });
}

function hire(createWorker: () => WorkerLike, models: readonly Model[]): Lease {
  let worker: WorkerLike;
  try {
    worker = createWorker();
  } catch (thrown) {
    throw new SimulatorError('no-worker', { reason: reasonOf(thrown) });
  }
  const remote = wrap<RemoteService>(worker);
  let living = true;
  let stop: Lease['stop'] = () => undefined;
  const end = new Promise<never>((_, reject) => {
    stop = (reason) => {
      if (!living) return;
      living = false;
      reject(reason);
      remote[releaseProxy]();
      worker.terminate();
    };
  });
  // Nobody may be waiting when a worker ends.
  end.catch(() => undefined);
  const died = (event: Event): void => stop(new WorkerDeath('message' in event ? String(event.message) : event.type));
  worker.addEventListener('error', died as EventListener);
  worker.addEventListener('messageerror', died as EventListener);
  const ready = Promise.all(models.map((model) => remote.open(model)));
  ready.catch(() => undefined);
  return { remote, ready, end, alive: () => living, stop };
}
