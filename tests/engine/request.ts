import { interpret, type Program, type RunOutcome, type RunRequest, type Trajectory } from '$lib/engine';

/** A request for a short Euler run with nothing changed, but for what is given. */
export function request(changes: Partial<RunRequest> = {}): RunRequest {
  return {
    integrator: 'euler',
    stepsPerMonth: 4,
    months: 12,
    inputs: {},
    parameters: {},
    initial: {},
    forced: [],
    chance: null,
    save: [],
    ...changes
  };
}

/** The trajectory of an outcome that must be one. */
export function trajectoryOf(outcome: RunOutcome): Trajectory {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return outcome.trajectory;
}

/** The values of one cell over a run. */
export function series(program: Program, cell: string, changes: Partial<RunRequest> = {}): number[] {
  const { values } = trajectoryOf(interpret(program, request({ ...changes, save: [cell] })));
  return [...values];
}
