import type { RunCases } from '$lib/analysis';
import type { Model } from '$lib/model';
import type { Notice, QuantileOf, Scenario } from '$lib/scenario';
import type { FuturesNotice, ReadFutures } from './address';
import { breather } from './breathe';
import type { FactorName } from './factor-names';
import { isAskable, isLink, sameQuestion, type FuturesQuestion } from './question';
import { runFutures, tellingOf, type FuturesView, type Stage, type Telling } from './view';

/** Computes on request; whoever gives it knows a simulator. */
export interface FuturesRunner {
  readonly model: Model;
  /** The scenario that a preset's id or a link stands for. */
  base(named: string): Scenario;
  run(signal: AbortSignal): RunCases;
  readonly quantileOf: QuantileOf;
  /** Names of factors in the page's language. */
  names(ids: readonly string[]): Readonly<Record<string, FactorName>>;
}

/**
 * The state of the page: what is asked now, the results that are shown (of what was asked then) with the step that is chosen
 * of them, and what is under way. Nothing runs unless the reader asks for it; a run that is cancelled leaves what stood
 * before it.
 */
export class FuturesState {
  asked = $state.raw<FuturesQuestion>() as FuturesQuestion;
  view = $state.raw<FuturesView>() as FuturesView;
  names = $state.raw<Readonly<Record<string, FactorName>>>({});
  /** Step of the trajectory that is shown; null for the suggested one. */
  chosen = $state<number | null>(null);
  stage = $state<Stage | null>(null);
  /** From 0 to 1 within the stage. */
  progress = $state(0);
  state = $state<'idle' | 'cancelled' | 'failed'>('idle');
  notices = $state.raw<readonly FuturesNotice[]>([]);
  scenarioNotices = $state.raw<readonly Notice[]>([]);
  /** The results in view came with the page. */
  isPublished = $state(true);
  /** Scenario of the link that the page was opened with. */
  linked = $state<string | null>(null);
  #running: AbortController | null = null;
  /** Step that the address asks for, until its results are there. */
  #wanted: number | null = null;

  constructor(
    readonly published: FuturesView,
    readonly standard: FuturesQuestion,
    names: Readonly<Record<string, FactorName>>,
    readonly runner: () => Promise<FuturesRunner>
  ) {
    this.asked = standard;
    this.view = published;
    this.names = names;
  }

  readonly isRunning = $derived.by(() => this.stage !== null);
  readonly isAskable = $derived.by(() => isAskable(this.asked));
  /** The results in view are of what is asked now. */
  readonly isCurrent = $derived.by(() => sameQuestion(this.asked, this.view.asked));
  /** What the page asks before anybody changes it. */
  readonly isStandard = $derived.by(() => sameQuestion(this.asked, this.standard));
  /** The same but for the number of runs. */
  readonly isCoarser = $derived.by(() => sameQuestion({ ...this.asked, runs: this.view.asked.runs }, this.view.asked));
  readonly step = $derived.by(() => Math.min(this.last, this.chosen ?? this.view.suggested));
  readonly last = $derived.by(() => this.view.telling.length - 1);
  readonly telling = $derived.by((): Telling => tellingOf(this.view, this.step));

  ask(change: Partial<FuturesQuestion>): void {
    this.asked = { ...this.asked, ...change };
    this.state = 'idle';
  }

  /** What an address asks: taken over, not computed. */
  open({ asked, step, notices, scenarioNotices }: ReadFutures): void {
    this.asked = asked;
    if (isLink(asked.base)) this.linked = asked.base;
    this.notices = notices;
    this.scenarioNotices = scenarioNotices;
    this.state = 'idle';
    this.#wanted = step;
    if (step !== null && sameQuestion(asked, this.view.asked)) this.choose(step);
  }

  choose(step: number): void {
    const next = Math.min(this.last, Math.max(0, step));
    this.chosen = next === this.view.suggested ? null : next;
  }

  async compute(): Promise<void> {
    if (this.isRunning || !this.isAskable) return;
    const mine = new AbortController();
    this.#running = mine;
    const { asked } = this;
    this.state = 'idle';
    this.#tell('runs', 0);
    try {
      const { model, base, run, quantileOf, names } = await this.runner();
      const view = await runFutures(
        model,
        asked,
        base(asked.base),
        { run: run(mine.signal), quantileOf },
        {
          signal: mine.signal,
          breathe: breather(() => performance.now()),
          onProgress: (stage, done) => {
            if (this.#running === mine) this.#tell(stage, done);
          }
        }
      );
      if (mine.signal.aborted) return;
      this.names = { ...this.names, ...names(Object.keys(view.factors)) };
      this.view = view;
      this.isPublished = false;
      this.chosen = null;
      if (this.#wanted !== null) this.choose(this.#wanted);
      this.#wanted = null;
    } catch {
      if (!mine.signal.aborted) this.state = 'failed';
    } finally {
      if (this.#running === mine) {
        this.#running = null;
        this.stage = null;
      }
    }
  }

  cancel(): void {
    if (!this.#running) return;
    this.#running.abort();
    this.#running = null;
    this.stage = null;
    this.state = 'cancelled';
  }

  #tell(stage: Stage, progress: number): void {
    this.stage = stage;
    this.progress = progress;
  }
}
