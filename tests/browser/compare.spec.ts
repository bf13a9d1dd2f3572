import { readFileSync } from 'node:fs';
import { compareWords } from '$lib/i18n';
import { mizanHere } from '../cli/terminal';
import { faults, looks, overhang } from './looks';
import { expect, test } from './person';

/** Scenarios side by side, as somebody uses them. */
const words = compareWords('en');

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('four scenarios stand there with their figures', async ({ page }) => {
    await page.goto('compare/');
    await expect(page.locator('.chooser [data-place]')).toHaveCount(4);
    await expect(page.locator('[data-output="stability_index"] td').nth(1)).toHaveText(/better in \d/);
    await expect(page.locator('svg.chart')).toHaveCount(4);
  });
});

test('a scenario from the desk is compared, joined by another, moved and made the baseline; the link brings it back', async ({
  page,
  context
}) => {
  test.slow();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('?m=libya@1.0.0&unified_force=80&title=%3Cb%3EMine%3C%2Fb%3E');
  await page.getByRole('link', { name: 'Compare with the status quo' }).click();
  await expect(page).toHaveURL(/\/compare\/\?a=/);
  const places = page.locator('.chooser [data-place]');
  await expect(places).toHaveCount(2);
  await expect(places.nth(1)).toContainText('<b>Mine</b>');
  await expect(page.locator('.progress')).toHaveText(words.ready(2, '1,000'), { timeout: 60_000 });

  await page.getByRole('button', { name: words.add, exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Military only, same US effort' }).click();
  await expect(places).toHaveCount(3);
  await page.getByRole('button', { name: words.actions('Military only, same US effort') }).press('Enter');
  await page.getByRole('button', { name: words.earlier }).press('Enter');
  await expect(places.nth(1)).toContainText('Military only');
  await places.nth(1).getByRole('button', { name: words.makeBaseline }).click();
  await page.getByLabel(words.output, { exact: true }).first().selectOption('trust');
  await expect(page.locator('.progress')).toHaveText(words.ready(3, '1,000'), { timeout: 60_000 });
  const differences = await page.locator('#compare-differences svg desc').textContent();
  expect(differences).toContain('<b>Mine</b>');
  expect(differences).toContain('better in');

  await page.getByRole('link', { name: words.link }).click();
  await expect(page.getByText(words.copied)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto(link);
  await expect(places).toHaveCount(3);
  await expect(page.locator('.progress')).toHaveText(words.ready(3, '1,000'), { timeout: 60_000 });
  await expect(page.locator('#compare-differences svg desc')).toHaveText(differences!);
});

test('what is wrong in an address is named, and the rest shown; the CSV is that of the command', async ({ page }) => {
  test.slow();
  await page.goto(
    'compare/?a=status_quo&b=force_and_border&c=nonsense&d=m%3Dlibya%401.0.0%26unified_force%3D900&at=2034-10'
  );
  await expect(page.locator('.notices')).toContainText(words.unknownPreset('nonsense'));
  await expect(page.locator('.notices li')).toHaveCount(2);
  await expect(page.locator('.progress')).toHaveText(words.ready(3, '1,000'), { timeout: 60_000 });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: words.saveCsv }).click()
  ]);
  const saved = readFileSync(await file.path(), 'utf8').replace(/^\ufeff/, '');
  const rows = saved
    .trimEnd()
    .split('\r\n')
    .filter((line) => !/^"?#/.test(line));
  const { out } = await mizanHere([
    'compare',
    'status_quo',
    'force_and_border',
    'status_quo',
    '--at',
    '2034-10',
    '--csv',
    '-'
  ]);
  expect(rows).toEqual(out.trimEnd().split('\n'));
});

for (const { name, locale, use } of looks) {
  test.describe(name, () => {
    test.use(use);

    test('axe finds nothing and nothing is wider than the window', async ({ page }) => {
      test.slow();
      await page.goto(locale === 'ar' ? 'ar/compare/' : 'compare/');
      await expect(page.locator('.progress [role=status]')).toBeVisible({ timeout: 60_000 });
      expect(await faults(page)).toEqual([]);
      expect(await overhang(page)).toBeLessThanOrEqual(0);
    });
  });
}
