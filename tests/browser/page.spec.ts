import { openDesk } from './desk';
import { stabilityInNode } from './model';
import { expect, test } from './person';

/** The page as it is served: below a sub-path, first without scripts, then with them. */
test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const [path, locale] of [
    ['./', 'en'],
    ['./ar/', 'ar']
  ] as const) {
    test(`the figures of the status quo are in the HTML (${locale})`, async ({ page }) => {
      await page.goto(path);
      await expect(page.locator('[data-figure="stability_index"]')).toHaveText(
        await stabilityInNode('m=libya@1.0.0', locale)
      );
      for (const [id, paths] of [
        ['stability', 1],
        ['influence', 12]
      ] as const) {
        const figure = page.locator(`figure#${id} svg`).first();
        await expect(figure).toBeVisible();
        expect(await figure.locator('path').count()).toBeGreaterThanOrEqual(paths);
      }
    });
  }
});

test('every request stays below the path that the site is served under', async ({ page, watched, baseURL }) => {
  await openDesk(page);
  await page.waitForLoadState('networkidle');
  expect(watched.requests.length).toBeGreaterThan(5);
  expect(watched.requests.filter((url) => !url.startsWith(baseURL!))).toEqual([]);
});

test('the policy of the page allows no inline script and no other origin', async ({ page, baseURL }) => {
  const html = await (await page.request.get(baseURL!)).text();
  const policy = /http-equiv="content-security-policy" content="([^"]+)"/i.exec(html)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/'unsafe-inline'|'unsafe-eval'|https?:|\*/);
});

test('the theme can be chosen and is kept', async ({ page }) => {
  const desk = await openDesk(page);
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await desk.button(desk.words.shell.theme).click();
  await desk.button(desk.words.shell.themes.dark).click();
  await expect.poll(paper).not.toBe(light);
  const dark = await paper();
  await page.reload();
  expect(await paper()).toBe(dark);
});
