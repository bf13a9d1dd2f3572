import { readFileSync } from 'node:fs';
import { backtest as ar } from '../../src/lib/i18n/ar/backtest';
import { backtest as en } from '../../src/lib/i18n/en/backtest';
import { faults, looks, overhang } from './looks';
import { expect, test } from './person';

/** /model/backtest: the figures stand without script, read by keys, and are taken away; nothing for axe to find. */
const addresses = { en: 'model/backtest/', ar: 'ar/model/backtest/' } as const;
const words = { en, ar } as const;

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the table of skill and both figures stand in the page', async ({ page }) => {
    await page.goto(addresses.en);
    await expect(page).toHaveTitle(/^Backtest, 2012 to 2024 · /);
    const row = page.locator('tr[data-series="conflict_deaths"]');
    await expect(row.getByRole('rowheader')).toHaveText('Deaths in armed conflict');
    await expect(row.locator('td')).toHaveText([
      'usable',
      '5',
      '+0.62',
      '+0.72',
      '−0.65',
      '8',
      '+0.44',
      '+0.08',
      '+0.36',
      '+0.90',
      '7 of 9'
    ]);
    await expect(page.locator('#backtest svg.chart circle')).not.toHaveCount(0);
    await expect(page.locator('#history svg.chart path')).not.toHaveCount(0);
    await expect(page.getByText('2 onsets cannot establish skill.')).toBeVisible();
  });
});

test('a month is read in every panel by keys', async ({ page }) => {
  await page.goto(addresses.en);
  const slider = page.locator('#backtest').getByRole('slider');
  await slider.focus();
  await page.keyboard.press('Home');
  for (let year = 0; year < 5; year++) await page.keyboard.press('PageUp');
  await expect(slider).toHaveAttribute('aria-valuenow', '60');
  await expect(slider).toHaveAttribute(
    'aria-valuetext',
    /Deaths in armed conflict: Jan 2017: model [\d,]+, observed 1,091/
  );
  await expect(page.locator('#backtest svg.chart text', { hasText: 'Jan 2017: model' })).toHaveCount(6);
});

test('the skill and the figure are saved', async ({ page }) => {
  await page.goto(addresses.en);
  const menu = page.locator('#backtest').getByRole('button', { name: en.downloads });
  const save = async (name: string): Promise<string> => {
    await menu.click();
    const started = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    const file = await started;
    return readFileSync(await file.path(), 'utf8');
  };
  const csv = await save(en.downloadSkill);
  expect(csv).toContain('CC BY 4.0');
  const header = csv
    .split('\r\n')
    .find((line) => line.startsWith('series,'))!
    .split(',');
  const deaths = csv
    .split('\r\n')
    .find((line) => line.startsWith('conflict_deaths,'))!
    .split(',');
  expect(Number(deaths[header.indexOf('test_skill_persistence')]).toFixed(2)).toBe('0.62');
  const svg = await save(en.downloadSvg);
  expect(svg).toContain('<svg');
  expect(svg).not.toContain('var(--');
});

for (const { name, locale, use } of looks) {
  test.describe(name, () => {
    test.use(use);

    test('axe finds nothing and nothing is wider than the window', async ({ page }) => {
      await page.goto(addresses[locale]);
      await expect(page.getByRole('slider')).toHaveAttribute('aria-label', words[locale].reader);
      for (const summary of await page.locator('main summary').all()) await summary.click();
      expect(await faults(page)).toEqual([]);
      expect(await overhang(page)).toBeLessThanOrEqual(0);
    });
  });
}
