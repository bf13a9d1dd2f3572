import { databaseBackend, memoryBackend, type Trouble } from './backend';
import { migrations as released, type Migration } from './migrations';
import { historyKept, readDraft, readSaved, type Draft, type SavedScenario } from './records';

/**
 * The person's own records. Nothing here throws or rejects: where the browser keeps nothing, the store works in memory
 * and `trouble` says why, so that a page can tell the person to save a file instead.
 */
export interface Store {
  /** True where records outlive the page. */
  readonly persistent: boolean;
  readonly trouble: Trouble | null;
  /** The draft of a desk (`desk` by default; other pages use their own name), or null. */
  loadDraft(desk?: string): Promise<Draft | null>;
  /** Keeps the newest 200 steps of history. */
  saveDraft(draft: Draft, desk?: string): Promise<Written>;
  /** Saved scenarios, the last changed first. */
  list(): Promise<readonly SavedScenario[]>;
  /** A new record without `id`, else the record of that id is replaced. */
  save(entry: {
    readonly id?: number;
    readonly title: string;
    readonly scenario: string;
  }): Promise<Written & { readonly id?: number }>;
  remove(id: number): Promise<Written>;
  close(): void;
}

/** `full`: no room left. `failed`: anything else that the browser did not do. */
export type Written = { readonly ok: true } | { readonly ok: false; readonly reason: 'full' | 'failed' };

export interface StoreOptions {
  /** By default the browser's own, where it has one. */
  readonly factory?: IDBFactory | undefined;
  readonly now?: () => Date;
  readonly name?: string;
  readonly migrations?: readonly Migration[];
}

/** Opens the store; resolves always. */
export async function openStore({
  factory = ownFactory(),
  now = () => new Date(),
  name = 'mizan',
  migrations = released
}: StoreOptions = {}): Promise<Store> {
  const opened = await databaseBackend(factory, name, migrations);
  const trouble = typeof opened === 'string' ? opened : null;
  const backend = typeof opened === 'string' ? memoryBackend() : opened;
  return {
    persistent: backend.persistent,
    trouble,
    loadDraft: async (desk = 'desk') => readDraft(await attempt(() => backend.get('drafts', desk), null)),
    saveDraft: ({ present, past, future }, desk = 'desk') =>
      written(() =>
        backend.put('drafts', { present, past: past.slice(-historyKept), future: future.slice(0, historyKept) }, desk)
      ),
    list: async () => {
      const records = await attempt(() => backend.all('scenarios'), []);
      return records
        .flatMap((record) => readSaved(record) ?? [])
        .sort((a, b) => (a.changed === b.changed ? b.id - a.id : b.changed.localeCompare(a.changed, 'en')));
    },
    save: async ({ id, title, scenario }) => {
      const record = { ...(id === undefined ? {} : { id }), title, scenario, changed: now().toISOString() };
      let given: string | number | undefined;
      const result = await written(async () => {
        given = await backend.put('scenarios', record);
      });
      return typeof given === 'number' ? { ...result, id: given } : result;
    },
    remove: (id) => written(() => backend.remove('scenarios', id)),
    close: () => backend.close()
  };
}

/** Merely touching `indexedDB` throws where the browser forbids storage. */
function ownFactory(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB;
  } catch {
    return undefined;
  }
}

async function attempt<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}

async function written(work: () => Promise<unknown>): Promise<Written> {
  try {
    await work();
    return { ok: true };
  } catch (thrown) {
    return {
      ok: false,
      reason: thrown instanceof DOMException && thrown.name === 'QuotaExceededError' ? 'full' : 'failed'
    };
  }
}
