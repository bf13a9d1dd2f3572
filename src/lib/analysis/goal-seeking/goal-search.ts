import { Domain, pow, UniformStream } from '$lib/engine';
import { shortfall, type Goal } from './goal';
import { costOf, type Lever } from './lever';

/**
 * Looks for the cheapest way to a goal. First a population of proposals is bred over generations for two ends at once, low
 * cost and little shortfall (NSGA-II: Deb et al. 2002, with simulated binary crossover and polynomial mutation: Deb &
 * Agrawal 1995, Deb & Goyal 1996); then the cheapest proposal that reaches the goal is pared down lever by lever, as long as
 * it still does. A search, not a proof: that nothing was found does not say that nothing exists, and something cheaper may.
 *
 * It runs no model: `next` gives proposals, `tell` takes what became of them, until `next` gives none. Draws are keyed by
 * the seed, so the same goal is searched in the same way everywhere.
 */
export interface SearchOptions {
  /** Proposals in a generation, even. */
  readonly population?: number;
  readonly generations?: number;
  /** 0 to 2^53 - 1. */
  readonly seed?: number;
}

export interface Proposal {
  /** Target of each lever. */
  readonly targets: Float64Array;
  readonly cost: number;
  /** Value of each goal's output. */
  readonly values: Float64Array;
  /** Sum over goals of the shortfall relative to what is missing when nothing is done; 0 where all are met. */
  readonly shortfall: number;
}

const CROSSOVER = 15;
const MUTATION = 20;
/** Steps of paring as shares of a lever's distance from its start: 1, 1/2, … 1/64. */
const HALVINGS = 7;

export class GoalSearch {
  private readonly population: number;
  private readonly generations: number;
  private readonly stream: (generation: number) => UniformStream;
  private parents: readonly Proposal[] = [];
  private generation = 0;
  private waiting: readonly Float64Array[] = [];
  private scales: Float64Array | null = null;
  private cheapest: Proposal | null = null;
  private nearest: Proposal | null = null;
  private readonly seen: Proposal[] = [];
  /** Paring: which share of a lever's way is tried, as a power of 1/2, and from which proposal. */
  private halving = 0;
  private pareFrom: Proposal | null = null;
  private over = false;

  constructor(
    readonly levers: readonly Lever[],
    readonly goals: readonly Goal[],
    { population = 64, generations = 40, seed = 1 }: SearchOptions = {}
  ) {
    this.population = population;
    this.generations = generations;
    this.stream = (generation) => new UniformStream(seed, generation, Domain.search);
  }

  /** Runs that the search will ask for at most. */
  get planned(): number {
    return this.population * (this.generations + 1) + 2 * this.levers.length + this.levers.length * HALVINGS * 4;
  }

  /** What came cheapest of all that reached the goal; null where nothing did so far. */
  get best(): Proposal | null {
    return this.cheapest;
  }

  /** What came nearest to the goal. */
  get closest(): Proposal | null {
    return this.nearest;
  }

  /** Targets to be tried next, one list for each proposal; none where the search has ended. */
  next(): readonly Float64Array[] {
    if (this.over) return [];
    if (this.waiting.length > 0) return this.waiting;
    if (this.generation <= this.generations) this.waiting = this.generation === 0 ? this.first() : this.offspring();
    else this.waiting = this.pared();
    if (this.waiting.length === 0) this.over = true;
    return this.waiting;
  }

  /** `valueOf(proposal, goal)`: value of a goal's output under a proposal of the last `next`. */
  tell(valueOf: (proposal: number, goal: number) => number): void {
    const proposals = this.waiting.map((targets, p) => this.proposal(targets, (g) => valueOf(p, g)));
    this.waiting = [];
    this.seen.push(...proposals);
    for (const each of proposals) this.remember(each);
    if (this.generation <= this.generations) {
      this.parents = selected([...this.parents, ...proposals], this.population);
      this.generation += 1;
    }
  }

  /** Of all that was tried, what no other proposal beats in both cost and the value of a goal's output: cheapest first. */
  front(goal: number): readonly Proposal[] {
    const better = this.goals[goal]!.side === 'above' ? 1 : -1;
    const sorted = this.seen
      .filter(({ values }) => Number.isFinite(values[goal]))
      .sort((a, b) => a.cost - b.cost || better * (b.values[goal]! - a.values[goal]!));
    const front: Proposal[] = [];
    for (const each of sorted) {
      const last = front.at(-1);
      if (!last || better * (each.values[goal]! - last.values[goal]!) > 0) front.push(each);
    }
    return front;
  }

  private proposal(targets: Float64Array, valueOf: (goal: number) => number): Proposal {
    const values = Float64Array.from(this.goals, (_, g) => valueOf(g));
    // The very first proposal is to do nothing: it gives the measure of what is missing.
    this.scales ??= Float64Array.from(this.goals, (goal, g) => {
      const missing = shortfall(goal, values[g]!);
      return missing > 0 && Number.isFinite(missing) ? missing : Math.max(1e-9, Math.abs(goal.level));
    });
    const { scales } = this;
    let sum = 0;
    this.goals.forEach((goal, g) => (sum += shortfall(goal, values[g]!) / scales[g]!));
    return { targets, cost: costOf(this.levers, targets), values, shortfall: sum };
  }

  private remember(each: Proposal): void {
    if (
      !this.nearest ||
      each.shortfall < this.nearest.shortfall ||
      (each.shortfall === this.nearest.shortfall && each.cost < this.nearest.cost)
    )
      this.nearest = each;
    if (each.shortfall === 0 && (!this.cheapest || each.cost < this.cheapest.cost)) this.cheapest = each;
  }

  /** Nothing done; each lever alone at each end; then points spread at random, half of the levers unmoved. */
  private first(): readonly Float64Array[] {
    const { levers } = this;
    const idle = (): Float64Array => Float64Array.from(levers, ({ start }) => start);
    const list = [idle()];
    levers.forEach(({ low, high }, i) => {
      for (const end of [low, high]) {
        const targets = idle();
        targets[i] = end;
        list.push(targets);
      }
    });
    const stream = this.stream(0);
    const count = Math.max(this.population, list.length + this.population / 2);
    for (let p = list.length; p < count; p++) {
      const targets = idle();
      levers.forEach(({ low, high }, i) => {
        const { first, second } = stream.seek(p, i);
        if (second < 0.5) targets[i] = low + first * (high - low);
      });
      list.push(targets);
    }
    return list;
  }

  private offspring(): readonly Float64Array[] {
    const { levers, parents, generation, population } = this;
    const stream = this.stream(generation);
    // Of two parents at random the better one: parents stand in the order of their rank.
    const parent = (p: number, draw: number): Float64Array => {
      const { first, second } = stream.seek(p, draw);
      return parents[Math.floor(Math.min(first, second) * parents.length)]!.targets;
    };
    const list: Float64Array[] = generation === 1 ? [...this.better()] : [];
    for (let p = 0; p < population; p += 2) {
      const [one, two] = [parent(p, 0).slice(), parent(p, 1).slice()];
      levers.forEach((lever, i) => {
        cross(stream.seek(p, 2 + i), one, two, i);
        mutate(stream.seek(p, 2 + levers.length + i), lever, one, i, levers.length);
        mutate(stream.seek(p + 1, 2 + levers.length + i), lever, two, i, levers.length);
      });
      list.push(one, two);
    }
    return list;
  }

  /** All levers part of the way to whichever end was the better one alone: a quarter, half, three quarters, the whole. */
  private better(): readonly Float64Array[] {
    const [idle, ...alone] = this.seen;
    const ends = this.levers.map(({ start }, i) => {
      const pair = [alone[2 * i]!, alone[2 * i + 1]!].filter((each) => each.shortfall < idle!.shortfall);
      const [best] = pair.sort((a, b) => a.shortfall - b.shortfall);
      return best ? best.targets[i]! : start;
    });
    return [1 / 4, 1 / 2, 3 / 4, 1].map((share) =>
      Float64Array.from(this.levers, ({ start }, i) => (share === 1 ? ends[i]! : start + share * (ends[i]! - start)))
    );
  }

  /** Each lever of the cheapest way, moved back by a share of its way; the share is halved when none holds. */
  private pared(): readonly Float64Array[] {
    const best = this.cheapest;
    if (!best) return [];
    const { levers } = this;
    if (this.pareFrom === best) this.halving += 1;
    this.pareFrom = best;
    if (this.halving >= HALVINGS) return [];
    const share = 1 / (1 << this.halving);
    return levers.flatMap(({ start }, i) => {
      const way = best.targets[i]! - start;
      if (way === 0) return [];
      const targets = best.targets.slice();
      targets[i] = share === 1 ? start : best.targets[i]! - share * way;
      return [targets];
    });
  }
}

/** Simulated binary crossover of one lever, in half of the cases. */
function cross(draw: UniformStream, one: Float64Array, two: Float64Array, i: number): void {
  const { first: u, second } = draw;
  const [a, b] = [one[i]!, two[i]!];
  if (second >= 0.5 || a === b) return;
  const spread = u <= 0.5 ? pow(2 * u, 1 / (CROSSOVER + 1)) : pow(1 / (2 * (1 - u)), 1 / (CROSSOVER + 1));
  one[i] = 0.5 * ((1 + spread) * a + (1 - spread) * b);
  two[i] = 0.5 * ((1 - spread) * a + (1 + spread) * b);
}

/** Polynomial mutation of about one lever in a proposal; now and then a lever goes back to where it started. Keeps to the bounds. */
function mutate(
  draw: UniformStream,
  { low, high, start }: Lever,
  targets: Float64Array,
  i: number,
  count: number
): void {
  const { first: u, second } = draw;
  const chance = 1 / count;
  if (second < chance) {
    const shift = u < 0.5 ? pow(2 * u, 1 / (MUTATION + 1)) - 1 : 1 - pow(2 * (1 - u), 1 / (MUTATION + 1));
    targets[i] = targets[i]! + shift * (high - low);
  } else if (second < 1.5 * chance) targets[i] = start;
  targets[i] = Math.min(high, Math.max(low, targets[i]!));
}

/** The best of a list: by fronts of what no other beats in cost and shortfall, and inside the last front by room around them (Deb et al. 2002). */
function selected(list: readonly Proposal[], count: number): readonly Proposal[] {
  let rest = [...list].sort((a, b) => a.cost - b.cost || a.shortfall - b.shortfall);
  const chosen: Proposal[] = [];
  while (rest.length > 0 && chosen.length < count) {
    const front: Proposal[] = [];
    const behind: Proposal[] = [];
    let least = Infinity;
    for (const each of rest) {
      if (each.shortfall < least) {
        least = each.shortfall;
        front.push(each);
      } else behind.push(each);
    }
    chosen.push(...roomiest(front, count - chosen.length));
    rest = behind;
  }
  return chosen;
}

/** A front in ascending order of cost; of too many those with most room around them, by crowding distance. */
function roomiest(front: readonly Proposal[], count: number): readonly Proposal[] {
  if (front.length <= count) return front;
  const first = front[0]!;
  const last = front.at(-1)!;
  const widthOf = (range: number): number => (range > 0 && Number.isFinite(range) ? range : 1);
  const cost = widthOf(last.cost - first.cost);
  const short = widthOf(first.shortfall - last.shortfall);
  const room = front.map((_, k) => {
    const [before, after] = [front[k - 1], front[k + 1]];
    if (!before || !after) return Infinity;
    return (after.cost - before.cost) / cost + (before.shortfall - after.shortfall) / short;
  });
  const places = [...front.keys()].sort((i, j) => room[j]! - room[i]! || i - j).slice(0, count);
  return places.sort((i, j) => i - j).map((k) => front[k]!);
}
