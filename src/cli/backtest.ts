import {
  backtest as holdAgainst,
  FEW_ONSETS,
  BacktestError,
  baselines,
  skillRows,
  yearRows,
  type BacktestRow
} from '$lib/analysis';
import { compile } from '$lib/engine';
import type { ModelBundle } from '$lib/model';
import { aligned } from './aligned';
import { digits } from './csv';
import type { Session } from './environment';
import { writeWhole } from './files';
import { diagnosticLine, readModel, standardModel } from './models';
import { Refusal } from './refusal';
import { textOf } from './text';

export interface BacktestOptions {
  readonly csv?: string;
  readonly years?: string;
  readonly json?: boolean;
}

/** `mizan backtest`: the figures of /model/backtest, from the same functions. */
export function backtest(session: Session, named: string | undefined, options: BacktestOptions): number {
  const { bundle, data } = read(session, named ?? `models/${standardModel}`);
  const { model } = bundle;
  const result = runOf(bundle, data);
  const skill = skillRows(result, data.observed);
  const years = yearRows(result, data.observed);
  if (options.csv !== undefined) writeWhole(session, options.csv, toCsv(skill));
  if (options.years !== undefined) writeWhole(session, options.years, toCsv(years));
  if (options.json) {
    const { id, version } = model;
    const { fit, test } = data.observed;
    const { hazard } = result;
    session.print(`${JSON.stringify({ model: { id, version }, fit, test, series: skill, hazard, years }, null, 1)}\n`);
    return 0;
  }
  if (options.csv === undefined && options.years === undefined) session.print(tableOf(session, result));
  return 0;
}

function read(session: Session, named: string) {
  const { bundle, diagnostics } = readModel(session, named);
  if (!bundle) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    session.warn(errors.map((one) => diagnosticLine(session, named, one)).join(''));
    throw new Refusal((t) => t.brokenModel(named));
  }
  if (!bundle.backtest) throw new Refusal((t) => t.backtest.none(named));
  return { bundle, data: bundle.backtest };
}

function runOf({ model }: ModelBundle, data: NonNullable<ModelBundle['backtest']>): ReturnType<typeof holdAgainst> {
  try {
    return holdAgainst(model, compile(model), data);
  } catch (thrown) {
    if (!(thrown instanceof BacktestError)) throw thrown;
    const { cell, value, date } = thrown.failure;
    throw new Refusal((t) => t.notFinite(cell, value, date, ''));
  }
}

/** Skill as the page shows it: two digits, against every guess, in the test and in the fit. */
function tableOf(session: Session, { series, hazard }: ReturnType<typeof holdAgainst>): string {
  const { backtest: text } = textOf(session.locale);
  const two = (value: number | null): string => (value === null ? '-' : signed(value.toFixed(2)));
  const rows = series.map((one) => [
    one.id,
    text.verdicts[one.verdict],
    ...[one.test, one.fit].flatMap((period) => [
      String(period.years),
      ...baselines.map((baseline) => two(period.baselines[baseline].skill))
    ]),
    two(one.rankCorrelation),
    `${one.signs.same}/${one.signs.of}`
  ]);
  return `${aligned([text.columns, ...rows])}${hazard ? hazardLines(text, hazard) : ''}`;
}

function hazardLines(
  text: ReturnType<typeof textOf>['backtest'],
  { forced, free }: NonNullable<ReturnType<typeof holdAgainst>['hazard']>
): string {
  const auc = [forced, free].map((one) => plain(one.auc, 2)) as [string, string];
  const brier = [forced, free].map((one) => plain(one.brierSkill, 3)) as [string, string];
  return [
    '',
    text.hazard(forced.months, forced.onsets, forced.expected.toFixed(2)),
    text.hazardSkill(...auc, ...brier),
    ...(forced.onsets < FEW_ONSETS ? [text.fewOnsets] : []),
    ''
  ].join('\n');
}

function signed(text: string): string {
  return text.startsWith('-') ? text : `+${text}`;
}

function plain(value: number | null, places: number): string {
  return value === null ? '-' : value.toFixed(places);
}

/** Ids and numbers hold no comma, quote or line break; an empty cell is a figure that does not exist. */
function toCsv(rows: readonly BacktestRow[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cell = (value: string | number | null | undefined): string => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'string' || Number.isInteger(value)) return String(value);
    return digits(value);
  };
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}
