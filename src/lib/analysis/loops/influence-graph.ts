import type { Program } from '$lib/engine';
import { tapeOf, type Tape } from './tape';

/**
 * Which cell reads which: the influence graph of a model, cell by cell, as its program computes them. A variable is read
 * off its formula, a stock off the formula of its rate. Constants, parameters and switches are no part of it, nor is what
 * depends on them alone: they do not move in a run.
 */
export interface InfluenceGraph {
  readonly program: Program;
  /** What moves by itself or by hand: stocks, hidden stocks, inputs and time. */
  readonly sources: ReadonlySet<number>;
  /** Variables in an order in which each reads only earlier ones, then the rates of stocks. */
  readonly equations: readonly InfluenceEquation[];
  /** Number of the equation of a slot, for those that have one. */
  readonly equationOf: ReadonlyMap<number, number>;
  /** Sum of the numbers of `reads`. */
  readonly links: number;
}

export interface InfluenceEquation {
  readonly slot: number;
  readonly id: string;
  /** `rate`: the slot is a stock, the formula its rate of change per month. */
  readonly kind: 'value' | 'rate';
  /** Slots that it reads and that move. */
  readonly reads: readonly number[];
  readonly tape: Tape;
  /** Where each of `reads` stands among the tape's. */
  readonly places: readonly number[];
  /** Number of its first link: links are numbered equation by equation, in the order of `reads`. */
  readonly firstLink: number;
}

const moving = new Set(['time', 'input', 'stock', 'hidden']);

export function influenceGraph(program: Program): InfluenceGraph {
  const sources = new Set(
    program.slots.flatMap(({ kind }, slot) => (moving.has(kind) && slot !== program.stepSlot ? [slot] : []))
  );
  const moves = new Set([...sources, ...program.each.map(({ slot }) => slot)]);
  let links = 0;
  const equation = (slot: number, node: Program['each'][number]['node'], kind: 'value' | 'rate'): InfluenceEquation => {
    const tape = tapeOf(node, program.tables);
    const places = tape.reads.flatMap((read, place) => (moves.has(read) ? [place] : []));
    const reads = places.map((place) => tape.reads[place]!);
    const firstLink = links;
    links += reads.length;
    return { slot, id: program.slots[slot]!.id, kind, reads, tape, places, firstLink };
  };
  const equations = [
    ...program.each.map(({ slot, node }) => equation(slot, node, 'value')),
    ...program.rates.map(({ slot, node }) => equation(slot, node, 'rate'))
  ];
  const equationOf = new Map(equations.map(({ slot }, index) => [slot, index]));
  return { program, sources, equations, equationOf, links };
}

/** Cells whose course `influenceRun` needs: the stocks, those of memory functions included. */
export function coursesNeeded({ program }: InfluenceGraph): readonly string[] {
  return program.rates.map(({ slot }) => program.slots[slot]!.id);
}
