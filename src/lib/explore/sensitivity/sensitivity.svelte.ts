import { STUDY, type RunCases, type StudyQuestion } from '$lib/analysis';
import type { Model } from '$lib/model';
import type { Notice, Scenario } from '$lib/scenario';
import { yearEnds, type LinkedScenario, type QuestionNotice, type ReadQuestion } from './address';
import { refineStudy, runStudy, type Stage, type StageWatch, type Study } from './run-study';
import { studyView, type Asked, type StudyView } from './view';

/** Computes on request; whoever gives it knows a simulator. */
export interface StudyRunner {
  readonly model: Model;
  /** The scenario that an id of the choice stands for. */
  base(id: string): Scenario;
  run(signal: AbortSignal): RunCases;
  /** Lets the page have its turn. */
  readonly pause?: () => Promise<void>;
}

/**
 * The state of the page: what is asked now, the results that are shown (of what was asked then), and what is under way.
 * Nothing runs unless the reader asks for it. What was computed before a run is cancelled stays in view.
 */
export class SensitivityState {
  asked = $state.raw<Asked>({ base: '', output: '', month: 0, inputs: 'none', uncertainty: 'wide' });
  view = $state.raw<StudyView>();
  stage = $state<Stage | null>(null);
  /** From 0 to 1 within the stage. */
  progress = $state(0);
  state = $state<'idle' | 'cancelled' | 'failed'>('idle');
  /** Scenarios that came with addresses: they stand among the presets. */
  linked = $state.raw<readonly LinkedScenario[]>([]);
  /** What could not be used of the address. */
  notices = $state.raw<readonly QuestionNotice[]>([]);
  scenarioNotices = $state.raw<readonly Notice[]>([]);
  #study: Study | null = null;
  #running: AbortController | null = null;

  constructor(
    readonly published: StudyView,
    readonly runner: () => Promise<StudyRunner>,
    /** Months of a run, where a scenario does not end earlier. */
    readonly months: number
  ) {
    this.asked = published.asked;
    this.view = published;
  }

  readonly shown = $derived.by(() => this.view ?? this.published);
  readonly isRunning = $derived.by(() => this.stage !== null);
  /** Something varies. */
  readonly isAsking = $derived.by(() => this.asked.inputs !== 'none' || this.asked.uncertainty !== 'none');
  /** The results in view are of what is asked now. */
  readonly isCurrent = $derived.by(() => JSON.stringify(this.asked) === JSON.stringify(this.shown.asked));
  readonly canRefine = $derived.by(() => this.isCurrent && this.shown.decomposition.rows < STUDY.mostRows);
  /** Runs that the next refinement takes: what the site was built with brings none along. */
  readonly refiningRuns = $derived.by(() => {
    const { decomposition, screening, swings } = this.shown;
    return this.shown === this.published ? 2 * decomposition.runs + screening.runs + swings.runs : decomposition.runs;
  });

  /** Months that can be asked for: the end of each year in which the scenario runs. */
  readonly dates = $derived.by(() => this.#datesOf(this.asked.base));

  ask(change: Partial<Asked>): void {
    const asked = { ...this.asked, ...change };
    const dates = this.#datesOf(asked.base);
    const month = dates.includes(asked.month) ? asked.month : (dates.at(-1) ?? asked.month);
    this.asked = { ...asked, month };
    this.state = 'idle';
  }

  /** What an address asks for takes the place of what was asked before. */
  open({ asked, notices }: ReadQuestion, linked: LinkedScenario | null): void {
    this.cancel();
    this.notices = notices;
    this.scenarioNotices = linked?.notices ?? [];
    if (linked?.id.startsWith('?')) this.linked = [...this.linked.filter(({ id }) => id !== linked.id), linked];
    this.ask({ ...this.published.asked, ...asked, ...(linked && { base: linked.id }) });
  }

  /** What is asked, from the beginning; or, where its results are in view, the same with twice the rows. */
  async compute(): Promise<void> {
    if (this.isRunning || !this.isAsking) return;
    const mine = new AbortController();
    this.#running = mine;
    const { asked } = this;
    const refined = this.canRefine ? this.shown.decomposition.rows * 2 : null;
    const show = (study: Study): void => {
      if (mine.signal.aborted) return;
      this.#study = study;
      this.view = studyView(asked, study.plan, study);
    };
    this.state = 'idle';
    this.#tell('screening', 0);
    try {
      const runner = await this.runner();
      const run = runner.run(mine.signal);
      const question: StudyQuestion = { ...asked, base: runner.base(asked.base) };
      const watch: StageWatch = {
        signal: mine.signal,
        pause: runner.pause,
        onProgress: (stage, { done, planned }) => {
          if (this.#running === mine) this.#tell(stage, done / planned);
        }
      };
      const known = refined !== null && this.#study?.decomposition.rows === refined / 2 ? this.#study : null;
      if (known) show(await refineStudy(known, run, watch));
      else if (refined !== null) show(await runStudy(runner.model, question, run, watch, refined));
      else show(await runStudy(runner.model, question, run, { ...watch, onPart: show }));
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

  #datesOf(base: string): readonly number[] {
    const own = this.linked.find(({ id }) => id === base)?.scenario.settings.months ?? this.months;
    return yearEnds(Math.min(own, this.months));
  }

  #tell(stage: Stage, progress: number): void {
    this.stage = stage;
    this.progress = progress;
  }
}
