import { readFileSync } from 'node:fs';
import { goal as ar } from '../../src/lib/i18n/ar/goal';
import { goals as arRows } from '../../src/lib/i18n/ar/goals';
import { goal as en } from '../../src/lib/i18n/en/goal';
import { goals as enRows } from '../../src/lib/i18n/en/goals';
import { mizan } from '../cli/terminal';
import { faults, looks, overhang } from './looks';
import { expect, test } from './person';

/** /explore/goal: the example stands without script; a goal is stated, searched for, and its way followed to the desk. */
const words = { en, ar } as const;
const addresses = { en: 'explore/goal/', ar: 'ar/explore/goal/' } as const;
/** Two levers over a short run: a search of it takes a second or two. */
const short = `a=${encodeURIComponent('m=libya@1.0.0&until=2027-10')}&lever=unified_force&lever=political_process*2`;

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the example stands in the page: the sentence, the moves, the front', async ({ page }) => {
    await page.goto(addresses.en);
    await expect(page.locator('.answer .first')).toContainText(
      /^The cheapest way found: .* to \d+% \(\+[\d.]+\).* at a cost of/
    );
    expect(await page.locator('.answer')).toContainText('200 futures');
    expect(await page.getByRole('table').first().getByRole('row').count()).toBeGreaterThan(2);
    expect(await page.locator('#front svg.chart circle').count()).toBeGreaterThan(15);
  });
});

/** Cells of a table file: numbers as the numbers they are, whatever their spelling. */
function cellsOf(text: string): string[][] {
  return text
    .trim()
    .split(/\r?\n/)
    .filter((line) => !/^"?#/.test(line))
    .map((line) => line.split(',').map((cell) => (/^[-\d.]+(e[-+]\d+)?$/.test(cell) ? String(Number(cell)) : cell)));
}

test('a goal of the address is searched for; its file is that of the command, and its way opens on the desk', async ({
  page
}) => {
  await page.goto(`${addresses.en}?${short}&goal=stability_index%3E41@2027-10`);
  await expect(page.getByText(en.stale)).toBeVisible();
  const example = await page.locator('.answer .first').innerText();
  await page.getByRole('button', { name: en.start }).click();
  await expect(page.getByRole('button', { name: en.again })).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('.answer .first')).not.toHaveText(example);
  await expect(page.locator('.answer .first')).toContainText('The cheapest way found: ');

  await page.locator('#front').getByRole('button', { name: 'Download' }).click();
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Table (CSV)' }).click();
  const file = cellsOf(readFileSync(await (await started).path(), 'utf8'));
  const command = await page.locator('pre').innerText();
  expect(command).toMatch(
    /^npm run -s mizan -- goal '\?m=libya@1\.0\.0&until=2027-10' --goal 'stability_index>41@2027-10'/
  );
  const { code, out } = mizan([...command.split(' -- ')[1]!.replaceAll("'", '').split(/\s+/), '--csv', '-']);
  expect(code).toBe(0);
  expect(file.length).toBeGreaterThan(8);
  expect(file).toEqual(cellsOf(out));

  const slider = page.getByRole('slider', { name: en.reader });
  await slider.press('End');
  await expect(slider).toHaveAttribute('aria-valuenow', String(file.length - 1));
  await expect(page.getByRole('heading', { name: /^The way at a cost of/ })).toBeVisible();
  const last = Object.fromEntries(file[0]!.map((id, place) => [id, file.at(-1)![place]!]));
  const desk = page.getByRole('link', { name: en.desk });
  await expect(desk).toHaveAttribute('href', new RegExp(`unified_force=${last['unified_force']}~2025-01~24`));
  await page.getByRole('button', { name: en.backToFound }).click();
  await expect(page.getByRole('heading', { name: `${en.table}: ${en.isCheapest}` })).toBeVisible();
  await desk.click();
  const column = file[0]!.indexOf('unified_force');
  const found = file.find(([, isFound]) => isFound === '1')!;
  await expect(page.getByRole('slider', { name: /^Unified joint force/ })).toHaveValue(found[column]!);
});

test('where no way is found the page says what came nearest and what is in the way; a search can be cancelled', async ({
  page
}) => {
  await page.goto(`${addresses.en}?${short}&lever=border_coordination:0..30&goal=stability_index%3E60@2027-10`);
  await page.getByRole('button', { name: en.start }).press('Enter');
  await page.getByRole('progressbar', { name: en.progressLabel }).waitFor();
  await expect(page.locator('.answer .first')).toContainText(
    /^No way found within these bounds: the nearest came to 4/,
    {
      timeout: 60_000
    }
  );
  await page.getByRole('button', { name: en.cancel }).press('Enter');
  await expect(page.getByText(en.cancelledPart)).toBeVisible();
  await expect(page.locator('.helps li').first()).toContainText(
    'Border coordination stands at your bound; let go to 100%'
  );
  await expect(page.locator('.answer')).toContainText(en.caveat);
});

test('goals and levers are stated by typing, in either script, and make the link', async ({ page }) => {
  await page.goto(addresses.ar);
  const first = arRows.row(1);
  const level = page.getByRole('textbox', { name: arRows.level(first) });
  await level.fill('٤٨٫٥');
  await level.press('Enter');
  await page.getByRole('button', { name: arRows.add }).press('Enter');
  const second = page.getByRole('combobox', { name: arRows.output(arRows.row(2)) });
  await expect(second).toBeFocused();
  await second.selectOption('violence');
  await page.getByLabel(arRows.year(arRows.row(2))).selectOption('2030');
  const names = await page
    .locator('.levers .row')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')!));
  for (const name of names.slice(1)) await page.getByRole('button', { name: ar.drop(name), exact: true }).click();
  await page.getByRole('textbox', { name: ar.highOf(names[0]!) }).fill('80');
  await page.getByRole('textbox', { name: ar.costOf(names[0]!) }).fill('٢');
  await page.keyboard.press('Enter');
  const link = page.getByRole('link', { name: ar.link });
  await expect(link).toHaveAttribute(
    'href',
    /\?goal=stability_index%3E48\.5@2034-10&goal=violence%3C[\d.]+@2030-10&lever=unified_force:0\.\.80\*2$/
  );
  await page.getByRole('button', { name: arRows.remove(first) }).click();
  await expect(page.getByRole('button', { name: arRows.add })).toBeFocused();
});

test('what cannot be used of an address is named, and the rest applied', async ({ page }) => {
  await page.goto(`${addresses.en}?a=nowhere&goal=stability>5&lever=un_mission*3&move=soon`);
  const notices = page.locator('.notices');
  for (const notice of [en.badBase('nowhere'), enRows.problems.output('stability', ''), en.badMove('soon')])
    await expect(notices).toContainText(notice);
  await expect(page.locator('.levers .row')).toHaveCount(1);
});

for (const { name, locale, use } of looks) {
  test.describe(name, () => {
    test.use(use);

    test(`axe finds nothing, and nothing is wider than the window: ${name}`, async ({ page }) => {
      await page.goto(addresses[locale]);
      await page.locator('#front details summary').click();
      await expect(page.locator('#front').getByRole('columnheader', { name: words[locale].met })).toBeVisible();
      expect(await overhang(page)).toBeLessThanOrEqual(0);
      expect(await faults(page)).toEqual([]);
    });
  });
}
