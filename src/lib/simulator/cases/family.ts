import { drawing, quantile, type NotFinite, type Program, type RunRequest } from '$lib/engine';
import { caseInputs, type Cases, type QuantileOf } from '$lib/scenario';
import { SimulatorError } from '../error';
import type { Source } from '../ensemble/part';

/** A stretch of cases with what is wanted of each, as it goes to whoever computes it. */
export interface CasesTask {
  readonly cases: Cases;
  readonly outputs: readonly string[];
  readonly months: readonly number[];
}

/** Values by case, output and month: `values[(i * outputs + o) * months + m]`; NaN where the run left the finite numbers. */
export interface CasesPart {
  readonly values: Float64Array<ArrayBuffer>;
  readonly failures: readonly CaseFailure[];
}

export interface CaseFailure {
  /** Number of the case. */
  readonly index: number;
  readonly failure: NotFinite;
}

/** The quantiles of a program's uncertain quantities, by cell. */
export function quantilesOf(program: Program): QuantileOf {
  const quantities = new Map(program.uncertain.quantities.map((quantity) => [quantity.id, quantity]));
  return (cell, uncertainty, p) => {
    const quantity = quantities.get(cell);
    if (!quantity) throw new SimulatorError('run-refused', { reason: 'not-uncertain', cell });
    const { slot, target } = quantity;
    return { target, cell: program.slots[slot]!.id, value: quantile(quantity[uncertainty], p) };
  };
}

/** Runs the cases of a task in their order. Throws SimulatorError and EngineError for what cannot be run. */
export function computeCases({ model, program, backend }: Source, { cases, outputs, months }: CasesTask): CasesPart {
  const { base, count, futures } = cases;
  const horizon = base.settings.months;
  for (const month of months) {
    if (!Number.isInteger(month) || month < 0 || month > horizon)
      throw new SimulatorError('run-refused', {
        reason: 'out-of-range',
        name: 'month',
        value: month,
        minimum: 0,
        maximum: horizon
      });
  }
  const inputsOf = reading(() => caseInputs(model, cases, quantilesOf(program)));
  const settings = futures?.settings;
  const draw = settings ? drawing(program, settings) : null;
  // The last month that is asked for ends the run.
  const last = Math.max(1, ...months);
  const requestOf = (index: number): RunRequest => {
    const inputs = reading(() => inputsOf(index));
    const run = futures?.runs[index] ?? 0;
    const drawn = draw?.(run);
    return {
      ...inputs,
      ...(drawn && {
        parameters: { ...drawn.parameters, ...inputs.parameters },
        initial: { ...drawn.initial, ...inputs.initial }
      }),
      months: last,
      chance: settings?.chance ? { seed: settings.seed, run } : null,
      save: outputs
    };
  };
  const values = new Float64Array(count * outputs.length * months.length);
  const failures: CaseFailure[] = [];
  const requests = Array.from({ length: count }, (_, index) => requestOf(index));
  backend.batch(requests, (index, outcome) => {
    const at = index * outputs.length * months.length;
    if (!outcome.ok) {
      failures.push({ index, failure: outcome.failure });
      values.fill(NaN, at, at + outputs.length * months.length);
      return;
    }
    const { rows, values: saved } = outcome.trajectory;
    outputs.forEach((_, o) =>
      months.forEach((month, m) => {
        values[at + o * months.length + m] = saved[o * rows + month]!;
      })
    );
  });
  return { values, failures };
}

function reading<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof RangeError)
      throw new SimulatorError('run-refused', { reason: 'no-such-case', text: thrown.message });
    throw thrown;
  }
}
