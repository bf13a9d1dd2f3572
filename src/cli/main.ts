import { CommanderError } from 'commander';
import type { Locale } from '$lib/language';
import type { Environment } from './environment';
import { createProgram } from './program';
import { Refusal } from './refusal';
import { textOf } from './text';
import { misuseOf } from './usage';

export type { Environment } from './environment';

/**
 * The command line: arguments in, exit code out (0 done, 1 not). Results go to `print`, everything else to `warn`. Nothing
 * that is thrown inside reaches the person as a stack trace: what they can put right is told in one line, and the
 * unexpected in one line with the way to see where it came from.
 */
export async function main(argv: readonly string[], environment: Environment): Promise<number> {
  const locale = localeAsked(argv);
  const text = textOf(locale);
  const refuse = (message: string): number => {
    environment.warn(`mizan: ${text.error}: ${message}\n`);
    return 1;
  };
  try {
    const outcome = { exitCode: 0 };
    await createProgram({ ...environment, locale }, outcome).parseAsync([...argv], { from: 'user' });
    return outcome.exitCode;
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.describe(text));
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : refuse(misuseOf(error, text));
    const message = error instanceof Error ? error.message : String(error);
    if (environment.debug) environment.warn(`${error instanceof Error ? error.stack : message}\n`);
    return refuse(
      `${text.unexpected(message.split('\n')[0] ?? '')}${environment.debug ? '' : `\n  ${text.howToDebug}`}`
    );
  }
}

/** The language is needed before the arguments are read, because reading them may already fail. */
function localeAsked(argv: readonly string[]): Locale {
  const place = argv.indexOf('--lang');
  return argv.includes('--lang=ar') || (place >= 0 && argv[place + 1] === 'ar') ? 'ar' : 'en';
}
