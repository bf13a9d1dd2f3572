import { Domain, pow, UniformStream } from '$lib/engine';
import { shortfall, type Goal } from './goal';
import { costOf, snapped, type Lever } from './lever';

/**
 * Looks for the cheapest way to a goal. First a population of proposals is bred over generations for two ends at once, low
 * cost and little shortfall (NSGA-II: Deb et al. 2002, with simulated binary crossover and polynomial mutation: Deb &
 * Agrawal 1995, Deb & Goyal 1996). Then, for the front of cost against what is reached, further generations look beyond the
 * goal. Last the cheapest proposal that reaches the goal is pared down lever by lever, and exchanges of one lever for another
 * are tried, as long as that makes it cheaper. A search, not a proof: that nothing was found does not say that nothing
 * exists, and something cheaper may.
 *
 * It runs no model: `next` gives proposals, each only once, `tell` takes what became of them, until `next` gives none. Draws
 * are keyed by the seed, so the same goal is searched in the same way everywhere.
 */
export interface SearchOptions {
  /** Proposals in a generation, even. */
  readonly population?: number;
  readonly generations?: number;
  /** Further generations that look beyond the goal. */
  readonly beyond?: number;
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
/** Steps of exchanges, in steps of a lever. */
const EXCHANGES = [16, 8, 4, 2, 1] as const;
/** Steps in the range of a lever that has none of its own. */
const FINE = 256;
/** Times that an exchange may begin anew. */
const ROUNDS = 64;

type Lack = (each: Proposal) => number;

export class GoalSearch {
  private readonly population: number;
  private readonly generations: number;
  private readonly beyond: number;
  private readonly stream: (generation: number) => UniformStream;
  private parents: readonly Proposal[] = [];
  private generation = 0;
  private isBeyond = false;
  /** Generations in all: fewer where the goal is reached without doing anything. */
  private last: number;
  private waiting: readonly Float64Array[] = [];
  private scales: Float64Array | null = null;
  private cheapest: Proposal | null = null;
  private nearest: Proposal | null = null;
  private readonly seen: Proposal[] = [];
  private readonly known = new Set<string>();
  /** Paring: which share of a lever's way is tried, as a power of 1/2, and from which proposal. */
  private halving = 0;
  private exchange = 0;
  private rounds = 0;
  private from: Proposal | null = null;
  private over = false;

  constructor(
    readonly levers: readonly Lever[],
    readonly goals: readonly Goal[],
    { population = 64, generations = 40, beyond = 0, seed = 1 }: SearchOptions = {}
  ) {
    this.population = population;
    this.generations = generations;
    this.beyond = beyond;
    this.last = generations + beyond;
    this.stream = (generation) => new UniformStream(seed, generation, Domain.search);
  }

  /** Proposals that were tried. */
  get tried(): number {
    return this.seen.length;
  }

  /** How far the search is, from 0 to 1; what comes after the last generation is short. */
  get progress(): number {
    return this.over ? 1 : this.generation / (this.last + 2);
  }

  /** What comes of doing nothing; null before it was tried. */
  get idle(): Proposal | null {
    return this.seen[0] ?? null;
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
    while (!this.over && this.waiting.length === 0) {
      const wanted = this.wanted();
      if (wanted === null) this.over = true;
      else {
        this.waiting = this.fresh(wanted);
        // A generation of which everything is known already brings nothing new.
        if (this.waiting.length === 0 && this.generation <= this.last) this.advance([]);
      }
    }
    return this.waiting;
  }

  /** `valueOf(proposal, goal)`: value of a goal's output under a proposal of the last `next`. */
  tell(valueOf: (proposal: number, goal: number) => number): void {
    const proposals = this.waiting.map((targets, p) => this.proposal(targets, (g) => valueOf(p, g)));
    this.waiting = [];
    this.seen.push(...proposals);
    for (const each of proposals) this.remember(each);
    if (this.generation <= this.last) this.advance(proposals);
  }

  /** The end of a generation: who goes on breeding, and for what. */
  private advance(proposals: readonly Proposal[]): void {
    const { generations, beyond, seen } = this;
    // Nothing to be done for the goal: only what lies beyond it is looked at.
    if (this.generation === 0 && seen[0]!.shortfall === 0) this.generation = generations;
    const looksBeyond = this.generation >= generations && beyond > 0 && this.cheapest !== null;
    if (this.generation >= generations && !looksBeyond) this.last = this.generation;
    const pool = looksBeyond && !this.isBeyond ? seen : [...this.parents, ...proposals];
    this.isBeyond = looksBeyond;
    const lack = looksBeyond ? this.lackOfMost() : ({ shortfall: own }: Proposal): number => own;
    this.parents = selected(pool, this.population, lack);
    this.generation += 1;
  }

  /** Of all that was tried, what no other proposal beats in both cost and the value of a goal's output: cheapest first. */
  front(goal: number): readonly Proposal[] {
    const better = signOf(this.goals[goal]!);
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

  private wanted(): readonly Float64Array[] | null {
    if (this.generation === 0) return this.first();
    if (this.generation <= this.last) return this.offspring();
    return this.pared() ?? this.exchanged();
  }

  /** Snapped, and only what was not tried yet. */
  private fresh(wanted: readonly Float64Array[]): readonly Float64Array[] {
    return wanted
      .map((targets) => targets.map((target, i) => snapped(this.levers[i]!, target)))
      .filter((targets) => {
        const key = targets.join();
        if (this.known.has(key)) return false;
        this.known.add(key);
        return true;
      });
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
    const { nearest, cheapest } = this;
    if (
      !nearest ||
      each.shortfall < nearest.shortfall ||
      (each.shortfall === nearest.shortfall && each.cost < nearest.cost)
    )
      this.nearest = each;
    if (each.shortfall > 0) return;
    if (
      !cheapest ||
      each.cost < cheapest.cost ||
      (each.cost === cheapest.cost && this.surplus(each) > this.surplus(cheapest))
    )
      this.cheapest = each;
  }

  /** By how much the goals are exceeded, relative to the same measures as the shortfall. */
  private surplus({ values }: Proposal): number {
    let sum = 0;
    this.goals.forEach((goal, g) => (sum += (signOf(goal) * (values[g]! - goal.level)) / this.scales![g]!));
    return sum;
  }

  /** How much is missing to the most that anything reached so far. */
  private lackOfMost(): Lack {
    const { goals, seen } = this;
    const most = goals.map((goal, g): Goal => {
      const values = seen.map(({ values: own }) => signOf(goal) * own[g]!).filter(Number.isFinite);
      return { ...goal, level: signOf(goal) * values.reduce((high, value) => Math.max(high, value), -Infinity) };
    });
    const scales = most.map((goal, g) => Math.max(1e-9, shortfall(goal, seen[0]!.values[g]!)));
    return ({ values }) => {
      let sum = 0;
      most.forEach((goal, g) => (sum += shortfall(goal, values[g]!) / scales[g]!));
      return sum;
    };
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
    // Of two parents at random the better one: they stand in the order of their fronts, and inside one those with more room first.
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
    const idle = this.seen[0]!;
    const ends = this.levers.map(({ start }, i) => {
      const alone = this.seen.filter(({ targets }) =>
        targets.every((target, j) => (target !== idle.targets[j]) === (i === j))
      );
      const [best] = alone.filter((each) => each.shortfall < idle.shortfall).sort((a, b) => a.shortfall - b.shortfall);
      return best ? best.targets[i]! : start;
    });
    return [1 / 4, 1 / 2, 3 / 4, 1].map((share) =>
      Float64Array.from(this.levers, ({ start }, i) => (share === 1 ? ends[i]! : start + share * (ends[i]! - start)))
    );
  }

  /** Each lever of the cheapest way, moved back by a share of its way; the share is halved when none holds. Null at the end. */
  private pared(): readonly Float64Array[] | null {
    const best = this.cheapest;
    if (!best) return null;
    const { levers } = this;
    if (this.from === best) this.halving += 1;
    this.from = best;
    if (this.halving >= HALVINGS) return null;
    const share = 1 / (1 << this.halving);
    return levers.flatMap(({ start }, i) => {
      const way = best.targets[i]! - start;
      if (way === 0) return [];
      const targets = best.targets.slice();
      targets[i] = share === 1 ? start : best.targets[i]! - share * way;
      return [targets];
    });
  }

  /**
   * One lever of the cheapest way moved back by some steps, and another one moved for a little less than what that saves;
   * and each one moved back alone. The steps become smaller when nothing holds. Null at the end.
   */
  private exchanged(): readonly Float64Array[] | null {
    const best = this.cheapest;
    if (!best || best.cost === 0) return null;
    if (this.from === best) this.exchange += 1;
    else {
      this.exchange = 0;
      this.rounds += 1;
    }
    this.from = best;
    const size = EXCHANGES[this.exchange];
    if (size === undefined || this.rounds > ROUNDS) return null;
    const { levers } = this;
    return levers.flatMap((lever, i) => {
      const way = lever.start - best.targets[i]!;
      const back = Math.min(Math.abs(way), size * stepOf(lever));
      if (back === 0) return [];
      const eased = best.targets.slice();
      eased[i] = back === Math.abs(way) ? lever.start : eased[i]! + Math.sign(way) * back;
      const saved = back * lever.cost;
      const others = levers.flatMap((other, j) => {
        if (j === i) return [];
        const moved = best.targets[j]! - other.start;
        const step = stepOf(other);
        // A hair less than what is saved, in whole steps; a lever that costs nothing goes as far as this one goes back.
        const steps = other.cost > 0 ? Math.ceil(saved / (other.cost * step) - 1e-6) - 1 : size;
        return [steps, Math.ceil(steps / 2)].flatMap((count) => {
          if (count < 1) return [];
          const signs = moved === 0 ? [-1, 1] : [Math.sign(moved)];
          return signs.map((sign) => {
            const targets = eased.slice();
            targets[j] = targets[j]! + sign * count * step;
            return targets;
          });
        });
      });
      return [eased, ...others];
    });
  }
}

function signOf({ side }: Goal): 1 | -1 {
  return side === 'above' ? 1 : -1;
}

function stepOf({ step, low, high }: Lever): number {
  return step ?? (high - low) / FINE;
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
function selected(list: readonly Proposal[], count: number, lackOf: Lack): readonly Proposal[] {
  const lacking = list.map((each): Lacking => ({ each, lack: lackOf(each) }));
  let rest = lacking.sort((a, b) => a.each.cost - b.each.cost || a.lack - b.lack);
  const chosen: Proposal[] = [];
  while (rest.length > 0 && chosen.length < count) {
    const front: Lacking[] = [];
    const behind: Lacking[] = [];
    let least = Infinity;
    for (const one of rest) {
      if (one.lack < least) {
        least = one.lack;
        front.push(one);
      } else behind.push(one);
    }
    // What has no finite lack at all stands on no front.
    if (front.length === 0) {
      chosen.push(...behind.slice(0, count - chosen.length).map(({ each }) => each));
      break;
    }
    chosen.push(...roomiest(front, count - chosen.length));
    rest = behind;
  }
  return chosen;
}

interface Lacking {
  readonly each: Proposal;
  readonly lack: number;
}

/** The roomiest of a front that stands in ascending order of cost, by crowding distance; those with most room first. */
function roomiest(front: readonly Lacking[], count: number): readonly Proposal[] {
  const first = front[0]!;
  const last = front.at(-1)!;
  const widthOf = (range: number): number => (range > 0 && Number.isFinite(range) ? range : 1);
  const cost = widthOf(last.each.cost - first.each.cost);
  const short = widthOf(first.lack - last.lack);
  const room = front.map((_, k) => {
    const [before, after] = [front[k - 1], front[k + 1]];
    if (!before || !after) return Infinity;
    return (after.each.cost - before.each.cost) / cost + (before.lack - after.lack) / short;
  });
  const places = [...front.keys()].sort((i, j) => (room[i] === room[j] ? i - j : room[j]! - room[i]!));
  return places.slice(0, count).map((k) => front[k]!.each);
}
