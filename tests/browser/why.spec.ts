import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { csvParseRows } from 'd3-dsv';
import { formatMonth, whyWords, type Locale } from '$lib/i18n';
import { nameOfCell } from '$lib/model';
import { mizanHere } from '../cli/terminal';
import { openDesk, type DeskInView } from './desk';
import { faults, looks, overhang } from './looks';
import { expect, test } from './person';

/** Why a figure changed: the split and the chain, as a person meets them below the stability figure. */
const link = 'm=libya@1.0.0&unified_force=80~2025-01~24&border_coordination=80~2025-01~24';

class WhyInView {
  readonly words: ReturnType<typeof whyWords>;

  constructor(
    readonly desk: DeskInView,
    readonly page: Page
  ) {
    this.words = whyWords(desk.locale);
  }

  get panel(): Locator {
    return this.page.getByRole('region', { name: this.words.title });
  }

  get sentences(): Locator {
    return this.panel.locator('.sentences');
  }

  get figure(): Locator {
    return this.page.locator('figure#why svg.chart');
  }

  /** The split is that of the scenario in view. */
  async isNew(): Promise<void> {
    await expect(this.panel.locator('[data-split]')).toHaveAttribute('data-split', 'new');
  }

  async choose(label: string, option: string): Promise<void> {
    await this.panel.getByRole('combobox', { name: label }).selectOption({ label: option });
  }

  async view(name: string): Promise<void> {
    await this.panel.getByRole('radio', { name }).check();
  }
}

async function openWhy(page: Page, query = link, locale: Locale = 'en'): Promise<WhyInView> {
  const desk = await openDesk(page, query, locale);
  await page.locator('.why').scrollIntoViewIfNeeded();
  const why = new WhyInView(desk, page);
  await expect(why.panel).toBeVisible();
  return why;
}

interface Printed {
  readonly from: number;
  readonly to: number;
  readonly shares: readonly { readonly id: string; readonly value: number }[];
  readonly interactions: readonly { readonly value: number }[];
}

test('a preset is split into its changes, and what they do only together is named', async ({ page }) => {
  const why = await openWhy(page, '');
  const { words, desk } = why;
  await expect(why.panel).toContainText(words.unchanged);
  await desk.choosePreset('force_and_border');
  await expect(why.sentences).toContainText(
    'Unified force and Border coordination reinforce each other: 1.0 of the 8.7 points'
  );
  await why.isNew();
  await expect(why.figure).toContainText('Stability, October 2034: 8.7 points higher, and why');
  await expect(why.figure).toContainText('+4.5');
  await why.choose(words.against, desk.text.presets.force_and_border!.name);
  await expect(why.panel).toContainText(words.same(desk.text.presets.force_and_border!.name));
  await why.choose(words.against, desk.text.presets.unified_force_first!.name);
  await expect(why.sentences).toContainText('Only Border coordination was changed, so all of it is its doing');
});

test('its numbers are those of the command line, to the bit', async ({ page }) => {
  const why = await openWhy(page);
  await why.isNew();
  const frame = page.locator('figure#why');
  const { download, downloadCsv } = why.desk.words.figures;
  await frame.getByRole('button', { name: download, exact: true }).click();
  const coming = page.waitForEvent('download');
  await frame.getByRole('button', { name: downloadCsv, exact: true }).click();
  const text = (await readFile(await (await coming).path(), 'utf8')).replace(/^\ufeff/, '');
  const rows = csvParseRows(text).filter(([first]) => !first?.startsWith('#'));
  const number = (row: number, column: number): number => Number(rows[row]![column]);
  const { out } = await mizanHere(['attribute', link, '--json']);
  const { from, to, shares, interactions } = JSON.parse(out) as Printed;
  const bySize = [...shares].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  expect(number(1, 3)).toBe(from);
  expect([number(2, 1), number(3, 1)]).toEqual(bySize.map(({ value }) => value));
  expect(number(4, 3)).toBe(to);
  expect(number(5, 4)).toBe(interactions[0]!.value);
});

test('another figure is explained, and a slider moves what is said', async ({ page }) => {
  const why = await openWhy(page);
  const { words, desk } = why;
  const relapse = nameOfCell(desk.text, 'relapse_probability');
  await why.choose(words.output, relapse);
  await expect(why.figure).toContainText(new RegExp(`${relapse}, October 2034: .* percentage points lower`));
  const before = await why.sentences.textContent();
  await desk.slider('unified_force').focus();
  for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowLeft');
  await expect(why.sentences).not.toHaveText(before!);
  await why.isNew();
  // The very share that a split of the new scenario has.
  const target = await desk.field('unified_force').inputValue();
  const { out } = await mizanHere([
    ...['attribute', `m=libya@1.0.0&unified_force=${target}~2025-01~24&border_coordination=80~2025-01~24`],
    ...['--output', 'relapse_probability', '--json']
  ]);
  const { shares } = JSON.parse(out) as Printed;
  for (const { value } of shares) await expect(why.figure).toContainText(`−${(-value).toFixed(1)}`);
});

test('a scenario is held while another change is tried, and the way on takes both along', async ({ page }) => {
  const why = await openWhy(page, 'm=libya@1.0.0&unified_force=70~2025-01~24');
  const { words, desk } = why;
  await why.panel.getByRole('button', { name: words.hold }).click();
  await expect(why.panel).toContainText(words.sameHeld);
  await desk.type('border_coordination', '70');
  await expect(why.sentences).toContainText('Only Border coordination was changed, so all of it is its doing');
  await why.isNew();
  const onward = page.getByRole('navigation', { name: words.onward });
  const queryOf = async (name: string | RegExp): Promise<URLSearchParams> =>
    new URLSearchParams((await onward.getByRole('link', { name }).getAttribute('href'))!.replace(/^.*\?/, ''));
  const compared = await queryOf(words.onwardCompare);
  expect(compared.get('b')).toMatch(/^m=libya@1\.0\.0&unified_force=70~2025-01~24&title=/);
  expect(compared.get('c')).toContain('border_coordination=70');
  // What is there already is where the search for the least change starts; its goal is what the scenario comes to.
  const sought = await queryOf(words.onwardGoal);
  expect(sought.get('a')).toBe(compared.get('b'));
  const [output, level] = sought.get('goal')!.split(/[>@]/);
  expect(output).toBe('stability_index');
  const reached = Number(await desk.stability.textContent());
  expect(Math.abs(Number(level) - reached)).toBeLessThanOrEqual(0.11);
  expect((await queryOf(/futures/)).get('goal')).toBe(sought.get('goal'));
});

test('the chain leads from the inputs over stocks to the figure, in order of time', async ({ page }) => {
  const why = await openWhy(page);
  const { words, desk } = why;
  await why.view(words.chain);
  const items = why.panel.locator('li[data-quantity]');
  await expect(items.first()).toContainText(nameOfCell(desk.text, 'trust'));
  const quantities = await items.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['quantity']));
  expect(quantities.indexOf('trust')).toBeLessThan(quantities.indexOf('border_control'));
  await expect(items.first()).toContainText('Moved by Border coordination');
  const months = await items.locator('.month').allTextContents();
  const all = Array.from({ length: 121 }, (_, month) =>
    formatMonth('en', `${2024 + Math.floor((9 + month) / 12)}-${String(((9 + month) % 12) + 1).padStart(2, '0')}`)
  );
  const places = months.map((month) => all.indexOf(month));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
  await expect(page.locator('figure#chain svg.chart')).toContainText(words.remainder);
});

for (const { name, locale, use } of looks) {
  test.describe(name, () => {
    test.use(use);

    test('axe finds nothing in either view, and nothing is wider than the window', async ({ page }) => {
      const why = await openWhy(page, link, locale);
      await why.isNew();
      for (const view of [why.words.split, why.words.chain]) {
        await why.view(view);
        await expect(why.panel.locator('[data-split="new"], [data-chain="new"]')).toBeVisible();
        expect(await faults(page, '.why')).toEqual([]);
        expect(await overhang(page)).toBeLessThanOrEqual(0);
      }
    });
  });
}

test('nothing of it is fetched before the desk answers', async ({ page, watched }) => {
  await openDesk(page);
  const early = watched.requests.filter((url) => url.endsWith('.js'));
  await page.locator('.why').scrollIntoViewIfNeeded();
  await expect(page.getByRole('region', { name: whyWords('en').title })).toBeVisible();
  const later = watched.requests.filter((url) => url.endsWith('.js') && !early.includes(url));
  expect(later.length).toBeGreaterThan(0);
});
