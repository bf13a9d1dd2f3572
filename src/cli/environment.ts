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
  /** Whether `warn` goes to a terminal, where a line can be drawn over. */
  readonly isTerminal: boolean;
  /** Milliseconds, for progress and pauses between saves; no result depends on it. */
  readonly now: () => number;
  /** Calls back at the first wish to stop (Ctrl-C, or a scheduler's notice); gives what ends the listening. */
  readonly onInterrupt: (stop: () => void) => () => void;
}

/** The environment as one command sees it. */
export interface Session extends Environment {
  readonly locale: Locale;
}
