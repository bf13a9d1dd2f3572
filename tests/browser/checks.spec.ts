import { checksWords } from '$lib/i18n';
import { faults, looks, overhang } from './looks';
import { expect, test } from './person';

/** The page of behaviour checks: its figures stand before any script, and come out the same in the reader's browser. */
test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('every check stands with its figures', async ({ page }) => {
    await page.goto('model/checks/');
    await expect(page.locator('tr[id^="T"], tr[id^="X"]')).toHaveCount(46);
    await expect(page.locator('#T01 .margin')).toContainText('2.1');
    await expect(page.locator('#T01 .breaks li').first()).toBeVisible();
    await expect(page.locator('tr[id^="m-"]')).toHaveCount(33);
  });
});

test('run again, cancelled, and run with the published seed to the same bits', async ({ page }) => {
  test.slow();
  const { rerun } = checksWords('en');
  await page.goto('model/checks/');
  const again = page.getByRole('button', { name: rerun.start });
  const status = page.locator('section[aria-labelledby="rerun"]').getByRole('status');
  await again.click();
  await page.getByRole('button', { name: rerun.cancel }).click();
  await expect(status).toHaveText(rerun.cancelled);
  await page.locator('select').selectOption('100');
  const before = await page.locator('#T02 .shares').textContent();
  await again.click();
  await expect(status).toHaveText(rerun.other, { timeout: 60_000 });
  expect(await page.locator('#T02 .shares').textContent()).not.toBe(before);
  await page.getByRole('button', { name: rerun.reset }).click();
  expect(await page.locator('#T02 .shares').textContent()).toBe(before);
  await again.click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(status).toHaveText(rerun.same(46 * 16 + 33 * 2), { timeout: 120_000 });
});

for (const { name, locale, use } of looks) {
  test.describe(name, () => {
    test.use(use);

    test('axe finds nothing and nothing is wider than the window', async ({ page }) => {
      test.slow();
      await page.goto(locale === 'ar' ? 'ar/model/checks/' : 'model/checks/');
      for (const place of [0, 1, 4]) await page.locator('summary').nth(place).click();
      expect(await faults(page)).toEqual([]);
      expect(await overhang(page)).toBeLessThanOrEqual(0);
    });
  });
}
