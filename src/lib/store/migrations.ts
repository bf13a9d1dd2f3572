/**
 * The shape of the database, as the steps that lead to it: step n takes version n to n + 1. A step that was released is
 * never changed; a new shape is a new step at the end, with a test that carries records over it.
 */
export type Migration = (database: IDBDatabase, transaction: IDBTransaction) => void;

export const tables = { drafts: 'drafts', scenarios: 'scenarios' } as const;
export type Table = keyof typeof tables;

export const migrations: readonly Migration[] = [
  (database) => {
    database.createObjectStore(tables.drafts);
    database.createObjectStore(tables.scenarios, { keyPath: 'id', autoIncrement: true });
  }
];
