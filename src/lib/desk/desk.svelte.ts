import type { EnsembleResult } from '$lib/analysis';
import type { NotFinite, Trajectory } from '$lib/engine';
import { catalogue, directionOf, type Catalogue, type Direction, type Locale } from '$lib/i18n';
import type { DeskLayout, Model, ModelText, Source } from '$lib/model';
import {
  canonical,
  defaultOf,
  diff,
  inputRange,
  isStatusQuo,
  membersOf,
  profileOf,
  statusQuo,
  withEnsemble,
  withInitial,
  withParameter,
  withProfile,
  withSwitch,
  type Difference,
  type EnsembleSettings,
  type Notice,
  type Profile,
  type Scenario
} from '$lib/scenario';
import type { RunReport, Simulator } from '$lib/simulator';
import { Bands } from './bands.svelte';
import { begin, type History, record, redo, settle, undo } from './history';
import { cellsShown } from './cells-shown';
import type { OpenedLink } from './share';
import { customaryTiming, targetOf, withTarget, type Timing } from './profile-edit';

/** Runs a scenario and tells the newest result; older ones that are overtaken stay silent. */
export interface Runner {
  run(scenario: Scenario): void;
  /** What computes beside it, for panels that explain a result; absent where nothing can. */
  readonly explainer?: Explainer;
}

/** Further runs that explain a result. */
export type Explainer = Pick<Simulator, 'cases' | 'run' | 'backend'>;

export interface Preset {
  readonly id: string;
  readonly scenario: Scenario;
}

/** Whether a scenario is one that has a name. */
export interface Standing {
  readonly isStatusQuo: boolean;
  /** The preset that it is, if it is one. */
  readonly preset: Preset | null;
}

/** What a page knows of a model and of its reader's language. */
export interface Reading {
  readonly locale: Locale;
  readonly text: ModelText;
  /** Where the pages of the model tell of a name; absent where there are none. */
  readonly aboutName?: (name: string) => string;
}

export interface DeskSetup {
  readonly model: Model;
  readonly layout: DeskLayout;
  readonly presets: readonly Preset[];
  /** Result of the status quo, computed when the site was built. */
  readonly statusQuo: Trajectory;
  /** Bands of the status quo, computed when the site was built. */
  readonly bands?: EnsembleResult | null;
  /** Read anew whenever the language changes. */
  readonly reading: () => Reading;
  /** The model with the spelling of its formulas, where `model` came without. */
  readonly whole?: () => Promise<Model>;
}

/**
 * Everything that the desk holds: the scenario with its history, the newest result and the one to compare it with.
 * Every change goes through `change`, which records it and asks the runner for a result; results come back by `show`.
 */
export class Desk {
  readonly model: Model;
  readonly layout: DeskLayout;
  readonly presets: readonly Preset[];
  /** The model with the spelling of its formulas: loads at the first call. */
  readonly whole: () => Promise<Model>;
  /** Cells that the desk shows. */
  cells: readonly string[] = $state.raw([]);

  /** What many drawn runs say of the scenario. */
  readonly bands = new Bands();

  sources = $state.raw<Readonly<Record<string, Source>>>({});
  result: Trajectory = $state.raw() as Trajectory;
  reference: Trajectory = $state.raw() as Trajectory;
  fingerprint = $state<string | null>(null);
  /** Scenario that `result` belongs to. */
  shown: Scenario = $state.raw() as Scenario;
  failure = $state.raw<NotFinite | null>(null);
  /** The simulator itself failed, apart from any scenario. */
  broken = $state(false);
  /** What could not be applied of the link that was opened. */
  notices = $state.raw<readonly Notice[]>([]);
  /** Whether the opened link gives the result that it was made with. */
  verdict = $state<'same' | 'different' | null>(null);
  /** Month chosen for all figures, which stays until another is chosen; null is the last one. */
  chosen = $state<number | null>(null);
  /** There once the desk answers. */
  explainer = $state.raw<Explainer | null>(null);
  #read = $state<number | null>(null);

  #history = $state.raw() as History<Scenario>;
  #runner: Runner | null = null;
  #expected: { readonly scenario: Scenario; readonly fingerprint: string } | null = null;
  /** Timing that an input had last, so that it survives a visit to the default. Not reactive: nothing shows it. */
  readonly #timings: Record<string, Timing> = {};
  readonly #reading: () => Reading;
  readonly #standings = new WeakMap<Scenario, Standing>();

  readonly scenario: Scenario = $derived.by(() => this.#history.present);
  readonly locale: Locale = $derived.by(() => this.#reading().locale);
  readonly text: ModelText = $derived.by(() => this.#reading().text);
  readonly aboutName: ((name: string) => string) | undefined = $derived.by(() => this.#reading().aboutName);
  readonly words: Catalogue = $derived(catalogue(this.locale));
  readonly direction: Direction = $derived(directionOf(this.locale));
  readonly canUndo: boolean = $derived.by(() => this.#history.past.length > 0);
  readonly canRedo: boolean = $derived.by(() => this.#history.future.length > 0);
  readonly isStatusQuo: boolean = $derived.by(() => this.standingOf(this.scenario).isStatusQuo);
  readonly isPending: boolean = $derived(this.shown !== this.scenario);
  readonly changes: number = $derived.by(() => changesBetween(statusQuo(this.model), this.scenario).length);
  /** What many runs said of the scenario in view, or of the one before it while its own are under way. */
  readonly drawn: EnsembleResult | null = $derived(this.bands.latest?.result ?? null);
  /** It is still that of the one before. */
  readonly bandsLag: boolean = $derived.by(
    () => this.bands.latest !== null && this.bands.latest.scenario !== this.shown
  );
  /** The preset that the scenario is, if it is one. */
  readonly preset: Preset | null = $derived.by(() => this.standingOf(this.scenario).preset);

  constructor({ model, layout, presets, statusQuo: trajectory, bands, reading, whole }: DeskSetup) {
    this.model = model;
    this.layout = layout;
    this.presets = presets;
    this.cells = cellsShown(model, layout);
    this.#reading = reading;
    this.whole = whole ?? (() => Promise.resolve(model));
    this.#history = begin(statusQuo(model));
    this.shown = this.#history.present;
    this.result = trajectory;
    this.reference = trajectory;
    if (bands) this.bands.take({ scenario: this.shown, result: bands, members: [] });
  }

  /** Month that all figures read out: the one under a hand, else the chosen one. */
  get month(): number | null {
    return this.#read ?? this.chosen;
  }

  set month(month: number | null) {
    this.#read = month;
  }

  /** Chooses the month that figures read out; the last one is none in particular. */
  choose(month: number): void {
    this.#read = null;
    this.chosen = month >= this.result.rows - 1 ? null : month;
  }

  /** Cells of a panel that has come into view: what has not been run with them is run again. */
  alsoShow(cells: readonly string[]): void {
    const more = cells.filter((cell) => !this.cells.includes(cell));
    if (more.length === 0) return;
    this.cells = [...this.cells, ...more];
    if (!this.isStatusQuo) this.#runner?.run(statusQuo(this.model));
    this.refresh();
  }

  /** Sources come after the figures: nobody waits for them. */
  learn(sources: readonly Source[]): void {
    this.sources = Object.fromEntries(sources.map((source) => [source.key, source]));
  }

  /** From here on changes are computed. The status quo comes first, with every output, as what to compare with. */
  connect(runner: Runner): void {
    this.#runner = runner;
    this.explainer = runner.explainer ?? null;
    this.broken = false;
    if (!this.isStatusQuo) runner.run(statusQuo(this.model));
    runner.run(this.scenario);
  }

  /** Opens a scenario that came by a link. Whether its result is still the same is known once it has run. */
  openLink({ scenario, fingerprint, notices }: OpenedLink): void {
    this.notices = notices;
    this.verdict = null;
    this.#expected = fingerprint === null ? null : { scenario, fingerprint };
    this.change(scenario);
  }

  /** Takes a result. A run that left the finite numbers keeps the last good figures in view. */
  show(scenario: Scenario, { outcome, fingerprint }: RunReport): void {
    this.broken = false;
    this.shown = scenario;
    this.failure = outcome.ok ? null : outcome.failure;
    this.fingerprint = fingerprint;
    this.#compare(scenario, fingerprint);
    if (!outcome.ok) return;
    this.result = outcome.trajectory;
    if (isStatusQuo(this.model, scenario)) this.reference = outcome.trajectory;
  }

  fail(): void {
    this.broken = true;
  }

  /** A new scenario. Changes of one `gesture` are one step of undo until `settle`. */
  change(scenario: Scenario, gesture: string | null = null): void {
    if (diff(this.scenario, scenario).length === 0) return;
    this.#step(record(this.#history, scenario, gesture));
  }

  settle(): void {
    this.#history = settle(this.#history);
  }

  undo(): void {
    this.#step(undo(this.#history));
  }

  redo(): void {
    this.#step(redo(this.#history));
  }

  reset(): void {
    this.change(this.#drawnAlike(statusQuo(this.model)));
  }

  choosePreset(preset: Preset): void {
    this.change(this.#drawnAlike(preset.scenario));
  }

  /** The scenario and its history, to be kept or taken up again. */
  get history(): History<Scenario> {
    return this.#history;
  }

  takeUp(history: History<Scenario>): void {
    this.#step(history);
  }

  /** Where an input ends up, in its own unit; the mean of its members for a composite. */
  targetOf(id: string): number {
    const members = membersOf(this.model, id);
    const sum = members.reduce(
      (total, input) => total + targetOf(profileOf(this.model, this.scenario, input.id), input.default),
      0
    );
    return sum / members.length;
  }

  defaultOf(id: string): number {
    return defaultOf(this.model, id);
  }

  rangeOf(id: string): { readonly minimum: number; readonly maximum: number; readonly step: number } {
    const { minimum, maximum } = inputRange(this.model, id) ?? { minimum: 0, maximum: 1 };
    return { minimum, maximum, step: Math.max(...membersOf(this.model, id).map((input) => input.step)) };
  }

  profileOf(id: string): Profile | null {
    return profileOf(this.model, this.scenario, id);
  }

  /** Moves the end of an input's profile; one plain move back to the default is no change at all. */
  moveTarget(id: string, target: number): void {
    const profile = this.profileOf(id);
    const plain = profile?.kind !== 'points' && (profile?.ramps.length ?? 0) <= 1;
    if (profile?.kind === 'ramps' && profile.ramps[0]) this.#timings[id] = profile.ramps[0];
    const stays = plain && target === this.defaultOf(id) && !this.#followsComposite(id);
    const { start, ramp } = this.#timings[id] ?? this.#timingOfMembers(id);
    this.setProfile(id, stays ? null : withTarget(profile, target, { start, ramp }), `target ${id}`);
  }

  setProfile(id: string, profile: Profile | null, gesture: string | null = null): void {
    this.change(withProfile(this.model, this.scenario, id, profile), gesture);
  }

  resetInput(id: string): void {
    delete this.#timings[id];
    const pinned = this.#followsComposite(id);
    this.setProfile(id, pinned ? { kind: 'ramps', ramps: [{ target: this.defaultOf(id), start: 0, ramp: 0 }] } : null);
  }

  setParameter(id: string, value: number | null, gesture: string | null = null): void {
    this.change(withParameter(this.model, this.scenario, id, value), gesture);
  }

  setInitial(cell: string, value: number | null, gesture: string | null = null): void {
    this.change(withInitial(this.model, this.scenario, cell, value), gesture);
  }

  setSwitch(id: string, choice: string | null): void {
    this.change(withSwitch(this.model, this.scenario, id, choice));
  }

  setEnsemble(ensemble: Partial<EnsembleSettings>, gesture: string | null = null): void {
    this.change(withEnsemble(this.model, this.scenario, ensemble), gesture);
  }

  /** What a scenario is: asked of the present one, and of the one that figures show. */
  standingOf(scenario: Scenario): Standing {
    const known = this.#standings.get(scenario);
    if (known) return known;
    const standing = {
      isStatusQuo: isStatusQuo(this.model, scenario),
      preset: this.presets.find((preset) => changesBetween(preset.scenario, scenario).length === 0) ?? null
    };
    this.#standings.set(scenario, standing);
    return standing;
  }

  /** Whether two scenarios differ in nothing that counts for results. */
  areSame(one: Scenario, other: Scenario): boolean {
    return changesBetween(one, other).length === 0;
  }

  /** Asks again for what is in view: something else is wanted of it. */
  refresh(): void {
    this.#runner?.run(this.scenario);
  }

  /** Takes back overrides of these parameters, initial values and switches, in one step. */
  resetNumbers(ids: readonly string[]): void {
    const without = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
      Object.fromEntries(Object.entries(record).filter(([id]) => !ids.includes(id)));
    const { scenario } = this;
    this.change(
      canonical(this.model, {
        ...scenario,
        parameters: without(scenario.parameters),
        initial: without(scenario.initial),
        switches: without(scenario.switches)
      })
    );
  }

  /** The same scenario, drawn as the one in view: how futures are drawn is not part of what is chosen. */
  #drawnAlike(scenario: Scenario): Scenario {
    return withEnsemble(this.model, scenario, this.scenario.settings.ensemble);
  }

  #compare(scenario: Scenario, fingerprint: string | null): void {
    if (!this.#expected || changesBetween(this.#expected.scenario, scenario).length > 0) return;
    this.verdict = this.#expected.fingerprint === fingerprint ? 'same' : 'different';
    this.#expected = null;
  }

  #step(history: History<Scenario>): void {
    if (history === this.#history) return;
    this.#history = history;
    this.#runner?.run(history.present);
  }

  /** True where an input without a profile of its own would move with its composite. */
  #followsComposite(id: string): boolean {
    return this.model.composites.some(
      ({ id: composite, writes }) => writes.includes(id) && this.scenario.profiles[composite]
    );
  }

  #timingOfMembers(id: string): Timing {
    const moved = membersOf(this.model, id)
      .map((input) => profileOf(this.model, this.scenario, input.id))
      .find((profile) => profile?.kind === 'ramps');
    return (moved?.kind === 'ramps' ? moved.ramps[0] : undefined) ?? customaryTiming(this.scenario.settings.months);
  }
}

/** Differences in what is run; how many futures are drawn, and how, is none. */
function changesBetween(before: Scenario, after: Scenario): Difference[] {
  return diff(before, after).filter(({ kind }) => kind !== 'ensemble');
}
