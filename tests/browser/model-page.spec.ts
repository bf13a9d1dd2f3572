import { modelPageWords, type Locale } from '$lib/i18n';
import { openDesk } from './desk';
import { libya } from './model';
import { faults, looks, overhang } from './looks';
import { expect, test } from './person';

/** The pages of the model as a reader uses them: from a link to the thing, from a word to the thing, by keys, on a phone, on paper. */
const addressOf = (path: string, locale: Locale): string => `${locale === 'ar' ? 'ar/' : ''}model/${path}`;
const { model } = libya;
const chapters = [
  '',
  'inputs/',
  'terms/',
  'events/',
  'sources/',
  'documentation/',
  'sector/contest/',
  'sector/force/',
  'sector/indices/'
];

/** These hold every kind of entry, each once; axe would take minutes over the long ones. */
const short: Readonly<Record<Locale, readonly string[]>> = { en: ['', 'inputs/'], ar: ['events/', 'sector/force/'] };

for (const { name, locale, use } of looks) {
  test.describe(name, () => {
    test.use(use);

    test('axe finds nothing, and nothing is wider than the window', async ({ page }) => {
      test.slow();
      for (const path of chapters) {
        await page.goto(addressOf(path, locale));
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        if (short[locale].includes(path)) expect(await faults(page), path).toEqual([]);
        expect(await overhang(page), path).toBeLessThanOrEqual(0);
      }
    });
  });
}

for (const locale of ['en', 'ar'] as const) {
  test(`a link to a name leads to the thing itself (${locale})`, async ({ page }) => {
    for (const [name, path] of [
      ['trust', 'sector/force/'],
      ['us_yield.diplomacy.east', 'sector/contest/'],
      ['influence_share.us.east', 'sector/contest/'],
      ['unified_force', 'inputs/'],
      ['neighbour_crisis', 'events/'],
      ['months_per_year', 'terms/'],
      ['TUL', 'sources/']
    ] as const) {
      const anchor = name.startsWith('influence_share') ? 'influence_share' : name;
      await page.goto(addressOf(`#${name}`, locale));
      await expect(page).toHaveURL(new RegExp(`/${path}#${anchor.replaceAll('.', '\\.')}$`));
      await expect(page.locator(`[id="${anchor}"]`)).toBeInViewport();
    }
  });

  test(`a search finds by meaning and by either language, and Enter opens the first (${locale})`, async ({ page }) => {
    const words = modelPageWords(locale);
    await page.goto(addressOf('', locale));
    const field = page.getByRole('searchbox', { name: words.search });
    await expect(async () => {
      await field.fill('contest_decisiveness');
      await expect(page.getByText(words.found(1), { exact: true })).toBeVisible({ timeout: 500 });
    }).toPass();
    for (const text of [libya.texts.en, libya.texts.ar]) {
      await field.fill(text.parameters['contest_decisiveness']?.name ?? '');
      await expect(page.locator('#contest_decisiveness')).toBeVisible();
    }
    await field.fill('nothing is called this');
    await expect(page.getByText(words.found(0), { exact: true })).toBeVisible();
    await field.fill('contest_decisiveness');
    await field.press('Enter');
    await expect(page).toHaveURL(/sector\/contest\/#contest_decisiveness$/);
  });
}

test('equations stand in the page before any script, as mathematics', async ({ page, baseURL }) => {
  for (const sector of model.sectors) {
    const response = await page.request.get(new URL(`model/sector/${sector}/`, baseURL).href);
    const html = await response.text();
    const own = [...model.stocks, ...model.variables].filter((each) => each.sector === sector);
    for (const { name } of own) expect(html).toContain(`id="${name}"`);
    expect([...html.matchAll(/<math[\s>]/g)].length).toBeGreaterThanOrEqual(own.length);
  }
});

test('what an equation reads leads to where it is told of', async ({ page }) => {
  await page.goto(addressOf('sector/force/', 'en'));
  await page.locator('#trust dd a[href="#trust_build"], #trust dd a[href$="/#trust_build"]').first().click();
  await expect(page).toHaveURL(/#trust_build$/);
  await expect(page.locator('#trust_build')).toBeInViewport();
});

test('an Arabic page keeps mathematics from left to right', async ({ page }) => {
  await page.goto(addressOf('sector/force/', 'ar'));
  const box = page.locator('#trust [role="group"]').first();
  expect(await box.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  const [left, right] = await box
    .locator('math')
    .first()
    .evaluate((math) => {
      const parts = [...math.querySelectorAll('mi')].map((each) => each.getBoundingClientRect().left);
      return [parts[0], parts.at(-1)];
    });
  expect(left!).toBeLessThanOrEqual(right!);
});

test('the documentation prints: many pages, no controls', async ({ page }) => {
  test.slow();
  await page.goto(addressOf('documentation/', 'en'));
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: modelPageWords('en').print })).toBeHidden();
  const pdf = await page.pdf({ format: 'A4' });
  expect([...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length).toBeGreaterThan(15);
});

test('what the desk opens about an input leads to its place in the model', async ({ page }) => {
  const desk = await openDesk(page);
  await desk.button(desk.words.inputs.about(desk.nameOf('unified_force'))).click();
  await page.locator('[popover]:popover-open a[href*="model/#unified_force"]').click();
  await expect(page).toHaveURL(/model\/inputs\/#unified_force$/);
  await expect(page.locator('#unified_force')).toBeInViewport();
});
