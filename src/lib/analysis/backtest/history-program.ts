import type { Node, Program, ProgramEvent, RunRequest } from '$lib/engine';
import type { History, HistoryEffect, Model } from '$lib/model';

/**
 * A coded history as a run that any back end can do: its own start, its inputs as functions of time, and what struck as
 * forced events. Effects of its own become events of the program that never strike by themselves, so that nothing of the
 * engine needs to know of histories and nothing of other runs changes. `set x` is two effects, down by 1 and up by the
 * amount: 0 + (1 - 0)·a is a to the bit.
 */
export interface HistoryRun {
  readonly program: Program;
  readonly request: RunRequest;
}

/** `save`: cells to keep. `without`: events of the model that are left out, such as wars. */
export function historyRun(
  model: Model,
  program: Program,
  history: History,
  save: readonly string[],
  without: readonly string[] = []
): HistoryRun {
  const own: ProgramEvent[] = [];
  const forced = history.events.flatMap(({ from, until, does }, index) => {
    if ('event' in does) {
      if (without.includes(does.event)) return [];
      return monthsOf(history, from, until).map((month) => ({ month, event: does.event, magnitude: does.magnitude }));
    }
    // A name that no event of a model can have.
    const id = `history ${index}`;
    own.push(quietEvent(id, does.effects, program));
    return monthsOf(history, from, until).map((month) => ({ month, event: id, magnitude: 1 }));
  });
  return {
    program: { ...program, start: history.start, months: history.months, events: [...program.events, ...own] },
    request: {
      integrator: history.integrator,
      stepsPerMonth: history.stepsPerMonth,
      months: history.months,
      inputs: Object.fromEntries(
        history.inputs.map(({ id, values }) => [id, centredOnYears(values, firstCentre(history))])
      ),
      parameters: Object.fromEntries(
        Object.entries(history.switches).map(([id, choice]) => [
          id,
          model.switches.find((one) => one.id === id)!.choices.indexOf(choice)
        ])
      ),
      initial: history.initial,
      forced,
      chance: null,
      save
    }
  };
}

const never: Node = { op: 'const', value: 0 };

function quietEvent(id: string, effects: readonly HistoryEffect[], program: Program): ProgramEvent {
  return {
    id,
    rate: never,
    low: 1,
    mode: 1,
    high: 1,
    quietMonths: 0,
    effects: effects.flatMap(({ stock, direction, amount }) => {
      const slot = program.slotOf[stock]!;
      if (direction !== 'set') return [{ slot, direction, factor: amount }];
      return [
        { slot, direction: 'down' as const, factor: 1 },
        { slot, direction: 'up' as const, factor: amount }
      ];
    })
  };
}

/** Months since the start of the history of a month `YYYY-MM`. */
export function monthOf(history: Pick<History, 'start'>, month: string): number {
  return countOf(month) - countOf(history.start);
}

/** All months from one to another, both included. */
export function monthsOf(history: Pick<History, 'start'>, from: string, until: string): readonly number[] {
  const first = monthOf(history, from);
  return Array.from({ length: monthOf(history, until) - first + 1 }, (_, index) => first + index);
}

function countOf(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return year * 12 + number - 1;
}

/** Time of the middle of the first year that inputs have a value for. */
function firstCentre({ start, years }: History): number {
  return years[0] * 12 - countOf(start) + 6;
}

/** Yearly values, the first of them at `centre` months: straight between the middles of years, level before and after. */
export function centredOnYears(values: readonly number[], centre: number): (t: number) => number {
  const last = values.length - 1;
  return (t) => {
    const place = (t - centre) / 12;
    if (place <= 0) return values[0]!;
    if (place >= last) return values[last]!;
    const before = Math.floor(place);
    return values[before]! + (values[before + 1]! - values[before]!) * (place - before);
  };
}
