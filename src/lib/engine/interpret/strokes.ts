import { exp } from '../kernels/exponential';
import { Domain, UniformStream } from '../random/philox';
import { triangularQuantile } from '../random/quantiles';
import type { NotFinite, RunRequest, Trajectory } from '../run';
import { execute } from './execute';
import { notFinite } from './failure';
import type { BoundRequest } from './request';
import type { State } from './state';

/**
 * Events at the start of a month: the forced ones in the order of the request, then, with chance, the random ones in
 * the order of the program. Rates are those of the month's start, before any event of the month has struck. Event e of
 * month m has the two uniforms of block (m, e), whether it strikes or not, so that compared scenarios share them.
 */
export class Strokes {
  /** Events that struck, in order. */
  readonly log: Trajectory['strokes'][number][] = [];
  /** By event: month of its last stroke. */
  private readonly last: Float64Array;
  private readonly stream: UniformStream | null;

  constructor(
    private readonly state: State,
    private readonly bound: BoundRequest,
    request: RunRequest
  ) {
    this.last = new Float64Array(state.program.events.length).fill(-Infinity);
    this.stream = request.chance && new UniformStream(request.chance.seed, request.chance.run, Domain.events);
  }

  /** Lets events strike at the start of month m, at which the state has just been evaluated. */
  strike(month: number): NotFinite | null {
    const { events } = this.state.program;
    const { stream, state } = this;
    if (stream) execute(state.prepared.events, state.x, state.surroundings);
    const rates = state.prepared.eventRates.map((register) => state.x[register]!);

    for (const forced of this.bound.forced) {
      if (forced.month === month) this.apply(forced.event, month, forced.magnitude);
    }
    if (stream) {
      for (const [index, { id, low, mode, high, quietMonths }] of events.entries()) {
        const rate = rates[index]!;
        if (rate - rate !== 0) return notFinite(state.program, id, rate, month);
        // A quiet time of no months leaves even a forced stroke of this month without consequence for the random one.
        if (quietMonths > 0 && month - this.last[index]! <= quietMonths) continue;
        stream.seek(month, index);
        if (stream.first < 1 - exp(-rate / 12)) {
          this.apply(index, month, triangularQuantile(stream.second, low, mode, high));
        }
      }
    }
    return state.checkStocks(month);
  }

  /** `up` maps x to x + (1 - x)·f·m, `down` maps x to x·(1 - f·m), effect after effect. */
  private apply(index: number, month: number, magnitude: number): void {
    const { id, effects } = this.state.program.events[index]!;
    const { x } = this.state;
    for (const { slot, direction, factor } of effects) {
      const before = x[slot]!;
      x[slot] = direction === 'up' ? before + (1 - before) * factor * magnitude : before * (1 - factor * magnitude);
    }
    this.last[index] = month;
    this.log.push({ event: id, month, magnitude });
  }
}
