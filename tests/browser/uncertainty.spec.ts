import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { formatNumber } from '$lib/i18n';
import { decodeLink, statusQuo } from '$lib/scenario';
import { directSimulator, type EnsembleReport } from '$lib/simulator';
import { bandLine } from '$lib/analysis';
import { DeskInView, openDesk } from './desk';
import { libya } from './model';
import { asAnother, expect, test } from './person';

/** How sure the page is: bands around the line, ranges of the numbers, and the settings that they are drawn by. */
test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const link = 'm=libya@1.0.0&unified_force=80~2025-01~24&border_coordination=80~2025-01~24';
const cell = 'stability_index';

/** The same ensemble in Node, computed apart from the page. */
async function ensembleInNode(query: string): Promise<EnsembleReport> {
  const { model } = libya;
  const { scenario } = decodeLink(query, { find: () => model, standard: model });
  if (!scenario) throw new Error(`no scenario in ${query}`);
  const simulator = directSimulator();
  await simulator.open(model);
  return simulator.ensemble(scenario, { outputs: [cell], reference: statusQuo(model) });
}

async function rangeInNode(query: string): Promise<string> {
  const { result } = await ensembleInNode(query);
  const [low, high] = [5, 95].map((percentile) =>
    formatNumber('en', bandLine(result, result.bands, percentile, cell)[result.rows - 1] ?? NaN)
  );
  return `(${low}–${high})`;
}

/** The bands month by month as numbers: the drawing's axis may remember what stood there before. */
async function numbersOf(page: Page, desk: DeskInView): Promise<string> {
  const frame = page.locator('figure#stability');
  const open = frame.getByRole('button', { name: desk.words.figures.table, exact: true });
  if (await open.isVisible()) await open.click();
  return frame.locator('table').innerText();
}

const openSettings = async (page: Page, desk: DeskInView): Promise<void> =>
  page.getByText(desk.words.uncertainty.title).click();

test('the bands of the status quo stand in the page before any script', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL!, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('./');
  await expect(page.locator('figure#stability .chart-bands path')).toHaveCount(2);
  await expect(page.locator(`[data-range="${cell}"]`)).toHaveText(await rangeInNode('m=libya@1.0.0'));
  await context.close();
});

test('a move repaints the line, then coarse bands, then those of the whole plan', async ({ page }) => {
  const desk = await openDesk(page);
  await desk.banded(1000);
  const before = {
    numbers: await numbersOf(page, desk),
    bands: await desk.bands('stability'),
    range: await page.locator('[data-range]').first().innerText()
  };
  // What the page shows, each time that it says how many runs its bands are from.
  await page.evaluate(() => {
    const state = document.querySelector<HTMLElement>('[data-runs]')!;
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => seen.push(state.dataset['runs'] ?? '')).observe(state, { attributes: true });
  });
  await desk.type('unified_force', '80');
  await desk.type('border_coordination', '80');
  await expect(desk.stability).toHaveText('48.4');
  await desk.banded(1000);
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen[0], 'bands of the former line are known as such').toBe('0');
  expect(seen.at(-1)).toBe('1000');
  // A machine of many cores may have them all before the next frame: then the coarse ones are never drawn.
  expect(['0', '0 128']).toContain([...new Set(seen.slice(0, seen.indexOf('1000')))].join(' '));
  await expect(page.locator(`[data-range="${cell}"]`)).toHaveText(await rangeInNode(link));
  await expect.poll(() => desk.bands('stability')).not.toBe(before.bands);

  await desk.button(desk.words.shell.undo).click();
  await desk.button(desk.words.shell.undo).click();
  await desk.banded(1000);
  await expect(page.locator('[data-range]').first()).toHaveText(before.range);
  expect(await numbersOf(page, desk)).toBe(before.numbers);
});

test('the difference carries its paired range, and how often the scenario ends higher', async ({ page }) => {
  const desk = await openDesk(page, link);
  await expect(desk.stability).toHaveText('48.4');
  await desk.banded(1000);
  const { result } = await ensembleInNode(link);
  const { bands } = result.difference!;
  const [low, high] = [5, 95].map((percentile) =>
    formatNumber('en', bandLine(result, bands, percentile, cell)[result.rows - 1] ?? NaN, { digits: 1, signed: true })
  );
  const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '').trim();
  expect(plain(await page.locator('[data-paired]').innerText())).toBe(`(${low} to ${high})`);
  await expect(page.locator('[data-compared]')).toBeVisible();
});

test('settings travel in the link, give the same bands elsewhere, and can be undone', async ({ page, baseURL }) => {
  const desk = await openDesk(page, link);
  await expect(desk.stability).toHaveText('48.4');
  await desk.banded(1000);
  const first = await numbersOf(page, desk);
  await openSettings(page, desk);
  const words = desk.words.uncertainty;
  await page.getByRole('radio', { name: words.kinds.narrow }).check();
  await desk.banded(1000);
  const narrow = await numbersOf(page, desk);
  expect(narrow).not.toBe(first);
  await page.getByRole('checkbox', { name: words.events }).check();
  await page.getByRole('combobox', { name: words.runs }).selectOption('500');
  await page.getByRole('combobox', { name: words.sampling }).selectOption('latin-hypercube');
  await page.getByRole('textbox', { name: words.seed }).fill('42');
  await page.getByRole('textbox', { name: words.seed }).press('Enter');
  await desk.button(words.again).click();
  await desk.banded(500);
  await expect(page.locator('[data-chance="conflict_relapse"]')).toBeVisible();
  const [bands, ranges] = [await numbersOf(page, desk), await page.locator('[data-range]').allInnerTexts()];
  const copied = await desk.copyLink();
  expect(copied).toMatch(/&runs=500&seed=43&uncertainty=narrow&sampling=latin-hypercube&shocks=on/);
  await expect(page.locator(`[data-range="${cell}"]`)).toHaveText(await rangeInNode(copied.split('?')[1]!));

  await asAnother(page, baseURL!, async (other) => {
    await other.goto(copied);
    const same = new DeskInView(other, 'en');
    await expect(other.getByText(same.words.sharing.sameResult)).toBeVisible();
    await same.banded(500);
    expect(await numbersOf(other, same)).toBe(bands);
    expect(await other.locator('[data-range]').allInnerTexts()).toEqual(ranges);
  });

  for (let step = 0; step < 5; step++) await desk.button(desk.words.shell.undo).click();
  await desk.banded(1000);
  expect(await numbersOf(page, desk)).toBe(narrow);
  await desk.button(desk.words.shell.undo).click();
  await desk.banded(1000);
  await expect.poll(() => numbersOf(page, desk)).toBe(first);
});

test('a preset keeps how futures are drawn; without draws there is one future and no band', async ({ page }) => {
  const desk = await openDesk(page, `${link}&uncertainty=none`);
  await expect(page.getByText(desk.words.uncertainty.nothingDrawn)).toBeVisible();
  await expect(page.locator('.chart-bands')).toHaveCount(0);
  await desk.choosePreset('fragility_package');
  await expect(desk.stability).toHaveText('62.2');
  await expect(page.locator('.chart-bands')).toHaveCount(0);
  expect(await desk.copyLink()).toContain('uncertainty=none');
});

test('single futures are lines on request', async ({ page }) => {
  const desk = await openDesk(page, link);
  await expect(desk.stability).toHaveText('48.4');
  await desk.banded(1000);
  await openSettings(page, desk);
  const lines = page.locator('figure#stability .chart-bands path[fill="none"]');
  await expect(lines).toHaveCount(0);
  await page.getByRole('checkbox', { name: desk.words.uncertainty.singles(20) }).check();
  await expect(lines).toHaveCount(1);
  expect((await lines.getAttribute('d'))!.match(/M/g)).toHaveLength(20);
  await page.getByRole('checkbox', { name: desk.words.uncertainty.singles(20) }).uncheck();
  await expect(lines).toHaveCount(0);
});

test('files carry the bands: columns in the numbers, a legend in the drawing', async ({ page }) => {
  const desk = await openDesk(page, link);
  await expect(desk.stability).toHaveText('48.4');
  await desk.banded(1000);
  const frame = page.locator('figure#stability');
  const save = async (label: string): Promise<string> => {
    await frame.getByRole('button', { name: desk.words.figures.download, exact: true }).click();
    const coming = page.waitForEvent('download');
    await frame.getByRole('button', { name: label, exact: true }).click();
    return readFile(await (await coming).path(), 'utf8');
  };
  const csv = await save(desk.words.figures.downloadCsv);
  expect(csv).toContain(desk.words.uncertainty.nineInTen);
  const { result } = await ensembleInNode(link);
  expect(csv).toContain(String(bandLine(result, result.bands, 5, cell)[result.rows - 1]));
  const svg = await save(desk.words.figures.downloadSvg);
  expect(svg).toContain(desk.words.uncertainty.nineInTen);
  expect(svg.match(/fill-opacity="0.14"/g)!.length).toBeGreaterThan(1);
});

test('where many runs are slow, there are fewer, and the page says so', async ({ page }) => {
  await page.route('**/workers/*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `WebAssembly.validate = () => false;\n${await response.text()}` });
  });
  const desk = await openDesk(page, link);
  await expect(page.getByText(desk.words.uncertainty.slow('128'))).toBeVisible();
  await desk.banded(128);
  await expect(page.locator(`[data-range="${cell}"]`)).toHaveText(await rangeInNode(`${link}&runs=128`));
});
