import { gzipSync } from 'node:zlib';
import { openDesk } from './desk';
import { expect, test } from './person';

/**
 * What a first visit costs: every script that the page fetches until it answers, compressed as a plain static host
 * would (gzip), the worker included. Sizes, never times.
 */
const budget = 150_000;

for (const locale of ['en', 'ar'] as const) {
  test(`scripts until the first live chart stay below ${budget / 1000} kB (${locale})`, async ({ page }) => {
    const scripts = new Map<string, Promise<Buffer>>();
    page.on('response', (response) => {
      if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.set(response.url(), response.body());
    });
    await openDesk(page, locale);
    const weights = await Promise.all(
      [...scripts].map(async ([url, body]) => ({ url, weight: gzipSync(await body).length }))
    );
    expect(weights.some(({ url }) => /worker/.test(url))).toBe(true);
    const list = weights.sort((a, b) => b.weight - a.weight).map(({ url, weight }) => `${weight} ${url}`);
    const sum = weights.reduce((total, { weight }) => total + weight, 0);
    expect(sum, list.join('\n')).toBeLessThan(budget);
  });
}
