import type { Program } from '../program';
import type { RunOutcome, RunRequest } from '../run';
import { stepOf } from './integrate';
import { bindRequest } from './request';
import { State } from './state';
import { Strokes } from './strokes';

/**
 * One run of a program, written to be read: the specification that every faster back end is held to, bit for bit.
 *
 * Time stands on an integer grid: step i of month m begins at t = m + i/stepsPerMonth. A month is: evaluate and save at its start, let
 * events strike (forced, then random), integrate to the next. The last month is saved and no event strikes in it.
 *
 * Throws EngineError for a request that is out of bounds or names what the program does not have. A value that leaves
 * the finite numbers is an outcome.
 */
export function interpret(program: Program, request: RunRequest): RunOutcome {
  const bound = bindRequest(program, request);
  const { rows, columns } = bound;
  const state = new State(program, bound, request);
  const strokes = new Strokes(state, bound, request);
  const step = stepOf(request.integrator, state.prepared.stocks.length);
  const perMonth = request.stepsPerMonth;
  const dt = 1 / perMonth;
  const values = new Float64Array(rows * columns.length);

  const failureAtStart = state.begin();
  if (failureAtStart) return { ok: false, failure: failureAtStart };

  for (let month = 0; month < rows; month++) {
    state.surroundings.step = month * perMonth;
    state.evaluate(month);
    const failure = state.checkEvaluation(month);
    if (failure) return { ok: false, failure };
    for (let c = 0; c < columns.length; c++) values[c * rows + month] = state.x[columns[c]!]!;
    if (month === request.months) break;

    const before = strokes.log.length;
    const failureOfEvents = strokes.strike(month);
    if (failureOfEvents) return { ok: false, failure: failureOfEvents };

    for (let i = 0; i < perMonth; i++) {
      const t = month + i / perMonth;
      state.surroundings.step = month * perMonth + i;
      // The first step of a month finds itself evaluated, unless events have moved stocks since.
      if (i > 0 || strokes.log.length > before) state.evaluate(t);
      const failureInStep = step(state, t, dt);
      if (failureInStep) return { ok: false, failure: failureInStep };
    }
  }
  return {
    ok: true,
    trajectory: { start: program.start, rows, columns: request.save, values, strokes: strokes.log }
  };
}
