import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { openStore, type Draft, type Store } from '$lib/store';
import { migrations } from './migrations';

const draft: Draft = {
  present: 'm=libya@1.0.0&unified_force=80',
  past: ['m=libya@1.0.0'],
  future: ['m=libya@1.0.0&title=%D8%A3']
};

function clock(): () => Date {
  let minute = 0;
  return () => new Date(Date.UTC(2026, 0, 1, 0, minute++));
}

function refusing(name: string): IDBFactory {
  const factory = new IDBFactory();
  factory.open = () => {
    throw new DOMException('no', name);
  };
  return factory;
}

/** What every store does, kept or not. */
function behaves(open: () => Promise<Store>): void {
  it('gives back the draft with its history', async () => {
    const store = await open();
    expect(await store.loadDraft()).toBeNull();
    expect(await store.saveDraft(draft)).toEqual({ ok: true });
    expect(await store.loadDraft()).toEqual(draft);
    expect(await store.loadDraft('lab')).toBeNull();
    store.close();
  });
  it('keeps the newest 200 steps', async () => {
    const store = await open();
    const steps = Array.from({ length: 300 }, (_, i) => `m=libya&unified_force=${i}`);
    await store.saveDraft({ present: 'm=libya', past: steps, future: steps });
    const kept = await store.loadDraft();
    expect([kept?.past.length, kept?.past.at(-1), kept?.future.length, kept?.future[0]]).toEqual([
      200,
      steps.at(-1),
      200,
      steps[0]
    ]);
    store.close();
  });
  it('saves, replaces, lists and removes scenarios', async () => {
    const store = await open();
    const first = await store.save({ title: 'Force', scenario: 'm=libya&unified_force=80' });
    const second = await store.save({ title: 'حدود', scenario: 'm=libya&border_niger=60' });
    expect((await store.list()).map(({ title }) => title)).toEqual(['حدود', 'Force']);
    expect(first).toMatchObject({ ok: true });
    await store.save({ id: first.id ?? -1, title: 'Force first', scenario: 'm=libya&unified_force=90' });
    expect(await store.list()).toEqual([
      { id: first.id, title: 'Force first', scenario: 'm=libya&unified_force=90', changed: '2026-01-01T00:02:00.000Z' },
      { id: second.id, title: 'حدود', scenario: 'm=libya&border_niger=60', changed: '2026-01-01T00:01:00.000Z' }
    ]);
    expect(await store.remove(first.id ?? -1)).toEqual({ ok: true });
    expect((await store.list()).map(({ title }) => title)).toEqual(['حدود']);
    store.close();
  });
}

describe('openStore() with IndexedDB', () => {
  behaves(() => openStore({ factory: new IDBFactory(), now: clock() }));

  it('keeps records when the page is left', async () => {
    const factory = new IDBFactory();
    const before = await openStore({ factory });
    await before.saveDraft(draft);
    await before.save({ title: 'Force', scenario: 'm=libya' });
    before.close();
    const after = await openStore({ factory });
    expect([after.persistent, after.trouble, await after.loadDraft(), (await after.list()).length]).toEqual([
      true,
      null,
      draft,
      1
    ]);
  });
  it('carries records over a migration', async () => {
    const factory = new IDBFactory();
    const before = await openStore({ factory, migrations });
    await before.saveDraft(draft);
    before.close();
    const seen: string[][] = [];
    const after = await openStore({
      factory,
      migrations: [
        ...migrations,
        (database) => seen.push([...database.objectStoreNames]),
        (database) => database.createObjectStore('lessons')
      ]
    });
    expect(seen).toEqual([['drafts', 'scenarios']]);
    expect(await after.loadDraft()).toEqual(draft);
  });
  it('makes way for a newer version in another tab', async () => {
    const factory = new IDBFactory();
    const old = await openStore({ factory });
    const young = await openStore({ factory, migrations: [...migrations, () => undefined] });
    expect(young.trouble).toBeNull();
    expect(await old.saveDraft(draft)).toEqual({ ok: false, reason: 'failed' });
    expect(await old.loadDraft()).toBeNull();
  });
  it('takes a damaged draft for none', async () => {
    const factory = new IDBFactory();
    const store = await openStore({ factory });
    await store.saveDraft({ ...draft, past: [7 as unknown as string] });
    expect(await store.loadDraft()).toBeNull();
  });
});

describe('openStore() without persistence', () => {
  behaves(() => openStore({ factory: refusing('SecurityError'), now: clock() }));

  it('says why', async () => {
    const factory = new IDBFactory();
    await (await openStore({ factory, migrations: [...migrations, () => undefined] })).saveDraft(draft);
    const troubles = [
      await openStore({ factory: refusing('SecurityError') }),
      await openStore({ factory }),
      await withoutIndexedDb(() => openStore())
    ].map(({ trouble, persistent }) => [trouble, persistent]);
    expect(troubles).toEqual([
      ['refused', false],
      ['newer', false],
      ['missing', false]
    ]);
  });
  it('says when there is no room', async () => {
    const store = await openStore({ factory: new IDBFactory() });
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const result = await store.saveDraft(draft);
    IDBObjectStore.prototype.put = put;
    expect(result).toEqual({ ok: false, reason: 'full' });
  });
});

async function withoutIndexedDb<T>(work: () => Promise<T>): Promise<T> {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB') ?? {};
  Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: undefined });
  const result = await work();
  Object.defineProperty(globalThis, 'indexedDB', own);
  return result;
}
