import { attribute, type Attribution } from '$lib/analysis';
import { statusQuo, type Scenario } from '$lib/scenario';
import type { Desk } from '../desk.svelte';
import { isDrawn } from '../uncertainty';
import { answers, Splitter, type Question, type Split } from './split.svelte';

/** Stands for the scenario that a person holds, among the ids of presets, which have no colon. */
export const HELD = ':held';

/** What a person wants explained, and the newest answer. */
export class Why {
  readonly desk: Desk;
  readonly splitter: Splitter;
  /** Cell of the output; the model's chief one at first. */
  output = $state('');
  /** Preset to compare with, or `HELD`; null for the status quo. */
  against = $state<string | null>(null);
  /** A scenario that stays while others are tried. */
  held = $state.raw<Scenario | null>(null);
  view = $state<'split' | 'chain'>('split');

  readonly reference: Scenario = $derived.by(() => {
    if (this.against === HELD && this.held) return this.held;
    const preset = this.desk.presets.find(({ id }) => id === this.against);
    return preset?.scenario ?? this.#statusQuo;
  });

  /** Month that is explained: the chosen one, else the last. */
  readonly month: number = $derived.by(() => this.desk.chosen ?? this.desk.result.rows - 1);

  /** The split of that month, of whatever scenario was split last. */
  readonly told: { readonly split: Split; readonly attribution: Attribution } | null = $derived.by(() => {
    const split = this.splitter.latest;
    if (!split || split.broken || split.plan.players.length === 0) return null;
    const month = Math.min(this.month, split.rows - 1);
    const { values, rows } = split;
    return { split, attribution: attribute(split.plan, (index) => values[index * rows + month]!) };
  });

  /** The split is of another scenario, reference or output than is in view. */
  readonly isOld: boolean = $derived.by(() => {
    const { latest } = this.splitter;
    return (
      latest !== null && !answers(latest, { scenario: this.desk.shown, reference: this.reference, output: this.output })
    );
  });

  /** There is no difference: the scenario in view is the one that it is compared with. */
  readonly isSame: boolean = $derived.by(() => this.desk.areSame(this.reference, this.desk.shown));

  /** The scenario in view is one that cannot be chosen to compare with otherwise. */
  readonly canHold: boolean = $derived.by(() => {
    const { scenario } = this.desk;
    const { isStatusQuo, preset } = this.desk.standingOf(scenario);
    return !isStatusQuo && !preset && !(this.held && this.desk.areSame(this.held, scenario));
  });

  readonly #statusQuo: Scenario;

  constructor(desk: Desk) {
    this.desk = desk;
    this.splitter = new Splitter(desk.model);
    this.output = desk.layout.stability.output;
    this.#statusQuo = statusQuo(desk.model);
  }

  /** Keeps the scenario in view, under this name where it has none, and compares with it. */
  hold(name: string): void {
    const { scenario } = this.desk;
    this.held = { ...scenario, title: scenario.title || name };
    this.against = HELD;
  }

  /** What is to be split now: the scenario whose single run is in view. Null where there is none to split. */
  question(): Question | null {
    const { desk, reference, output } = this;
    const { explainer, bands, shown, isPending, failure } = desk;
    if (!explainer || failure) return null;
    const { ensemble } = shown.settings;
    const awaitsBands = isDrawn(ensemble) && !bands.failed;
    const banded = bands.latest?.scenario === shown ? bands.latest.result.runs : 0;
    const isBanded = !awaitsBands || banded >= Math.min(ensemble.runs, bands.limit ?? ensemble.runs);
    const rested = isBanded && !isPending;
    return {
      explainer,
      scenario: shown,
      reference,
      output,
      rested,
      bands: awaitsBands ? (bands.latest?.scenario ?? null) : shown
    };
  }
}
