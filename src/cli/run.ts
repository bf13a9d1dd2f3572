import { equationOf, type RunOutcome, type Trajectory } from '$lib/engine';
import { addMonths } from '$lib/i18n';
import type { Model } from '$lib/model';
import { directSimulator } from '$lib/simulator';
import { parseMonth } from './assignment';
import { applyOptions, type ChangeOptions } from './changes';
import { toCsv } from './csv';
import type { Session } from './environment';
import { writeWhole } from './files';
import { toJson } from './json';
import { Models } from './models';
import { Refusal } from './refusal';
import { readSubject } from './subject';
import { tableOf } from './table';
import { textOf } from './text';

export interface RunArguments extends ChangeOptions {
  readonly model?: string;
  readonly from?: string;
  readonly save: 'outputs' | 'all';
  readonly csv?: boolean;
  readonly json?: boolean;
  readonly out?: string;
}

/** `mizan run`: one scenario, one deterministic run, its months written as CSV or JSON. */
export async function run(session: Session, named: string, options: RunArguments): Promise<number> {
  if (options.csv && options.json) throw new Refusal((t) => t.csvOrJson);
  const text = textOf(session.locale);
  const warn = (message: string): void => session.warn(`mizan: ${text.warning}: ${message}\n`);

  const { model, scenario: asGiven } = await readSubject(session, new Models(session, options.model), named, warn);
  const scenario = applyOptions(model, asGiven, options, (what) => warn(what(text)));
  const first = firstMonth(model, scenario.settings.months, options.from);

  const simulator = directSimulator();
  await simulator.open(model);
  const report = await simulator.run(scenario, { save: options.save });
  simulator.close();

  const table = tableOf(requireFinished(model, report.outcome), first);
  const asJson = options.json ?? (!options.csv && /\.json$/i.test(options.out ?? ''));
  const content = asJson ? toJson(model, scenario, report, table) : toCsv(table);
  if (options.out === undefined) session.print(content);
  else writeWhole(session, options.out, content);
  return 0;
}

function firstMonth(model: Model, months: number, from: string | undefined): number {
  if (from === undefined) return 0;
  const { start } = model.time;
  const month = parseMonth('--from', from, start);
  if (month < 0) throw new Refusal((t) => t.beforeStart('--from', from, start));
  if (month > months) throw new Refusal((t) => t.fromAfterUntil(from, addMonths(start, months)));
  return month;
}

function requireFinished(model: Model, outcome: RunOutcome): Trajectory {
  if (outcome.ok) return outcome.trajectory;
  const { cell, value, date } = outcome.failure;
  const equation = equationOf(model, cell);
  const place = equation ? `\n  ${equation.at.file}:${equation.at.line}:${equation.at.column}: ${equation.text}` : '';
  throw new Refusal((t) => t.notFinite(cell, value, date, place));
}
