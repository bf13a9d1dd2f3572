import type { Command, CommanderError } from 'commander';
import type { Text } from './text';

/** How the command line itself is written wrongly, in both languages; the argument reader knows English only. */
export function misuseOf(error: CommanderError, text: Text): string {
  const quoted = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const near = /Did you mean (?:one of )?([^,?)]+)/.exec(error.message)?.[1];
  switch (error.code) {
    case 'commander.unknownOption':
      return text.unknownOption(quoted, near);
    case 'commander.unknownCommand':
      return text.unknownCommand(quoted, near);
    case 'commander.missingArgument':
      return text.missingArgument(`<${quoted}>`);
    case 'commander.optionMissingArgument':
      return text.missingValue(/--[\w-]+/.exec(quoted)?.[0] ?? quoted);
    case 'commander.excessArguments':
      return text.tooMany;
    case 'commander.help':
      return text.missingCommand;
    default:
      return error.message.replace(/^error: /, '');
  }
}

/** Headings of the help in the language of the command. */
export function translateHelp(command: Command, text: Text): Command {
  const headings: Readonly<Record<string, string>> = {
    'Usage:': text.usage,
    'Arguments:': text.arguments,
    'Options:': text.options,
    'Commands:': text.commands,
    'Global Options:': text.globalOptions
  };
  return command
    .configureHelp({ styleTitle: (title) => headings[title] ?? title, showGlobalOptions: true })
    .helpOption('-h, --help', text.help)
    .helpCommand(false);
}
