import type { Locator } from '@playwright/test';
import { openDesk } from './desk';
import { stabilityInNode } from './model';
import { expect, test } from './person';

/** Moving the inputs by mouse, by keyboard and by typing; the figures follow, and every step can be taken back. */
const force = 'm=libya@1.0.0&unified_force=80~2025-01~24';

test('moves an input with the mouse; figures and curves follow while it moves', async ({ page }) => {
  const desk = await openDesk(page);
  const before = { figure: await desk.stability.textContent(), curve: await desk.drawing('stability') };
  const box = (await desk.slider('unified_force').boundingBox())!;
  const at = (share: number): number => box.x + 9 + share * (box.width - 18);
  await page.mouse.move(at(0.17), box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(at(0.5), box.y + box.height / 2, { steps: 5 });
  await expect(desk.stability).not.toHaveText(before.figure!);
  const halfway = await desk.stability.textContent();
  await page.mouse.move(at(0.9), box.y + box.height / 2, { steps: 5 });
  await expect(desk.stability).not.toHaveText(halfway!);
  await page.mouse.up();
  const value = Number(await desk.field('unified_force').inputValue());
  expect(value).toBeGreaterThan(80);
  await expect(desk.stability).toHaveText(await stabilityInNode(force.replace('=80~', `=${value}~`)));
  await expect.poll(() => desk.drawing('stability')).not.toBe(before.curve);
  await desk.button(desk.words.shell.undo).click();
  await expect(desk.stability, 'one movement is one step').toHaveText(before.figure!);
});

test('moves an input with the keyboard', async ({ page }) => {
  const desk = await openDesk(page);
  const slider = desk.slider('unified_force');
  await slider.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await expect(desk.field('unified_force')).toHaveValue('20');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowLeft');
  await expect(desk.field('unified_force')).toHaveValue('29');
  await expect(desk.stability).toHaveText(await stabilityInNode(force.replace('=80~', '=29~')));
});

test('takes a typed number, also in Arabic digits, and puts back what is none', async ({ page }) => {
  const desk = await openDesk(page);
  const curve = await desk.drawing('influence');
  await desk.type('unified_force', '80');
  await expect(desk.stability).toHaveText(await stabilityInNode(force));
  await expect(desk.slider('unified_force')).toHaveValue('80');
  await expect.poll(() => desk.drawing('influence')).not.toBe(curve);
  await desk.type('border_coordination', '٨٠');
  await expect(desk.field('border_coordination')).toHaveValue('80');
  await expect(desk.stability).toHaveText(await stabilityInNode(`${force}&border_coordination=80~2025-01~24`));
  await desk.type('unified_force', 'many');
  await expect(desk.field('unified_force')).toHaveValue('80');
  await desk.type('unified_force', '900');
  await expect(desk.field('unified_force')).toHaveValue('100');
});

test('opens the further inputs and the segments of a composite', async ({ page }) => {
  const desk = await openDesk(page);
  await page.getByText(desk.words.inputs.segments).click();
  await desk.type('border_niger', '60');
  await expect(desk.stability).toHaveText(await stabilityInNode('m=libya@1.0.0&border_niger=60~2025-01~24'));
  await page.getByText(/further inputs$/).click();
  await desk.type('revenue_sharing', '70');
  const both = 'm=libya@1.0.0&border_niger=60~2025-01~24&revenue_sharing=70~2025-01~24';
  await expect(desk.stability).toHaveText(await stabilityInNode(both));
});

test('sets when an input moves', async ({ page }) => {
  const desk = await openDesk(page);
  const { inputs } = desk.words;
  await desk.type('unified_force', '80');
  await desk.button(inputs.timingFor(desk.nameOf('unified_force'))).click();
  const editor = page.getByRole('group', { name: inputs.timingFor(desk.nameOf('unified_force')), exact: true });
  await editor.getByRole('combobox', { name: `${inputs.start}: ${inputs.year}` }).selectOption('2029');
  await editor.getByRole('textbox', { name: inputs.months, exact: true }).fill('6');
  await page.keyboard.press('Enter');
  await expect(desk.stability).toHaveText(await stabilityInNode('m=libya@1.0.0&unified_force=80~2029-01~6'));
});

test('resets one input, and all of them', async ({ page }) => {
  const desk = await openDesk(page);
  const quo = await desk.stability.textContent();
  await desk.type('unified_force', '80');
  await desk.type('russian_effort', '90');
  await desk.button(desk.words.inputs.resetOne(desk.nameOf('unified_force'))).click();
  await expect(desk.field('unified_force')).toHaveValue('17');
  await expect(desk.stability).toHaveText(await stabilityInNode('m=libya@1.0.0&russian_effort=90~2025-01~24'));
  await desk.button(desk.words.shell.reset).click();
  await expect(desk.field('russian_effort')).toHaveValue('57');
  await expect(desk.stability).toHaveText(quo!);
});

test('chooses a preset, undoes and redoes', async ({ page }) => {
  const desk = await openDesk(page);
  const quo = (await desk.stability.textContent())!;
  await desk.choosePreset('force_and_border');
  const both = await stabilityInNode(`${force}&border_coordination=80~2025-01~24`);
  await expect(desk.stability).toHaveText(both);
  await expect(desk.field('unified_force')).toHaveValue('80');
  await expect(desk.field('border_coordination')).toHaveValue('80');
  await desk.button(desk.words.shell.undo).click();
  await expect(desk.stability).toHaveText(quo);
  await desk.button(desk.words.shell.redo).click();
  await expect(desk.stability).toHaveText(both);
  await page.locator('body').press('ControlOrMeta+z');
  await expect(desk.stability).toHaveText(quo);
  await page.locator('body').press('ControlOrMeta+Shift+z');
  await expect(desk.stability).toHaveText(both);
});

test('edits starting influence and the weights of the index', async ({ page }) => {
  const desk = await openDesk(page);
  const quo = (await desk.stability.textContent())!;
  const unfold = async (title: string): Promise<Locator> => {
    await page.getByText(title, { exact: true }).click();
    return page
      .locator('details')
      .filter({ has: page.getByText(title, { exact: true }) })
      .locator('.weight')
      .first();
  };
  const security = await unfold(desk.words.inputs.weights);
  await security.getByRole('textbox').fill('0.6');
  await page.keyboard.press('Enter');
  await expect(desk.stability).toHaveText(await stabilityInNode('m=libya@1.0.0&p.stability_weight.security=0.6'));
  await desk.button(desk.words.shell.undo).click();
  await expect(desk.stability).toHaveText(quo);
  const weight = await unfold(desk.words.inputs.starting);
  const shares = await desk.drawing('influence');
  await weight.getByRole('slider').press('PageUp');
  await expect.poll(() => desk.drawing('influence')).not.toBe(shares);
});

test('shows the parts, other outputs and the numbers of a figure', async ({ page }) => {
  const desk = await openDesk(page);
  await page.getByRole('checkbox', { name: desk.words.figures.showParts }).check();
  await expect(page.locator('figure#parts svg').first()).toBeVisible();
  await page.getByRole('combobox', { name: desk.words.figures.otherChoose }).selectOption('trust');
  await expect(page.locator('figure#trust svg').first()).toBeVisible();
  const stability = page.locator('figure#stability');
  await stability.getByRole('button', { name: desk.words.figures.table, exact: true }).click();
  await expect(stability.getByRole('row')).toHaveCount(122);
  await expect(stability.getByRole('row').last()).toContainText((await desk.stability.textContent())!);
});
