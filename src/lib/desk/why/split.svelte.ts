import { planAttribution, type AttributionPlan } from '$lib/analysis';
import type { Scenario } from '$lib/scenario';
import type { Model } from '$lib/model';
import type { Explainer } from '../desk.svelte';

/**
 * The newest split of a change over what was changed, computed case by case in the background. A split stays until its
 * successor is there, and carries what it belongs to, so that a page can say that it is an old one. Of what is asked while
 * one is under way only the newest is computed: a small one is let finish first, because a split that lags by one move is
 * better than none while the hand does not rest; a large one is aborted.
 */
export interface Question {
  readonly explainer: Explainer;
  readonly scenario: Scenario;
  readonly reference: Scenario;
  readonly output: string;
  /** Nothing else is under way for this scenario: also a large split may begin. */
  readonly rested: boolean;
  /** The bands that are in view: a split of some size waits for others than those that the one before it saw. */
  readonly bands: unknown;
}

/** One output in every month of every combination of changes. */
export interface Split {
  readonly plan: AttributionPlan;
  readonly scenario: Scenario;
  readonly reference: Scenario;
  readonly output: string;
  /** Months, the first one included. */
  readonly rows: number;
  /** Value in case i and month m: `values[i * rows + m]`. */
  readonly values: Float64Array;
  /** A combination left the finite numbers. */
  readonly broken: boolean;
}

/** Cases that hold up nothing: one block of runs. */
const tinySplit = 32;
/** Cases of a split that may be computed while a slider moves, in turn with bands. */
const smallSplit = 512;
/** Without SIMD a run takes some fifty times as long: fewer combinations, and orders, are run. */
const slow = { exactUpTo: 5, orders: 16 };

export class Splitter {
  latest = $state.raw<Split | null>(null);
  failed = $state(false);
  #asked: Question | null = null;
  #underway: { readonly question: Question; readonly controller: AbortController; readonly isSmall: boolean } | null =
    null;
  #waiting: Question | null = null;
  #bandsBefore: unknown = null;

  constructor(readonly model: Model) {}

  /** Computes the split where it is not there or under way already; not while it is too large for a moving hand. */
  ask(question: Question): void {
    this.#asked = question;
    if (this.latest && answers(this.latest, question)) {
      this.#waiting = null;
      this.#underway?.controller.abort();
      return;
    }
    if (this.#underway) {
      if (isSame(this.#underway.question, question)) {
        this.#waiting = null;
        return;
      }
      this.#waiting = question;
      if (!this.#underway.isSmall) this.#underway.controller.abort();
      return;
    }
    void this.#begin(question);
  }

  retry(): void {
    this.failed = false;
    if (this.#asked) void this.#begin(this.#asked);
  }

  /** Nothing that was asked is answered any more. */
  stop(): void {
    this.#waiting = null;
    this.#underway?.controller.abort();
  }

  async #begin(question: Question): Promise<void> {
    const { explainer, scenario, reference, output, rested, bands } = question;
    const backend = explainer.backend();
    const plan = planAttribution(this.model, reference, scenario, backend === 'interpreter' ? slow : {});
    const isSmall = backend !== 'interpreter' && plan.cases.count <= smallSplit;
    const isTiny = isSmall && plan.cases.count <= tinySplit;
    if (!rested && !isTiny && (!isSmall || bands === this.#bandsBefore)) return;
    this.#bandsBefore = bands;
    const rows = scenario.settings.months + 1;
    const split = { plan, scenario, reference, output, rows };
    if (plan.players.length === 0) {
      this.latest = { ...split, values: new Float64Array(rows), broken: false };
      return;
    }
    const controller = new AbortController();
    this.#underway = { question, controller, isSmall };
    try {
      const { values, failures } = await explainer.cases(plan.cases, {
        outputs: [output],
        months: Array.from({ length: rows }, (_, month) => month),
        signal: controller.signal
      });
      this.failed = false;
      if (!controller.signal.aborted) this.latest = { ...split, values, broken: failures.length > 0 };
    } catch {
      if (!controller.signal.aborted) this.failed = true;
    } finally {
      this.#underway = null;
      const next = this.#waiting;
      this.#waiting = null;
      if (next) this.ask(next);
    }
  }
}

function isSame(one: Question, other: Question): boolean {
  return one.explainer === other.explainer && answers(one, other);
}

export function answers(
  one: Pick<Question, 'scenario' | 'reference' | 'output'>,
  other: Pick<Question, 'scenario' | 'reference' | 'output'>
): boolean {
  return one.scenario === other.scenario && one.reference === other.reference && one.output === other.output;
}
