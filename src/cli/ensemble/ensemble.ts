import { EnsembleSummary } from '$lib/analysis';
import type { Session } from '../environment';
import { Refusal } from '../refusal';
import { textOf } from '../text';
import { blocksOfShard, runsOfBlock, WHOLE } from './blocks';
import { cores, hire } from './crew';
import { drive } from './drive';
import type { RunsForm } from './job';
import { parseCount, parseShard } from './numbers';
import { prepare, type PlanOptions, type Prepared } from './prepare';
import { openProgress } from './progress';
import { encodeEnd } from './record';
import { writeResults, type ResultFiles } from './results';
import { closingOf, openingOf, RunsFile } from './runs-file';
import { takeUp, writeState, type Part, type Progressing } from './state';

export interface EnsembleArguments extends PlanOptions, ResultFiles {
  readonly all?: string;
  readonly workers?: string;
  readonly shard?: string;
  readonly out?: string;
  readonly state?: string;
  readonly saveEvery?: string;
  readonly resume?: boolean;
  readonly verbose?: boolean;
}

/** Exit code of a command that was asked to stop, as shells expect it: 128 + SIGINT. */
const INTERRUPTED = 130;

/** A state is saved so seldom that saving takes no more than this share of the time. */
const SAVING = 0.05;

/** `mizan ensemble`: many runs of a scenario, or a part of them; bands, a summary, and on request every run. */
export async function ensemble(session: Session, named: string, options: EnsembleArguments): Promise<number> {
  requireFitting(options);
  const shard = options.shard === undefined ? WHOLE : parseShard(options.shard);
  const size = options.workers === undefined ? cores() : parseCount('--workers', options.workers, 1, 1_024);
  const every = options.saveEvery === undefined ? 5 : parseCount('--save-every', options.saveEvery, 0, 86_400);
  const prepared = await prepare(session, named, options, runsFormOf('--all', options.all));
  const part: Part = { about: prepared.about, shard, ...blocksOfShard(prepared.about.plan.runs, shard) };
  const destination = options.out ?? options.all ?? null;
  const opening = openingOf(prepared.about, options.out !== undefined);
  const begun = takeUp(session, part, { ...options, destination, opening });
  const file =
    destination === null || begun.isWritten ? null : new RunsFile(session, destination, opening, begun.blocks);

  const work: Work = { prepared, part, size, every: 1000 * every, file, state: options.state ?? null };
  const reached = await compute(session, work, begun, options.verbose ?? false);
  if (reached.next < part.end) {
    if (options.state === undefined) file?.discard();
    else file?.leave();
    return interrupted(session, options, part, reached.next);
  }
  const { about } = prepared;
  if (options.out !== undefined) {
    const header = { about, shard, next: reached.next, blocks: about.runsForm ? (file?.blocks ?? []) : [] };
    file?.finish(encodeEnd(header, reached.summary.toBytes()));
  } else {
    file?.finish(closingOf(about, file.blocks));
    writeResults(session, about, reached.summary, { ...options, isWritten: options.all !== undefined });
  }
  return 0;
}

/** Form of the file of runs by the ending of its name; null without a name. */
export function runsFormOf(option: string, name: string | undefined): RunsForm | null {
  if (name === undefined) return null;
  const ending = /\.(parquet|csv)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined) throw new Refusal((t) => t.ensemble.badRunsName(option, name));
  return ending as RunsForm;
}

function requireFitting({ shard, out, csv, json, state, resume }: EnsembleArguments): void {
  if (shard !== undefined && out === undefined) throw new Refusal((t) => t.ensemble.shardNeedsOut);
  if (shard === undefined && out !== undefined) throw new Refusal((t) => t.ensemble.outNeedsShard);
  if (shard !== undefined && (csv !== undefined || json !== undefined)) {
    throw new Refusal((t) => t.ensemble.shardHasNoResults);
  }
  if (resume && state === undefined) throw new Refusal((t) => t.ensemble.resumeNeedsState);
}

interface Work {
  readonly prepared: Prepared;
  readonly part: Part;
  /** Threads. */
  readonly size: number;
  /** Milliseconds between two saves of the state. */
  readonly every: number;
  readonly file: RunsFile | null;
  readonly state: string | null;
}

interface Reached {
  /** The block that comes next. */
  readonly next: number;
  readonly summary: EnsembleSummary;
}

/** Computes what is left of a part, saving the state as it goes. */
async function compute(session: Session, work: Work, begun: Progressing, isVerbose: boolean): Promise<Reached> {
  const { prepared, part, file, state } = work;
  const { job, about } = prepared;
  const text = textOf(session.locale);
  const summary = begun.summary ?? new EnsembleSummary(job.spec);
  if (begun.next >= part.end) return { next: begun.next, summary };

  const runsUpTo = (block: number): number => runsOfBlock(about.plan.runs, block).from;
  const firstRun = runsUpTo(part.first);
  const planned = Math.min(about.plan.runs, runsUpTo(part.end)) - firstRun;
  const before = runsUpTo(begun.next) - firstRun;
  const began = session.now();
  let due = began + work.every;
  let isStopped = false;
  let next = begun.next;

  const crew = await hire(job, Math.min(work.size, part.end - begun.next));
  if (crew.backend === 'interpreter') session.warn(`mizan: ${text.warning}: ${text.ensemble.noLanes}\n`);
  const progress = openProgress(session, planned, before);
  const stopListening = session.onInterrupt(() => (isStopped = true));
  try {
    await drive(crew, begun.next, part.end, {
      onBlock: (block, rows) => {
        if (rows) file?.append(rows);
        progress.show(Math.min(about.plan.runs, runsUpTo(block + 1)) - firstRun);
      },
      onSummaries: (end, summaries) => {
        const from = session.now();
        for (const bytes of summaries) summary.merge(EnsembleSummary.fromBytes(bytes));
        next = end;
        if (state !== null) {
          file?.settle();
          const blocks = about.runsForm && file ? file.blocks.slice(0, end - part.first) : [];
          writeState(session, state, { about, shard: part.shard, next, blocks }, summary);
        }
        due = session.now() + Math.max(work.every, (session.now() - from) / SAVING);
      },
      isDue: () => state !== null && session.now() >= due,
      isStopped: () => isStopped
    });
  } finally {
    stopListening();
    progress.end();
    await crew.close();
  }
  if (isVerbose) {
    const seconds = (session.now() - began) / 1000;
    const done = Math.min(about.plan.runs, runsUpTo(next)) - firstRun - before;
    const peak = process.resourceUsage().maxRSS / 1024;
    session.warn(
      `mizan: ${text.ensemble.took(done, seconds, done / seconds, crew.hands.length, crew.backend, peak)}\n`
    );
  }
  return { next, summary };
}

function interrupted(session: Session, { state }: EnsembleArguments, part: Part, next: number): number {
  const text = textOf(session.locale).ensemble;
  const runs = part.about.plan.runs;
  const done = runsOfBlock(runs, next).from - runsOfBlock(runs, part.first).from;
  session.warn(`mizan: ${state === undefined ? text.stoppedForGood : text.stopped(done, state)}\n`);
  return INTERRUPTED;
}
