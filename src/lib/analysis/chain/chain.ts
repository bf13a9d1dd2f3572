import { slotOf } from '../loops/fold';
import type { InfluenceEquation } from '../loops/influence-graph';
import type { InfluenceRun } from '../loops/influence-run';

/**
 * Which stocks carried a change: two runs of a model, the scenario and what it is compared with, followed back from one
 * output at one month to what was changed. Everything that moves by itself is a stock, so a change reaches an output
 * through stocks, or at once from a moved input. Cells of one quantity are told as one.
 *
 * Last links. The output is worked out from the stocks and inputs of its month. The part of a stock is its deviation
 * times the derivative of the output for it, every equation between taken at the mean of the two runs. This is exact where
 * equations are linear or products of two, and a linear reading otherwise: what it leaves open is the remainder.
 *
 * Links before them. The deviation of a stock is split over what moved its rate: z' = a z + b Δs for each source s, with
 * the same mean derivatives a of the stock for itself and b of its rate for the source, from month to month (Crank and
 * Nicolson 1947). A source's part is its z at the month over the sum of all, without signs.
 *
 * Order in time. A stock is reached in the first month in which the deviations of its cells, added up without signs, are a
 * tenth of the greatest that they come to until the month in question.
 */
export interface Chain {
  /** Value of the output, without and with the change. */
  readonly from: number;
  readonly to: number;
  /** Stocks that carried it, in order of their onset. */
  readonly steps: readonly ChainStep[];
  /** Parts of inputs that act on the output at once, in the model's order. */
  readonly direct: readonly { readonly input: string; readonly contribution: number }[];
  /** Stocks whose part is too small to be told, together. */
  readonly others: { readonly count: number; readonly contribution: number };
  /** What the linear reading leaves open, and what changed parameters do at once. */
  readonly remainder: number;
}

export interface ChainStep {
  readonly quantity: string;
  readonly cells: readonly string[];
  /** Month in which it is reached, from 0. */
  readonly onset: number;
  /** Mean of its cells at the month, without and with the change. */
  readonly from: number;
  readonly to: number;
  readonly direction: 'rises' | 'falls' | 'mixed';
  /** Part in the change of the output by the last link, in the output's unit; 0 where it only acts through others. */
  readonly contribution: number;
  /** What moved it, greatest first. */
  readonly sources: readonly ChainSource[];
}

export interface ChainSource {
  readonly kind: 'stock' | 'input' | 'start';
  /** Quantity or input; the quantity itself for a starting value. */
  readonly id: string;
  /** -1 to 1: its part in what moved the stock, negative where it holds against it. The parts without signs add up to 1. */
  readonly part: number;
}

/** Part of all contributions, without signs, from which a stock is told. */
const LARGE = 0.05;
/** Part in what moved a stock from which its source is followed further. */
const FOLLOWED = 0.15;
const ONSET = 0.1;
/** Stocks that are told at most. */
const MOST_STEPS = 10;

/**
 * Two runs of the same graph. `nameOf` puts inputs together that were moved as one. RangeError for an output that is no
 * cell that moves, and for a month beyond the runs.
 */
export function chainOf(
  reference: InfluenceRun,
  scenario: InfluenceRun,
  output: string,
  month: number,
  nameOf: (input: string) => string = (input) => input
): Chain {
  const pair = new Pair(reference, scenario, month, nameOf);
  const slot = slotOf(pair.graph, output);
  const parts = pair.partsOfOutput(slot);
  const { kindOf } = pair;
  const stocks = new Map<string, number>();
  const inputs = new Map<string, number>();
  for (const [source, part] of parts) {
    const [sums, id] = kindOf(source) === 'input' ? [inputs, pair.inputOf(source)] : [stocks, pair.quantityOf(source)];
    sums.set(id, (sums.get(id) ?? 0) + part);
  }
  const extent = [...parts.values()].reduce((sum, part) => sum + Math.abs(part), 0);
  const large = [...stocks]
    .filter(([, part]) => part !== 0 && Math.abs(part) >= LARGE * extent)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, MOST_STEPS - 2)
    .map(([quantity]) => quantity);

  const told = new Map<string, readonly ChainSource[]>();
  const queue = [...large];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (told.has(next) || told.size === MOST_STEPS) continue;
    const sources = pair.sourcesOf(next);
    told.set(next, sources);
    for (const { kind, id, part } of sources) if (kind === 'stock' && Math.abs(part) >= FOLLOWED) queue.push(id);
  }

  const [from, to] = [reference.value(slot, month), scenario.value(slot, month)];
  const steps = [...told].map(([quantity, sources]) => ({
    ...pair.stepOf(quantity),
    contribution: stocks.get(quantity) ?? 0,
    sources
  }));
  const others = [...stocks].filter(([quantity, part]) => !told.has(quantity) && part !== 0);
  const explained = [...parts.values()].reduce((sum, part) => sum + part, 0);
  return {
    from,
    to,
    steps: steps.sort((a, b) => a.onset - b.onset || Math.abs(b.contribution) - Math.abs(a.contribution)),
    direct: [...inputs].flatMap(([input, contribution]) => (contribution === 0 ? [] : [{ input, contribution }])),
    others: { count: others.length, contribution: others.reduce((sum, [, part]) => sum + part, 0) },
    remainder: to - from - explained
  };
}

/** Two runs side by side: deviations, and derivatives at the mean of both. */
class Pair {
  readonly graph: InfluenceRun['graph'];
  readonly #cells = new Map<string, number[]>();

  constructor(
    readonly reference: InfluenceRun,
    readonly scenario: InfluenceRun,
    readonly month: number,
    readonly nameOf: (input: string) => string
  ) {
    const { graph, rows } = scenario;
    if (reference.graph !== graph) throw new RangeError('The two runs are of different graphs.');
    if (!Number.isInteger(month) || month < 0 || month >= Math.min(rows, reference.rows))
      throw new RangeError(`Month ${month} lies beyond the runs.`);
    this.graph = graph;
    for (const { slot } of graph.program.rates) {
      const quantity = this.quantityOf(slot);
      this.#cells.set(quantity, [...(this.#cells.get(quantity) ?? []), slot]);
    }
  }

  readonly kindOf = (slot: number): string => this.graph.program.slots[slot]!.kind;

  idOf(slot: number): string {
    return this.graph.program.slots[slot]!.id;
  }

  inputOf(slot: number): string {
    return this.nameOf(this.idOf(slot));
  }

  /** `border_control` of `border_control.chad`; the cell that remembers, of its memory `trust#1`. */
  quantityOf(slot: number): string {
    return this.idOf(slot).split(/[.#]/)[0]!;
  }

  deviation(slot: number, month: number): number {
    return this.scenario.value(slot, month) - this.reference.value(slot, month);
  }

  /** Parts of stocks and inputs in the deviation of an output; a stock is its own. */
  partsOfOutput(slot: number): ReadonlyMap<number, number> {
    if (this.graph.sources.has(slot)) return new Map([[slot, this.deviation(slot, this.month)]]);
    const parts = new Map<number, number>();
    for (const [source, derivative] of this.#derivatives(this.#equation(slot), this.month)) {
      const part = derivative * this.deviation(source, this.month);
      if (part !== 0) parts.set(source, part);
    }
    return parts;
  }

  stepOf(quantity: string): Omit<ChainStep, 'contribution' | 'sources'> {
    const slots = this.#cells.get(quantity)!;
    const sizes = Array.from({ length: this.month + 1 }, (_, month) =>
      slots.reduce((sum, slot) => sum + Math.abs(this.deviation(slot, month)), 0)
    );
    const greatest = sizes.reduce((most, size) => Math.max(most, size), 0);
    const ends = slots.map((slot) => this.deviation(slot, this.month));
    const up = ends.reduce((sum, end) => sum + Math.max(0, end), 0);
    const down = ends.reduce((sum, end) => sum - Math.min(0, end), 0);
    const mean = (run: InfluenceRun): number =>
      slots.reduce((sum, slot) => sum + run.value(slot, this.month), 0) / slots.length;
    return {
      quantity,
      cells: slots.map((slot) => this.idOf(slot)),
      onset: greatest > 0 ? sizes.findIndex((size) => size >= ONSET * greatest) : 0,
      from: mean(this.reference),
      to: mean(this.scenario),
      direction: directionOf(up, down)
    };
  }

  /** What moved the cells of a quantity, apart from each other; each cell weighs by how far it has moved. */
  sourcesOf(quantity: string): readonly ChainSource[] {
    const sums = new Map<string, { kind: ChainSource['kind']; id: string; sum: number }>();
    for (const slot of this.#cells.get(quantity)!) {
      const sign = Math.sign(this.deviation(slot, this.month));
      if (sign === 0) continue;
      for (const [source, moved] of this.#moved(slot)) {
        const kind = sourceKind(source < 0 ? 'start' : this.kindOf(source));
        const id = this.#sourceId(kind, source, quantity);
        if (kind === 'stock' && id === quantity) continue;
        const key = `${kind} ${id}`;
        const known = sums.get(key);
        if (known) known.sum += sign * moved;
        else sums.set(key, { kind, id, sum: sign * moved });
      }
    }
    const all = [...sums.values()].filter(({ sum }) => sum !== 0);
    const extent = all.reduce((total, { sum }) => total + Math.abs(sum), 0);
    return all
      .sort((a, b) => Math.abs(b.sum) - Math.abs(a.sum))
      .map(({ kind, id, sum }) => ({ kind, id, part: sum / extent }));
  }

  #sourceId(kind: ChainSource['kind'], source: number, quantity: string): string {
    if (kind === 'start') return quantity;
    return kind === 'input' ? this.inputOf(source) : this.quantityOf(source);
  }

  /** How far each source has moved a stock until the month, by its number; a starting value that differs is -1. */
  #moved(stock: number): ReadonlyMap<number, number> {
    const equation = this.#equation(stock);
    const moved = new Map<number, number>();
    const start = this.deviation(stock, 0);
    if (start !== 0) moved.set(-1, start);
    let before = new Map<number, number>();
    let ownBefore = 0;
    for (let month = 0; month <= this.month; month++) {
      const derivatives = this.#derivatives(equation, month);
      const own = derivatives.get(stock) ?? 0;
      const pushes = new Map<number, number>();
      for (const [source, derivative] of derivatives) {
        const push = source === stock ? 0 : derivative * this.deviation(source, month);
        if (push !== 0) pushes.set(source, push);
      }
      if (month > 0) {
        for (const source of new Set([...moved.keys(), ...before.keys(), ...pushes.keys()])) {
          const push = ((before.get(source) ?? 0) + (pushes.get(source) ?? 0)) / 2;
          const z = moved.get(source) ?? 0;
          moved.set(source, (z * (1 + ownBefore / 2) + push) / (1 - own / 2));
        }
      }
      before = pushes;
      ownBefore = own;
    }
    return moved;
  }

  #equation(slot: number): InfluenceEquation {
    return this.graph.equations[this.graph.equationOf.get(slot)!]!;
  }

  /** Total derivatives of an equation for the stocks and inputs behind it, at the mean of both runs. */
  #derivatives(root: InfluenceEquation, month: number): ReadonlyMap<number, number> {
    const { graph } = this;
    const adjoint = new Map<number, number>();
    const pass = (equation: InfluenceEquation, weight: number): void => {
      equation.reads.forEach((slot, read) => {
        const [one, other] = [
          this.reference.derivative(equation, read, month),
          this.scenario.derivative(equation, read, month)
        ];
        const part = (weight * (one + other)) / 2;
        if (part !== 0) adjoint.set(slot, (adjoint.get(slot) ?? 0) + part);
      });
    };
    pass(root, 1);
    // Later variables first: each has collected all that flows into it when its turn comes.
    for (const equation of this.#between(root)) {
      const weight = adjoint.get(equation.slot);
      if (weight) pass(equation, weight);
    }
    for (const slot of adjoint.keys()) if (!graph.sources.has(slot)) adjoint.delete(slot);
    return adjoint;
  }

  readonly #sweeps = new Map<number, readonly InfluenceEquation[]>();

  /** Variables between an equation and the stocks and inputs behind it, the later ones first. */
  #between(root: InfluenceEquation): readonly InfluenceEquation[] {
    const known = this.#sweeps.get(root.slot);
    if (known) return known;
    const { equations, equationOf, sources } = this.graph;
    const between = new Set<number>();
    const visit = ({ reads }: InfluenceEquation): void => {
      for (const slot of reads) {
        const next = sources.has(slot) ? undefined : equationOf.get(slot);
        if (next === undefined || between.has(next)) continue;
        between.add(next);
        visit(equations[next]!);
      }
    };
    visit(root);
    const sweep = [...between].sort((a, b) => b - a).map((index) => equations[index]!);
    this.#sweeps.set(root.slot, sweep);
    return sweep;
  }
}

function sourceKind(kind: string): ChainSource['kind'] {
  if (kind === 'start' || kind === 'input') return kind;
  return 'stock';
}

/** Mixed where more than a tenth goes the other way. */
function directionOf(up: number, down: number): ChainStep['direction'] {
  if (Math.min(up, down) > 0.1 * Math.max(up, down)) return 'mixed';
  return up >= down ? 'rises' : 'falls';
}
