import { planGoalSeek, type LeverChoice, type PlannedLever, type Proposal, type RunCases } from '$lib/analysis';
import type { Model } from '$lib/model';
import type { Notice, Scenario } from '$lib/scenario';
import type { GoalNotice, ReadQuestion } from './address';
import { isLink, type AskedGoal } from './question';
import { goalSizes, isSameWay, seekGoal, slowSizes, type GoalResult } from './result';

/** Computes on request; whoever gives it knows a simulator. */
export interface GoalRunner {
  readonly model: Model;
  /** The scenario of a preset or of a link. */
  base(named: string): Scenario;
  run(signal: AbortSignal): RunCases;
  /** Whether a run is slow here. */
  readonly isSlow: boolean;
}

export interface Trying {
  readonly asked: AskedGoal;
  readonly levers: readonly PlannedLever[];
  readonly best: Proposal | null;
  readonly closest: Proposal;
}

/**
 * The state of the page: what is asked now, the answer that is shown (to what was asked then), which of its ways is looked at,
 * and what is under way. Nothing runs unless the reader asks for it; a search that is cancelled leaves what stood before it.
 */
export class GoalState {
  asked = $state.raw<AskedGoal>(null as unknown as AskedGoal);
  result = $state.raw<GoalResult>(null as unknown as GoalResult);
  /** Place in the front; null for the way that was found, or that came nearest. */
  chosen = $state<number | null>(null);
  stage = $state<'search' | 'judge' | null>(null);
  /** From 0 to 1 within the stage. */
  share = $state(0);
  trying = $state.raw<Trying | null>(null);
  state = $state<'idle' | 'cancelled' | 'cancelledPart' | 'failed'>('idle');
  /** Futures that a way is held against here. */
  futures = $state(goalSizes.futures);
  notices = $state.raw<readonly GoalNotice[]>([]);
  scenarioNotices = $state.raw<readonly Notice[]>([]);
  /** Where inputs stand in the scenario of a link, and its months, by that link. */
  linked = $state.raw<{
    readonly base: string;
    readonly stands: Readonly<Record<string, number>>;
    readonly months: number;
  } | null>(null);
  #running: AbortController | null = null;

  constructor(
    readonly published: GoalResult,
    readonly runner: () => Promise<GoalRunner>
  ) {
    this.asked = published.asked;
    this.result = published;
  }

  readonly isRunning = $derived.by(() => this.stage !== null);
  readonly isAsking = $derived.by(() => this.asked.levers.length > 0);
  /** The answer in view is to what is asked now. */
  readonly isCurrent = $derived.by(() => JSON.stringify(this.asked) === JSON.stringify(this.result.asked));
  /** The answer could be held against more futures. */
  readonly isCoarse = $derived.by(() => this.result.study.futures < this.futures);
  readonly isWhole = $derived.by(() => this.result.study.front.every(({ judged }) => judged !== null));
  /** The way that is looked at. */
  readonly way = $derived.by(() => {
    const { best, closest, front } = this.result.study;
    return (this.chosen === null ? null : front[this.chosen]) ?? best ?? closest;
  });
  /** Its place in the front; -1 where it has none. */
  readonly place = $derived.by(() => this.result.study.front.findIndex((way) => isSameWay(way, this.way)));
  readonly link = $derived.by(() => {
    const { links } = this.result;
    return (this.chosen === null ? null : links.front[this.chosen]) ?? links.shown;
  });

  ask(change: Partial<AskedGoal>): void {
    const asked = { ...this.asked, ...change };
    this.asked = { ...asked, against: Math.min(asked.against, asked.goals.length - 1) };
    if (!this.isRunning) this.state = 'idle';
  }

  open({ asked, notices, scenarioNotices }: ReadQuestion): void {
    this.cancel();
    this.state = 'idle';
    this.asked = asked;
    this.notices = notices;
    this.scenarioNotices = scenarioNotices;
  }

  setLever(id: string, change: Partial<LeverChoice>): void {
    this.ask({ levers: this.asked.levers.map((lever) => (lever.id === id ? { ...lever, ...change } : lever)) });
  }

  choose(place: number | null): void {
    this.chosen = place;
  }

  /** What is asked; where its answer is in view already, with as many futures as there should be, with other draws. */
  async compute(): Promise<void> {
    if (this.isRunning || !this.isAsking) return;
    if (this.isCurrent && this.isWhole && !this.isCoarse) this.ask({ seed: this.asked.seed + 1 });
    const mine = new AbortController();
    this.#running = mine;
    const { asked } = this;
    const isMine = (): boolean => this.#running === mine;
    this.state = 'idle';
    this.trying = null;
    this.stage = 'search';
    this.share = 0;
    try {
      const runner = await this.runner();
      if (!isMine()) return;
      const base = runner.base(asked.base);
      const { levers } = planGoalSeek(runner.model, { ...asked, base });
      const sizes = runner.isSlow ? slowSizes : goalSizes;
      this.futures = sizes.futures;
      const result = await seekGoal(runner.model, base, asked, runner.run(mine.signal), sizes, {
        signal: mine.signal,
        onSearch: ({ share, best, closest }) => {
          if (!isMine()) return;
          this.share = share;
          this.trying = { asked, levers, best, closest };
        },
        onJudge: (share) => {
          if (isMine()) this.share = share;
        },
        onPartial: (partial) => {
          if (!isMine()) return;
          if (this.stage === 'search') this.share = 0;
          this.stage = 'judge';
          this.show(partial);
        }
      });
      if (isMine()) this.show(result);
    } catch {
      if (isMine() && !mine.signal.aborted) this.state = 'failed';
    } finally {
      if (isMine()) this.#end();
    }
  }

  cancel(): void {
    if (!this.isRunning) return;
    this.state = this.stage === 'judge' ? 'cancelledPart' : 'cancelled';
    this.#running?.abort();
    this.#end();
  }

  /** Which ways the front holds does not change while they are held against futures: what was chosen stays. */
  show(result: GoalResult): void {
    if (result.asked !== this.result.asked || result.points !== this.result.points) this.chosen = null;
    this.result = result;
  }

  /** Where an input stands in the scenario that is started from; undefined where that is a link that nobody read yet. */
  standsOf(
    id: string,
    bases: readonly { readonly id: string; readonly stands: Readonly<Record<string, number>> }[]
  ): number | undefined {
    const { base } = this.asked;
    if (isLink(base)) return this.linked?.base === base ? this.linked.stands[id] : undefined;
    return bases.find((one) => one.id === base)?.stands[id];
  }

  #end(): void {
    this.#running = null;
    this.stage = null;
    this.trying = null;
  }
}
