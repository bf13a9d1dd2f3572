import { Command } from 'commander';
import { attribute, type AttributeArguments } from './attribute';
import { backtest, type BacktestOptions } from './backtest';
import { check, type CheckOptions } from './check';
import { compare, type CompareArguments } from './compare';
import { discover, type DiscoverArguments } from './discover';
import { ensemble, type EnsembleArguments } from './ensemble/ensemble';
import { merge, type MergeArguments } from './ensemble/merge';
import type { Session } from './environment';
import { Refusal } from './refusal';
import { goal, type GoalArguments } from './goal';
import { release } from './release';
import { run, type RunArguments } from './run';
import { sensitivity, type SensitivityArguments } from './sensitivity';
import { textOf, type Text } from './text';
import { translateHelp } from './usage';

/** The commands, their arguments and options, and their help. What a command does is in a file of its name. */
export function createProgram(session: Session, outcome: { exitCode: number }): Command {
  const text = textOf(session.locale);
  const program = new Command('mizan').description(text.about);
  program.option('--lang <en|ar>', text.lang, (value) => oneOf('--lang', value, ['en', 'ar']));

  scenarioCommand(program, 'run', text.runAbout, text)
    .option('--from <YYYY-MM>', text.from)
    .option('--save <outputs|all>', text.save, (value) => oneOf('--save', value, ['outputs', 'all']), 'all')
    .option('--csv', text.csv)
    .option('--json', text.json)
    .option('--out <file>', text.out)
    .action(async (subject: string, options: RunArguments) => {
      outcome.exitCode = await run(session, subject, options);
    });

  ensembleOptions(scenarioCommand(program, 'ensemble', text.ensemble.about, text), text.ensemble).action(
    async (subject: string, options: EnsembleArguments) => {
      outcome.exitCode = await ensemble(session, subject, options);
    }
  );

  program
    .command('merge')
    .description(text.ensemble.mergeAbout)
    .argument('<shards...>', text.ensemble.shards)
    .option('--csv <file>', text.ensemble.csv)
    .option('--json <file>', text.ensemble.json)
    .option('--all <file>', text.ensemble.mergeAll)
    .action((shards: readonly string[], options: MergeArguments) => {
      outcome.exitCode = merge(session, shards, options);
    });

  compareOptions(
    program.command('compare').description(text.compare.about).argument('<scenarios...>', text.compare.scenarios),
    text
  ).action(async (scenarios: readonly string[], options: CompareArguments) => {
    outcome.exitCode = await compare(session, scenarios, options);
  });

  scenarioCommand(program, 'attribute', text.attribute.about, text)
    .option('--against <scenario>', text.attribute.against)
    .option('--output <id>', text.attribute.output)
    .option('--month <YYYY-MM>', text.attribute.month)
    .option('--seed <n>', text.attribute.seed)
    .option('--csv <file>', text.attribute.csv)
    .option('--json', text.attribute.json)
    .action(async (subject: string, options: AttributeArguments) => {
      outcome.exitCode = await attribute(session, subject, options);
    });

  sensitivityOptions(scenarioCommand(program, 'sensitivity', text.sensitivity.about, text), text).action(
    async (subject: string, options: SensitivityArguments) => {
      outcome.exitCode = await sensitivity(session, subject, options);
    }
  );

  discoverOptions(scenarioCommand(program, 'discover', text.discover.about, text), text).action(
    async (subject: string, options: DiscoverArguments) => {
      outcome.exitCode = await discover(session, subject, options);
    }
  );

  goalOptions(scenarioCommand(program, 'goal', text.goal.about, text), text).action(
    async (subject: string, options: GoalArguments) => {
      outcome.exitCode = await goal(session, subject, options);
    }
  );

  program
    .command('check')
    .description(text.checkAbout)
    .argument('<folder>', text.folder)
    .option('--strict', text.strict)
    .option('--behaviour', text.behaviour)
    .option('--draws <n>', text.draws)
    .option('--uncertainty <narrow|wide>', text.checkUncertainty, (value) =>
      oneOf('--uncertainty', value, ['narrow', 'wide'])
    )
    .option('--mutations', text.mutations)
    .action(async (folder: string, options: CheckOptions) => {
      outcome.exitCode = await check(session, folder, options);
    });

  program
    .command('backtest')
    .description(text.backtest.about)
    .argument('[folder]', text.backtest.folder)
    .option('--csv <file>', text.backtest.csv)
    .option('--years <file>', text.backtest.years)
    .option('--json', text.backtest.json)
    .action((folder: string | undefined, options: BacktestOptions) => {
      outcome.exitCode = backtest(session, folder, options);
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

/** A command that takes a scenario, with the options that change it. */
function scenarioCommand(program: Command, name: string, about: string, text: Text): Command {
  return program
    .command(name)
    .description(about)
    .argument('<scenario>', text.subject)
    .option('--set <id=value~YYYY-MM~months>', text.set, collect)
    .option('--param <id=value>', text.param, collect)
    .option('--initial <id=value>', text.initial, collect)
    .option('--switch <id=choice>', text.switch, collect)
    .option('--model <folder>', text.model)
    .option('--until <YYYY-MM>', text.until)
    .option('--method <euler|rk4>', text.method, (value) => oneOf('--method', value, ['euler', 'rk4']))
    .option('--steps <n>', text.steps);
}

function compareOptions(command: Command, text: Text): Command {
  const choice = (option: string, choices: readonly string[], about: string): void => {
    command.option(`${option} <${choices.join('|')}>`, about, (value) => oneOf(option, value, choices));
  };
  command
    .option('--baseline <n>', text.compare.baseline)
    .option('--outputs <id,id>', text.compare.outputs)
    .option('--at <YYYY-MM,…>', text.compare.at)
    .option('--runs <n>', text.ensemble.runs)
    .option('--seed <n>', text.ensemble.seed);
  choice('--uncertainty', ['none', 'narrow', 'wide'], text.ensemble.uncertainty);
  choice('--shocks', ['on', 'off'], text.ensemble.shocks);
  return command
    .option('--model <folder>', text.model)
    .option('--csv <file>', text.compare.csv)
    .option('--json', text.compare.json);
}

function ensembleOptions(command: Command, text: Text['ensemble']): Command {
  const choice = (option: string, choices: readonly string[], about: string): void => {
    command.option(`${option} <${choices.join('|')}>`, about, (value) => oneOf(option, value, choices));
  };
  command.option('--runs <n>', text.runs).option('--seed <n>', text.seed);
  choice('--uncertainty', ['none', 'narrow', 'wide'], text.uncertainty);
  choice('--sampling', ['random', 'latin-hypercube', 'sobol'], text.sampling);
  choice('--shocks', ['on', 'off'], text.shocks);
  choice('--reference', ['status_quo', 'none'], text.reference);
  return command
    .option('--outputs <id,id>', text.outputs)
    .option('--threshold <question>', text.threshold, collect)
    .option('--csv <file>', text.csv)
    .option('--json <file>', text.json)
    .option('--all <file>', text.all)
    .option('--workers <n>', text.workers)
    .option('--shard <i/n>', text.shard)
    .option('--out <file>', text.out)
    .option('--state <file>', text.state)
    .option('--save-every <seconds>', text.saveEvery)
    .option('--resume', text.resume)
    .option('--verbose', text.verbose);
}

function sensitivityOptions(command: Command, { sensitivity: text, ensemble: { workers } }: Text): Command {
  const choice = (option: string, choices: readonly string[], about: string): void => {
    command.option(`${option} <${choices.join('|')}>`, about, (value) => oneOf(option, value, choices));
  };
  command.option('--output <id>', text.output).option('--at <YYYY-MM>', text.at);
  choice('--inputs', ['none', 'principal', 'all'], text.inputs);
  choice('--uncertainty', ['none', 'narrow', 'wide'], text.uncertainty);
  choice('--study', ['morris', 'sobol', 'tornado'], text.study);
  return command
    .option('--trajectories <n>', text.trajectories)
    .option('--rows <n>', text.rows)
    .option('--seed <n>', text.seed)
    .option('--workers <n>', workers)
    .option('--csv <file>', text.csv)
    .option('--json', text.json);
}

function discoverOptions(command: Command, { discover: text, ensemble: { workers } }: Text): Command {
  return command
    .option('--goal <question>', text.goal, collect)
    .option('--vary <id,id>', text.vary)
    .option('--uncertainty <none|narrow|wide>', text.uncertainty, (value) =>
      oneOf('--uncertainty', value, ['none', 'narrow', 'wide'])
    )
    .option('--runs <n>', text.runs)
    .option('--seed <n>', text.seed)
    .option('--step <n>', text.step)
    .option('--workers <n>', workers)
    .option('--csv <file>', text.csv)
    .option('--json', text.json);
}

function goalOptions(command: Command, { goal: text, ensemble: { workers } }: Text): Command {
  return command
    .option('--goal <question>', text.goal, collect)
    .option('--lever <id:low..high*cost>', text.lever, collect)
    .option('--start <YYYY-MM>', text.start)
    .option('--ramp <months>', text.ramp)
    .option('--population <n>', text.population)
    .option('--generations <n>', text.generations)
    .option('--beyond <n>', text.beyond)
    .option('--seed <n>', text.seed)
    .option('--futures <n>', text.futures)
    .option('--points <n>', text.points)
    .option('--against <n>', text.against)
    .option('--workers <n>', workers)
    .option('--csv <file>', text.csv)
    .option('--json', text.json);
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function oneOf(option: string, value: string, choices: readonly string[]): string {
  if (!choices.includes(value)) throw new Refusal((t) => t.oneOf(option, value, choices.join(', ')));
  return value;
}
