import {
  foldLinks,
  influenceGraph,
  influenceRun,
  loopGain,
  ownSlope,
  type InfluenceGraph,
  type InfluenceRun,
  type Link,
  type LinkSign
} from '$lib/analysis';
import { compile, type Trajectory } from '$lib/engine';
import type { LoopMap, Model } from '$lib/model';
import { toRunInputs, type Scenario } from '$lib/scenario';

/** A link of a diagram at one month. */
export interface LinkView {
  readonly from: string;
  readonly to: string;
  readonly sign: LinkSign;
  readonly delayed: boolean;
  readonly strength: number;
}

/** A named loop at one month, path by path. Nought where a stock on the path does not settle. */
export interface PathView {
  readonly gain: number | null;
  readonly months: number | null;
  /** The gain at every month, for the small line; four digits. */
  readonly course: readonly number[];
}

/** Links and loops at one month: plain data, what a page is prerendered with. */
export interface LoopsView {
  readonly month: number;
  readonly rows: number;
  readonly start: string;
  readonly links: Readonly<Record<string, readonly LinkView[]>>;
  readonly paths: Readonly<Record<string, readonly PathView[]>>;
  /** Number of stocks, and of those that slow themselves at this month. */
  readonly stocks: { readonly count: number; readonly slowing: number };
}

/**
 * The influence along one run of a scenario, worked out diagram by diagram as it is asked for. The trajectory must hold
 * `coursesNeeded` of the model's graph.
 */
export class LoopCourse {
  readonly #run: InfluenceRun;
  readonly #links = new Map<string, readonly Link[]>();
  readonly #paths = new Map<string, readonly ReturnType<typeof loopGain>[]>();

  constructor(
    readonly model: Model,
    readonly map: LoopMap,
    graph: InfluenceGraph,
    readonly scenario: Scenario,
    readonly trajectory: Trajectory
  ) {
    this.#run = influenceRun(graph, toRunInputs(model, scenario), trajectory);
  }

  get rows(): number {
    return this.trajectory.rows;
  }

  linksAt(diagram: string, month: number): readonly LinkView[] {
    let links = this.#links.get(diagram);
    if (!links) {
      links = foldLinks(this.#run, this.map.diagrams.find(({ id }) => id === diagram)?.nodes ?? []);
      this.#links.set(diagram, links);
    }
    return links.map(({ from, to, sign, delayed, strength }) => ({
      from,
      to,
      sign,
      delayed,
      strength: rounded(strength[month] ?? 0)
    }));
  }

  pathsAt(loop: string, month: number): readonly PathView[] {
    let paths = this.#paths.get(loop);
    if (!paths) {
      const named = this.map.loops.find(({ id }) => id === loop);
      paths = (named?.paths ?? []).map((path) => loopGain(this.#run, path, named?.kind === 'closed'));
      this.#paths.set(loop, paths);
    }
    return paths.map(({ gain, roundTrip }) => ({
      gain: finite(gain[month]),
      months: finite(roundTrip[month]),
      course: Array.from(gain, rounded)
    }));
  }

  stocksAt(month: number): LoopsView['stocks'] {
    const cells = this.model.stocks.flatMap(({ initial }) => initial.map(({ cell }) => cell));
    const slowing = cells.filter((cell) => (ownSlope(this.#run, cell)[month] ?? 0) < 0).length;
    return { count: cells.length, slowing };
  }

  viewAt(month: number): LoopsView {
    const { map, rows, trajectory } = this;
    return {
      month,
      rows,
      start: trajectory.start,
      links: Object.fromEntries(map.diagrams.map(({ id }) => [id, this.linksAt(id, month)])),
      paths: Object.fromEntries(map.loops.map(({ id }) => [id, this.pathsAt(id, month)])),
      stocks: this.stocksAt(month)
    };
  }
}

/** The graph of a model, made once for as long as the model is there. */
const graphs = new WeakMap<Model, InfluenceGraph>();

export function graphOf(model: Model): InfluenceGraph {
  const known = graphs.get(model);
  if (known) return known;
  const graph = influenceGraph(compile(model));
  graphs.set(model, graph);
  return graph;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

function finite(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : rounded(value);
}
