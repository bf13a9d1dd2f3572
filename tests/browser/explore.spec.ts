import { readFileSync } from 'node:fs';
import { sensitivity as ar } from '../../src/lib/i18n/ar/sensitivity';
import { sensitivity as en } from '../../src/lib/i18n/en/sensitivity';
import { mizan } from '../cli/terminal';
import { faults, looks, overhang } from './looks';
import { expect, test } from './person';

/** /explore: the finding stands without script, is asked anew, cancelled and refined by keys; its numbers are the command's. */
const words = { en, ar } as const;
const addresses = { en: 'explore/', ar: 'ar/explore/' } as const;
/** Short, so that a study of it takes a few seconds. */
const linked = encodeURIComponent('m=libya@1.0.0&unified_force=80~2025-01~24&until=2026-10');

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the finding and all four figures stand in the page', async ({ page }) => {
    await page.goto(addresses.en);
    await expect(page.locator('.finding')).toContainText('No single factor matters more for Stability in October 2034');
    for (const id of ['indices', 'over-time', 'screening', 'tornado'])
      expect(await page.locator(`#${id} svg.chart rect`).count()).toBeGreaterThan(9);
  });
});

/** Cells of a table file: numbers as the numbers they are, whatever their spelling. */
function cellsOf(text: string): string[][] {
  return text
    .trim()
    .split(/\r?\n/)
    .filter((line) => !/^"?#/.test(line))
    .map((line) => line.split(',').map((cell) => (/^[-\d.]+(e[-+]\d+)?$/.test(cell) ? String(Number(cell)) : cell)));
}

test('a question in the address is answered with the bits of the command that the page names', async ({ page }) => {
  await page.goto(`${addresses.en}?a=${linked}&of=trust&inputs=principal&uncertainty=none`);
  await expect(page.getByText(en.stale)).toBeVisible();
  await page.getByRole('button', { name: en.start }).click();
  const refine = page.getByRole('button', { name: /^Refine with/ });
  await expect(refine).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('.finding')).toContainText('October 2026');
  await page.locator('#indices').getByRole('button', { name: en.downloads }).click();
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: en.csv }).click();
  const file = cellsOf(readFileSync(await (await started).path(), 'utf8'));
  const command = await page.locator('pre').innerText();
  expect(command).toMatch(/^npm run -s mizan -- sensitivity '\?m=libya.*--rows 512$/);
  const { code, out } = mizan([...command.split(' -- ')[1]!.replaceAll("'", '').split(' '), '--csv', '-']);
  expect(code).toBe(0);
  expect(file.length).toBeGreaterThan(10);
  expect(file).toEqual(cellsOf(out));
});

test('a question is asked, cancelled, asked again and refined, by keys', async ({ page }) => {
  await page.goto(`${addresses.en}?a=${linked}`);
  const finding = page.locator('.finding');
  const before = await finding.innerText();
  await expect(page.getByText(en.stale)).toBeVisible();
  await page.getByLabel(en.inputs).selectOption('principal');
  const start = page.getByRole('button', { name: en.start });
  await start.press('Enter');
  await page.getByRole('progressbar', { name: en.progressLabel }).waitFor();
  await page.getByRole('button', { name: en.cancel }).press('Enter');
  await expect(page.getByText(en.cancelled)).toBeVisible();
  expect(await finding.innerText()).toBe(before);
  await page.getByLabel(en.uncertainty).selectOption('none');
  await start.press('Enter');
  const refine = page.getByRole('button', { name: /^Refine with/ });
  await expect(refine).toBeVisible({ timeout: 60_000 });
  expect(await finding.innerText()).not.toBe(before);
  const label = await refine.innerText();
  await refine.press('Enter');
  await expect(refine).toHaveText(/^Refine with/, { timeout: 60_000 });
  await expect(refine).not.toHaveText(label);
});

test('what cannot be used of an address is named, and the rest applied', async ({ page }) => {
  await page.goto(`${addresses.en}?a=nowhere&of=nothing&at=2029-10&inputs=some`);
  const notices = page.locator('.notices');
  for (const notice of [en.unknownPreset('nowhere'), en.unknownOutput('nothing'), en.badInputs('some')])
    await expect(notices).toContainText(notice);
  await expect(page.getByLabel(en.date)).toHaveValue('60');
  await expect(page.getByRole('link', { name: en.link })).toHaveAttribute('href', /\/explore\/\?at=2029-10$/);
});

for (const { name, locale, use } of looks) {
  test.describe(name, () => {
    test.use(use);

    test(`axe finds nothing, and nothing is wider than the window: ${name}`, async ({ page }) => {
      await page.goto(addresses[locale]);
      await page.locator('#indices details summary').click();
      await expect(page.locator('#indices').getByRole('columnheader', { name: words[locale].group })).toBeVisible();
      expect(await overhang(page)).toBeLessThanOrEqual(0);
      expect(await faults(page)).toEqual([]);
    });
  });
}
