import type { Assembled, Lane } from '../emit/assembled';
import { interpret } from '../interpret/interpret';
import type { RunOutcome, RunRequest, Trajectory } from '../run';
import { memberOf } from './member';
import { checkEnsemble, requestOf, type Backend, type EnsemblePlan } from './plan';

/**
 * The fast back end: pairs of runs in the two lanes of the emitted module. A run that leaves the finite numbers is run
 * once more by the interpreter, which names the place. Memory does not grow with the number of runs.
 */
export function wasmBackend(assembled: Assembled): Backend {
  const { program } = assembled;
  /** What the module is bound to: stretches of one ensemble bind once. */
  let bound: { readonly base: RunRequest; readonly plan: EnsemblePlan; readonly outcome: RunOutcome } | null = null;

  return {
    kind: 'wasm',
    run: (request) => {
      bound = null;
      const run = request.chance?.run ?? 0;
      assembled.bind(request);
      assembled.go(run, run);
      return assembled.isFinite(0) ? { ok: true, trajectory: assembled.trajectory(0) } : interpret(program, request);
    },
    ensemble: (request, visit) => {
      checkEnsemble(request);
      const { base, plan, from, to } = request;
      if (bound?.base !== base || bound.plan !== plan) {
        bound = null;
        assembled.bind(requestOf(request, from), plan);
        bound = { base, plan, outcome: { ok: true, trajectory: new LaneTrajectory(assembled, base.save) } };
      }
      const { outcome } = bound;
      let member: ReturnType<typeof memberOf> | null = null;
      const outcomeOf = (run: number, lane: Lane): RunOutcome => {
        if (!assembled.isFinite(lane)) return interpret(program, (member ??= memberOf(program, request))(run));
        if (outcome.ok) (outcome.trajectory as LaneTrajectory).read(lane);
        return outcome;
      };
      for (let run = from; run < to; run += 2) {
        const isPair = run + 1 < to;
        assembled.go(run, isPair ? run + 1 : run);
        visit(run, outcomeOf(run, 0));
        if (isPair) visit(run + 1, outcomeOf(run + 1, 1));
      }
    }
  };
}

/** What a lane has saved, in one array that is filled again for every run. */
class LaneTrajectory implements Trajectory {
  readonly start: string;
  readonly rows: number;
  readonly values: Float64Array;
  private lane: Lane = 0;

  constructor(
    private readonly assembled: Assembled,
    readonly columns: readonly string[]
  ) {
    this.start = assembled.program.start;
    this.rows = assembled.rows;
    this.values = new Float64Array(this.rows * columns.length);
  }

  read(lane: Lane): void {
    this.lane = lane;
    this.assembled.readValues(lane, this.values);
  }

  get strokes(): Trajectory['strokes'] {
    return this.assembled.readStrokes(this.lane);
  }
}
