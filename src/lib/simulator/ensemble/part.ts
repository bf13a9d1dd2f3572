import { EnsembleSummary, type EnsembleResult, type EnsembleSpec } from '$lib/analysis';
import type { Backend, EnsembleRequest, Program, RunOutcome, RunRequest } from '$lib/engine';
import type { Model } from '$lib/model';
import { toRunInputs, type Scenario } from '$lib/scenario';
import type { Member } from '../simulator';
import type { References } from './references';
import { planText, specOf, subjectOf, type EnsembleTask } from './task';

/**
 * One worker's share of an ensemble. Blocks of runs go into a summary per stage, so that a stage can be handed over while
 * the next is being computed; one worker, the gatherer, brings the stages of all together. Order and division leave no
 * trace in what comes out: that is the summary's promise.
 */
export interface Block {
  readonly stage: number;
  readonly from: number;
  readonly to: number;
  /** Runs of this block that are wanted as a whole. */
  readonly members: readonly number[] | 'all';
}

export interface Gathered {
  readonly result: EnsembleResult;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

export interface Source {
  readonly model: Model;
  readonly program: Program;
  readonly backend: Backend;
}

export class Part {
  private readonly spec: EnsembleSpec;
  private readonly base: RunRequest;
  private readonly referenceBase: RunRequest | null;
  private readonly referenceKey: string;
  private readonly stages = new Map<number, EnsembleSummary>();
  private total: EnsembleSummary | null = null;

  constructor(
    private readonly source: Source,
    private readonly references: References,
    private readonly task: EnsembleTask
  ) {
    const { model, program } = source;
    const { scenario, reference, plan, outputs } = task;
    const baseOf = (one: Scenario): RunRequest => ({
      ...toRunInputs(model, one, { chance: plan.chance }),
      chance: null,
      save: outputs
    });
    this.spec = specOf(model, program, task);
    this.base = baseOf(scenario);
    this.referenceBase = reference && { ...baseOf(reference), months: scenario.settings.months };
    this.referenceKey = reference
      ? [subjectOf(model, reference), this.base.months, planText(plan), ...outputs].join(' ')
      : '';
  }

  /** Computes a block into the summary of its stage. */
  block({ stage, from, to, members }: Block): Member[] {
    const { backend } = this.source;
    const { plan } = this.task;
    const summary = this.stage(stage);
    const request: EnsembleRequest = { base: this.base, plan, from, to };
    const wanted = members === 'all' ? null : new Set(members);
    const whole: Member[] = [];
    const references =
      this.referenceBase &&
      this.references.of(this.referenceKey, backend, { base: this.referenceBase, plan, from, to });
    backend.ensemble(request, (run, outcome) => {
      if (!wanted || wanted.has(run)) whole.push({ run, outcome: copyOf(outcome) });
      const failure = outcome.ok ? references?.failure(run) : outcome.failure;
      if (failure) summary.fail(run, failure);
      else if (outcome.ok) summary.add(run, outcome.trajectory, references?.trajectory(run));
    });
    return whole;
  }

  /** Gives the summary of a stage away; null where none of its blocks came here. */
  handOver(stage: number): Uint8Array<ArrayBuffer> | null {
    const summary = this.stages.get(stage);
    this.stages.delete(stage);
    return summary?.toBytes() ?? null;
  }

  /** Adds a stage, of which others have given their parts, to the whole, and says what the whole says. */
  gather(stage: number, parts: readonly Uint8Array[], wantsBytes: boolean): Gathered {
    const total = (this.total ??= new EnsembleSummary(this.spec));
    const own = this.stages.get(stage);
    this.stages.delete(stage);
    if (own) total.merge(own);
    for (const part of parts) total.merge(EnsembleSummary.fromBytes(part));
    return { result: total.result(), bytes: wantsBytes ? total.toBytes() : null };
  }

  private stage(stage: number): EnsembleSummary {
    const known = this.stages.get(stage);
    if (known) return known;
    const summary = new EnsembleSummary(this.spec);
    this.stages.set(stage, summary);
    return summary;
  }
}

/** The values of a trajectory are valid during a visit only. */
function copyOf(outcome: RunOutcome): RunOutcome {
  if (!outcome.ok) return outcome;
  const { start, rows, columns, values, strokes } = outcome.trajectory;
  return { ok: true, trajectory: { start, rows, columns: [...columns], values: values.slice(), strokes } };
}
