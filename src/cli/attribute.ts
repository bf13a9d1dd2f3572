import { attribute as split, largeInteractions, inOrderOfSize, planAttribution, type Attribution } from '$lib/analysis';
import { compile, saveable } from '$lib/engine';
import { addMonths } from '$lib/i18n';
import { nearest } from '$lib/language';
import type { Model } from '$lib/model';
import { statusQuo, type Scenario } from '$lib/scenario';
import { directSimulator } from '$lib/simulator';
import { aligned } from './aligned';
import { parseMonth } from './assignment';
import { applyOptions, type ChangeOptions } from './changes';
import { digits } from './csv';
import type { Session } from './environment';
import { writeWhole } from './files';
import { linkOf } from './json';
import { Models } from './models';
import { Refusal } from './refusal';
import { readSubject } from './subject';
import { textOf } from './text';

export interface AttributeArguments extends ChangeOptions {
  readonly model?: string;
  readonly against?: string;
  readonly output?: string;
  readonly month?: string;
  readonly seed?: string;
  readonly csv?: string;
  readonly json?: boolean;
}

/** What is explained: which number of which two scenarios. */
interface Question {
  readonly model: Model;
  readonly scenario: Scenario;
  readonly reference: Scenario;
  readonly output: string;
  /** Months since the model's start. */
  readonly month: number;
  readonly seed: number;
}

interface Answer {
  readonly attribution: Attribution;
  /** Sampled orders; 0 where shares are exact. */
  readonly orders: number;
}

/** `mizan attribute`: the split that the desk shows, from the same plan and the same functions. */
export async function attribute(session: Session, named: string, options: AttributeArguments): Promise<number> {
  if (options.csv !== undefined && options.json) throw new Refusal((t) => t.csvOrJson);
  const question = await questionOf(session, named, options);
  const answer = await answerTo(question);
  if (options.json) session.print(jsonOf(question, answer));
  else if (options.csv === undefined) session.print(tableOf(session, question, answer));
  else if (options.csv === '-') session.print(csvOf(answer.attribution));
  else writeWhole(session, options.csv, csvOf(answer.attribution));
  return 0;
}

async function questionOf(session: Session, named: string, options: AttributeArguments): Promise<Question> {
  const text = textOf(session.locale);
  const warn = (message: string): void => session.warn(`mizan: ${text.warning}: ${message}\n`);
  const models = new Models(session, options.model);
  const { model, scenario: asGiven } = await readSubject(session, models, named, warn);
  const scenario = applyOptions(model, asGiven, options, (what) => warn(what(text)));
  const { months } = scenario.settings;
  return {
    model: months > model.time.months ? { ...model, time: { ...model.time, months } } : model,
    scenario,
    reference: await referenceOf(session, models, model, options.against, warn),
    output: outputOf(model, models.find(model.id)?.desk?.stability.output, options.output),
    month: monthOf(model, months, options.month),
    seed: seedOf(options.seed)
  };
}

async function referenceOf(
  session: Session,
  models: Models,
  model: Model,
  named: string | undefined,
  warn: (message: string) => void
): Promise<Scenario> {
  if (named === undefined) return statusQuo(model);
  const other = await readSubject(session, models, named, warn);
  const [mine, theirs] = [model, other.model].map(({ id, version }) => `${id}@${version}`) as [string, string];
  if (mine !== theirs) throw new Refusal((t) => t.attribute.otherModel(mine, theirs));
  return other.scenario;
}

function outputOf(model: Model, chief: string | undefined, wanted: string | undefined): string {
  const standard = chief ?? model.outputs[0]?.cell ?? '';
  if (wanted === undefined) return standard;
  const cells = saveable(compile(model));
  if (!cells.includes(wanted)) throw new Refusal((t) => t.attribute.noOutput(wanted, nearest(wanted, cells)));
  return wanted;
}

function monthOf({ time: { start } }: Model, months: number, wanted: string | undefined): number {
  if (wanted === undefined) return months;
  const month = parseMonth('--month', wanted, start);
  if (month < 0) throw new Refusal((t) => t.beforeStart('--month', wanted, start));
  if (month > months) throw new Refusal((t) => t.attribute.monthAfterEnd(wanted, addMonths(start, months)));
  return month;
}

function seedOf(text: string | undefined): number {
  if (text === undefined) return 1;
  const seed = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!Number.isSafeInteger(seed)) throw new Refusal((t) => t.attribute.noSeed(text));
  return seed;
}

async function answerTo({ model, scenario, reference, output, month, seed }: Question): Promise<Answer> {
  const plan = planAttribution(model, reference, scenario, { seed });
  const simulator = directSimulator();
  await simulator.open(model);
  const { values, failures } = await simulator.cases(plan.cases, { outputs: [output], months: [month] });
  simulator.close();
  const [failed] = failures;
  if (failed) {
    const { cell, date } = failed.failure;
    throw new Refusal((t) => t.attribute.stops(failed.index, cell, date));
  }
  return { attribution: split(plan, (index) => values[index]!), orders: plan.orders.length };
}

function tableOf(session: Session, { model, output, month }: Question, { attribution, orders }: Answer): string {
  const text = textOf(session.locale).attribute;
  const { from, to, shares, method } = attribution;
  const large = largeInteractions(attribution);
  const date = addMonths(model.time.start, month);
  const head = `${text.heading(output, date, shown(from), shown(to), signed(to - from))}\n`;
  if (shares.length === 0) return `${head}${text.same}\n`;
  const rows = inOrderOfSize(shares).map(({ player, value, error }) => [
    player.id,
    signed(value),
    error > 0 ? shown(error) : '-'
  ]);
  const pairs = large.map(({ a, b, value }) => [`${a.id} × ${b.id}`, signed(value)]);
  const none = shares.length > 1 ? `${text.noTogether}\n` : '';
  return [
    head,
    aligned([text.columns, ...rows]),
    pairs.length > 0 ? `${text.together}\n${aligned(pairs)}` : none,
    method === 'sampled' ? `${text.sampled(orders)}\n` : ''
  ].join('');
}

/** Five digits, to be read; files have them all. */
function shown(value: number): string {
  return String(Number(value.toPrecision(5)));
}

function signed(value: number): string {
  return value > 0 ? `+${shown(value)}` : shown(value);
}

/** One row for each end, share and pair. Ids hold no comma, quote or line break; an empty cell is what does not apply. */
function csvOf({ from, to, shares, interactions }: Attribution): string {
  const rows: (readonly string[])[] = [
    ['part', 'id', 'with', 'value', 'error'],
    ['from', '', '', digits(from), ''],
    ['to', '', '', digits(to), ''],
    ...shares.map(({ player, value, error }) => ['share', player.id, '', digits(value), digits(error)]),
    ...interactions.map(({ a, b, value }) => ['interaction', a.id, b.id, digits(value), ''])
  ];
  return `${rows.map((row) => row.join(',')).join('\n')}\n`;
}

function jsonOf(
  { model, scenario, reference, output, month, seed }: Question,
  { attribution, orders }: Answer
): string {
  const { method, from, to, shares, interactions } = attribution;
  return `${JSON.stringify(
    {
      model: { id: model.id, version: model.version },
      scenario: linkOf(model, scenario),
      against: linkOf(model, reference),
      output,
      month: addMonths(model.time.start, month),
      method,
      ...(method === 'sampled' ? { orders, seed } : {}),
      from,
      to,
      shares: shares.map(({ player, value, error }) => ({ kind: player.kind, id: player.id, value, error })),
      interactions: interactions.map(({ a, b, value }) => ({ a: a.id, b: b.id, value }))
    },
    null,
    1
  )}\n`;
}
