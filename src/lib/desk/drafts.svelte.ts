import type { Model } from '$lib/model';
import type { Scenario } from '$lib/scenario';
import type { Store } from '$lib/store';
import type { Desk } from './desk.svelte';
import type { History } from './history';

/** Calls back once after a while, and gives the way to call it off. */
export type Delay = (callback: () => void, milliseconds: number) => () => void;

const pause = 700;

/** Nobody waits for what reads and writes drafts before there is one. */
const writing = () => import('./draft');

async function save(store: Store, model: Model, history: History<Scenario>): Promise<void> {
  const { draftOf } = await writing();
  await store.saveDraft(draftOf(model, history));
}

/**
 * Keeps what a person does on the desk, so that nothing is lost when the page closes. What was left is offered on the
 * next visit and never opened by itself; it is written over only once the person has changed something.
 */
export class Drafts {
  offered = $state.raw<History<Scenario> | null>(null);
  #store = $state.raw<Store | null>(null);
  readonly #desk: Desk;
  readonly #delay: Delay;

  constructor(desk: Desk, delay: Delay) {
    this.#desk = desk;
    this.#delay = delay;
  }

  async open(store: Store): Promise<void> {
    const [draft, { historyOf }] = await Promise.all([store.loadDraft(), writing()]);
    const history = draft && historyOf(this.#desk.model, draft);
    if (history && !this.#desk.canUndo) this.offered = history;
    this.#store = store;
  }

  /** To be called in an effect: writes the history a moment after it has changed. Gives the way to call it off. */
  keep(): (() => void) | undefined {
    const { history, model } = this.#desk;
    const store = this.#store;
    if (!store || (history.past.length === 0 && history.future.length === 0)) return undefined;
    return this.#delay(() => void save(store, model, history), pause);
  }

  restore(): void {
    if (this.offered) this.#desk.takeUp(this.offered);
    this.offered = null;
  }

  /** The person does not want it back. */
  discard(): void {
    this.offered = null;
    const { model, history } = this.#desk;
    if (this.#store) void save(this.#store, model, history);
  }

  close(): void {
    this.#store?.close();
  }
}
