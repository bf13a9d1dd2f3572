import type { Locale } from '$lib/language';

/** What the command line takes from the outside, as a parameter: tests and the launcher each give their own. */
export interface Environment {
  /** Folder of the project: `models/` stands in it. */
  readonly root: string;
  /** Folders that a relative path may start from, the one where the person stands first. */
  readonly folders: readonly string[];
  /** Show the stack of an unexpected error. */
  readonly debug: boolean;
  readonly print: (text: string) => void;
  /** For everything that is no result: errors, warnings, notices. */
  readonly warn: (text: string) => void;
}

/** The environment as one command sees it. */
export interface Session extends Environment {
  readonly locale: Locale;
}
