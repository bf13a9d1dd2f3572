import { EnsembleError } from '$lib/analysis';
import { EngineError } from '$lib/engine';
import { reasonOf, SimulatorError, type SimulatorErrorCode, type SimulatorErrorData } from './error';

/** What a service gives instead of throwing, because errors lose their data on the way between threads. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: SimulatorErrorCode; readonly data: SimulatorErrorData };

/** Does the work; what the engine or the summary refuses becomes `code`, anything else `failed`. */
export function answer<T>(code: SimulatorErrorCode, work: () => T): Answer<T> {
  try {
    return { ok: true, value: work() };
  } catch (thrown) {
    return refusal(code, thrown);
  }
}

export function refusal(code: SimulatorErrorCode, thrown: unknown): Answer<never> {
  if (thrown instanceof SimulatorError) return { ok: false, code: thrown.code, data: thrown.data };
  if (thrown instanceof EngineError || thrown instanceof EnsembleError)
    return { ok: false, code, data: { ...thrown.data, reason: thrown.code } };
  return { ok: false, code: 'failed', data: { reason: reasonOf(thrown) } };
}

/** The value of an answer; throws the SimulatorError that it carries. */
export function valueOf<T>(given: Answer<T>): T {
  if (given.ok) return given.value;
  throw new SimulatorError(given.code, given.data);
}
