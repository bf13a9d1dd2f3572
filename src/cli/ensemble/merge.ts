import { resolve } from 'node:path';
import { EnsembleSummary } from '$lib/analysis';
import type { Session } from '../environment';
import { locate } from '../files';
import { Refusal } from '../refusal';
import { differenceOf, type About } from './about';
import { blocksOfShard } from './blocks';
import { runsFormOf } from './ensemble';
import type { OpenRecord } from './record';
import { writeResults, type ResultFiles } from './results';
import { closingOf, openingOf, RunsFile } from './runs-file';
import { openNamed } from './state';

export interface MergeArguments extends ResultFiles {
  readonly all?: string;
}

interface Named {
  readonly named: string;
  readonly record: OpenRecord;
}

/** `mizan merge`: puts the shards of one ensemble together, in the order of runs, whatever their order on the command line. */
export function merge(session: Session, names: readonly string[], options: MergeArguments): number {
  const shards = names.map((named) => open(session, named));
  try {
    const about = requireOneEnsemble(shards);
    requireEachOnce(shards);
    requireRunsForm(shards, options.all);
    const ordered = [...shards].sort((a, b) => a.record.header.shard.index - b.record.header.shard.index);
    const summary = mergeSummaries(ordered);
    if (options.all !== undefined) mergeRuns(session, about, ordered, options.all);
    writeResults(session, about, summary, { ...options, isWritten: options.all !== undefined });
  } finally {
    for (const { record } of shards) record.close();
  }
  return 0;
}

function open(session: Session, named: string): Named {
  const place = locate(session, named) ?? resolve(session.folders[0] ?? '.', named);
  return { named, record: openNamed(place, named) };
}

/** Refuses the first shard that differs from those before it. */
function requireOneEnsemble(shards: readonly Named[]): About {
  const [first, ...others] = shards as [Named, ...Named[]];
  const { about, shard } = first.record.header;
  for (const { named, record } of others) {
    const { header } = record;
    const difference = differenceOf(header.about, about);
    if (difference) throw new Refusal((t) => t.ensemble.foreignShard(named, first.named, difference));
    if (header.shard.count !== shard.count) {
      throw new Refusal((t) => t.ensemble.otherDivision(named, header.shard, first.named, shard));
    }
  }
  return about;
}

function requireEachOnce(shards: readonly Named[]): void {
  const { about, shard } = shards[0]!.record.header;
  const byIndex = new Map<number, Named>();
  for (const one of shards) {
    const { header } = one.record;
    const double = byIndex.get(header.shard.index);
    if (double) throw new Refusal((t) => t.ensemble.doubleShard(header.shard, double.named, one.named));
    byIndex.set(header.shard.index, one);
    const { end } = blocksOfShard(about.plan.runs, header.shard);
    if (header.next < end) throw new Refusal((t) => t.ensemble.unfinishedShard(one.named));
  }
  const missing = Array.from({ length: shard.count }, (_, i) => i + 1).filter((index) => !byIndex.has(index));
  if (missing.length > 0) throw new Refusal((t) => t.ensemble.missingShards(missing, shard.count));
}

function requireRunsForm(shards: readonly Named[], all: string | undefined): void {
  const asked = runsFormOf('--all', all);
  if (asked === null) return;
  const without = shards.find(({ record }) => !record.hasRuns);
  if (without) throw new Refusal((t) => t.ensemble.noRunsInShards(without.named));
  const { runsForm } = shards[0]!.record.header.about;
  if (runsForm !== asked) throw new Refusal((t) => t.ensemble.otherRunsForm(all ?? '', runsForm ?? ''));
}

function mergeSummaries(shards: readonly Named[]): EnsembleSummary {
  const [first, ...others] = shards.map(
    ({ record }) =>
      () =>
        EnsembleSummary.fromBytes(record.summary())
  );
  const summary = first!();
  for (const other of others) summary.merge(other());
  return summary;
}

function mergeRuns(session: Session, about: About, shards: readonly Named[], all: string): void {
  const file = new RunsFile(session, all, openingOf(about, false), null);
  for (const { record } of shards) {
    let place = 0;
    for (const bytes of record.runs()) file.appendEntry(record.header.blocks[place++]!, bytes);
  }
  file.finish(closingOf(about, file.blocks));
}
