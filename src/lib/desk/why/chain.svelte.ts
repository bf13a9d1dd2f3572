import {
  chainOf,
  coursesNeeded,
  influenceGraph,
  influenceRun,
  playersOf,
  type Chain,
  type InfluenceGraph,
  type InfluenceRun
} from '$lib/analysis';
import { compile } from '$lib/engine';
import type { Model } from '$lib/model';
import { toRunInputs, withSettings, type Scenario } from '$lib/scenario';
import type { Explainer } from '../desk.svelte';

/** Two runs followed back from an output: done when the scenario rests, because it takes the page a moment. */
export interface ChainQuestion {
  readonly explainer: Explainer;
  readonly scenario: Scenario;
  readonly reference: Scenario;
  readonly output: string;
  readonly month: number;
}

export interface ChainTold extends Omit<ChainQuestion, 'explainer'> {
  readonly chain: Chain;
}

export class ChainFollower {
  latest = $state.raw<ChainTold | null>(null);
  failed = $state(false);
  #newest: ChainQuestion | null = null;
  #graph: InfluenceGraph | null = null;
  /** Runs are kept for as long as their scenarios are. */
  readonly #runs = new WeakMap<Scenario, InfluenceRun>();

  constructor(readonly model: Model) {}

  async ask(question: ChainQuestion): Promise<void> {
    this.#newest = question;
    const { scenario, reference, output, month, explainer } = question;
    try {
      const before = await this.#follow(explainer, this.#comparable(reference, scenario));
      const after = await this.#follow(explainer, scenario);
      if (this.#newest !== question) return;
      const names = membersTold(this.model, reference, scenario);
      const chain = chainOf(before, after, output, month, (input) => names.get(input) ?? input);
      this.latest = { scenario, reference, output, month, chain };
      this.failed = false;
    } catch {
      if (this.#newest === question) this.failed = true;
    }
  }

  /** Both sides run by the same method and over the same months. */
  #comparable(reference: Scenario, { settings }: Scenario): Scenario {
    const { integrator, stepsPerMonth, months } = settings;
    const { settings: own } = reference;
    const isSame = own.integrator === integrator && own.stepsPerMonth === stepsPerMonth && own.months === months;
    return isSame ? reference : withSettings(this.model, reference, { integrator, stepsPerMonth, months });
  }

  async #follow(explainer: Explainer, scenario: Scenario): Promise<InfluenceRun> {
    const known = this.#runs.get(scenario);
    if (known) return known;
    const graph = (this.#graph ??= influenceGraph(compile(this.model)));
    const { outcome } = await explainer.run(scenario, { save: coursesNeeded(graph) });
    if (!outcome.ok) throw new RangeError(`The run stops at ${outcome.failure.cell}.`);
    const run = influenceRun(graph, toRunInputs(this.model, scenario), outcome.trajectory);
    this.#runs.set(scenario, run);
    return run;
  }
}

/** Inputs that were moved as one, by the name that an attribution has for them. */
function membersTold(model: Model, reference: Scenario, scenario: Scenario): ReadonlyMap<string, string> {
  return new Map(
    playersOf(model, reference, scenario).flatMap(({ kind, id, turn }) =>
      kind === 'input' ? Object.keys(turn.profiles ?? {}).map((member) => [member, id] as const) : []
    )
  );
}
