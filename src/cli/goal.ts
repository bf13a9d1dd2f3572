import {
  inputsOf,
  movableInputs,
  parseLever,
  planGoalSeek,
  SEEK,
  studyGoal,
  wayRows,
  wayScenario,
  writeGoal,
  writeLever,
  type GoalPlan,
  type GoalStudy,
  type GoalStudyOptions,
  type LeverChoice,
  type Way
} from '$lib/analysis';
import { compile, saveable } from '$lib/engine';
import type { Model } from '$lib/model';
import { dateOf, standardEnsemble } from '$lib/scenario';
import type { Simulator } from '$lib/simulator';
import { aligned } from './aligned';
import { parseMonth } from './assignment';
import { applyOptions, type ChangeOptions } from './changes';
import { digits } from './csv';
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

export interface GoalArguments extends ChangeOptions {
  readonly model?: string;
  readonly goal?: readonly string[];
  readonly lever?: readonly string[];
  readonly start?: string;
  readonly ramp?: string;
  readonly population?: string;
  readonly generations?: string;
  readonly beyond?: string;
  readonly seed?: string;
  readonly futures?: string;
  readonly points?: string;
  readonly against?: string;
  readonly workers?: string;
  readonly csv?: string;
  readonly json?: boolean;
}

/** Sizes beyond which nobody waits. */
const MOST = { population: 4096, generations: 10_000, futures: 1_000_000, points: 1000, ramp: 1200 } as const;

interface Asked {
  readonly model: Model;
  readonly plan: GoalPlan;
  readonly options: GoalStudyOptions;
}

/** `mizan goal`: the search of /explore/goal, by the same functions. */
export async function goal(session: Session, named: string, options: GoalArguments): Promise<number> {
  if (options.csv !== undefined && options.json) throw new Refusal((t) => t.csvOrJson);
  const asked = await askedOf(session, named, options);
  const threads = options.workers === undefined ? undefined : parseCount('--workers', options.workers, 1, 256);
  const simulator = await openSimulator(asked.model, threads);
  try {
    const study = await studied(session, simulator, asked);
    if (options.json) session.print(jsonOf(asked, study));
    else if (options.csv === undefined) session.print(tableOf(session, asked, study));
    else if (options.csv === '-') session.print(csvOf(asked, study));
    else writeWhole(session, options.csv, csvOf(asked, study));
  } finally {
    simulator.close();
  }
  return 0;
}

async function askedOf(session: Session, named: string, options: GoalArguments): Promise<Asked> {
  const text = textOf(session.locale);
  const warn = (message: string): void => session.warn(`mizan: ${text.warning}: ${message}\n`);
  const models = new Models(session, options.model);
  const { model: asGiven, scenario } = await readSubject(session, models, named, warn);
  const base = applyOptions(asGiven, scenario, options, (what) => warn(what(text)));
  const { months } = base.settings;
  const model = months > asGiven.time.months ? { ...asGiven, time: { ...asGiven.time, months } } : asGiven;
  const goals = parseGoals(options.goal ?? [], { start: model.time.start, months, cells: saveable(compile(model)) });
  const plan = planGoalSeek(model, {
    base,
    goals,
    levers: leversOf(model, options.lever),
    start: options.start === undefined ? Math.min(SEEK.start, months) : startOf(model, months, options.start),
    ramp: counted('--ramp', options.ramp, SEEK.ramp, 0, MOST.ramp)
  });
  const against = counted('--against', options.against, 1, 1, MOST.points);
  if (against > goals.length) throw new Refusal((t) => t.goal.noAgainst(against, goals.length));
  const population = counted('--population', options.population, SEEK.population, 4, MOST.population);
  const futures = counted('--futures', options.futures, SEEK.futures, 0, MOST.futures);
  return {
    model,
    plan,
    options: {
      population: population + (population % 2),
      generations: counted('--generations', options.generations, SEEK.generations, 1, MOST.generations),
      beyond: counted('--beyond', options.beyond, SEEK.beyond, 0, MOST.generations),
      seed: counted('--seed', options.seed, SEEK.seed, 0, Number.MAX_SAFE_INTEGER),
      futures: futures === 0 ? null : { ...standardEnsemble, runs: futures },
      points: counted('--points', options.points, SEEK.points, 2, MOST.points),
      against: against - 1,
      others: movableInputs(model)
    }
  };
}

function counted(option: string, text: string | undefined, standard: number, least: number, most: number): number {
  return text === undefined ? standard : parseCount(option, text, least, most);
}

function startOf({ time: { start } }: Model, months: number, text: string): number {
  const month = parseMonth('--start', text, start);
  if (month < 0 || month > months) throw new Refusal((t) => t.goal.startOutside(text, start, dateOf(months, start)));
  return month;
}

function leversOf(model: Model, texts: readonly string[] | undefined): readonly LeverChoice[] {
  if (texts === undefined) return inputsOf(model, 'principal').map((id) => ({ id, bounds: null, cost: null }));
  const levers: LeverChoice[] = [];
  for (const text of texts) {
    const { lever, problem } = parseLever(model, text, levers);
    if (lever) {
      levers.push(lever);
      continue;
    }
    switch (problem.kind) {
      case 'form':
        throw new Refusal((t) => t.goal.badLever(text));
      case 'input':
        throw new Refusal((t) => t.goal.unknownLever(problem.input, problem.nearest));
      case 'bounds':
        throw new Refusal((t) => t.goal.badBounds(text, String(problem.low), String(problem.high)));
      case 'cost':
        throw new Refusal((t) => t.goal.badCost(text));
      case 'overlap':
        throw new Refusal((t) => t.goal.overlap(text));
    }
  }
  return levers;
}

async function studied(session: Session, simulator: Simulator, { model, plan, options }: Asked): Promise<GoalStudy> {
  const { population, generations, beyond, futures, points } = options;
  const searched = population * (generations + beyond + 1);
  const held = (points + 2) * (futures?.runs ?? 0);
  const search = openProgress(session, searched, 0);
  let judging: ReturnType<typeof openProgress> | undefined;
  try {
    return await studyGoal(model, plan, (cases, what) => simulator.cases(cases, what), options, {
      onSearch: ({ share }) => search.show(Math.round(share * searched)),
      onJudge: (share) => {
        judging ??= openProgress(session, held, 0);
        judging.show(Math.round(share * held));
      }
    });
  } finally {
    search.end();
  }
}

function tableOf(session: Session, { model, plan, options }: Asked, study: GoalStudy): string {
  const text = textOf(session.locale).goal;
  const { start } = model.time;
  const { goals } = plan.question;
  const { idle, best, closest } = study;
  const outputs = goals.map(({ output, month }) => `${output}@${dateOf(month, start)}`);
  const told = ({ values }: Pick<Way, 'values'>): string =>
    outputs.map((output, g) => `${output} = ${shown(values[g]!)}`).join(', ');
  const said = goals.map((one) => writeGoal(one, start)).join(textOf(session.locale).discover.and);
  const holds = ({ judged }: Way): string => {
    if (!judged) return '';
    const { share, low, high, runs } = judged.all;
    return text.holds(percent(share), runs, percent(low), percent(high));
  };
  const way = best ?? closest;
  const moved = plan.levers.flatMap(({ id, start: from, cost }, i) => {
    const to = way.targets[i]!;
    return to === from ? [] : [[id, shown(from), shown(to), signed(to - from), shown(cost * Math.abs(to - from))]];
  });
  const headline = best
    ? `${best.cost === 0 ? text.already : text.found(shown(best.cost))}${holds(best)}`
    : `${text.none(told(closest))}${holds(closest)}`;
  const link = best && linkOf(model, wayScenario(model, plan, best.targets));
  const values = (help: { readonly values: readonly number[] }): string => told(help);
  const { cost, holds: heading, moves } = text.frontColumns;
  const own = outputs[options.against]!;
  return [
    `${text.idle(said, told(idle))}${holds(idle)}\n`,
    `${headline}\n`,
    ...(moved.length > 0 ? ['\n', aligned([text.columns, ...moved]), '\n'] : []),
    ...(best && best.cost > 0 ? [`${told(best)}\n`] : []),
    ...(study.helps.length > 0
      ? [
          `${text.helps}\n`,
          ...telling(study).map((help) => {
            const say = help.kind === 'bound' ? text.helpBound : text.helpLever;
            return `${say(help.id, shown(help.target), values(help))}\n`;
          })
        ]
      : []),
    `\n${text.front(own)}\n`,
    aligned([
      [`  ${cost}`, own, ...(study.futures > 0 ? [heading] : []), moves],
      ...study.front.map((each) => [
        `${isFound(study, each) ? '*' : ' '} ${shown(each.cost)}`,
        shown(each.values[options.against]!),
        ...(study.futures > 0 ? [each.judged ? `${percent(each.judged.all.share)} %` : '-'] : []),
        plan.levers
          .flatMap(({ id, start: from }, i) => (each.targets[i] === from ? [] : [`${id}=${shown(each.targets[i]!)}`]))
          .join(' ') || '-'
      ])
    ]),
    '\n',
    ...(link ? [`${text.link(link)}\n`] : []),
    `${text.caveat(study.runs)}\n`
  ].join('');
}

function isFound({ best }: GoalStudy, { targets }: Way): boolean {
  return best !== null && targets.every((target, i) => target === best.targets[i]);
}

/** Every bound that is in the way, and the three further levers that would bring most. */
function telling({ helps }: GoalStudy): GoalStudy['helps'] {
  const levers = helps.filter(({ kind }) => kind === 'lever');
  return [...helps.filter(({ kind }) => kind === 'bound'), ...levers.slice(0, 3)];
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

/** Four digits, to be read; files have them all. */
function shown(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function signed(value: number): string {
  return value > 0 ? `+${shown(value)}` : shown(value);
}

/** Ids and numbers hold no comma, quote or line break. */
function csvOf({ model, plan }: Asked, study: GoalStudy): string {
  const rows = wayRows(plan, study, model.time.start);
  const columns = Object.keys(rows[0] ?? {});
  const cell = (value: string | number | undefined): string =>
    typeof value === 'number' && !Number.isInteger(value) ? digits(value) : String(value ?? '');
  return `${[columns.join(','), ...rows.map((row) => columns.map((id) => cell(row[id])).join(','))].join('\n')}\n`;
}

function jsonOf({ model, plan, options }: Asked, study: GoalStudy): string {
  const { base, goals, levers, start, ramp } = plan.question;
  const told = ({ targets, ...way }: Way): object => ({
    ...way,
    targets: Object.fromEntries(plan.levers.map(({ id }, i) => [id, targets[i]!]))
  });
  return `${JSON.stringify(
    {
      model: { id: model.id, version: model.version },
      scenario: linkOf(model, base),
      goals: goals.map((one) => writeGoal(one, model.time.start)),
      levers: levers.map(writeLever),
      start: dateOf(start, model.time.start),
      ramp,
      population: options.population,
      generations: options.generations,
      beyond: options.beyond,
      seed: options.seed,
      futures: study.futures,
      runs: study.runs,
      idle: told(study.idle),
      best: study.best && {
        ...told(study.best),
        link: linkOf(model, wayScenario(model, plan, study.best.targets))
      },
      closest: told(study.closest),
      helps: study.helps,
      against: options.against + 1,
      front: study.front.map(told)
    },
    null,
    1
  )}\n`;
}
