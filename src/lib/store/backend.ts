import { wrap, type IDBPDatabase } from 'idb';
import type { Migration, Table } from './migrations';

/**
 * Where records lie: in IndexedDB, or, where the browser has none or refuses it, in memory until the page is left. Both
 * give numbers to new scenarios in rising order.
 */
export interface Backend {
  readonly persistent: boolean;
  get(table: Table, key: string | number): Promise<unknown>;
  all(table: Table): Promise<readonly unknown[]>;
  /** Under `key`, or under the record's own `id`; a scenario without one gets the next number. Gives the key. */
  put(table: Table, record: object, key?: string): Promise<string | number>;
  remove(table: Table, key: string | number): Promise<void>;
  close(): void;
}

/** `missing`: no IndexedDB here. `refused`: the browser does not open it. `newer`: a later Mizan has it. `blocked`: another tab holds an older shape. */
export type Trouble = 'missing' | 'refused' | 'newer' | 'blocked';

export function memoryBackend(): Backend {
  const records = new Map<string, unknown>();
  let last = 0;
  const place = (table: Table, key: string | number): string => `${table} ${key}`;
  return {
    persistent: false,
    get: (table, key) => Promise.resolve(records.get(place(table, key))),
    all: (table) =>
      Promise.resolve([...records].flatMap(([at, record]) => (at.startsWith(`${table} `) ? [record] : []))),
    put: (table, record, key) => {
      const own = 'id' in record && typeof record.id === 'number' ? record.id : ++last;
      const at = key ?? own;
      records.set(place(table, at), key === undefined ? { ...record, id: own } : record);
      return Promise.resolve(at);
    },
    remove: (table, key) => Promise.resolve(void records.delete(place(table, key))),
    close: () => records.clear()
  };
}

/** Opens the database and brings it to the newest shape; gives the trouble where it cannot. Never rejects. */
export async function databaseBackend(
  factory: IDBFactory | undefined,
  name: string,
  migrations: readonly Migration[]
): Promise<Backend | Trouble> {
  if (!factory) return 'missing';
  try {
    const database = await open(factory, name, migrations);
    return typeof database === 'string' ? database : over(wrap(database));
  } catch (thrown) {
    return thrown instanceof DOMException && thrown.name === 'VersionError' ? 'newer' : 'refused';
  }
}

function open(factory: IDBFactory, name: string, migrations: readonly Migration[]): Promise<IDBDatabase | Trouble> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, migrations.length);
    let given = false;
    request.onupgradeneeded = ({ oldVersion }) => {
      if (!request.transaction) return;
      for (const migrate of migrations.slice(oldVersion)) migrate(request.result, request.transaction);
    };
    request.onblocked = () => {
      given = true;
      resolve('blocked');
    };
    request.onerror = () => reject(request.error ?? new Error('refused'));
    request.onsuccess = () => {
      const database = request.result;
      // A newer Mizan in another tab must not have to wait for this one.
      database.onversionchange = () => database.close();
      if (given) database.close();
      else resolve(database);
    };
  });
}

function over(database: IDBPDatabase): Backend {
  return {
    persistent: true,
    get: (table, key) => database.get(table, key) as Promise<unknown>,
    all: (table) => database.getAll(table) as Promise<unknown[]>,
    put: async (table, record, key) => (await database.put(table, record, key)) as string | number,
    remove: (table, key) => database.delete(table, key),
    close: () => database.close()
  };
}
