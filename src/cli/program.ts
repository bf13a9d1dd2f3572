import { Command } from 'commander';
import { check, type CheckOptions } from './check';
import type { Session } from './environment';
import { Refusal } from './refusal';
import { release } from './release';
import { run, type RunArguments } from './run';
import { textOf } from './text';
import { translateHelp } from './usage';

/** The commands, their arguments and options, and their help. What a command does is in a file of its name. */
export function createProgram(session: Session, outcome: { exitCode: number }): Command {
  const text = textOf(session.locale);
  const program = new Command('mizan').description(text.about);
  program.option('--lang <en|ar>', text.lang, (value) => oneOf('--lang', value, ['en', 'ar']));

  program
    .command('run')
    .description(text.runAbout)
    .argument('<scenario>', text.subject)
    .option('--set <id=value~YYYY-MM~months>', text.set, collect)
    .option('--param <id=value>', text.param, collect)
    .option('--initial <id=value>', text.initial, collect)
    .option('--switch <id=choice>', text.switch, collect)
    .option('--model <folder>', text.model)
    .option('--from <YYYY-MM>', text.from)
    .option('--until <YYYY-MM>', text.until)
    .option('--method <euler|rk4>', text.method, (value) => oneOf('--method', value, ['euler', 'rk4']))
    .option('--steps <n>', text.steps)
    .option('--save <outputs|all>', text.save, (value) => oneOf('--save', value, ['outputs', 'all']), 'all')
    .option('--csv', text.csv)
    .option('--json', text.json)
    .option('--out <file>', text.out)
    .action(async (subject: string, options: RunArguments) => {
      outcome.exitCode = await run(session, subject, options);
    });

  program
    .command('check')
    .description(text.checkAbout)
    .argument('<folder>', text.folder)
    .option('--strict', text.strict)
    .option('--behaviour', text.behaviour)
    .action(async (folder: string, options: CheckOptions) => {
      outcome.exitCode = await check(session, folder, options);
    });

  program
    .command('release')
    .description(text.releaseAbout)
    .argument('<folder>', text.folder)
    .action((folder: string) => {
      outcome.exitCode = release(session, folder);
    });

  for (const command of [program, ...program.commands]) {
    translateHelp(command, text)
      .exitOverride()
      .configureOutput({ writeOut: session.print, writeErr: () => undefined, outputError: () => undefined });
  }
  return program;
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function oneOf(option: string, value: string, choices: readonly string[]): string {
  if (!choices.includes(value)) throw new Refusal((t) => t.oneOf(option, value, choices.join(', ')));
  return value;
}
