import { STUDY, type RunCases, type StudyQuestion } from '$lib/analysis';
import type { Model } from '$lib/model';
import type { Scenario } from '$lib/scenario';
import { refineStudy, runStudy, type Stage, type StageWatch, type Study } from './run-study';
import { studyView, type Asked, type StudyView } from './view';

/** Computes on request; whoever gives it knows a simulator. */
export interface StudyRunner {
  readonly model: Model;
  /** The scenario that an id of the choice stands for. */
  base(id: string): Scenario;
  run(signal: AbortSignal): RunCases;
}

/**
 * The state of the page: what is asked now, the results that are shown (of what was asked then), and what is under way.
 * Nothing runs unless the reader asks for it; a run that is cancelled leaves what stood before it.
 */
export class SensitivityState {
  asked = $state.raw<Asked>({ base: '', output: '', month: 0, inputs: 'none', uncertainty: 'wide' });
  view = $state.raw<StudyView>();
  stage = $state<Stage | null>(null);
  /** From 0 to 1 within the stage. */
  progress = $state(0);
  state = $state<'idle' | 'cancelled' | 'failed'>('idle');
  #study: Study | null = null;
  #running: AbortController | null = null;

  constructor(
    readonly published: StudyView,
    readonly runner: () => Promise<StudyRunner>
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

  ask(change: Partial<Asked>): void {
    this.asked = { ...this.asked, ...change };
    this.state = 'idle';
  }

  /** What is asked, from the beginning; or, where its results are in view, the same with twice the rows. */
  async compute(): Promise<void> {
    if (this.isRunning || !this.isAsking) return;
    const mine = new AbortController();
    this.#running = mine;
    const { asked } = this;
    const isRefinement = this.canRefine;
    const rows = isRefinement ? this.shown.decomposition.rows * 2 : STUDY.rows;
    this.state = 'idle';
    this.#tell('screening', 0);
    try {
      const runner = await this.runner();
      const run = runner.run(mine.signal);
      const question: StudyQuestion = { ...asked, base: runner.base(asked.base) };
      const watch: StageWatch = {
        signal: mine.signal,
        onProgress: (stage, { done, planned }) => {
          if (this.#running === mine) this.#tell(stage, done / planned);
        }
      };
      const known = isRefinement && this.#study?.decomposition.rows === rows / 2 ? this.#study : null;
      const study = known
        ? await refineStudy(known, run, watch)
        : await runStudy(runner.model, question, run, watch, rows);
      if (mine.signal.aborted) return;
      this.#study = study;
      this.view = studyView(asked, study.plan, study);
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
    this.#running?.abort();
    this.#running = null;
    this.stage = null;
    this.state = 'cancelled';
  }

  #tell(stage: Stage, progress: number): void {
    this.stage = stage;
    this.progress = progress;
  }
}
