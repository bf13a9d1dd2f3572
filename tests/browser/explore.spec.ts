import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { sensitivity as ar } from '../../src/lib/i18n/ar/sensitivity';
import { sensitivity as en } from '../../src/lib/i18n/en/sensitivity';
import { mizan } from '../cli/terminal';
import { expect, test } from './person';

/** /explore: the finding stands without script, is asked anew, cancelled and refined by keys; its numbers are the command's. */
const words = { en, ar } as const;
const addresses = { en: 'explore/', ar: 'ar/explore/' } as const;

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the finding and all four figures stand in the page', async ({ page }) => {
    await page.goto(addresses.en);
    await expect(page.locator('.finding')).toContainText('Of what is uncertain about Stability in October 2034');
    for (const id of ['indices', 'over-time', 'screening', 'tornado'])
      await expect(page.locator(`#${id} svg.chart rect`)).not.toHaveCount(1);
  });
});

test('the table of the first view has the bits of the command', async ({ page }) => {
  await page.goto(addresses.en);
  await page.locator('#indices').getByRole('button', { name: en.downloads }).click();
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: en.csv }).click();
  const file = readFileSync(await (await started).path(), 'utf8');
  const rows = (text: string): string[][] =>
    text
      .trim()
      .split(/\r?\n/)
      .filter((line) => !/^"?#/.test(line))
      .map((line) => line.split(',').map((cell) => (/^[-\d.]+(e[-+]\d+)?$/.test(cell) ? String(Number(cell)) : cell)));
  const { code, out } = mizan(['sensitivity', 'status_quo', '--csv', '-']);
  expect(code).toBe(0);
  expect(rows(file).length).toBeGreaterThan(20);
  expect(rows(file)).toEqual(rows(out));
});

test('a question is asked, cancelled, asked again and refined, by keys', async ({ page }) => {
  await page.goto(addresses.en);
  const before = await page.locator('.finding').innerText();
  await page.getByLabel(en.inputs).selectOption('principal');
  await page.getByLabel(en.uncertainty).selectOption('none');
  await expect(page.getByText(en.stale)).toBeVisible();
  const start = page.getByRole('button', { name: en.start });
  await start.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('progressbar', { name: en.progressLabel }).waitFor();
  await page.getByRole('button', { name: en.cancel }).press('Enter');
  await expect(page.getByText(en.cancelled)).toBeVisible();
  expect(await page.locator('.finding').innerText()).toBe(before);
  await start.press('Enter');
  await expect(
    page.getByText(/^Totals are known to within ±[\d.]+ percentage points, after [\d,]+ runs\./)
  ).toBeVisible({
    timeout: 60_000
  });
  expect(await page.locator('.finding').innerText()).not.toBe(before);
  const refine = page.getByRole('button', { name: /^Refine with/ });
  const label = await refine.innerText();
  await refine.press('Enter');
  await expect(refine).not.toHaveText(label, { timeout: 60_000 });
});

for (const [locale, scheme, width] of [
  ['en', 'light', 1360],
  ['ar', 'dark', 1360],
  ['en', 'dark', 390],
  ['ar', 'light', 390]
] as const) {
  test(`nothing for axe to find, nothing to scroll sideways: ${locale} ${scheme} ${width}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(addresses[locale]);
    await page.locator('#indices details summary').click();
    await expect(page.locator('#indices').getByRole('columnheader', { name: words[locale].group })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}
