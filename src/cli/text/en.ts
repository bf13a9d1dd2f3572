import { enAttribute } from './en-attribute';
import { enSensitivity } from './en-sensitivity';
import { enBacktest } from './en-backtest';
import { enCompare } from './en-compare';
import { enDiscover } from './en-discover';
import { enGoal } from './en-goal';
import { enEnsemble } from './en-ensemble';

/** "… (did you mean x?)" where a known name is close. */
function perhaps(near: string | undefined): string {
  return near === undefined ? '' : `; did you mean ${near}?`;
}

export const en = {
  attribute: enAttribute,
  sensitivity: enSensitivity,
  backtest: enBacktest,
  compare: enCompare,
  discover: enDiscover,
  goal: enGoal,
  ensemble: enEnsemble,

  error: 'error',
  warning: 'warning',

  about: 'Runs and checks scenario models from the command line.',
  runAbout: 'Runs a scenario and writes its months as CSV (default) or JSON.',
  checkAbout: 'Checks a model folder: silent where all is well.',
  releaseAbout: 'Freezes the present version of a model, so that links to it run it for ever.',
  released: (id: string, version: string) => `${id}@${version} is frozen.\n`,
  releasedOtherwise: (id: string, version: string) =>
    `${id}@${version} has been released and computes otherwise; raise the version in model.yaml`,
  subject: 'a preset of the model, a scenario file (YAML or JSON), or a link (whole, or what follows its ?)',
  folder: 'folder of a model, such as models/libya',
  help: 'show this help',
  lang: 'language of messages: en or ar',
  set: 'move an input: id=value~YYYY-MM~months; start: first month, ramp: 0 months; repeat an id for further ramps',
  param: 'value of a parameter: id=value',
  initial: 'starting value of a stock: id=value',
  switch: 'choice of a switch: id=choice',
  model: 'folder of the model (default: the one that the file or link names, else models/libya)',
  from: 'first month to write: YYYY-MM',
  until: 'last month to run and write: YYYY-MM',
  method: 'integration method: euler or rk4',
  steps: 'steps per month, 1 to 64',
  save: 'what to write: outputs, or all stocks and variables with the outputs first',
  csv: 'write CSV',
  json: 'write JSON',
  out: 'write to a file instead of the terminal',
  strict: 'warnings count as errors',
  behaviour: 'run the behaviour checks too and print the figure of each',
  draws: 'with --behaviour: print the share of so many draws of the parameters in which each check holds',
  checkUncertainty: 'ranges that the draws come from: narrow or wide (default)',
  mutations: 'leave out each mechanism of mechanisms.yaml and print the checks that then fail',
  drawsMissing: '--uncertainty says how --draws draws; say how many, such as --draws 500',
  noMechanisms: 'this model has no mechanisms.yaml: there is nothing to leave out',
  usage: 'Usage:',
  arguments: 'Arguments:',
  options: 'Options:',
  commands: 'Commands:',
  globalOptions: 'Options of every command:',

  unknownOption: (option: string, near: string | undefined) => `there is no option ${option}${perhaps(near)}`,
  unknownCommand: (command: string, near: string | undefined) =>
    `there is no command ${command}, only run, ensemble, merge, check, compare, attribute, sensitivity, discover, goal, backtest and release${perhaps(near)}`,
  missingCommand:
    'what should be done? The commands are run, ensemble, merge, check, compare, attribute, sensitivity, discover, goal, backtest and release; --help tells more',
  missingArgument: (name: string) => `${name} is missing; --help shows how to write the command`,
  missingValue: (option: string) => `${option} needs a value`,
  tooMany: 'too many arguments: one preset, file, link or folder at a time; quote a link, as the shell reads & itself',
  oneOf: (option: string, value: string, choices: string) => `${option} ${value}: choose one of ${choices}`,
  csvOrJson: 'choose --csv or --json, not both',

  noAssignment: (option: string, value: string) => `${option} ${value}: write it as id=value`,
  noSet: (value: string) => `--set ${value}: write it as id=value, id=value~YYYY-MM or id=value~YYYY-MM~months`,
  noNumber: (option: string, id: string, value: string) =>
    `${option} ${id}: ${value === '' ? 'a value is missing' : `${value} is no number`}`,
  noMonth: (option: string, value: string) => `${option}: ${value} is no month; write YYYY-MM, such as 2025-01`,
  noRamp: (id: string, value: string) => `--set ${id}: ${value} is no ramp; write a number of months, 0 or more`,
  badSteps: (value: string) => `--steps ${value}: write a whole number from 1 to 64`,
  beforeStart: (option: string, month: string, start: string) =>
    `${option} ${month} is before the model's first month, ${start}`,
  tooLate: (month: string, last: string) => `--until ${month} is too far: at most 100 years, until ${last}`,
  fromAfterUntil: (from: string, until: string) => `--from ${from} is after the last month, ${until}`,
  untilTooEarly: (month: string, first: string) => `--until ${month}: a run needs at least one month, until ${first}`,
  setBeyond: (id: string, month: string, last: string) =>
    `--set ${id}: ${month} is after the last month of the run, ${last}`,

  noPreset: (name: string, near: string | undefined, all: string) =>
    `${name} is no preset of the model and no file${perhaps(near)}\n  presets: ${all}`,
  noFile: (path: string) => `${path}: there is no such file`,
  unreadable: (path: string, reason: string) => `${path}: cannot be read (${reason})`,
  unwritable: (path: string, reason: string) => `${path}: cannot be written (${reason})`,
  systemErrors: {
    EACCES: 'not allowed',
    EISDIR: 'it is a folder',
    ENOENT: 'there is no such folder',
    ENOSPC: 'no space left',
    ENOTDIR: 'a part of the path is no folder',
    EPERM: 'not allowed',
    EROFS: 'nothing can be written there'
  } as Readonly<Record<string, string>>,
  noScenario: (path: string) => `${path}: this is no scenario`,
  noModelFolder: (path: string) => `${path}: there is no such folder`,
  noModelFile: (path: string) => `${path}: no model.yaml in this folder`,
  brokenModel: (path: string) => `the model in ${path} has errors; nothing was run`,

  unknownId: (option: string, id: string, kind: 'input' | 'parameter' | 'stock' | 'switch', near: string | undefined) =>
    `${option} ${id}: the model has no such ${kind === 'stock' ? 'starting value' : kind}${perhaps(near)}`,
  elsewhere: (option: string, id: string, right: string) => `${option} ${id}: this is set with ${right}`,
  noChoice: (id: string, choice: string, choices: string) => `--switch ${id}=${choice}: choose one of ${choices}`,
  outside: (option: string, id: string, value: number, low: number, high: number) =>
    `${option} ${id}: ${value} is outside ${low} to ${high}`,
  outsideAllowed: (option: string, id: string, value: number, low: number, high: number) =>
    `${option} ${id}: ${value} is outside its range of ${low} to ${high}; it is used all the same`,

  notFinite: (cell: string, value: string, date: string, equation: string) =>
    `the run stopped in ${date}: ${cell} became ${value}${equation}`,
  unexpected: (message: string) => `something unexpected happened: ${message}`,
  howToDebug: 'set MIZAN_DEBUG=1 to see where',

  checkColumns: ['check', 'holds', 'margin', 'what it says'],
  shareColumns: ['check', 'share', '95 %', 'draws', 'what it says'],
  mutationColumns: ['mechanism', 'headline', 'checks that fail', 'what is changed'],
  yes: 'yes',
  no: 'no',
  checksFail: (count: number) =>
    count === 1 ? '1 behaviour check does not hold' : `${count} behaviour checks do not hold`
};
