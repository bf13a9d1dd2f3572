import type { Mechanism } from '$lib/model';
import { deskQuery, queryOf, type MessageChoice } from './address';
import { drawShares, weightingShares, type MessageSubject } from './figures';

/** What stands in the page before any script: worked out while the site is built. */
export interface PublishedMessage {
  /** Figures of the deterministic runs. */
  readonly row: readonly number[];
  /** By way of combining, then by conclusion. */
  readonly weightings: readonly (readonly number[])[];
  readonly draws: readonly number[];
}

/** Runs on request; whoever gives it knows a simulator. */
export interface MessageRunner {
  nominal(mechanisms: readonly Mechanism[]): Promise<Float64Array>;
  draws(
    mechanisms: readonly Mechanism[],
    watch: { readonly signal: AbortSignal; readonly onProgress: (progress: { done: number; planned: number }) => void }
  ): Promise<Float64Array>;
}

/**
 * The state of the page: what the reader chose, and what follows. Weights need no runs: margins follow from the saved
 * figures at once. Mechanisms are run again; draws are fetched the first time that something is changed, and kept.
 */
export class MessageState {
  weights = $state.raw<readonly number[]>([]);
  choices = $state.raw<readonly number[]>([]);
  without = $state.raw<readonly string[]>([]);
  /** From 0 to 1 while draws are being fetched. */
  progress = $state<number | null>(null);
  failed = $state(false);
  #row = $state.raw<Float64Array>(new Float64Array(0));
  #draws = $state.raw<Float64Array | null>(null);
  /** Mechanisms that the figures in view belong to. */
  #ran = $state.raw('');
  readonly #standard: readonly number[];
  #runner: MessageRunner | null = null;
  #fetching: AbortController | null = null;
  #fetched: string | null = null;

  readonly isStandard = $derived.by(
    () =>
      this.without.length === 0 &&
      this.choices.every((choice, i) => choice === this.#standardChoices[i]) &&
      this.weights.every((weight, i) => weight === this.#standard[i])
  );
  readonly before = $derived.by(() => this.#marginsOf(this.#publishedRow, this.#standard, this.#standardChoices));
  readonly after = $derived.by(() => this.#marginsOf(this.#row, this.weights, this.choices));
  /** Ids of conclusions that do not hold now. */
  readonly turned = $derived.by(() =>
    this.subject.message.conclusions.flatMap(({ id }, c) => (this.after[c]! > 0 ? [] : [id]))
  );
  /** Weights inside the dimensions, which random weightings leave as they are: they change only with these. */
  readonly #parts = $derived.by(() =>
    [...this.weights.filter((_, i) => !this.subject.dimensions.includes(i)), ...this.choices.slice(1)].join(' ')
  );
  readonly weightings = $derived.by(() => {
    const standard = this.#standard.filter((_, i) => !this.subject.dimensions.includes(i)).join(' ');
    const own = this.#parts;
    if (this.#ran === '' && own === [standard, ...this.#standardChoices.slice(1)].join(' '))
      return this.published.weightings;
    const weights = own.split(' ').map(Number);
    let next = 0;
    const all = this.#standard.map((weight, i) => (this.subject.dimensions.includes(i) ? weight : weights[next++]!));
    return weightingShares(this.subject, this.#row, all, this.#standardChoices);
  });
  /** Null while they are not there for what is chosen. */
  readonly draws = $derived.by((): readonly number[] | null => {
    if (this.isStandard) return this.published.draws;
    return this.#draws && drawShares(this.subject, this.#draws, this.weights, this.choices);
  });
  readonly choice = $derived.by((): MessageChoice => ({
    weights: Object.fromEntries(
      this.subject.message.weights.flatMap(({ id, value }, i) =>
        this.weights[i] === value ? [] : [[id, this.weights[i]!]]
      )
    ),
    switches: Object.fromEntries(
      this.subject.message.switches.map((id, i) => [id, this.#choicesOf(id)[this.choices[i]!] ?? ''])
    ),
    without: this.mechanisms.map(({ id }) => id).filter((id) => this.without.includes(id))
  }));
  readonly query = $derived.by(() => queryOf(this.subject.model, this.choice));
  readonly deskQuery = $derived.by(() => deskQuery(this.subject.model, this.choice));

  readonly #publishedRow: Float64Array;
  readonly #standardChoices: readonly number[];

  constructor(
    readonly subject: MessageSubject,
    readonly mechanisms: readonly Mechanism[],
    readonly published: PublishedMessage
  ) {
    const { message, model } = subject;
    this.#standard = message.weights.map(({ value }) => value);
    this.#standardChoices = message.switches.map((id) => {
      const one = model.switches.find((each) => each.id === id);
      return one?.choices.indexOf(one.default) ?? 0;
    });
    this.#publishedRow = Float64Array.from(published.row);
    this.#row = this.#publishedRow;
    this.weights = this.#standard;
    this.choices = this.#standardChoices;
  }

  connect(runner: MessageRunner): void {
    this.#runner = runner;
    void this.#refresh();
  }

  open({ weights, switches, without }: MessageChoice): void {
    const { message } = this.subject;
    this.weights = message.weights.map(({ id, value }) => weights[id] ?? value);
    this.choices = message.switches.map((id, i) => {
      const index = this.#choicesOf(id).indexOf(switches[id] ?? '');
      return index < 0 ? this.#standardChoices[i]! : index;
    });
    this.without = without;
    void this.#refresh();
  }

  setWeight(place: number, value: number): void {
    this.weights = this.weights.map((weight, i) => (i === place ? value : weight));
    void this.#refresh();
  }

  setChoice(place: number, index: number): void {
    this.choices = this.choices.map((choice, i) => (i === place ? index : choice));
    void this.#refresh();
  }

  toggle(mechanism: string, on: boolean): void {
    this.without = on ? [...this.without, mechanism] : this.without.filter((id) => id !== mechanism);
    void this.#refresh();
  }

  reset(): void {
    this.weights = this.#standard;
    this.choices = this.#standardChoices;
    this.without = [];
    void this.#refresh();
  }

  #marginsOf(row: Float64Array, weights: readonly number[], choices: readonly number[]): Float64Array {
    return this.subject.message.margins(row, 0, weights, choices);
  }

  #choicesOf(id: string): readonly string[] {
    return this.subject.model.switches.find((one) => one.id === id)?.choices ?? [];
  }

  /** Brings in the figures of the mechanisms that are left out now, then their draws; what was under way is dropped. */
  async #refresh(): Promise<void> {
    const runner = this.#runner;
    const chosen = this.mechanisms.filter(({ id }) => this.without.includes(id));
    const key = chosen.map(({ id }) => id).join(' ');
    if (!runner || this.#fetched === key) return;
    if (key === '' && this.isStandard && this.#fetched === null) return;
    this.#fetching?.abort();
    const mine = new AbortController();
    this.#fetching = mine;
    this.#fetched = key;
    this.#draws = null;
    this.progress = 0;
    this.failed = false;
    try {
      const row = key === '' ? this.#publishedRow : await runner.nominal(chosen);
      if (mine.signal.aborted) return;
      this.#row = row;
      this.#ran = key;
      const draws = await runner.draws(chosen, {
        signal: mine.signal,
        onProgress: ({ done, planned }) => {
          if (this.#fetching === mine) this.progress = done / planned;
        }
      });
      if (mine.signal.aborted) return;
      this.#draws = draws;
      this.progress = null;
    } catch {
      if (mine.signal.aborted) return;
      this.#fetched = null;
      this.#row = this.#publishedRow;
      this.#ran = '';
      this.failed = true;
      this.progress = null;
    }
  }
}
