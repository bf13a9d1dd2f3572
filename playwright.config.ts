import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from './tests/browser/find-browser.mjs';

/** The build is served under a sub-path, as a static host would: a path that works only at the root of a site fails here. */
const port = Number(process.env.MIZAN_TEST_PORT ?? 4187);
const base = '/some/where/';
const origin = `http://127.0.0.1:${port}`;

const executablePath = findBrowser();
if (!executablePath) throw new Error('No Chrome, Chromium or Edge found. `npm test -- browser` tries to install one.');

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results/browser',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    baseURL: origin + base,
    viewport: { width: 1360, height: 900 },
    locale: 'en-GB',
    colorScheme: 'light',
    launchOptions: { executablePath, args: browserArguments },
    screenshot: 'only-on-failure'
  },
  webServer: {
    command: `node tests/browser/serve.mjs ${base} ${port}`,
    url: origin + base,
    reuseExistingServer: false,
    timeout: 30_000
  }
});
