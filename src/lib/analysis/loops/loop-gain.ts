import { slotOf, type NodeCells } from './fold';
import type { InfluenceEquation } from './influence-graph';
import type { InfluenceRun } from './influence-run';

/**
 * How strong a loop is at a month: its gain. A lasting push of 1 at the first step, followed once round the path while
 * everything off the path stands still, comes back as the gain: the product of the transmittances of the links (Mason
 * 1953, Proceedings of the IRE 41(9), 1144-1156), with the partial derivative for a variable, and for a stock the change
 * of the level at which its rate is nought again, -(∂rate/∂source)/(∂rate/∂stock). Its sign is the polarity of the loop
 * (Richardson 1995, System Dynamics Review 11(1), 67-88); 1 would be a push that keeps itself up. Unlike a score of
 * changes it says something at every month, also when nothing moves.
 *
 * A path runs over steps of one or several cells; side by side cells are followed each by itself, a step's push being the
 * same for all cells of the first step, and the mean of what comes back is the gain.
 */
export interface LoopGain {
  /** At the start of each month; of an open chain what arrives at its end. NaN where a stock on the path does not settle. */
  readonly gain: Float64Array;
  /** Sign of what comes back, which is there even where the gain is not. */
  readonly sign: Int8Array;
  /** Months that a round takes on average: the time constants of the stocks on the path. NaN as above. */
  readonly roundTrip: Float64Array;
}

/** RangeError where a step is not read by the next one. */
export function loopGain(run: InfluenceRun, path: readonly NodeCells[], closed: boolean): LoopGain {
  const { graph, rows } = run;
  const slots = path.map(({ cells }) => cells.map((cell) => slotOf(graph, cell)));
  const steps = slots.flatMap((from, index) => {
    const to = slots[index + 1] ?? (closed ? slots[0] : undefined);
    return to ? [transferOf(run, from, to, path[index]!.id)] : [];
  });
  const gain = new Float64Array(rows);
  const sign = new Int8Array(rows);
  const roundTrip = new Float64Array(rows);
  for (let month = 0; month < rows; month++) {
    let push = slots[0]!.map(() => 1);
    let time = 0;
    let settles = true;
    for (const step of steps) {
      const arrived = step(push, month);
      push = arrived.push;
      time += arrived.time;
      settles &&= arrived.settles;
    }
    const back = push.reduce((sum, each) => sum + each, 0) / push.length;
    gain[month] = settles ? back : NaN;
    roundTrip[month] = settles ? time : NaN;
    sign[month] = Math.sign(back);
  }
  return { gain, sign, roundTrip };
}

interface Arrival {
  readonly push: number[];
  /** Mean time constant of the stocks arrived at; 0 for variables. */
  readonly time: number;
  readonly settles: boolean;
}

function transferOf(
  run: InfluenceRun,
  from: readonly number[],
  to: readonly number[],
  name: string
): (push: readonly number[], month: number) => Arrival {
  const targets = to.map((slot) => {
    const equation = run.graph.equations[run.graph.equationOf.get(slot) ?? -1];
    const reads = equation
      ? equation.reads.flatMap((read, index) => (from.includes(read) ? [{ index, source: from.indexOf(read) }] : []))
      : [];
    return { equation, reads, own: equation?.reads.indexOf(slot) ?? -1 };
  });
  if (targets.every(({ reads }) => reads.length === 0)) throw new RangeError(`Nothing reads ${name} at the next step.`);
  return (push, month) => {
    let time = 0;
    let settles = true;
    const arrived = targets.map(({ equation, reads, own }) => {
      if (!equation) return 0;
      let sum = 0;
      for (const { index, source } of reads) sum += run.derivative(equation, index, month) * push[source]!;
      if (equation.kind === 'value') return sum;
      const constant = timeConstant(run, equation, own, month);
      settles &&= constant > 0;
      time += constant;
      return constant > 0 ? sum * constant : sum;
    });
    return { push: arrived, time: time / targets.length, settles };
  };
}

/** Months in which a stock moves most of the way to where its rate is nought: -1/(∂rate/∂stock). Not positive: it does not settle. */
function timeConstant(run: InfluenceRun, equation: InfluenceEquation, own: number, month: number): number {
  const slope = own < 0 ? 0 : run.derivative(equation, own, month);
  return slope === 0 ? 0 : -1 / slope;
}

/** ∂rate/∂stock of a stock's own equation at each month: negative where the stock slows itself. */
export function ownSlope(run: InfluenceRun, stock: string): Float64Array {
  const slot = slotOf(run.graph, stock);
  const equation = run.graph.equations[run.graph.equationOf.get(slot) ?? -1];
  const own = equation?.kind === 'rate' ? equation.reads.indexOf(slot) : -1;
  return Float64Array.from({ length: run.rows }, (_, month) =>
    equation && own >= 0 ? run.derivative(equation, own, month) : 0
  );
}
