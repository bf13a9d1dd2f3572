import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { futures as ar } from '../../src/lib/i18n/ar/futures';
import { futures as en } from '../../src/lib/i18n/en/futures';
import { mizan } from '../cli/terminal';
import { faults, looks, overhang } from './looks';
import { expect, test } from './person';

/** /explore/futures/: the answer stands without script, is chosen anew by keys and pointer, asked anew, cancelled; its files are the command's. */
const words = { en, ar } as const;
const addresses = { en: 'explore/futures/', ar: 'ar/explore/futures/' } as const;
const goals = ['stability_index>38@2027-10', 'stability_index>42@2029-10'];
const vary = 'unified_force,border_coordination,un_mission';
const question = `${goals.map((goal) => `goal=${encodeURIComponent(goal)}`).join('&')}&vary=${vary}&uncertainty=none&runs=400&seed=5`;

async function textOf(download: Promise<Download>): Promise<string> {
  return readFileSync(await (await download).path(), 'utf8');
}

const finding = (page: Page) => page.locator('.finding');

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the answer, its figures and the ways on stand in the page', async ({ page }) => {
    await page.goto(addresses.en);
    await expect(finding(page)).toContainText(/The goal is reached in \d+% of runs in which .* at least \d+%/);
    for (const id of ['trajectory', 'conditions', 'pairs'])
      await expect(page.locator(`#${id} svg.chart text`).first()).toBeAttached();
    await expect(page.getByRole('link', { name: en.openInside })).toHaveAttribute('href', /\?m=libya@/);
    await expect(page.locator('code')).toContainText('mizan -- discover status_quo --goal');
  });
});

test('a step is chosen by keys and by pointer, and leads to a scenario', async ({ page }) => {
  await page.goto(addresses.en);
  const before = await finding(page).innerText();
  const slider = page.getByRole('slider', { name: en.reader });
  const step = Number(await slider.getAttribute('aria-valuenow'));
  await slider.focus();
  for (let press = 0; press < 6; press++) await page.keyboard.press('ArrowDown');
  await expect(slider).toHaveAttribute('aria-valuenow', String(step - 6));
  await expect(slider).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`^Step ${step - 6}: coverage \\d+%, density \\d+%`)
  );
  expect(await finding(page).innerText()).not.toBe(before);
  await expect(page.locator('code')).toContainText(`--step ${step - 6}`);
  const box = (await slider.boundingBox())!;
  // The far end at the right, low down: all runs.
  await slider.click({ position: { x: box.width - 13, y: box.height * 0.75 } });
  await expect(slider).toHaveAttribute('aria-valuenow', '0');
  await expect(finding(page)).toContainText('Without any condition');
  await page.getByRole('button', { name: en.suggested(String(step)) }).click();
  expect(await finding(page).innerText()).toBe(before);
  await page.getByRole('link', { name: en.openInside }).click();
  await expect(page).toHaveURL(/\?m=libya@.*unified_force=/);
  await expect(page.getByRole('slider').first()).toBeVisible();
});

test('what is asked by an address has the bits of the command', async ({ page }) => {
  await page.goto(`${addresses.en}?${question}`);
  await page.getByRole('button', { name: en.start('400') }).press('Enter');
  await expect(page.getByText(/400 runs from “Status quo”, with 3 factors varying; seed 5\./)).toBeVisible();
  const command = (await page.locator('code').textContent())!.replaceAll("'", '').split(' -- ')[1]!.split(' ');
  expect(command).toEqual(expect.arrayContaining(['discover', 'status_quo', '--vary', vary, '--runs', '400']));
  const json = page.waitForEvent('download');
  await page.getByRole('button', { name: en.saveAll }).click();
  expect(await textOf(json)).toBe(mizan([...command, '--json']).out);
  await page.locator('#trajectory').getByRole('button', { name: en.downloads }).click();
  const csv = page.waitForEvent('download');
  await page.getByRole('button', { name: en.csv }).click();
  expect(await textOf(csv)).toBe(mizan([...command, '--csv', '-']).out);
});

test('nothing runs by itself, a run is cancelled, and a goal out of reach is told so', async ({ page }) => {
  await page.goto(
    `${addresses.en}?goal=trust%3E0.99&goal=peace%3E1&vary=un_mission&uncertainty=none&runs=100&colour=red`
  );
  await expect(page.getByText(en.noticesHead)).toBeVisible();
  await expect(page.getByText(en.notices.unknownPart('colour=red'))).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(page.getByText(en.stale)).toBeVisible();
  await page.getByRole('button', { name: en.start('100') }).click();
  await expect(finding(page)).toContainText(en.never);
  await expect(page).toHaveURL(/goal=trust%3E0\.99@2034-10/);
  await page.getByLabel(en.uncertainty).selectOption('wide');
  const runs = page.getByLabel(en.runs);
  await runs.fill('20000');
  await runs.press('Enter');
  await page.getByRole('button', { name: en.start('20,000') }).press('Enter');
  await page.getByRole('progressbar', { name: en.progressLabel }).waitFor();
  await page.getByRole('button', { name: en.cancel }).press('Enter');
  await expect(page.getByText(en.cancelled)).toBeVisible();
  await expect(finding(page)).toContainText(en.never);
});

for (const { name, locale, use } of looks) {
  test.describe(name, () => {
    test.use(use);

    test(`axe finds nothing, and nothing is wider than the window: ${name}`, async ({ page }) => {
      await page.goto(addresses[locale]);
      await page.locator('#trajectory details summary').click();
      await expect(page.locator('#trajectory').getByRole('columnheader', { name: words[locale].ranges })).toBeVisible();
      await page.getByLabel(words[locale].inputs, { exact: true }).selectOption('some');
      expect(await overhang(page)).toBeLessThanOrEqual(0);
      expect(await faults(page)).toEqual([]);
    });
  });
}
