import {
  decompose,
  evaluatorOf,
  groupFactors,
  indexRows,
  planStudy,
  screen,
  screeningRows,
  STUDY,
  swingRows,
  tornado,
  type Decomposition,
  type Grouping,
  type RunCases,
  type Screening,
  type StudyPlan,
  type StudyQuestion,
  type StudyRow,
  type Tornado
} from '$lib/analysis';
import { compile, saveable } from '$lib/engine';
import { addMonths } from '$lib/i18n';
import { nearest } from '$lib/language';
import type { Model } from '$lib/model';
import { headlineOf, type Simulator } from '$lib/simulator';
import { aligned } from './aligned';
import { parseMonth } from './assignment';
import { applyOptions, type ChangeOptions } from './changes';
import { digits } from './csv';
import { parseCount } from './ensemble/numbers';
import { openProgress } from './ensemble/progress';
import type { Session } from './environment';
import { writeWhole } from './files';
import { linkOf } from './json';
import { Models } from './models';
import { Refusal } from './refusal';
import { readSubject } from './subject';
import { textOf } from './text';
import { openSimulator } from './threads';

export interface SensitivityArguments extends ChangeOptions {
  readonly model?: string;
  readonly output?: string;
  readonly at?: string;
  readonly inputs?: StudyQuestion['inputs'];
  readonly uncertainty?: StudyQuestion['uncertainty'];
  readonly study?: 'morris' | 'sobol' | 'tornado';
  readonly trajectories?: string;
  readonly rows?: string;
  readonly seed?: string;
  readonly workers?: string;
  readonly csv?: string;
  readonly json?: boolean;
}

/** Sizes beyond which nobody waits. */
const MOST_TRAJECTORIES = 1_000;
const MOST_ROWS = 65_536;

interface Sizes {
  readonly trajectories: number;
  readonly rows: number;
  readonly seed: number;
}

interface Found {
  readonly screening?: Screening;
  readonly grouping?: Grouping;
  readonly decomposition?: Decomposition;
  readonly swings?: Tornado;
}

/** `mizan sensitivity`: the studies of /explore, by the same functions. */
export async function sensitivity(session: Session, named: string, options: SensitivityArguments): Promise<number> {
  if (options.csv !== undefined && options.json) throw new Refusal((t) => t.csvOrJson);
  const { model, plan } = await planOf(session, named, options);
  const sizes: Sizes = {
    trajectories: counted('--trajectories', options.trajectories, STUDY.trajectories, 2, MOST_TRAJECTORIES),
    rows: counted('--rows', options.rows, STUDY.rows, 2, MOST_ROWS),
    seed: counted('--seed', options.seed, STUDY.seed, 0, Number.MAX_SAFE_INTEGER)
  };
  const threads = options.workers === undefined ? undefined : parseCount('--workers', options.workers, 1, 256);
  const method = options.study ?? 'sobol';
  const simulator = await openSimulator(model, threads);
  try {
    const found = await study(session, simulator, plan, sizes, method);
    if (options.json) session.print(jsonOf(model, plan, sizes, method, found));
    else if (options.csv === undefined) session.print(tableOf(session, model, plan, found));
    else if (options.csv === '-') session.print(csvOf(rowsOf(plan, method, found)));
    else writeWhole(session, options.csv, csvOf(rowsOf(plan, method, found)));
  } finally {
    simulator.close();
  }
  return 0;
}

function counted(option: string, text: string | undefined, standard: number, least: number, most: number): number {
  return text === undefined ? standard : parseCount(option, text, least, most);
}

async function planOf(
  session: Session,
  named: string,
  options: SensitivityArguments
): Promise<{ readonly model: Model; readonly plan: StudyPlan }> {
  const text = textOf(session.locale);
  const warn = (message: string): void => session.warn(`mizan: ${text.warning}: ${message}\n`);
  const models = new Models(session, options.model);
  const { model: asGiven, scenario } = await readSubject(session, models, named, warn);
  const base = applyOptions(asGiven, scenario, options, (what) => warn(what(text)));
  const { months } = base.settings;
  const model = months > asGiven.time.months ? { ...asGiven, time: { ...asGiven.time, months } } : asGiven;
  const { output: wanted } = options;
  const cells = saveable(compile(model));
  if (wanted !== undefined && !cells.includes(wanted))
    throw new Refusal((t) => t.attribute.noOutput(wanted, nearest(wanted, cells)));
  const month = monthOf(model, months, options.at);
  const plan = planStudy(model, {
    base,
    output: wanted ?? headlineOf(model) ?? '',
    month,
    inputs: options.inputs ?? 'none',
    uncertainty: options.uncertainty ?? 'wide'
  });
  if (plan.space.length === 0) throw new Refusal((t) => t.sensitivity.nothingVaries);
  return { model, plan };
}

function monthOf({ time: { start } }: Model, months: number, wanted: string | undefined): number {
  if (wanted === undefined) return months;
  const month = parseMonth('--at', wanted, start);
  const last = addMonths(start, months);
  if (month < 1 || month > months)
    throw new Refusal((t) => t.sensitivity.outsideRun(wanted, addMonths(start, 1), last));
  return month;
}

async function study(
  session: Session,
  simulator: Simulator,
  plan: StudyPlan,
  { trajectories, rows, seed }: Sizes,
  method: 'morris' | 'sobol' | 'tornado'
): Promise<Found> {
  const run: RunCases = (cases, options) => simulator.cases(cases, options);
  const last = evaluatorOf(plan, run, 'last');
  const watched = async <T>(
    planned: number,
    work: (watch: { readonly onProgress: (progress: { readonly done: number }) => void }) => Promise<T>
  ): Promise<T> => {
    const progress = openProgress(session, planned, 0);
    try {
      return await work({ onProgress: ({ done }) => progress.show(done) });
    } finally {
      progress.end();
    }
  };
  const { space } = plan;
  if (method === 'tornado')
    return { swings: await watched(1 + 2 * space.length, (watch) => tornado(space, last, watch)) };
  const screening = await watched(trajectories * (space.length + 1), (watch) =>
    screen(space, last, { trajectories, seed }, watch)
  );
  if (method === 'morris') return { screening };
  const grouping = groupFactors(space, screening.order.slice(0, STUDY.leaders));
  const decomposition = await watched(rows * (grouping.groups.length + 2), (watch) =>
    decompose(space, grouping, evaluatorOf(plan, run, 'all'), { rows, seed, months: plan.months.length }, watch)
  );
  return { screening, grouping, decomposition };
}

function rowsOf({ space }: StudyPlan, method: string, found: Found): readonly StudyRow[] {
  const { screening, grouping, decomposition, swings } = found;
  if (swings) return swingRows(space, swings);
  if (method === 'sobol' && grouping && decomposition) return indexRows(grouping, decomposition);
  return screening ? screeningRows(space, screening) : [];
}

/** Rows that a reader can take in; files have all of them. */
const SHOWN = 20;

function tableOf(session: Session, model: Model, plan: StudyPlan, found: Found): string {
  const text = textOf(session.locale).sensitivity;
  const { output, month } = plan.question;
  const date = addMonths(model.time.start, month);
  const { screening, grouping, decomposition, swings } = found;
  if (swings) {
    const rows = swingRows(plan.space, swings).slice(0, SHOWN);
    return [
      `${text.tornadoHeading(output, date, shown(swings.base), swings.runs)}\n`,
      aligned([text.tornadoColumns, ...rows.map(({ factor, low, high }) => [String(factor), shown(low), shown(high)])]),
      `${text.tornadoNote}\n`
    ].join('');
  }
  if (grouping && decomposition) {
    const { indices, mean, variance, runs, widest } = decomposition;
    const line = (g: number): readonly string[] => {
      const { first, total } = indices[g]!;
      return [
        grouping.groups[g]!.id,
        three(first.value),
        `${three(first.low)} ${three(first.high)}`,
        three(total.value),
        `${three(total.low)} ${three(total.high)}`
      ];
    };
    const sorted = (view: readonly number[]): readonly number[] =>
      [...view].sort((a, b) => indices[b]!.total.value - indices[a]!.total.value || a - b);
    return [
      `${text.sobolHeading(output, date, shown(mean), shown(Math.sqrt(variance)), runs, three(widest))}\n`,
      aligned([text.sobolColumns, ...sorted(grouping.single).map(line)]),
      `\n${text.bySector}\n`,
      aligned([text.sobolColumns, ...sorted(grouping.broad).map(line)])
    ].join('');
  }
  if (!screening) return '';
  const rows = screeningRows(plan.space, screening).slice(0, SHOWN);
  return [
    `${text.morrisHeading(output, date, screening.runs)}\n`,
    aligned([
      text.morrisColumns,
      ...rows.map(({ factor, mu_star: size, mu_star_low: low, mu_star_high: high, mu, sigma }) => [
        String(factor),
        shown(size),
        `${shown(low)} ${shown(high)}`,
        shown(mu),
        shown(sigma)
      ])
    ])
  ].join('');
}

/** Four digits, to be read; files have them all. */
function shown(value: string | number | undefined): string {
  return String(Number(Number(value).toPrecision(4)));
}

function three(value: number): string {
  return value.toFixed(3);
}

/** Ids and numbers hold no comma, quote or line break. */
function csvOf(rows: readonly StudyRow[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cell = (value: string | number | undefined): string =>
    typeof value === 'number' && !Number.isInteger(value) ? digits(value) : String(value ?? '');
  return `${[columns.join(','), ...rows.map((row) => columns.map((column) => cell(row[column])).join(','))].join('\n')}\n`;
}

function jsonOf(model: Model, plan: StudyPlan, sizes: Sizes, method: string, found: Found): string {
  const { base, output, month, inputs, uncertainty } = plan.question;
  const { screening, grouping, decomposition, swings } = found;
  const { start } = model.time;
  return `${JSON.stringify(
    {
      model: { id: model.id, version: model.version },
      scenario: linkOf(model, base),
      output,
      at: addMonths(start, month),
      inputs,
      uncertainty,
      seed: sizes.seed,
      factors: plan.space.length,
      study: method,
      ...(screening && {
        screening: {
          trajectories: screening.trajectories,
          runs: screening.runs,
          rows: screeningRows(plan.space, screening)
        }
      }),
      ...(grouping &&
        decomposition && {
          decomposition: {
            rows: decomposition.rows,
            runs: decomposition.runs,
            mean: decomposition.mean,
            variance: decomposition.variance,
            widest: decomposition.widest,
            groups: indexRows(grouping, decomposition),
            overTime: decomposition.months.map(({ variance, total }, m) => ({
              month: addMonths(start, plan.months[m]!),
              variance,
              total: Object.fromEntries(grouping.groups.map(({ id }, g) => [id, total[g]!]))
            }))
          }
        }),
      ...(swings && { tornado: { runs: swings.runs, base: swings.base, rows: swingRows(plan.space, swings) } })
    },
    null,
    1
  )}\n`;
}
