import type { CheckResult } from '$lib/analysis';
import { addMonths } from '$lib/i18n';
import type { ModelBundle } from '$lib/model';
import { evaluateChecks } from './behaviour';
import type { Session } from './environment';
import { diagnosticLine, readModel } from './models';
import { parseCount } from './ensemble/numbers';
import { Refusal } from './refusal';
import { MOST_DRAWS, printMutations, printShares } from './robustness';
import { aligned } from './aligned';
import { textOf } from './text';

export interface CheckOptions {
  readonly strict?: boolean;
  readonly behaviour?: boolean;
  /** Decimal digits. */
  readonly draws?: string;
  readonly uncertainty?: 'narrow' | 'wide';
  readonly mutations?: boolean;
}

/** `mizan check`: everything that is wrong with a model folder, and nothing where nothing is. */
export async function check(session: Session, named: string, options: CheckOptions): Promise<number> {
  const { bundle, diagnostics } = readModel(session, named);
  session.warn(diagnostics.map((one) => diagnosticLine(session, named, one)).join(''));
  if (!bundle || (options.strict && diagnostics.length > 0)) return 1;
  const { draws, uncertainty } = options;
  if (uncertainty !== undefined && draws === undefined) throw new Refusal((t) => t.drawsMissing);
  const runs = draws === undefined ? null : parseCount('--draws', draws, 1, MOST_DRAWS);
  if (options.behaviour && runs === null) checkBehaviour(session, bundle);
  if (runs !== null) await printShares(session, bundle, runs, uncertainty ?? 'wide');
  if (options.mutations) await printMutations(session, bundle);
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
