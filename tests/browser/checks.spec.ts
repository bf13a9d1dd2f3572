import AxeBuilder from '@axe-core/playwright';
import { checksWords } from '$lib/i18n';
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

for (const lang of ['en', 'ar'] as const) {
  const words = checksWords(lang);
  const address = lang === 'ar' ? 'ar/model/checks/' : 'model/checks/';

  test(`${lang}: run again, cancel, and run with the published seed to the same bits`, async ({ page }) => {
    test.slow();
    await page.goto(address);
    const again = page.getByRole('button', { name: words.rerun.start });
    const status = page.locator('section[aria-labelledby="rerun"]').getByRole('status');
    if (lang === 'en') {
      await again.click();
      await page.getByRole('button', { name: words.rerun.cancel }).click();
      await expect(status).toHaveText(words.rerun.cancelled);
      await page.locator('select').selectOption('100');
      const before = await page.locator('#T02 .shares').textContent();
      await again.click();
      await expect(status).toHaveText(words.rerun.other, { timeout: 60_000 });
      expect(await page.locator('#T02 .shares').textContent()).not.toBe(before);
      await page.getByRole('button', { name: words.rerun.reset }).click();
      expect(await page.locator('#T02 .shares').textContent()).toBe(before);
    }
    await again.click();
    await expect(page.getByRole('progressbar')).toBeVisible();
    await expect(status).toHaveText(words.rerun.same(46 * 16 + 33 * 2), { timeout: 120_000 });
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${lang}, ${colorScheme}: axe finds nothing and nothing is wider than the window`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      // Every language, theme and width, each with two of the others: four looks in place of eight.
      for (const width of [(lang === 'en') === (colorScheme === 'light') ? 1360 : 390]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(address);
        for (const place of [0, 1, 4]) await page.locator('summary').nth(place).click();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
        const [wide = 0, window = 0] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth
        ]);
        expect(wide).toBeLessThanOrEqual(window);
      }
    });
  }
}
