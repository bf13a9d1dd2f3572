import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { openDesk, type DeskInView } from './desk';
import { libya, stabilityInNode, valuesInNode } from './model';
import { expect, test } from './person';

/** What a person takes away: the figure as SVG and PNG, its numbers as CSV, each complete in itself. */
const link = 'm=libya@1.0.0&unified_force=80~2025-01~24&border_coordination=80~2025-01~24';

async function download(
  page: Page,
  desk: DeskInView,
  figure: string,
  label: string
): Promise<{ name: string; bytes: Buffer }> {
  const frame = page.locator(`figure#${figure}`);
  await frame.getByRole('button', { name: desk.words.figures.download, exact: true }).click();
  const coming = page.waitForEvent('download');
  await frame.getByRole('button', { name: label, exact: true }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** What an XML reader makes of it. */
async function readSvg(
  page: Page,
  svg: string
): Promise<{ root: string; broken: number; scripts: number; foreign: number; paths: number; text: string }> {
  return page.evaluate((source) => {
    const document = new DOMParser().parseFromString(source, 'image/svg+xml');
    return {
      root: document.documentElement.localName,
      broken: document.querySelectorAll('parsererror').length,
      scripts: document.querySelectorAll('script, foreignObject, [onload]').length,
      foreign: [...document.querySelectorAll('[href]')].filter(
        (one) => !/^(#|data:)/.test(one.getAttribute('href') ?? '')
      ).length,
      paths: document.querySelectorAll('path').length,
      text: document.documentElement.textContent ?? ''
    };
  }, svg);
}

for (const locale of ['en', 'ar'] as const) {
  test(`the figures as SVG (${locale})`, async ({ page, baseURL }) => {
    const desk = await openDesk(page, link, locale);
    await expect(desk.field('unified_force')).toHaveValue('80');
    for (const [id, title] of [
      ['stability', desk.words.figures.stabilityTitle],
      ['influence', desk.words.figures.influenceTitle]
    ] as const) {
      const { name, bytes } = await download(page, desk, id, desk.words.figures.downloadSvg);
      expect(name).toMatch(new RegExp(`^[\\w-]*libya[\\w-]*${id}[\\w-]*\\.svg$`));
      const svg = await readSvg(page, bytes.toString('utf8'));
      expect(svg).toMatchObject({ root: 'svg', broken: 0, scripts: 0, foreign: 0 });
      expect(svg.paths).toBeGreaterThan(1);
      expect(svg.text).toContain(title);
      expect(svg.text).toContain(desk.text.presets.force_and_border!.name);
      expect(svg.text.replace(/\s/g, '')).toContain(baseURL!.replace(/^https?:\/\//, '').replace(/\/$/, ''));
      expect(bytes.toString('utf8')).not.toMatch(/var\(--|<!--/);
    }
  });
}

test('the figure as PNG', async ({ page }) => {
  const desk = await openDesk(page, link);
  await expect(desk.field('unified_force')).toHaveValue('80');
  const { name, bytes } = await download(page, desk, 'stability', desk.words.figures.downloadPng);
  expect(name).toMatch(/\.png$/);
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  expect(bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(1600);
  const colours = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const pen = canvas.getContext('2d')!;
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Map<string, number>();
    for (let i = 0; i < data.length; i += 4) {
      const colour = `${data[i]} ${data[i + 1]} ${data[i + 2]}`;
      seen.set(colour, (seen.get(colour) ?? 0) + 1);
    }
    return {
      opaque: data.every((value, i) => i % 4 !== 3 || value === 255),
      many: [...seen.values()].filter((n) => n > 200).length
    };
  }, bytes.toString('base64'));
  expect(colours.opaque).toBe(true);
  expect(colours.many, 'paper, ink, grid and curve').toBeGreaterThan(3);
});

test('the numbers as CSV', async ({ page }) => {
  const desk = await openDesk(page, link);
  await expect(desk.stability).toHaveText(await stabilityInNode(link));
  const { name, bytes } = await download(page, desk, 'stability', desk.words.figures.downloadCsv);
  expect(name).toMatch(/\.csv$/);
  const lines = bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n');
  const comments = lines.filter((line) => /^"?#/.test(line));
  expect(comments.join('\n')).toContain(desk.text.presets.force_and_border!.name);
  expect(comments.join('\n')).toMatch(/m=libya@1\.0\.0&unified_force=80~2025-01~24/);
  const [header = '', ...rows] = lines.slice(comments.length);
  expect(header.split(',')[0]).toContain(desk.words.figures.month);
  expect(rows).toHaveLength(121);
  expect(rows[0]).toMatch(/^2024-10,/);
  expect(rows[120]).toMatch(/^2034-10,/);
  const mine = await valuesInNode(link, 'stability_index');
  const quo = await valuesInNode('m=libya@1.0.0', 'stability_index');
  const numbers = rows.map((row) => row.split(',').slice(1).map(Number));
  const has = (values: readonly number[]): boolean =>
    numbers[0]!.some((_, column) => values.every((value, row) => numbers[row]![column] === value));
  expect(has(mine), 'the scenario, to the last bit').toBe(true);
  expect(has(quo), 'the status quo beside it').toBe(true);
});

test('the numbers of influence name every actor in every place', async ({ page }) => {
  const desk = await openDesk(page, link, 'ar');
  await expect(desk.field('unified_force')).toHaveValue('80');
  const { bytes } = await download(page, desk, 'influence', desk.words.figures.downloadCsv);
  const lines = bytes.toString('utf8').split('\r\n');
  const header = lines.find((line) => !/^"?[\ufeff#]/.test(line)) ?? '';
  for (const actor of ['us', 'russia'])
    expect(header).toContain(libya.texts.ar.elements[actor]!.short ?? libya.texts.ar.elements[actor]!.name);
  expect(header.split(',').length).toBeGreaterThan(10);
});
