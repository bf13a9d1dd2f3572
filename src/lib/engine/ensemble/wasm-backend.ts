import { Assembled, type Lane } from '../emit/assembled';
import { sharesLanes } from '../emit/bind';
import { emit } from '../emit/emit';
import { interpret } from '../interpret/interpret';
import type { Program } from '../program';
import type { RunOutcome, RunRequest, Trajectory } from '../run';
import { memberOf } from './member';
import { checkEnsemble, requestOf, type Backend, type EnsemblePlan } from './plan';

/** Null where a page forbids compiling by its Content-Security-Policy, or has no memory left. */
export async function openWasmBackend(program: Program): Promise<Backend | null> {
  const emitted = emit(program);
  const module = await WebAssembly.compile(emitted.bytes).catch(() => null);
  return module && wasmBackend(Assembled.of(program, emitted, module));
}

/**
 * The fast back end: pairs of runs in the two lanes of the emitted module. A run that leaves the finite numbers is run
 * once more by the interpreter, which names the place. Memory does not grow with the number of runs.
 */
export function wasmBackend(assembled: Assembled): Backend {
  const { program } = assembled;
  /** What the module is bound to: stretches of one ensemble bind once. */
  let bound: { readonly base: RunRequest; readonly plan: EnsemblePlan; readonly view: LaneTrajectory } | null = null;

  /** True while a visitor has the floor: the other lane of its pair still stands in memory. */
  let visiting = false;
  const demandFree = (): void => {
    if (visiting) throw new Error('a visitor of an ensemble may not use the same back end');
  };

  return {
    kind: 'wasm',
    run: (request) => {
      demandFree();
      bound = null;
      const run = request.chance?.run ?? 0;
      assembled.bind(request);
      assembled.go(run, run);
      return assembled.isFinite(0) ? { ok: true, trajectory: assembled.trajectory(0) } : interpret(program, request);
    },
    ensemble: (request, visit) => {
      demandFree();
      checkEnsemble(request);
      const { base, plan, from, to } = request;
      if (bound?.base !== base || bound.plan !== plan) {
        bound = null;
        assembled.bind(requestOf(request, from), plan);
        bound = { base, plan, view: new LaneTrajectory(assembled, base.save) };
      }
      const { view } = bound;
      const success: RunOutcome = { ok: true, trajectory: view };
      let member: ReturnType<typeof memberOf> | null = null;
      const outcomeOf = (run: number, lane: Lane): RunOutcome => {
        if (!assembled.isFinite(lane)) return interpret(program, (member ??= memberOf(program, request))(run));
        view.read(lane);
        return success;
      };
      visiting = true;
      try {
        for (let run = from; run < to; run += 2) {
          const isPair = run + 1 < to;
          assembled.go(run, isPair ? run + 1 : run);
          visit(run, outcomeOf(run, 0));
          if (isPair) visit(run + 1, outcomeOf(run + 1, 1));
        }
      } finally {
        visiting = false;
      }
    },
    batch: (requests, visit) => {
      demandFree();
      bound = null;
      let view: LaneTrajectory | null = null;
      const tell = (index: number, lane: Lane): void => {
        const request = requests[index]!;
        if (!assembled.isFinite(lane)) return visit(index, interpret(program, request));
        if (view?.columns !== request.save || view.rows !== assembled.rows)
          view = new LaneTrajectory(assembled, request.save);
        view.read(lane);
        visit(index, { ok: true, trajectory: view });
      };
      visiting = true;
      try {
        for (let i = 0; i < requests.length;) {
          const first = requests[i]!;
          const next = requests[i + 1];
          const second = next && sharesLanes(first, next) ? next : first;
          assembled.bindPair(first, second);
          assembled.go(first.chance?.run ?? 0, second.chance?.run ?? 0);
          tell(i++, 0);
          if (second !== first) tell(i++, 1);
        }
      } finally {
        visiting = false;
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
