import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { About } from './about';
import type { Shard } from './blocks';
import type { BlockRows } from './rows';

/**
 * The file of an ensemble under way, or of a part of one: a state, or a shard. It is
 *   magic | bytes of the runs, block by block | bytes of the summary | header, as JSON | length of the header | magic
 * with the length as 4 bytes, least first. A state holds no runs: they lie in the file that is being written.
 */
export interface Header {
  readonly format: number;
  readonly about: About;
  readonly shard: Shard;
  /** Blocks up to this one, exclusive, are in the summary, from the first of the shard on. */
  readonly next: number;
  /** By block: what the bytes of its rows are. Empty where runs are not written. */
  readonly blocks: readonly BlockEntry[];
  readonly summary: { readonly length: number; readonly sha256: string };
}

/** A block of rows without its bytes, whose number is `length`. */
export interface BlockEntry extends Omit<BlockRows, 'bytes'> {
  readonly length: number;
}

/** Raised whenever bytes of a record mean something else, those of the summary included. */
export const FORMAT = 2;
export const MAGIC = new TextEncoder().encode('MIZANPT1');

const LENGTH_BYTES = 4;
const TAIL = LENGTH_BYTES + MAGIC.length;

export function entryOf({ bytes, rows, first, last, columns }: BlockRows): BlockEntry {
  return { length: bytes.length, rows, first, last, columns };
}

export function lengthOf(blocks: readonly BlockEntry[]): number {
  return blocks.reduce((sum, { length }) => sum + length, 0);
}

/** Everything after the runs. */
export function encodeEnd(header: Omit<Header, 'format' | 'summary'>, summary: Uint8Array): Uint8Array<ArrayBuffer> {
  const { about, shard, next, blocks } = header;
  const whole: Header = {
    format: FORMAT,
    about,
    shard,
    next,
    blocks,
    summary: { length: summary.length, sha256: sha256(summary) }
  };
  const text = new TextEncoder().encode(JSON.stringify(whole));
  const bytes = new Uint8Array(summary.length + text.length + TAIL);
  bytes.set(summary);
  bytes.set(text, summary.length);
  new DataView(bytes.buffer).setUint32(summary.length + text.length, text.length, true);
  bytes.set(MAGIC, bytes.length - MAGIC.length);
  return bytes;
}

/** A record that is read piece by piece: only its header is held. */
export interface OpenRecord {
  readonly header: Header;
  /** Whether the rows of its blocks are in the file: in a shard that writes every run. */
  readonly hasRuns: boolean;
  summary(): Uint8Array<ArrayBuffer>;
  /** The bytes of the runs, one block after the other. */
  runs(): Generator<Uint8Array<ArrayBuffer>>;
  close(): void;
}

/**
 * Null where the file is no record, is cut short or damaged; 'other-format' where another version of the program wrote it.
 * Throws what the file system throws.
 */
export function openRecord(place: string): OpenRecord | 'other-format' | null {
  const file = openSync(place, 'r');
  const close = (): void => closeSync(file);
  const read = (from: number, length: number): Uint8Array<ArrayBuffer> => {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length;) {
      const got = readSync(file, bytes, at, length - at, from + at);
      if (got === 0) throw new Error('the file became shorter while it was read');
      at += got;
    }
    return bytes;
  };
  try {
    const header = readHeader(read, fstatSync(file).size);
    if (header && header.format !== FORMAT) {
      close();
      return 'other-format';
    }
    const runsLength = header && lengthOf(header.blocks);
    const summaryFrom = header && fstatSync(file).size - header.end - header.summary.length;
    if (!header || (summaryFrom !== MAGIC.length && summaryFrom !== MAGIC.length + runsLength!)) return refuse(close);
    if (sha256(read(summaryFrom, header.summary.length)) !== header.summary.sha256) return refuse(close);
    return {
      header,
      hasRuns: header.about.runsForm !== null && summaryFrom === MAGIC.length + runsLength!,
      summary: () => read(summaryFrom, header.summary.length),
      *runs() {
        let at = MAGIC.length;
        for (const { length } of header.blocks) {
          yield read(at, length);
          at += length;
        }
      },
      close
    };
  } catch (error) {
    close();
    throw error;
  }
}

function refuse(close: () => void): null {
  close();
  return null;
}

function readHeader(
  read: (from: number, length: number) => Uint8Array,
  size: number
): (Header & { readonly end: number }) | null {
  if (size < MAGIC.length + TAIL || !isMagic(read(0, MAGIC.length))) return null;
  const tail = read(size - TAIL, TAIL);
  if (!isMagic(tail.subarray(LENGTH_BYTES))) return null;
  const length = new DataView(tail.buffer).getUint32(0, true);
  if (length > size - TAIL - MAGIC.length) return null;
  const text = new TextDecoder().decode(read(size - TAIL - length, length));
  try {
    const header = JSON.parse(text) as Header;
    return typeof header.format === 'number' ? { ...header, end: TAIL + length } : null;
  } catch {
    return null;
  }
}

function isMagic(bytes: Uint8Array): boolean {
  return bytes.every((byte, i) => byte === MAGIC[i]);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
