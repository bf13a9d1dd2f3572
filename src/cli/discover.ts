import {
  boxReport,
  discover as study,
  DISCOVERY,
  discoveryJson,
  discoveryReport,
  factorScale,
  goalEvaluator,
  inputsOf,
  insideReport,
  planDiscovery,
  scenarioInside,
  tellBox,
  trajectoryCsv,
  writeGoal,
  type Discovery,
  type DiscoveryPlan,
  type Inside,
  type ToldBox
} from '$lib/analysis';
import { compile, saveable } from '$lib/engine';
import { nearest } from '$lib/language';
import type { Model } from '$lib/model';
import { quantilesOf, type Simulator } from '$lib/simulator';
import { aligned } from './aligned';
import { applyOptions, type ChangeOptions } from './changes';
import { parseCount } from './ensemble/numbers';
import { openProgress } from './ensemble/progress';
import type { Session } from './environment';
import { writeWhole } from './files';
import { parseGoals } from './goals';
import { linkOf } from './json';
import { Models } from './models';
import { Refusal } from './refusal';
import { readSubject } from './subject';
import { textOf } from './text';
import { openSimulator } from './threads';

export interface DiscoverArguments extends ChangeOptions {
  readonly model?: string;
  readonly goal?: readonly string[];
  readonly vary?: string;
  readonly uncertainty?: 'none' | 'narrow' | 'wide';
  readonly runs?: string;
  readonly seed?: string;
  readonly step?: string;
  readonly workers?: string;
  readonly csv?: string;
  readonly json?: boolean;
}

/** Runs beyond which their table of factors would not fit into memory. */
const MOST_RUNS = 200_000;

interface Told {
  readonly model: Model;
  readonly plan: DiscoveryPlan;
  readonly seed: number;
  readonly found: Discovery;
  /** Step of the trajectory that is told, and its box. */
  readonly step: number;
  readonly box: ToldBox;
  readonly inside: Inside | null;
}

/** `mizan discover`: in which futures a goal is reached. */
export async function discover(session: Session, named: string, options: DiscoverArguments): Promise<number> {
  if (options.csv !== undefined && options.json) throw new Refusal((t) => t.csvOrJson);
  const { model, plan } = await planOf(session, named, options);
  const runs = options.runs === undefined ? DISCOVERY.runs : parseCount('--runs', options.runs, 2, MOST_RUNS);
  const seed =
    options.seed === undefined ? DISCOVERY.seed : parseCount('--seed', options.seed, 0, Number.MAX_SAFE_INTEGER);
  const wanted = options.step === undefined ? undefined : parseCount('--step', options.step, 0, MOST_RUNS);
  const threads = options.workers === undefined ? undefined : parseCount('--workers', options.workers, 1, 256);
  const simulator = await openSimulator(model, threads);
  try {
    const told = await tell(session, simulator, model, plan, { runs, seed, wanted });
    if (options.json) session.print(jsonOf(told));
    else if (options.csv === undefined) session.print(tableOf(session, told));
    else {
      const csv = trajectoryCsv(discoveryReport(model, plan, told.found, seed));
      if (options.csv === '-') session.print(csv);
      else writeWhole(session, options.csv, csv);
    }
  } finally {
    simulator.close();
  }
  return 0;
}

async function planOf(
  session: Session,
  named: string,
  options: DiscoverArguments
): Promise<{ readonly model: Model; readonly plan: DiscoveryPlan }> {
  const text = textOf(session.locale);
  const warn = (message: string): void => session.warn(`mizan: ${text.warning}: ${message}\n`);
  const models = new Models(session, options.model);
  const { model: asGiven, scenario } = await readSubject(session, models, named, warn);
  const base = applyOptions(asGiven, scenario, options, (what) => warn(what(text)));
  const { months } = base.settings;
  const model = months > asGiven.time.months ? { ...asGiven, time: { ...asGiven.time, months } } : asGiven;
  const goals = parseGoals(options.goal ?? [], { start: model.time.start, months, cells: saveable(compile(model)) });
  const plan = planDiscovery(model, {
    base,
    goals,
    inputs: variedOf(model, options.vary ?? 'principal'),
    uncertainty: options.uncertainty ?? 'wide'
  });
  if (plan.space.length === 0) throw new Refusal((t) => t.discover.nothingVaries);
  return { model, plan };
}

function variedOf(model: Model, listed: string): readonly string[] {
  if (listed === 'none' || listed === 'principal' || listed === 'all') return inputsOf(model, listed);
  const known = [...model.inputs, ...model.composites].map(({ id }) => id);
  const ids = [...new Set(listed.split(',').map((id) => id.trim()))];
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) throw new Refusal((t) => t.discover.unknownInput(unknown, nearest(unknown, known)));
  return ids;
}

async function tell(
  session: Session,
  simulator: Simulator,
  model: Model,
  plan: DiscoveryPlan,
  { runs, seed, wanted }: { readonly runs: number; readonly seed: number; readonly wanted: number | undefined }
): Promise<Told> {
  const evaluate = goalEvaluator(plan, (cases, options) => simulator.cases(cases, options));
  const progress = openProgress(session, runs, 0);
  let found: Discovery;
  try {
    const onProgress = ({ done }: { readonly done: number }): void => progress.show(done);
    found = await study(plan.question.goals, plan.space, evaluate, { runs, seed }, { onProgress });
  } finally {
    progress.end();
  }
  const last = found.steps.length - 1;
  if (wanted !== undefined && wanted > last) throw new Refusal((t) => t.discover.noStep(wanted, last));
  const step = wanted ?? found.chosen;
  const box = tellBox(found.sample, found.steps[step]!);
  const inside = await scenarioInside(model, plan, found.sample, box, evaluate, quantilesOf(compile(model)));
  return { model, plan, seed, found, step, box, inside };
}

function tableOf(session: Session, { model, plan, found, step, box, inside }: Told): string {
  const text = textOf(session.locale).discover;
  const { reached, failed, steps, sample } = found;
  const { count: runs } = sample;
  const goals = plan.question.goals.map((goal) => writeGoal(goal, model.time.start)).join(text.and);
  const head = [
    `${text.reached(goals, reached, runs, percent(reached / runs), plan.space.length)}\n`,
    ...(failed > 0 ? [`${text.failed(failed)}\n`] : [])
  ].join('');
  if (reached === 0 || reached === runs) return `${head}${reached === 0 ? text.never : text.always}\n`;
  const rows = steps.map(({ coverage, density, mass, restricted, peeled }, s) => [
    `${s === step ? '*' : ' '}${s}`,
    coverage.toFixed(3),
    density.toFixed(3),
    mass.toFixed(3),
    String(restricted.length),
    plan.space[peeled]?.id ?? '-'
  ]);
  const scale = factorScale(plan, quantilesOf(compile(model)));
  const said = (factor: number, u: number): string => {
    const { kind } = plan.space[factor]!;
    const value = shown(scale(factor, u));
    return kind === 'input' ? value : text.point(value, percent(u));
  };
  const lines = box.ranges.map(({ factor, low, high }) => {
    const { id } = plan.space[factor]!;
    if (high === Infinity) return text.least(id, said(factor, low));
    if (low === -Infinity) return text.most(id, said(factor, high));
    return text.between(id, said(factor, low), said(factor, high));
  });
  const link = inside && linkOf(model, inside.scenario);
  return [
    head,
    aligned([text.columns, ...rows]),
    '\n',
    ...(lines.length === 0
      ? [`${text.anything}\n`]
      : [`${text.sentence(percent(box.density))}\n`, ...lines.map((line) => `${line}\n`)]),
    `${text.covers(percent(box.coverage), percent(box.mass), step)}\n`,
    ...(link ? [`${text.inside(link)}\n`] : [])
  ].join('');
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

/** Four digits, to be read; files have them all. */
function shown(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function jsonOf({ model, plan, seed, found, step, box, inside }: Told): string {
  const scale = factorScale(plan, quantilesOf(compile(model)));
  return discoveryJson(
    discoveryReport(model, plan, found, seed),
    step,
    boxReport(plan, box, scale),
    inside && insideReport(model, inside)
  );
}
