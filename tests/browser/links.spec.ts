import { readFileSync } from 'node:fs';
import { DeskInView, openDesk } from './desk';
import { runInNode, stabilityInNode } from './model';
import { asAnother, expect, test } from './person';

/** A scenario travels as a link: copied here, opened elsewhere, with the same numbers to the last bit. */
test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a copied link opens with the same numbers for someone else', async ({ page, baseURL }) => {
  const desk = await openDesk(page);
  await desk.choosePreset('fragility_package');
  await desk.type('russian_effort', '72');
  const last = await stabilityInNode((await desk.copyLink()).split('?')[1]!);
  await expect(desk.stability).toHaveText(last);
  const link = await desk.copyLink();
  await expect(page.getByText(desk.words.sharing.copied).first()).toBeVisible();
  expect(link).toMatch(/[?&]m=libya@1\.0\.0&.*&fp=[0-9a-z]{13}$/);
  expect(new URL(page.url()).search, 'the address bar stays clean').toBe('');
  const figures = await page.locator('[data-figure]').allTextContents();

  await asAnother(page, baseURL!, async (other) => {
    await other.goto(link);
    await expect(other.getByText(desk.words.sharing.sameResult)).toBeVisible();
    await expect(other.locator('[data-figure]')).toHaveText(figures);
    await expect(new DeskInView(other, 'en').field('russian_effort')).toHaveValue('72');
    expect(new URL(other.url()).search).toBe('');
  });
});

test('a link says when its result is another one', async ({ page }) => {
  const desk = await openDesk(page, 'm=libya@1.0.0&unified_force=80&fp=0000000000000');
  await expect(page.getByText(desk.words.sharing.otherResult)).toBeVisible();
  await expect(desk.stability).toHaveText(await stabilityInNode('m=libya@1.0.0&unified_force=80'));
});

test('a bad link names what it could not use, and the page works', async ({ page }) => {
  const desk = await openDesk(
    page,
    'm=libya@1.0.0&unified_force=80~2025-01~24&unified_farce=3&us_defence=400&title=%3Cimg%20src=x%20onerror=alert(1)%3E&%E0%A4%A'
  );
  await expect(page.getByText(desk.words.sharing.notices)).toBeVisible();
  const notices = page.getByRole('status').filter({ hasText: desk.words.sharing.notices }).getByRole('listitem');
  await expect(notices.filter({ hasText: 'unified_farce' })).toHaveCount(1);
  await expect(notices.filter({ hasText: 'us_defence' })).toHaveCount(1);
  await expect(desk.stability).toHaveText(await stabilityInNode('m=libya@1.0.0&unified_force=80~2025-01~24'));
  await desk.type('russian_effort', '90');
  await expect(desk.stability).toHaveText(
    await stabilityInNode('m=libya@1.0.0&unified_force=80~2025-01~24&russian_effort=90~2025-01~24')
  );
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});

test('a link to a model that is not here opens the status quo, and says so', async ({ page }) => {
  const desk = await openDesk(page, 'm=atlantis@9.9.9&unified_force=80');
  await expect(page.getByText(/atlantis/)).toBeVisible();
  await expect(desk.stability).toHaveText(await stabilityInNode('m=libya@1.0.0'));
});

test('a browser that does not let the page copy shows the link', async ({ browser, page, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL! });
  const strict = await context.newPage();
  await strict.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('refused')) } });
  });
  const desk = await openDesk(strict);
  await desk.type('unified_force', '80');
  await desk.button(desk.words.shell.share).click();
  const field = strict.getByRole('dialog').getByRole('textbox');
  await expect(field).toHaveValue(/\?m=libya@1\.0\.0&unified_force=80~2025-01~24/);
  await strict.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await context.close();
  await page.close();
});

const golden = JSON.parse(readFileSync('tests/links/golden.json', 'utf8')) as readonly {
  readonly what: string;
  readonly link: string;
  readonly fingerprint: string | null;
}[];

for (const { what, link, fingerprint } of golden) {
  test(`the browser gives the fingerprint of Node: ${what}`, async ({ page }) => {
    const inNode = (await runInNode(link)).fingerprint!;
    if (fingerprint !== null) expect(inNode).toBe(fingerprint);
    const desk = await openDesk(page, `${link}&fp=${inNode}`);
    await expect(page.getByText(desk.words.sharing.sameResult)).toBeVisible();
    expect(new URL(await desk.copyLink()).searchParams.get('fp')).toBe(inNode);
  });
}
