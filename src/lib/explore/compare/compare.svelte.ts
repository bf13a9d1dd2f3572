import type { Comparison } from '$lib/analysis';
import type { Trajectory } from '$lib/engine';
import { encodeLink, type Notice, type Scenario } from '$lib/scenario';
import { compareScenarios, SimulatorError, singleRuns, type Simulator } from '$lib/simulator';
import type { AddressNotice, ReadComparison } from './address';
import {
  askedOf,
  comparePlan,
  letters,
  MOST_DATES,
  MOST_SCENARIOS,
  slowRuns,
  type CompareChoices,
  type CompareSubject
} from './subject';
import { tell, type Told } from './told';

/**
 * The page's state: scenarios, what the reader chose, and what is known of both. Lines come from single runs at once; what
 * the futures say follows, and until then what was known stands, so that nothing jumps. An overtaken computation is
 * dropped.
 */
export interface CompareSetup {
  readonly subject: CompareSubject;
  readonly scenarios: readonly Scenario[];
  readonly choices: CompareChoices;
  /** Single runs of the scenarios, in order. */
  readonly runs: readonly (Trajectory | null)[];
  readonly told: Told;
}

/** Ranges of an output over time, by place. */
export interface ComparedBands {
  readonly output: string;
  readonly lines: readonly { readonly low: Float64Array; readonly high: Float64Array }[];
}

export interface SceneRuns {
  readonly scenarios: readonly Scenario[];
  readonly runs: readonly (Trajectory | null)[];
}

export class CompareState {
  readonly subject: CompareSubject;
  readonly standard: CompareChoices;
  scenarios = $state.raw<readonly Scenario[]>([]);
  choices = $state.raw<CompareChoices>(null as unknown as CompareChoices);
  /** Scenarios of which the page shows figures, with their single runs. */
  shown = $state.raw<SceneRuns>({ scenarios: [], runs: [] });
  told = $state.raw<Told>(null as unknown as Told);
  /** Scenarios that `told` tells of. */
  toldOf = $state.raw<readonly Scenario[]>([]);
  comparison = $state.raw<Comparison | null>(null);
  withBands = $state(false);
  bands = $state.raw<ComparedBands | null>(null);
  progress = $state<{ readonly done: number; readonly planned: number } | null>(null);
  trouble = $state<'failed' | 'stopped' | null>(null);
  notices = $state.raw<readonly AddressNotice[]>([]);
  scenarioNotices = $state.raw<readonly { readonly letter: string; readonly notices: readonly Notice[] }[]>([]);

  private simulator: Simulator | null = null;
  private controller: AbortController | null = null;
  /** Scenarios that the comparison in hand belongs to. */
  private compared: readonly Scenario[] = [];

  constructor({ subject, scenarios, choices, runs, told }: CompareSetup) {
    this.subject = subject;
    this.standard = choices;
    this.scenarios = scenarios;
    this.choices = choices;
    this.shown = { scenarios, runs };
    this.told = told;
    this.toldOf = scenarios;
  }

  /** Last month that all scenarios reach. */
  get months(): number {
    return Math.min(...this.scenarios.map(({ settings }) => settings.months));
  }

  get isFull(): boolean {
    return this.scenarios.length >= MOST_SCENARIOS;
  }

  async connect(simulator: Simulator): Promise<void> {
    this.simulator = simulator;
    await this.refresh();
  }

  open({ scenarios, choices, notices, scenarioNotices }: ReadComparison): void {
    this.scenarios = scenarios;
    this.choices = choices;
    this.notices = notices;
    this.scenarioNotices = scenarioNotices;
    this.fitDates();
    void this.refresh();
  }

  add(scenario: Scenario): void {
    if (this.isFull) return;
    this.arrange([...this.scenarios, scenario], this.choices.baseline);
  }

  replace(place: number, scenario: Scenario): void {
    this.arrange(
      this.scenarios.map((one, index) => (index === place ? scenario : one)),
      this.choices.baseline
    );
  }

  remove(place: number): void {
    if (this.scenarios.length < 2) return;
    const { baseline } = this.choices;
    const rest = this.scenarios.map((_, index) => index).filter((index) => index !== place);
    this.arrange(
      rest.map((index) => this.scenarios[index]!),
      Math.max(0, rest.indexOf(baseline))
    );
  }

  /** Changes places with the one before (-1) or after (1). */
  move(place: number, step: -1 | 1): void {
    const other = place + step;
    if (!this.scenarios[place] || !this.scenarios[other]) return;
    const { baseline } = this.choices;
    const order = this.scenarios.map((_, index) => index);
    [order[place], order[other]] = [other, place];
    this.arrange(
      order.map((index) => this.scenarios[index]!),
      order.indexOf(baseline)
    );
  }

  choose(change: Partial<CompareChoices>): void {
    this.choices = { ...this.choices, ...change };
    void this.refresh();
  }

  /** Month of the run, in the place of one of the dates or as a further one. */
  setDate(place: number, month: number): void {
    const dates = [...this.choices.dates];
    dates[place] = Math.max(0, Math.min(this.months, month));
    this.choose({ dates: ascending(dates).slice(0, MOST_DATES) });
  }

  removeDate(place: number): void {
    if (this.choices.dates.length > 1) this.choose({ dates: this.choices.dates.filter((_, index) => index !== place) });
  }

  setBands(withBands: boolean): void {
    this.withBands = withBands;
    void this.refresh();
  }

  cancel(): void {
    this.controller?.abort();
  }

  /** Brings lines and futures up to what is chosen. */
  async refresh(): Promise<void> {
    const { simulator, subject } = this;
    if (!simulator) return;
    this.controller?.abort();
    const controller = (this.controller = new AbortController());
    const { signal } = controller;
    const { scenarios, choices } = this;
    this.trouble = null;
    try {
      const outputs = subject.model.outputs.map(({ cell }) => cell);
      if (
        this.shown.scenarios !== scenarios ||
        this.shown.runs.some((run) => run && run.columns.length < outputs.length)
      ) {
        const runs = await singleRuns(simulator, scenarios, outputs);
        if (signal.aborted) return;
        this.shown = { scenarios, runs };
      }
      const asked = askedOf(subject, choices);
      const known =
        this.compared === scenarios &&
        this.comparison !== null &&
        asked.outputs.every((output) => asked.months.every((month) => this.comparison?.has(output, month)));
      if (!known) {
        const comparison = await this.compute(simulator, scenarios, asked, signal);
        this.comparison = comparison;
        this.compared = scenarios;
        this.bands = null;
      }
      if (this.comparison) {
        this.told = tell(subject, this.comparison, choices);
        this.toldOf = scenarios;
      }
      if (this.withBands && this.bands?.output !== choices.output)
        await this.drawBands(simulator, scenarios, choices, signal);
    } catch (thrown) {
      if (this.controller !== controller) return;
      this.trouble = thrown instanceof SimulatorError && thrown.code === 'aborted' ? 'stopped' : 'failed';
    } finally {
      if (this.controller === controller) this.progress = null;
    }
  }

  private async drawBands(
    simulator: Simulator,
    scenarios: readonly Scenario[],
    { output }: CompareChoices,
    signal: AbortSignal
  ): Promise<void> {
    const months = Array.from({ length: this.months + 1 }, (_, month) => month);
    const comparison = await this.compute(simulator, scenarios, { outputs: [output], months }, signal);
    const lines = scenarios.map((_, place) => {
      const spreads = months.map((month) => comparison.spread(letters[place]!, output, month));
      return {
        low: Float64Array.from(spreads, ({ p5 }) => p5),
        high: Float64Array.from(spreads, ({ p95 }) => p95)
      };
    });
    this.bands = { output, lines };
  }

  private async compute(
    simulator: Simulator,
    scenarios: readonly Scenario[],
    asked: { readonly outputs: readonly string[]; readonly months: readonly number[] },
    signal: AbortSignal
  ): Promise<Comparison> {
    const runs = simulator.backend() === 'interpreter' ? slowRuns : comparePlan.runs;
    this.progress = { done: 0, planned: runs };
    const comparison = await compareScenarios(simulator, {
      scenarios: scenarios.map((scenario, place) => ({ id: letters[place]!, scenario })),
      ...asked,
      plan: { ...comparePlan, runs },
      signal,
      onProgress: (progress) => {
        if (!signal.aborted) this.progress = progress;
      }
    });
    if (signal.aborted) throw new SimulatorError('aborted');
    return comparison;
  }

  private arrange(scenarios: readonly Scenario[], baseline: number): void {
    this.scenarios = scenarios;
    this.choices = { ...this.choices, baseline };
    this.fitDates();
    void this.refresh();
  }

  /** Dates stay inside the shortest run. */
  private fitDates(): void {
    const { months } = this;
    const dates = ascending(this.choices.dates.map((month) => Math.min(month, months)));
    if (dates.length !== this.choices.dates.length || dates.some((month, i) => month !== this.choices.dates[i]))
      this.choices = { ...this.choices, dates };
  }

  /** The queries of the scenarios, as the desk opens them. */
  get queries(): readonly string[] {
    return this.scenarios.map((scenario) => encodeLink(this.subject.model, scenario));
  }
}

/** Each month once. */
function ascending(months: readonly number[]): number[] {
  return months.filter((month, index) => months.indexOf(month) === index).sort((a, b) => a - b);
}
