import type { Page } from '@playwright/test';
import { mapWords, type Locale } from '$lib/i18n';
import { openDesk, type DeskInView } from './desk';
import { faults, looks, overhang } from './looks';
import { expect, test } from './person';

/** The map: loads when a person comes near, is read by keys, and shares its month with the other figures. */
const link = 'm=libya@1.0.0&unified_force=80~2025-01~24&border_coordination=80~2025-01~24';

async function openMap(page: Page, locale: Locale = 'en'): Promise<DeskInView> {
  const desk = await openDesk(page, link, locale);
  await expect(desk.field('unified_force')).toHaveValue('80');
  await page.locator('.place').scrollIntoViewIfNeeded();
  await expect(page.locator('figure#map svg.chart [role="option"]')).toHaveCount(6);
  return desk;
}

test('nothing of the map is fetched before a person comes near', async ({ page, watched }) => {
  await openDesk(page);
  await page.waitForLoadState('networkidle');
  await expect(page.locator('figure#map')).toHaveCount(0);
  const scripts = (): string[] => [...new Set(watched.requests.filter((url) => url.endsWith('.js')))];
  const before = scripts();
  await page.locator('.place').scrollIntoViewIfNeeded();
  await expect(page.locator('figure#map')).toBeVisible();
  const after = scripts().filter((url) => !before.includes(url));
  const ofTheMap = async (urls: readonly string[]): Promise<number> => {
    const texts = await Promise.all(urls.map(async (url) => (await page.request.get(url)).text()));
    return texts.filter((text) => text.includes('Topology') || text.includes(mapWords('en').title)).length;
  };
  expect(await ofTheMap(before)).toBe(0);
  expect(await ofTheMap(after)).toBeGreaterThan(0);
});

test('regions and borders are read by keys, one after the other', async ({ page }) => {
  await openMap(page);
  const { reader } = mapWords('en');
  const list = page.getByRole('listbox', { name: reader });
  const options = list.getByRole('option');
  await options.first().focus();
  await expect(options.first()).toHaveAccessibleName(/^East · Cyrenaica\. October 2034\. .*%/);
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(options.last()).toBeFocused();
  await expect(options.last()).toHaveAccessibleName(
    /^Niger border\. .*Border control \d+% \(\+\d+ points\)\. Status quo \d+%/
  );
  await expect(page.locator('figure#map svg.chart [role="img"]')).toContainText('Niger border');
  await page.keyboard.press('Escape');
  await expect(options.last()).toHaveAttribute('aria-selected', 'false');
});

test('the layer of an actor tells its share in each region', async ({ page }) => {
  await openMap(page);
  const words = mapWords('en');
  await page.getByRole('combobox', { name: words.show }).selectOption({ label: words.influenceOf('Russia') });
  await expect(page.locator('figure#map svg.chart')).toContainText(words.influenceSubtitle('Russia'));
  await expect(page.locator('figure#map svg.chart')).toContainText(words.influenceOf('Russia'));
});

test('a month is chosen for all figures, and stays while another is read', async ({ page }) => {
  await openMap(page);
  const words = mapWords('en');
  const slider = page.getByRole('slider', { name: words.month });
  await expect(page.locator('figure#stability .chart-mark')).toHaveCount(0);
  await slider.focus();
  for (let step = 0; step < 6; step++) await page.keyboard.press('PageDown');
  await expect(slider).toHaveAttribute('aria-valuetext', 'October 2029');
  await expect(page.locator('figure#map svg.chart')).toContainText('October 2029');
  await expect(page.locator('figure#stability svg.chart')).toContainText('October 2029');
  await expect(page.locator('figure#stability .chart-mark')).toHaveCount(1);
  await expect(page.locator('figure#influence .chart-mark')).toHaveCount(3);
  const reader = page.locator('figure#influence .chart-reader');
  await reader.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('figure#map svg.chart')).toContainText('November 2029');
  await reader.blur();
  await expect(page.locator('figure#map svg.chart')).toContainText('October 2029');
  await slider.focus();
  await page.keyboard.press('End');
});

test('it plays on request, pauses, and stops by itself at the end', async ({ page }) => {
  await openMap(page);
  const words = mapWords('en');
  const slider = page.getByRole('slider', { name: words.month });
  await expect(page.getByRole('button', { name: words.play })).toBeVisible();
  await page.getByRole('button', { name: words.play }).click();
  await expect(slider).not.toHaveAttribute('aria-valuetext', /2034|October 2024/);
  await page.getByRole('button', { name: words.pause }).click();
  const paused = await slider.getAttribute('aria-valuetext');
  await page.waitForTimeout(600);
  await expect(slider).toHaveAttribute('aria-valuetext', paused!);
  await slider.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('PageDown');
  await expect(slider).toHaveAttribute('aria-valuetext', 'December 2033');
  await page.getByRole('button', { name: words.play }).click();
  await expect(slider).toHaveAttribute('aria-valuetext', 'October 2034');
  await expect(page.getByRole('button', { name: words.play })).toBeVisible();
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('it goes from year to year', async ({ page }) => {
    await openMap(page);
    const words = mapWords('en');
    const slider = page.getByRole('slider', { name: words.month });
    await page.getByRole('button', { name: words.play }).click();
    await expect(slider).toHaveAttribute('aria-valuetext', 'October 2024');
    await expect(slider).toHaveAttribute('aria-valuetext', 'October 2025');
    await page.getByRole('button', { name: words.pause }).click();
  });
});

test('the map and its numbers are saved as files', async ({ page }) => {
  const desk = await openMap(page);
  for (const [kind, label] of [
    ['svg', desk.words.figures.downloadSvg],
    ['csv', desk.words.figures.downloadCsv]
  ] as const) {
    await page.locator('figure#map').getByRole('button', { name: desk.words.figures.download }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: label, exact: true }).locator('visible=true').click()
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`map.*\\.${kind}$`));
  }
});

for (const { name, locale, use } of looks) {
  test.describe(name, () => {
    test.use(use);

    test('axe finds nothing at the map, and nothing is wider than the window', async ({ page }) => {
      await openMap(page, locale);
      await page.locator('.place summary').click();
      expect(await faults(page, '.place')).toEqual([]);
      expect(await overhang(page)).toBeLessThanOrEqual(0);
    });
  });
}
