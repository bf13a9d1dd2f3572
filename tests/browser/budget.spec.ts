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
    const asked = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') asked.add(request.url());
    });
    await openDesk(page, '', locale);
    // Chromium does not tell a page of the requests for its workers' own scripts.
    // All workers run one script, which the browser fetches once.
    const workers = [...new Set(page.workers().map((worker) => worker.url()))];
    // What comes from now on, nobody waits for.
    const first = [...asked];
    expect(workers).toHaveLength(1);
    const textOf = async (url: string): Promise<string> => (await page.request.get(url)).text();
    // Nor of those for the modules that such a script cannot begin without.
    for (const url of workers) {
      const needed = (await textOf(url)).matchAll(/(?:from|import)\s*"(\.[^"]+)"/g);
      workers.push(...[...needed].map(([, path]) => new URL(path!, url).href).filter((one) => !workers.includes(one)));
    }
    const weights = await Promise.all(
      [...new Set([...first, ...workers])].map(async (url) => ({ url, weight: gzipSync(await textOf(url)).length }))
    );
    expect(weights.length).toBeGreaterThan(5);
    const list = weights.sort((a, b) => b.weight - a.weight).map(({ url, weight }) => `${weight} ${url}`);
    const sum = weights.reduce((total, { weight }) => total + weight, 0);
    expect(sum, list.join('\n')).toBeLessThan(budget);
  });
}
