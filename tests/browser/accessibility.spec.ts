import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openDesk } from './desk';
import { expect, test } from './person';

/** Nothing for axe to find: both languages, light and dark, wide and phone, with everything unfolded and menus open. */
const link = 'm=libya@1.0.0&unified_force=80~2025-01~24&us_defence=0';

async function faults(page: Page, part = 'html'): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page })
    .include(part)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(passes.length).toBeGreaterThan(3);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`)
  );
}

const screens = { wide: { width: 1360, height: 900 }, phone: { width: 390, height: 844 } } as const;

for (const locale of ['en', 'ar'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [screen, viewport] of Object.entries(screens)) {
      test.describe(`${locale}, ${colorScheme}, ${screen}`, () => {
        test.use({ colorScheme, viewport });

        test('axe finds nothing', async ({ page }) => {
          test.slow();
          const desk = await openDesk(page, link, locale);
          await expect(desk.field('unified_force')).toHaveValue('80');
          expect(await faults(page)).toEqual([]);
          await page.getByRole('checkbox', { name: desk.words.figures.showParts }).check();
          for (const summary of await page.locator('summary').all()) await summary.click();
          await page
            .locator('figure#stability')
            .getByRole('button', { name: desk.words.figures.table, exact: true })
            .click();
          expect(await faults(page)).toEqual([]);
          await desk.button(desk.words.inputs.timingFor(desk.nameOf('unified_force'))).click();
          expect(await faults(page, '[popover]:popover-open')).toEqual([]);
          await page.keyboard.press('Escape');
          await page.getByRole('button', { name: new RegExp(`^${desk.words.shell.choosePreset}`) }).click();
          expect(await faults(page, '[popover]:popover-open')).toEqual([]);
        });

        test('nothing is wider than the window', async ({ page }) => {
          await openDesk(page, link, locale);
          const widths = await page.evaluate(() => [
            document.documentElement.scrollWidth,
            document.documentElement.clientWidth
          ]);
          expect(widths[0]).toBeLessThanOrEqual(widths[1]!);
        });
      });
    }
  }
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
