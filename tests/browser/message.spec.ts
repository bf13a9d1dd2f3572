import { messageWords } from '$lib/i18n';
import { faults, looks, overhang } from './looks';
import { expect, test } from './person';

/** The page on the sensitivity of the message. */
const words = messageWords('en');

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the conclusions of the model as it is stand with their shares', async ({ page }) => {
    await page.goto('model/message/');
    await expect(page.locator('.sentence')).toHaveText(words.stands(12, 12));
    await expect(page.locator('[data-conclusion]')).toHaveCount(12);
    await expect(page.locator('[data-conclusion="force_and_border_help"] .draws')).toHaveText(/%/);
  });
});

test('weights and a mechanism turn conclusions over, and the link brings them back', async ({ page, context }) => {
  test.slow();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('model/message/');
  const sentence = page.locator('.sentence');
  // A choice made before the page has come alive does not last.
  await expect(async () => {
    await page.getByRole('radio').nth(1).check({ timeout: 2000 });
    await expect(sentence).toBeVisible({ timeout: 2000 });
  }).toPass();
  // Security counts nothing, sovereignty all: a withdrawal then leaves more stability than the status quo.
  const fields = page.locator('.controls section .field input');
  for (const [place, value] of [
    [0, '0'],
    [1, '0'],
    [2, '1'],
    [3, '0'],
    [4, '0']
  ] as const) {
    await fields.nth(place).fill(value);
    await fields.nth(place).press('Enter');
  }
  await expect(sentence).not.toHaveText(words.stands(12, 12));
  await expect(page.locator('[data-conclusion="withdrawal_hurts"] .state')).toHaveText(words.turned);
  // The draws follow.
  await expect(page.locator('[data-conclusion="withdrawal_hurts"] .draws')).toHaveText(/%/, { timeout: 60_000 });
  await page.getByText(words.mechanisms, { exact: true }).click();
  await page.getByRole('checkbox').first().check();
  const link = page.getByRole('link', { name: words.link });
  await expect(link).toHaveAttribute('href', /p\.stability_weight\.security=0&.*without=no_synergy/);
  await expect(page.getByRole('link', { name: words.openDesk })).not.toHaveAttribute('href', /without/);
  const said = await sentence.textContent();
  await page.goto((await link.getAttribute('href'))!);
  await expect(sentence).toHaveText(said!);
  await expect(page.getByRole('checkbox').first()).toBeChecked();
  await page.getByRole('button', { name: words.reset }).click();
  await expect(sentence).toHaveText(words.stands(12, 12));
});

for (const { name, locale, use } of looks) {
  test.describe(name, () => {
    test.use(use);

    test('axe finds nothing and nothing is wider than the window', async ({ page }) => {
      test.slow();
      await page.goto(`${locale === 'ar' ? 'ar/' : ''}model/message/?p.stability_weight.security=0.01`);
      for (const summary of await page.locator('summary').all()) await summary.click();
      expect(await faults(page)).toEqual([]);
      expect(await overhang(page)).toBeLessThanOrEqual(0);
    });
  });
}
