/**
 * Light, dark, or as the device has it. Kept under the key that static/theme.js reads before the first paint; the
 * document and the storage are given, so that nothing here touches a global.
 */
export type Theme = 'system' | 'light' | 'dark';

export const themes: readonly Theme[] = ['system', 'light', 'dark'];
export const themeKey = 'mizan-theme';

export interface ThemeStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export class ThemeChoice {
  current = $state<Theme>('system');
  readonly #root: { readonly dataset: Record<string, string | undefined> };
  readonly #storage: ThemeStorage | null;

  constructor(root: { readonly dataset: Record<string, string | undefined> }, storage: ThemeStorage | null) {
    this.#root = root;
    this.#storage = storage;
    const kept = root.dataset['theme'];
    if (kept === 'light' || kept === 'dark') this.current = kept;
  }

  choose(theme: Theme): void {
    this.current = theme;
    if (theme === 'system') {
      delete this.#root.dataset['theme'];
      this.#storage?.removeItem(themeKey);
    } else {
      this.#root.dataset['theme'] = theme;
      this.#storage?.setItem(themeKey, theme);
    }
  }
}

/** The window's storage; null where the browser closes it to the page. */
export function storageOf(window: { readonly localStorage: ThemeStorage }): ThemeStorage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
