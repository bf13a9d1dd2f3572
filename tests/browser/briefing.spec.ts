import { readFile } from 'node:fs/promises';
import { briefingWords, catalogue } from '$lib/i18n';
import { libya, stabilityInNode } from './model';
import { faults, looks, overhang } from './looks';
import { expect, test } from './person';

/** The briefing as a person reads it: claims that lead to the desk and to the model, a timeline that reads by keys. */
const claims = libya.briefing?.themes.flatMap((theme) => theme.claims) ?? [];

test('the claims stand in the page before any script, and each one has its address', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto('briefing/#c7');
  expect(await page.locator('article[data-claim]').count()).toBe(28);
  await expect(page.locator('#c7 h4')).toBeInViewport();
  await expect(page.locator('figure svg[aria-labelledby]').first()).toBeVisible();
  await context.close();
});

test('a claim opens its change on the desk, which shows the number that the briefing says', async ({ page }) => {
  await page.goto('briefing/#c11');
  const claim = page.locator('article#c11');
  const shown = await claim.locator('[data-effect="stability_index"] strong').textContent();
  await claim.getByRole('link', { name: briefingWords('en').claims.tryIt }).click();
  await expect(page).toHaveURL(/\/some\/where\/(\?|$)/);
  await expect(page.locator('[data-figure="stability_index"]')).toHaveText(shown ?? '');
  expect(shown).toBe(await stabilityInNode('m=libya@1.0.0&unified_force=80~2025-01~24'));
});

test('every name of a mechanism leads to its place on the pages of the model', async ({ page }) => {
  await page.goto('briefing/');
  const addresses = await page
    .locator('article[data-claim] .words a')
    .evaluateAll((links) => [...new Set(links.map((link) => (link as HTMLAnchorElement).href))]);
  expect(addresses.length).toBeGreaterThan(60);
  const ids = new Map<string, readonly string[]>();
  for (const address of addresses) {
    const { origin, pathname, hash } = new URL(address);
    if (!ids.has(pathname)) {
      const response = await page.request.get(origin + pathname);
      expect(response.ok(), pathname).toBe(true);
      ids.set(
        pathname,
        [...(await response.text()).matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id)
      );
    }
    expect(ids.get(pathname), address).toContain(decodeURIComponent(hash.slice(1)));
  }
});

test('the timeline reads event by event with the keys, and tells what a pointer meets', async ({ page }) => {
  await page.goto('briefing/');
  const words = briefingWords('en').timeline;
  const reader = page.getByRole('slider', { name: words.reader });
  await reader.focus();
  await page.keyboard.press('Home');
  await expect(reader).toHaveAttribute('aria-valuetext', /^February 2011\. The country\..*uprising/);
  await page.keyboard.press('ArrowRight');
  await expect(reader).toHaveAttribute('aria-valuetext', /^20 October 2011/);
  await page.keyboard.press('End');
  await expect(reader).toHaveAttribute('aria-valuetext', /^3 October 2024\. East/);
  await page.keyboard.press('ArrowUp');
  await expect(reader).toHaveAttribute('aria-valuetext', /The country/);
  await page.keyboard.press('Escape');
  await page.getByText('Skhirat agreement').hover({ force: true });
  await expect(reader).toHaveAttribute('aria-valuetext', /^17 December 2015\. United Nations/);
});

test('the events are a table and files too', async ({ page }) => {
  await page.goto('ar/briefing/');
  const words = briefingWords('ar').timeline;
  await page.getByRole('button', { name: words.table, exact: true }).click();
  const events = libya.briefing?.lanes.flatMap((lane) => lane.events) ?? [];
  await expect(page.locator('#timeline-table tbody tr')).toHaveCount(events.length);
  const saved = async (label: string): Promise<string> => {
    await page.getByRole('button', { name: words.download }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: label }).click()
    ]);
    return readFile(await download.path(), 'utf8');
  };
  const csv = await saved(words.csv);
  expect(csv.match(/https?:\/\//g)?.length).toBeGreaterThan(events.length);
  const svg = await saved(words.svg);
  expect(svg).toContain('direction="ltr"');
  expect(svg).not.toMatch(/var\(--|style=/);
});

for (const { name, locale, screen, use } of looks) {
  test.describe(name, () => {
    test.use(use);

    test('axe finds nothing, and nothing is wider than the window', async ({ page }) => {
      test.slow();
      await page.goto(locale === 'ar' ? 'ar/briefing/' : 'briefing/');
      const words = briefingWords(locale);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title);
      await expect(page.getByRole('slider', { name: words.timeline.reader })).toBeVisible();
      await expect(page.locator('article[data-claim]')).toHaveCount(claims.length);
      await page.getByRole('button', { name: words.timeline.table, exact: true }).click();
      expect(await overhang(page)).toBeLessThanOrEqual(0);
      expect(await faults(page)).toEqual([]);
      const here = page.getByRole('link', { name: catalogue(locale).shell.nav.briefing, exact: true });
      if (screen === 'wide') await expect(here).toHaveAttribute('aria-current', 'page');
    });
  });
}
