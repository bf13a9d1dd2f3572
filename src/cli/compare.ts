import { comparisonColumns, comparisonRows, type Comparison, type ComparisonRow } from '$lib/analysis';
import { compile, MAXIMUM_RUNS, saveable } from '$lib/engine';
import { addMonths } from '$lib/i18n';
import { nearest } from '$lib/language';
import type { Model } from '$lib/model';
import { standardEnsemble, type EnsembleSettings, type Scenario } from '$lib/scenario';
import { compareScenarios, directSimulator, singleRuns } from '$lib/simulator';
import { aligned } from './aligned';
import { parseMonth } from './assignment';
import { digits } from './csv';
import { parseCount } from './ensemble/numbers';
import { openProgress } from './ensemble/progress';
import type { Session } from './environment';
import { writeWhole } from './files';
import { linkOf } from './json';
import { Models } from './models';
import { Refusal } from './refusal';
import { readSubject, type Subject } from './subject';
import { textOf } from './text';

export interface CompareArguments {
  readonly model?: string;
  readonly baseline?: string;
  readonly outputs?: string;
  readonly at?: string;
  readonly runs?: string;
  readonly seed?: string;
  readonly uncertainty?: EnsembleSettings['uncertainty'];
  readonly shocks?: 'on' | 'off';
  readonly csv?: string;
  readonly json?: boolean;
}

const letters = ['a', 'b', 'c', 'd'];

interface Question {
  readonly model: Model;
  readonly scenarios: readonly Scenario[];
  readonly outputs: readonly string[];
  readonly months: readonly number[];
  readonly plan: EnsembleSettings;
  /** Letter of the baseline. */
  readonly baseline: string;
}

/** `mizan compare`: the table of /compare, from the same functions. */
export async function compare(session: Session, named: readonly string[], options: CompareArguments): Promise<number> {
  if (options.csv !== undefined && options.json) throw new Refusal((t) => t.csvOrJson);
  const question = await questionOf(session, named, options);
  const rows = await answerTo(session, question);
  if (options.json) session.print(jsonOf(question, rows));
  else if (options.csv === undefined) session.print(tableOf(session, named, question, rows));
  else if (options.csv === '-') session.print(csvOf(question, rows));
  else writeWhole(session, options.csv, csvOf(question, rows));
  return 0;
}

async function questionOf(session: Session, named: readonly string[], options: CompareArguments): Promise<Question> {
  const { length } = named;
  if (length < 2 || length > letters.length) throw new Refusal((t) => t.compare.count(length));
  const text = textOf(session.locale);
  const warn = (message: string): void => session.warn(`mizan: ${text.warning}: ${message}\n`);
  const models = new Models(session, options.model);
  const subjects: Subject[] = [];
  for (const one of named) subjects.push(await readSubject(session, models, one, warn));
  const { model } = subjects[0]!;
  const ids = subjects.map((subject) => `${subject.model.id}@${subject.model.version}`);
  const other = ids.find((id) => id !== ids[0]);
  if (other !== undefined) throw new Refusal((t) => t.compare.otherModel(ids[0]!, other));
  const scenarios = subjects.map(({ scenario }) => scenario);
  const months = Math.min(...scenarios.map(({ settings }) => settings.months));
  return {
    model,
    scenarios,
    outputs: outputsOf(model, models.find(model.id)?.desk?.headline, options.outputs),
    months: monthsOf(model, months, options.at),
    plan: planOf(options),
    baseline: letters[baselineOf(options.baseline, length) - 1]!
  };
}

function baselineOf(text: string | undefined, count: number): number {
  if (text === undefined) return 1;
  const place = /^\d$/.test(text) ? Number(text) : 0;
  if (place < 1 || place > count) throw new Refusal((t) => t.compare.badBaseline(text, count));
  return place;
}

function outputsOf(
  model: Model,
  headline: readonly string[] | undefined,
  listed: string | undefined
): readonly string[] {
  if (listed === undefined) return headline ?? model.outputs.map(({ cell }) => cell);
  const cells = [...new Set([...model.outputs.map(({ cell }) => cell), ...saveable(compile(model))])];
  const ids = [...new Set(listed.split(',').map((id) => id.trim()))];
  const unknown = ids.find((id) => !cells.includes(id));
  if (unknown !== undefined) throw new Refusal((t) => t.ensemble.unknownOutput(unknown, nearest(unknown, cells)));
  return ids;
}

function monthsOf({ time: { start } }: Model, last: number, listed: string | undefined): readonly number[] {
  if (listed === undefined) return [last];
  const months = listed.split(',').map((text) => {
    const date = text.trim();
    const month = parseMonth('--at', date, start);
    if (month < 0 || month > last) throw new Refusal((t) => t.compare.outside(date, start, addMonths(start, last)));
    return month;
  });
  return [...new Set(months)].sort((a, b) => a - b);
}

function planOf({ runs, seed, uncertainty, shocks }: CompareArguments): EnsembleSettings {
  return {
    ...standardEnsemble,
    runs: runs === undefined ? 1000 : parseCount('--runs', runs, 1, Math.min(MAXIMUM_RUNS, 1_000_000)),
    seed: seed === undefined ? standardEnsemble.seed : parseCount('--seed', seed, 0, Number.MAX_SAFE_INTEGER),
    uncertainty: uncertainty ?? standardEnsemble.uncertainty,
    chance: shocks === 'on'
  };
}

async function answerTo(session: Session, question: Question): Promise<readonly ComparisonRow[]> {
  const { model, scenarios, outputs, months, plan, baseline } = question;
  const simulator = directSimulator();
  await simulator.open(model);
  const progress = openProgress(session, plan.runs, 0);
  let comparison: Comparison;
  try {
    comparison = await compareScenarios(simulator, {
      scenarios: scenarios.map((scenario, place) => ({ id: letters[place]!, scenario })),
      outputs,
      months,
      plan,
      onProgress: ({ done }) => progress.show(done)
    });
  } finally {
    progress.end();
  }
  const runs = await singleRuns(simulator, scenarios, outputs);
  simulator.close();
  return comparisonRows(comparison, baseline, outputs, months, (scenario, output, month) => {
    const trajectory = runs[letters.indexOf(scenario)];
    return trajectory ? trajectory.values[trajectory.columns.indexOf(output) * trajectory.rows + month]! : NaN;
  });
}

function csvOf({ model }: Question, rows: readonly ComparisonRow[]): string {
  const lines = rows.map(({ output, month, scenario, numbers }) =>
    [
      output,
      addMonths(model.time.start, month),
      scenario,
      ...numbers.map((number) => (Number.isFinite(number) ? digits(number) : ''))
    ].join(',')
  );
  return `${[comparisonColumns.join(','), ...lines].join('\n')}\n`;
}

function jsonOf({ model, scenarios, plan, baseline }: Question, rows: readonly ComparisonRow[]): string {
  const { id, version } = model;
  const fields = comparisonColumns.slice(3);
  const told = rows.map(({ output, month, scenario, numbers }) => ({
    output,
    month: addMonths(model.time.start, month),
    scenario,
    ...Object.fromEntries(
      fields.map((field, i) => [field, Number.isFinite(numbers[i] ?? NaN) ? numbers[i] : null] as const)
    )
  }));
  const links = Object.fromEntries(scenarios.map((scenario, place) => [letters[place]!, linkOf(model, scenario)]));
  return `${JSON.stringify({ model: { id, version }, plan, scenarios: links, baseline, rows: told }, null, 1)}\n`;
}

function tableOf(
  session: Session,
  named: readonly string[],
  { model, plan }: Question,
  rows: readonly ComparisonRow[]
): string {
  const text = textOf(session.locale).compare;
  const say = (number: number | undefined): string =>
    number === undefined || !Number.isFinite(number) ? '' : number.toPrecision(4);
  const legend = named.map((one, place) => `${letters[place]!}  ${one}\n`).join('');
  const lines = rows.map(({ output, month, scenario, numbers }) => {
    const [value, p5, , p50, , p95, d5, , d50, , d95, above, , runs] = numbers;
    const share = Number.isFinite(above ?? NaN) ? `${((100 * above!) / Math.max(1, runs!)).toFixed(1)} %` : '';
    return [
      output,
      addMonths(model.time.start, month),
      scenario,
      ...[value, p50, p5, p95, d50, d5, d95].map(say),
      share
    ];
  });
  return `${text.heading(plan.runs, plan.seed, plan.uncertainty)}\n${legend}${aligned([text.columns, ...lines])}`;
}
