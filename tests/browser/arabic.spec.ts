import { DeskInView, openDesk } from './desk';
import { stabilityInNode } from './model';
import { expect, test } from './person';

/** The Arabic desk is the desk: all of it, mirrored and in Arabic. */
const link = 'm=libya@1.0.0&unified_force=80~2025-01~24&border_coordination=80~2025-01~24';

/** Latin words that stand in Arabic text by right: the other language's own name, file formats, the model's id. */
const allowed = /\b(English|SVG|PNG|CSV|libya)\b/g;

test('is reached by a link, keeps the scenario, and leads back', async ({ page }) => {
  const english = await openDesk(page);
  const moved = 'm=libya@1.0.0&unified_force=80~2025-01~24';
  await english.type('unified_force', '80');
  await expect(english.stability).toHaveText(await stabilityInNode(moved));
  await page.getByRole('link', { name: english.words.shell.otherLanguageLabel }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(page).toHaveTitle(/[\u0600-\u06ff]/);
  const arabic = new DeskInView(page, 'ar');
  await expect(arabic.field('unified_force')).toHaveValue('80');
  await expect(arabic.stability).toHaveText(await stabilityInNode(moved, 'ar'));
  await page.getByRole('link', { name: arabic.words.shell.otherLanguageLabel }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(english.field('unified_force')).toHaveValue('80');
});

test('has no word of English left', async ({ page }) => {
  const desk = await openDesk(page, link, 'ar');
  await expect(desk.stability).toHaveText(await stabilityInNode(link, 'ar'));
  await page.getByRole('checkbox').first().check();
  for (const summary of await page.locator('summary').all()) await summary.click();
  const latin = await page.evaluate((pattern) => {
    const found: string[] = [];
    const note = (text: string | null, where: Element | null): void => {
      const rest = (text ?? '').replace(new RegExp(pattern, 'g'), '');
      if (/[A-Za-z]{2,}/.test(rest) && !where?.closest('code, [lang="en"], script, style, noscript'))
        found.push(rest.trim());
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) note(node.textContent, node.parentElement);
    for (const one of document.querySelectorAll('[aria-label], [title], [aria-valuetext], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'aria-valuetext', 'placeholder']) note(one.getAttribute(name), one);
    }
    note(document.title, null);
    return [...new Set(found)];
  }, allowed.source);
  expect(latin).toEqual([]);
});

test('is mirrored', async ({ page }) => {
  const panel = async (
    locale: 'en' | 'ar'
  ): Promise<{ inputs: number; figures: number; number: number; name: number }> => {
    const desk = await openDesk(page, link, locale);
    const left = async (place: ReturnType<typeof page.locator>): Promise<number> => (await place.boundingBox())!.x;
    return {
      inputs: await left(page.getByRole('complementary', { name: desk.words.inputs.title })),
      figures: await left(desk.stability),
      number: await left(desk.field('unified_force')),
      name: await left(desk.button(desk.words.inputs.about(desk.nameOf('unified_force'))))
    };
  };
  const english = await panel('en');
  const arabic = await panel('ar');
  expect(english.inputs).toBeLessThan(english.figures);
  expect(arabic.inputs).toBeGreaterThan(arabic.figures);
  expect(english.name).toBeLessThan(english.number);
  expect(arabic.name).toBeGreaterThan(arabic.number);
});

test('moves inputs as its direction says', async ({ page }) => {
  const desk = await openDesk(page, '', 'ar');
  await desk.slider('unified_force').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(desk.field('unified_force')).toHaveValue('18');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(desk.field('unified_force')).toHaveValue('16');
  const box = (await desk.slider('unified_force').boundingBox())!;
  await page.mouse.click(box.x + 0.1 * box.width, box.y + box.height / 2);
  expect(Number(await desk.field('unified_force').inputValue())).toBeGreaterThan(80);
  await desk.choosePreset('force_and_border');
  await expect(desk.stability).toHaveText(await stabilityInNode(link, 'ar'));
});
