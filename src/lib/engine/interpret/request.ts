import { EngineError } from '../error';
import type { Program, SlotInfo } from '../program';
import type { Course, RunRequest } from '../run';

/**
 * Bounds of a run, checked before anything is allocated, and the names of a request bound to slots. Throws EngineError
 * (out-of-range, unknown-cell, too-large); a value that is not finite is no such error, the run itself reports it.
 */
export const LIMITS = {
  stepsPerMonth: 64,
  months: 1200,
  /** Saved values of one run: 64 MB. */
  savedValues: 8_388_608
} as const;

export interface BoundRequest {
  readonly rows: number;
  /** Slot of each saved column. */
  readonly columns: Int32Array;
  readonly inputs: readonly {
    readonly slot: number;
    readonly scale: number;
    readonly valueAt: Course;
  }[];
  /** In order: of two values for one slot the later holds. */
  readonly parameters: readonly { readonly slot: number; readonly value: number }[];
  /** Overridden initial values by slot. */
  readonly initial: ReadonlyMap<number, number>;
  readonly forced: readonly { readonly event: number; readonly month: number; readonly magnitude: number }[];
}

export function bindRequest(program: Program, request: RunRequest): BoundRequest {
  demand('stepsPerMonth', request.stepsPerMonth, 1, LIMITS.stepsPerMonth);
  demand('months', request.months, 1, LIMITS.months);
  if (request.chance) {
    demand('seed', request.chance.seed, 0, Number.MAX_SAFE_INTEGER);
    demand('run', request.chance.run, 0, 0xffffffff);
  }
  const rows = request.months + 1;
  const columns = request.save.length;
  if (rows * columns > LIMITS.savedValues) {
    throw new EngineError('too-large', { rows, columns, maximum: LIMITS.savedValues });
  }

  const slotOf = (cell: string, where: string, kinds: readonly SlotInfo['kind'][] | null): number => {
    const slot = Object.hasOwn(program.slotOf, cell) ? program.slotOf[cell]! : -1;
    const kind = program.slots[slot]?.kind;
    if (!kind || (kinds && !kinds.includes(kind))) throw new EngineError('unknown-cell', { cell, where });
    return slot;
  };
  const scaleOf = new Map(program.inputs.map(({ slot, scale }) => [slot, scale]));
  const eventOf = new Map(program.events.map(({ id }, index) => [id, index]));
  return {
    rows,
    columns: Int32Array.from(request.save, (cell) => slotOf(cell, 'save', null)),
    inputs: Object.entries(request.inputs).map(([cell, valueAt]) => {
      const slot = slotOf(cell, 'inputs', ['input']);
      return { slot, scale: scaleOf.get(slot)!, valueAt };
    }),
    parameters: [
      ...(request.chance ? program.withChance : []),
      ...Object.entries(request.parameters).map(([cell, value]) => ({
        slot: slotOf(cell, 'parameters', ['constant', 'parameter', 'switch']),
        value
      }))
    ],
    initial: new Map(
      Object.entries(request.initial).map(([cell, value]) => [slotOf(cell, 'initial', ['stock']), value])
    ),
    forced: request.forced.map(({ event, month, magnitude }) => {
      demand('month', month, 0, LIMITS.months);
      const index = eventOf.get(event);
      if (index === undefined) throw new EngineError('unknown-cell', { cell: event, where: 'forced' });
      return { event: index, month, magnitude };
    })
  };
}

function demand(name: string, value: number, minimum: number, maximum: number): void {
  if (!Number.isInteger(value) || value < minimum || value > maximum) {
    throw new EngineError('out-of-range', { name, value: String(value), minimum, maximum });
  }
}
