/**
 * `npm run screenshots`: takes the pictures of the README from `build/`, in both languages, in the dark and on a phone. They show
 * a scenario, not the status quo, so that one sees what the page is for.
 */
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { browserArguments, obtainBrowser } from './find-browser.mjs';
import { serve } from './serve.mjs';

const folder = 'docs/images';
const scenario = '?m=libya@1.0.0&unified_force=80~2025-01~24&border_coordination=80~2025-01~24';
const wide = { width: 1360, height: 1040 };

const pictures = [
  { name: 'desk-en', path: '', viewport: wide, colorScheme: 'light' },
  { name: 'desk-ar', path: 'ar/', viewport: wide, colorScheme: 'light' },
  { name: 'desk-dark', path: '', viewport: wide, colorScheme: 'dark' },
  { name: 'desk-phone', path: '', viewport: { width: 390, height: 844 }, colorScheme: 'light' }
];

const executablePath = obtainBrowser(console.log);
if (!executablePath)
  throw new Error('no browser can be had: install Chrome, Chromium or Edge, or name one in CHROMIUM');
const site = await serve({ base: '/mizan/' });
const browser = await chromium.launch({ executablePath, args: browserArguments });
mkdirSync(folder, { recursive: true });
for (const { name, path, ...look } of pictures) {
  const page = await browser.newPage({ ...look, deviceScaleFactor: 2, reducedMotion: 'reduce' });
  await page.goto(`${site.origin}/mizan/${path}${scenario}`);
  // The page says its result to readers of screens once it has stood still: then the picture is complete.
  await page.locator('[data-live]:not(:empty)').waitFor({ state: 'attached' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: `${folder}/${name}.png` });
  await page.close();
  console.log(`${folder}/${name}.png`);
}
await browser.close();
await site.stop();
