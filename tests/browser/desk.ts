import { createHash } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { catalogue, type Catalogue, type Locale } from '$lib/i18n';
import type { ModelText } from '$lib/model';
import { libya } from './model';
import { expect } from './person';

/** The desk as a person finds their way on it: by the names of things, in the language of the page. */
export class DeskInView {
  readonly words: Catalogue;
  readonly text: ModelText;

  constructor(
    readonly page: Page,
    readonly locale: Locale
  ) {
    this.words = catalogue(locale);
    this.text = libya.texts[locale];
  }

  nameOf(input: string): string {
    const name = this.text.inputs[input]?.name;
    if (!name) throw new Error(`no input ${input}`);
    return name;
  }

  slider(input: string): Locator {
    return this.page.getByRole('slider', { name: this.nameOf(input), exact: true });
  }

  field(input: string): Locator {
    return this.page.getByRole('textbox', { name: this.nameOf(input), exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** A headline figure. */
  figure(cell: string): Locator {
    return this.page.locator(`[data-figure="${cell}"]`);
  }

  get stability(): Locator {
    return this.figure('stability_index');
  }

  /** Every line of a figure, and the areas that are no bands, as drawn, in short: changes whenever a curve does. */
  drawing(id: string): Promise<string> {
    return this.shapes(`figure#${id} svg path:not(.chart-bands path)`);
  }

  /** The bands of a figure, as drawn, in short. */
  bands(id: string): Promise<string> {
    return this.shapes(`figure#${id} svg .chart-bands path`);
  }

  /** Waits until the bands are those of the scenario in view, from so many runs. */
  async banded(runs: number): Promise<void> {
    await expect(this.page.locator('[data-runs]')).toHaveAttribute('data-runs', String(runs));
    await expect(this.page.locator('[data-range="relapse_probability"]')).not.toBeEmpty();
  }

  private async shapes(selector: string): Promise<string> {
    const shapes = await this.page
      .locator(selector)
      .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')).join('|'));
    return createHash('sha256').update(shapes).digest('hex');
  }

  async type(input: string, text: string): Promise<void> {
    await this.field(input).fill(text);
    await this.field(input).press('Enter');
  }

  async choosePreset(id: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${this.words.shell.choosePreset}`) }).click();
    await this.page.locator(`[data-preset="${id}"]`).click();
  }

  /** Copies the link, as a person would, and gives it back from the clipboard. */
  async copyLink(): Promise<string> {
    await this.page.evaluate(() => navigator.clipboard.writeText(''));
    await this.button(this.words.shell.share).click();
    await expect.poll(() => this.page.evaluate(() => navigator.clipboard.readText())).not.toBe('');
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}

/** Opens the desk and waits until it answers: its worker starts when the page has come alive. */
export async function openDesk(page: Page, query = '', locale: Locale = 'en'): Promise<DeskInView> {
  const alive = page.waitForEvent('worker');
  await page.goto(`./${locale === 'ar' ? 'ar/' : ''}${query === '' ? '' : `?${query}`}`);
  await alive;
  return new DeskInView(page, locale);
}
