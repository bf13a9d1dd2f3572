import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';

/**
 * A person with a browser in which nothing may go wrong unseen: whatever a test does, a request to another origin, a
 * complaint of the console, an exception or a violation of the content policy fails it. Pages are opened by relative
 * paths, below the sub-path that the site is served under.
 */
interface Watch {
  readonly complaints: readonly string[];
  /** Addresses of every request, for tests that look at them. */
  readonly requests: readonly string[];
}

async function watch(context: BrowserContext, site: string): Promise<Watch> {
  const complaints: string[] = [];
  const requests: string[] = [];
  context.on('request', (request) => {
    requests.push(request.url());
    const inside = /^(data|blob):/.test(request.url()) || request.url().startsWith(site);
    if (!inside) complaints.push(`a request left the site: ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`exception: ${error.error().message}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(
        `content policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`
      );
    });
  });
  return { complaints, requests };
}

export const test = base.extend<{ watched: Watch }>({
  watched: [
    async ({ context, baseURL }, use) => {
      const seen = await watch(context, baseURL ?? '');
      await use(seen);
      expect(seen.complaints).toEqual([]);
    },
    { auto: true }
  ]
});

export { expect };

/** Another person: a fresh profile that knows nothing of the first, watched just the same. */
export async function asAnother(page: Page, site: string, act: (other: Page) => Promise<void>): Promise<void> {
  const context = await page.context().browser()!.newContext({ baseURL: site });
  const seen = await watch(context, site);
  await act(await context.newPage());
  await context.close();
  expect(seen.complaints).toEqual([]);
}
