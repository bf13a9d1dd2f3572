import type { InfluenceEquation, InfluenceGraph } from './influence-graph';
import type { InfluenceRun } from './influence-run';

/**
 * The links of a diagram: what its nodes do to each other at once, through whatever variables are not drawn. A node stands
 * for one or several cells and is taken as their mean; a link never passes over another node, nor over a stock that is
 * not drawn, since a stock does not follow at once.
 *
 * Strength. The change of a node B (of a stock: of its rate) since the start of the run is split exactly over what moved
 * it: the part of A is the integral of ∂B/∂A along the course of A, here by the trapezoid rule over months. A link's
 * strength at a month is that part over the sum of all parts without their signs, those of nodes not drawn included, B's
 * own aside: 0 to 1. This is the link score of Schoenberg, Davidsen and Eberlein (2020, System Dynamics Review 36(2),
 * 158-190; for stocks with the change of the rate, as in their later revision), with two differences: partial derivatives
 * along the run in place of formulas that are evaluated again, and the sum since the start in place of one step, because
 * the scores of single steps grow without bound wherever a course turns.
 */
export interface NodeCells {
  readonly id: string;
  readonly cells: readonly string[];
}

/** `none`: the derivative is nought all along the run. */
export type LinkSign = 'positive' | 'negative' | 'changing' | 'none';

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly sign: LinkSign;
  /** The target accumulates: what the link does shows with a delay. */
  readonly delayed: boolean;
  /** ∂to/∂from at the start of each month: mean of the target's cells, per common shift of the source's cells. */
  readonly derivative: Float64Array;
  /** Part in the target's change since the start, in the target's unit (of a stock: of its rate). */
  readonly contribution: Float64Array;
  /** 0 to 1, see above; 0 at the first month. */
  readonly strength: Float64Array;
}

interface Sum {
  readonly derivative: Float64Array;
  readonly contribution: Float64Array;
}

/** Links in the order of the nodes: by target, then by source. RangeError where a node names what is no cell that moves. */
export function foldLinks(run: InfluenceRun, nodes: readonly NodeCells[]): readonly Link[] {
  const { graph, rows } = run;
  const nodeOf = new Map<number, number>();
  nodes.forEach(({ cells }, index) => {
    for (const cell of cells) nodeOf.set(slotOf(graph, cell), index);
  });

  return nodes.flatMap(({ id: to, cells }, target) => {
    const sums = new Map<number | string, Sum>();
    const sumOf = (key: number | string): Sum => {
      const known = sums.get(key);
      if (known) return known;
      const fresh = { derivative: new Float64Array(rows), contribution: new Float64Array(rows) };
      sums.set(key, fresh);
      return fresh;
    };
    let delayed = false;
    for (const cell of cells) {
      const equation = graph.equations[graph.equationOf.get(slotOf(graph, cell)) ?? -1];
      if (!equation) continue;
      delayed ||= equation.kind === 'rate';
      const stops = (slot: number): boolean => nodeOf.has(slot) || graph.sources.has(slot);
      for (const [slot, course] of totalDerivatives(run, equation, stops)) {
        const owner = nodeOf.get(slot);
        if (owner === target) continue;
        addPart(sumOf(owner ?? `#${slot}`), course, (month) => run.value(slot, month), cells.length);
      }
    }
    const total = Float64Array.from({ length: rows }, (_, month) => {
      let sum = 0;
      for (const { contribution } of sums.values()) sum += Math.abs(contribution[month]!);
      return sum;
    });
    return nodes.flatMap(({ id: from }, source): Link[] => {
      const sum = sums.get(source);
      if (!sum) return [];
      const strength = sum.contribution.map((part, month) => (total[month]! > 0 ? Math.abs(part) / total[month]! : 0));
      return [{ from, to, sign: signOf(sum.derivative), delayed, ...sum, strength }];
    });
  });
}

function addPart(sum: Sum, course: Float64Array, value: (month: number) => number, cells: number): void {
  let part = 0;
  course.forEach((derivative, month) => {
    if (month > 0) part += ((course[month - 1]! + derivative) / 2) * (value(month) - value(month - 1));
    sum.derivative[month] = sum.derivative[month]! + derivative / cells;
    sum.contribution[month] = sum.contribution[month]! + part / cells;
  });
}

/**
 * Total derivative of an equation, month by month, for every slot at which the chains of its variables stop: the reverse
 * sweep over the variables between.
 */
function totalDerivatives(
  run: InfluenceRun,
  root: InfluenceEquation,
  stops: (slot: number) => boolean
): ReadonlyMap<number, Float64Array> {
  const { graph, rows } = run;
  const between = new Set<number>();
  const ends = new Set<number>();
  const visit = (equation: InfluenceEquation): void => {
    for (const slot of equation.reads) {
      if (stops(slot)) ends.add(slot);
      else {
        const next = graph.equationOf.get(slot)!;
        if (between.has(next)) continue;
        between.add(next);
        visit(graph.equations[next]!);
      }
    }
  };
  visit(root);
  // Later variables first: each has collected all that flows into it when its turn comes.
  const sweep = [...between].sort((a, b) => b - a).map((index) => graph.equations[index]!);
  const courses = new Map([...ends].map((slot) => [slot, new Float64Array(rows)]));
  const adjoint = new Map<number, number>();
  for (let month = 0; month < rows; month++) {
    adjoint.clear();
    const pass = (equation: InfluenceEquation, weight: number): void => {
      equation.reads.forEach((slot, read) => {
        const part = run.derivative(equation, read, month);
        if (part !== 0) adjoint.set(slot, (adjoint.get(slot) ?? 0) + weight * part);
      });
    };
    pass(root, 1);
    for (const equation of sweep) {
      const weight = adjoint.get(equation.slot);
      if (weight) pass(equation, weight);
    }
    for (const [slot, course] of courses) course[month] = adjoint.get(slot) ?? 0;
  }
  return courses;
}

/** Derivatives this far below the greatest of their link are rounding. */
const nought = 1e-12;

export function signOf(derivative: Float64Array): LinkSign {
  const greatest = derivative.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  const up = derivative.some((each) => each > greatest * nought);
  const down = derivative.some((each) => each < -greatest * nought);
  if (up && down) return 'changing';
  if (up) return 'positive';
  return down ? 'negative' : 'none';
}

export function slotOf({ program, sources, equationOf }: InfluenceGraph, cell: string): number {
  const slot = Object.hasOwn(program.slotOf, cell) ? program.slotOf[cell]! : -1;
  if (!sources.has(slot) && !equationOf.has(slot)) throw new RangeError(`${cell} is no cell that moves.`);
  return slot;
}
