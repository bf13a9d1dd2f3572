import { releaseProxy, transfer, wrap, type Endpoint, type Remote } from 'comlink';
import type { Model } from '$lib/model';
import { valueOf, type Answer } from './answer';
import { reasonOf, SimulatorError } from './error';
import type { Service } from './service';

/**
 * Whoever computes: a service on this thread or in a worker. A worker is made at the first need; one that reports an
 * error or does not answer in time is ended, and the next question makes another, which knows the same models.
 */
export interface Hand {
  /** Rejects with WorkerDeath where the worker died over it, else with SimulatorError. */
  ask<T>(question: (far: Far) => Promise<Answer<T>>): Promise<T>;
  /** Says something that needs no answer, to a worker that is there. */
  tell(word: (far: Far) => unknown): void;
  /** Calls back at once when the worker dies, before what was asked of it rejects. Gives the way to stop that. */
  watch(mourner: (death: WorkerDeath) => void): () => void;
  /** Ends the worker; what was asked of it rejects with `closed`. */
  close(): void;
}

/** A service at the far end: everything takes its time. */
export type Far = {
  [K in keyof Service]: (...given: Parameters<Service[K]>) => Promise<Awaited<ReturnType<Service[K]>>>;
};

export class WorkerDeath extends Error {}

/** What is needed of a worker; the browser's Worker has it. */
export interface WorkerLike extends Endpoint {
  terminate(): void;
}

export interface Staffing {
  readonly createWorker: () => WorkerLike;
  /** Milliseconds after which a worker that has not answered counts as dead. */
  readonly patience: number;
  /** Models that every worker knows, by id@version; may grow. */
  readonly models: ReadonlyMap<string, Model>;
}

interface Lease {
  readonly far: Far;
  /** Models that it was given; a promise settles when it has made them ready. */
  readonly opened: ReadonlyMap<Model, Promise<unknown>>;
  /** Never resolves; rejects when the worker dies or is ended. */
  readonly end: Promise<never>;
  alive(): boolean;
  stop(reason: Error): void;
}

/** The service itself, on this thread. */
export function ownHand(service: Service): Hand {
  const far = Object.fromEntries(
    Object.entries(service).map(([name, work]) => [name, (...given: unknown[]) => Promise.resolve(work(...given))])
  ) as Far;
  let closed = false;
  return {
    ask: async (question) => {
      if (closed) throw new SimulatorError('closed');
      return valueOf(await question(far));
    },
    tell: (word) => void word(far),
    watch: () => () => undefined,
    close: () => {
      closed = true;
    }
  };
}

export function hiredHand({ createWorker, patience, models }: Staffing): Hand {
  const mourners = new Set<(death: WorkerDeath) => void>();
  let lease: Lease | null = null;
  let closed = false;

  const mourn = (reason: Error): void => {
    if (reason instanceof WorkerDeath) for (const mourner of [...mourners]) mourner(reason);
  };
  return {
    ask: async (question) => {
      if (closed) throw new SimulatorError('closed');
      if (!lease?.alive()) lease = hire(createWorker, mourn);
      const mine = lease;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          const death = new WorkerDeath(`no answer in ${patience} ms`);
          mine.stop(death);
          reject(death);
        }, patience);
      });
      try {
        const answered = openAll(mine, models).then(() => question(mine.far));
        return valueOf(await Promise.race([answered, mine.end, late]));
      } finally {
        clearTimeout(timer);
      }
    },
    tell: (word) => {
      if (lease?.alive()) void word(lease.far);
    },
    watch: (mourner) => {
      mourners.add(mourner);
      return () => mourners.delete(mourner);
    },
    close: () => {
      closed = true;
      lease?.stop(new SimulatorError('closed'));
      lease = null;
    }
  };
}

/** Models go out once to each worker; one that it refuses is refused again when it is asked for. */
function openAll({ far, opened }: Lease, models: ReadonlyMap<string, Model>): Promise<unknown> {
  for (const model of models.values()) if (!opened.has(model)) void far.open(model);
  return Promise.all(opened.values());
}

function hire(createWorker: () => WorkerLike, mourn: (reason: Error) => void): Lease {
  let worker: WorkerLike;
  try {
    worker = createWorker();
  } catch (thrown) {
    throw new SimulatorError('no-worker', { reason: reasonOf(thrown) });
  }
  const remote = wrap<Service>(worker);
  let living = true;
  let stop: Lease['stop'] = () => undefined;
  const end = new Promise<never>((_, reject) => {
    stop = (reason) => {
      if (!living) return;
      living = false;
      reject(reason);
      remote[releaseProxy]();
      worker.terminate();
      mourn(reason);
    };
  });
  // Nobody may be waiting when a worker ends.
  end.catch(() => undefined);
  const died = (event: Event): void => stop(new WorkerDeath('message' in event ? String(event.message) : event.type));
  worker.addEventListener('error', died as EventListener);
  worker.addEventListener('messageerror', died as EventListener);
  const opened = new Map<Model, Promise<unknown>>();
  return { far: farOf(remote, opened), opened, end, alive: () => living, stop };
}

/** Big arrays are handed over, not copied. */
function farOf(remote: Remote<Service>, opened: Map<Model, Promise<unknown>>): Far {
  return {
    open: (model) => {
      const answer = remote.open(model);
      opened.set(model, answer);
      return answer;
    },
    run: remote.run,
    block: remote.block,
    cases: remote.cases,
    survey: remote.survey,
    handOver: remote.handOver,
    gather: (task, stage, parts, wantsBytes) =>
      remote.gather(
        task,
        stage,
        transfer(
          parts,
          parts.map(({ buffer }) => buffer)
        ),
        wantsBytes
      ),
    drop: remote.drop
  };
}
