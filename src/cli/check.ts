import type { CheckResult } from '$lib/analysis';
import { addMonths } from '$lib/i18n';
import type { ModelBundle } from '$lib/model';
import { evaluateChecks } from './behaviour';
import type { Session } from './environment';
import { diagnosticLine, readModel } from './models';
import { Refusal } from './refusal';
import { textOf } from './text';

export interface CheckOptions {
  readonly strict?: boolean;
  readonly behaviour?: boolean;
}

/** `mizan check`: everything that is wrong with a model folder, and nothing where nothing is. */
export async function check(session: Session, named: string, options: CheckOptions): Promise<number> {
  const { bundle, diagnostics } = readModel(session, named);
  session.warn(diagnostics.map((one) => diagnosticLine(session, named, one)).join(''));
  if (!bundle || (options.strict && diagnostics.length > 0)) return 1;
  if (options.behaviour) checkBehaviour(session, bundle);
  return 0;
}

/** Prints the figure of every behaviour check; refuses where one does not hold. */
function checkBehaviour(session: Session, bundle: ModelBundle): void {
  const results = evaluateChecks(bundle);
  const text = textOf(session.locale);
  const names = bundle.texts[session.locale].checks;
  const rows = results.map((result) => [
    result.id,
    result.holds ? text.yes : text.no,
    figure(result.margin),
    `${names[result.id]?.name ?? ''}${placeOf(result, bundle)}`
  ]);
  session.print(aligned([text.checkColumns, ...rows]));
  const failing = results.filter(({ holds }) => !holds).length;
  if (failing > 0) throw new Refusal((t) => t.checksFail(failing));
}

function figure(margin: number): string {
  return Number.isFinite(margin) ? String(Number(margin.toPrecision(6))) : String(margin);
}

/** Where a check that speaks of all months comes closest to failing. */
function placeOf({ worst }: CheckResult, { model }: ModelBundle): string {
  return worst ? ` (${worst.scenario}, ${addMonths(model.time.start, worst.month)})` : '';
}

/** Columns as wide as their widest cell; the last one runs free. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  ');
  return rows.map((row) => `${line(row)}\n`).join('');
}
