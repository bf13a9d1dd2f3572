import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Locale } from '$lib/i18n';

/** How a page is looked at without eyes: by axe, and by whether anything is wider than the window. */
export interface Look {
  readonly name: string;
  readonly locale: Locale;
  readonly screen: keyof typeof screens;
  /** For `test.use`. */
  readonly use: { readonly colorScheme: 'light' | 'dark'; readonly viewport: (typeof screens)[keyof typeof screens] };
}

const screens = { wide: { width: 1360, height: 900 }, phone: { width: 390, height: 844 } } as const;

function look(locale: Locale, colorScheme: 'light' | 'dark', screen: keyof typeof screens): Look {
  return {
    name: `${locale}, ${colorScheme}, ${screen}`,
    locale,
    screen,
    use: { colorScheme, viewport: screens[screen] }
  };
}

/** Each language, theme and width once. */
export const looks = [look('en', 'light', 'wide'), look('ar', 'dark', 'phone')] as const;

/** Each language, theme and width with both of every other one: for the page that everybody opens. */
export const pairedLooks = [...looks, look('en', 'dark', 'phone'), look('ar', 'light', 'wide')] as const;

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds in a part of the page: rule, place and what would be right. */
export async function faults(page: Page, part = 'html'): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).include(part).withTags(standards).analyze();
  // A part that is not there has no faults either.
  if (passes.length <= 3) throw new Error(`axe had nothing to look at in ${part}`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`)
  );
}

/** By how many pixels the page is wider than its window: at most 0. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
