import { openDesk } from './desk';
import { faults, overhang, pairedLooks } from './looks';
import { expect, test } from './person';

/** Nothing for axe to find: both languages, light and dark, wide and phone, with everything unfolded and menus open. */
const link = 'm=libya@1.0.0&unified_force=80~2025-01~24&us_defence=0';

for (const { name, locale, use } of pairedLooks) {
  test.describe(name, () => {
    test.use(use);

    test('axe finds nothing, and nothing is wider than the window', async ({ page }) => {
      test.slow();
      const desk = await openDesk(page, link, locale);
      await expect(desk.field('unified_force')).toHaveValue('80');
      expect(await overhang(page)).toBeLessThanOrEqual(0);
      await page.getByRole('checkbox', { name: desk.words.figures.showParts }).check();
      for (const summary of await page.locator('summary').all()) await summary.click();
      await page
        .locator('figure#stability')
        .getByRole('button', { name: desk.words.figures.table, exact: true })
        .click();
      expect(await overhang(page)).toBeLessThanOrEqual(0);
      expect(await faults(page)).toEqual([]);
      await desk.button(desk.words.inputs.timingFor(desk.nameOf('unified_force'))).click();
      expect(await faults(page, '[popover]:popover-open')).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: new RegExp(`^${desk.words.shell.choosePreset}`) }).click();
      expect(await faults(page, '[popover]:popover-open')).toEqual([]);
    });
  });
}

test('all can be done by keys: to the figures, to an input, through a menu and back', async ({ page }) => {
  const desk = await openDesk(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: desk.words.shell.skip })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#figures')).toBeFocused();
  const menu = page.getByRole('button', { name: new RegExp(`^${desk.words.shell.choosePreset}`) });
  await menu.focus();
  await page.keyboard.press('Enter');
  const first = page.locator('[data-preset]').first();
  await expect(first).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(first).toBeHidden();
  await expect(menu).toBeFocused();
});

test('the result is said once it stands still', async ({ page }) => {
  const desk = await openDesk(page);
  await desk.type('unified_force', '80');
  const live = page.locator('[aria-live="polite"]').filter({ hasText: '43.7' });
  await expect(live).toHaveCount(1);
});
