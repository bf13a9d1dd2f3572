import type { Page } from '@playwright/test';
import { faults, looks, overhang } from './looks';
import { expect, test } from './person';

/** The page of causal loops: there without script, followed by keys, run in the browser, taken away as files. */
async function open(page: Page, locale: 'en' | 'ar' = 'en'): Promise<void> {
  await page.goto(locale === 'ar' ? './ar/model/loops/' : './model/loops/');
  // Dates can be chosen once the browser has run the scenario itself.
  await expect(page.locator('input[type=range]')).toBeEnabled();
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the diagram and the named loops stand in the page, in both languages', async ({ page }) => {
    for (const path of ['./model/loops/', './ar/model/loops/']) {
      await page.goto(path);
      expect(await page.locator('#diagram svg path').count()).toBeGreaterThan(80);
      await expect(page.locator('article h3')).toHaveCount(12);
      await expect(page.locator('article').first().locator('.gain')).toContainText('%');
    }
  });
});

test('keys lead through the diagram, and hold what is followed', async ({ page }) => {
  await open(page);
  await page.locator('input[type=range]').focus();
  await page.keyboard.press('Tab');
  const trust = page.getByRole('button', {
    name: /^Trust between the two commands; raised by .*lowered by .*Violence/
  });
  await expect(trust).toBeFocused();
  await expect(page.locator('.readout')).toContainText('Moved by');
  await page.keyboard.press('ArrowLeft');
  await expect(trust).not.toBeFocused();
  const there = page.locator('.loop-item:focus');
  await expect(there).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(there).toHaveAttribute('aria-pressed', 'true');
  const name = await there.getAttribute('aria-label');
  await page.keyboard.press('Tab');
  await expect(page.locator('.readout strong')).toHaveText(name!.split(';')[0]!.split(',').pop()!.trim(), {
    useInnerText: true
  });
  await page.keyboard.press('Shift+Tab');
  await expect(there).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(there).toHaveAttribute('aria-pressed', 'false');
});

test('another scenario and date give other strengths, and the table tells them', async ({ page }) => {
  await open(page);
  await page.getByRole('radio', { name: 'The southern border' }).check({ force: true });
  await page.getByRole('button', { name: 'Show the links as a table' }).click();
  const strengths = async (): Promise<string> =>
    (await page.locator('#diagram-table td.number').allInnerTexts()).join();
  const before = await strengths();
  expect(before).toMatch(/\d%/);
  await page.getByLabel('Scenario').selectOption('force_and_border');
  await expect.poll(strengths).not.toBe(before);
  const atTheEnd = await strengths();
  await page.locator('input[type=range]').fill('12');
  await expect.poll(strengths).not.toBe(atTheEnd);
  await expect(page.locator('#diagram output, output').first()).toHaveText('October 2025');
});

test('a named loop can be shown in the diagram', async ({ page }) => {
  await open(page);
  await page.getByRole('link', { name: 'Show in the diagram: R4' }).click();
  await expect(page.locator('.readout')).toContainText('R4 Conflict trap');
  await expect(page.locator('.loop-item[aria-pressed=true]')).toHaveAttribute('aria-label', /^R4, Conflict trap/);
});

test('pictures and links can be taken away', async ({ page }) => {
  await open(page);
  for (const [label, name] of [
    ['Picture (SVG)', 'mizan-libya-loops-whole-status_quo-en.svg'],
    ['Links (CSV)', 'mizan-libya-loops-whole-status_quo-en.csv']
  ] as const) {
    await page.getByRole('button', { name: 'Download' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: label }).click()
    ]);
    expect(download.suggestedFilename()).toBe(name);
  }
});

for (const { name, locale, use } of looks) {
  test.describe(name, () => {
    test.use(use);

    test('axe finds nothing, and nothing is wider than the window', async ({ page }) => {
      test.slow();
      await open(page, locale);
      await page.locator('#diagram .bar button').first().click();
      for (const summary of await page.locator('summary').all()) await summary.click();
      expect(await faults(page)).toEqual([]);
      expect(await overhang(page)).toBeLessThanOrEqual(0);
    });
  });
}
