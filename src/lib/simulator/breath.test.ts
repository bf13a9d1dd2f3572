import { afterEach, describe, expect, it, vi } from 'vitest';
import { breath } from './breath';

describe('breath()', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each(['with setImmediate', 'with messages alone'])('lets in what waits, and keeps its order, %s', async (how) => {
    if (how === 'with messages alone') vi.stubGlobal('setImmediate', undefined);
    const seen: string[] = [];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => seen.push('message');
    port2.postMessage(null);
    const breaths = ['first', 'second'].map((name) => breath().then(() => seen.push(name)));
    expect(seen).toEqual([]);
    await Promise.all(breaths);
    await breath();
    expect(seen.filter((name) => name !== 'message')).toEqual(['first', 'second']);
    expect(seen).toContain('message');
    port1.close();
  });
});
