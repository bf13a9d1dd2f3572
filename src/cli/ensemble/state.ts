import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { EnsembleSummary } from '$lib/analysis';
import type { Session } from '../environment';
import { unreadable, writeWhole } from '../files';
import { Refusal } from '../refusal';
import { textOf } from '../text';
import { differenceOf, type About } from './about';
import type { Shard } from './blocks';
import { lengthOfPart } from './growing-file';
import { encodeEnd, lengthOf, MAGIC, openRecord, type BlockEntry, type Header, type OpenRecord } from './record';

/** A stretch of blocks of one ensemble: the whole of it, or a shard. */
export interface Part {
  readonly about: About;
  readonly shard: Shard;
  readonly first: number;
  readonly end: number;
}

/** How far a part is. */
export interface Progressing {
  /** The block that comes next. */
  readonly next: number;
  /** What is in the file of runs or the shard; null where that file has to be begun. */
  readonly blocks: readonly BlockEntry[] | null;
  readonly summary: EnsembleSummary | null;
  /** The file of runs or the shard is in its place already, as a whole. */
  readonly isWritten: boolean;
}

export interface Resuming {
  readonly state?: string;
  readonly resume?: boolean;
  /** The file that grows with the blocks, if any, and what stands in it before the first one. */
  readonly destination: string | null;
  readonly opening: Uint8Array;
}

/** Where a part is taken up: at its beginning, or where its state says. Refuses a state that is of anything else. */
export function takeUp(session: Session, part: Part, resuming: Resuming): Progressing {
  const { state, resume, destination, opening } = resuming;
  const beginning: Progressing = { next: part.first, blocks: null, summary: null, isWritten: false };
  if (state === undefined) return beginning;
  const place = resolve(session.folders[0] ?? '.', state);
  if (!existsSync(place)) {
    if (resume) session.warn(`mizan: ${textOf(session.locale).ensemble.nothingToResume(state)}\n`);
    return beginning;
  }
  if (!resume) throw new Refusal((t) => t.ensemble.stateThere(state));
  const record = openNamed(place, state);
  const { about, shard, next, blocks } = record.header;
  requireSame(part, about, shard, state);
  const summary = EnsembleSummary.fromBytes(record.summary());
  record.close();
  if (destination === null) return { next, blocks: [], summary, isWritten: false };
  const written = lengthOfPart(session, destination);
  const isComplete = next === part.end && written === null;
  if (isComplete && existsSync(resolve(session.folders[0] ?? '.', destination))) {
    return { next, blocks, summary, isWritten: true };
  }
  if (written === null || written < opening.length + lengthOf(blocks)) {
    throw new Refusal((t) => t.ensemble.partMissing(state, `${destination}.part`));
  }
  return { next, blocks, summary, isWritten: false };
}

/** Opens a state or a shard by the name that the person gave. Refuses what is none. */
export function openNamed(place: string, named: string): OpenRecord {
  let record: ReturnType<typeof openRecord>;
  try {
    record = openRecord(place);
  } catch (error) {
    throw unreadable(named, error);
  }
  if (!record) throw new Refusal((t) => t.ensemble.noRecord(named));
  if (record === 'other-format') throw new Refusal((t) => t.ensemble.otherFormat(named));
  return record;
}

function requireSame(part: Part, about: About, shard: Shard, state: string): void {
  const difference = differenceOf(about, part.about);
  if (difference) throw new Refusal((t) => t.ensemble.otherState(state, difference));
  if (shard.index !== part.shard.index || shard.count !== part.shard.count) {
    throw new Refusal((t) => t.ensemble.otherShard(state, shard, part.shard));
  }
}

/** Writes the state whole or not at all; the one before stays until then. */
export function writeState(
  session: Session,
  state: string,
  header: Omit<Header, 'format' | 'summary'>,
  summary: EnsembleSummary
): void {
  const end = encodeEnd(header, summary.toBytes());
  const bytes = new Uint8Array(MAGIC.length + end.length);
  bytes.set(MAGIC);
  bytes.set(end, MAGIC.length);
  writeWhole(session, state, bytes);
}
