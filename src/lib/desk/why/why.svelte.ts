import { attribute, type Attribution } from '$lib/analysis';
import { statusQuo, type Scenario } from '$lib/scenario';
import type { Desk } from '../desk.svelte';
import { isDrawn } from '../uncertainty';
import { answers, Splitter, type Question, type Split } from './split.svelte';

/** What a person wants explained, and the newest answer. */
export class Why {
  readonly desk: Desk;
  readonly splitter: Splitter;
  /** Cell of the output; the model's chief one at first. */
  output = $state('');
  /** Preset to compare with; null for the status quo. */
  against = $state<string | null>(null);
  view = $state<'split' | 'chain'>('split');

  readonly reference: Scenario = $derived.by(() => {
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
  readonly isSame: boolean = $derived.by(() => {
    const { desk, reference } = this;
    return desk.standingOf(desk.shown).isStatusQuo
      ? reference === this.#statusQuo
      : desk.standingOf(desk.shown).preset?.scenario === reference;
  });

  readonly #statusQuo: Scenario;

  constructor(desk: Desk) {
    this.desk = desk;
    this.splitter = new Splitter(desk.model);
    this.output = desk.layout.stability.output;
    this.#statusQuo = statusQuo(desk.model);
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
