import {
  closeSync,
  existsSync,
  fdatasyncSync,
  ftruncateSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync
} from 'node:fs';
import { resolve } from 'node:path';
import type { Environment } from '../environment';
import { unwritable } from '../files';

/**
 * A file that grows block by block beside its place, under `<name>.part`, and is put in its place when it is whole. What
 * an interrupted command left there is gone on with: cut back to the last saved length, and written from there.
 */
export class GrowingFile {
  readonly #place: string;
  readonly #beside: string;
  #file: number;
  #length: number;

  /** `keep`: bytes that an earlier command wrote and that stay; 0 starts anew. */
  constructor(
    environment: Environment,
    private readonly named: string,
    keep: number
  ) {
    this.#place = resolve(environment.folders[0] ?? '.', named);
    this.#beside = `${this.#place}.part`;
    this.#file = this.#guarded(() => openSync(this.#beside, keep > 0 ? 'r+' : 'w'));
    this.#guarded(() => ftruncateSync(this.#file, keep));
    this.#length = keep;
  }

  append(bytes: Uint8Array): void {
    this.#guarded(() => {
      for (let at = 0; at < bytes.length;) {
        at += writeSync(this.#file, bytes, at, bytes.length - at, this.#length + at);
      }
    });
    this.#length += bytes.length;
  }

  /** Puts on the disk what has been written so far: a state that counts on it must not be there before. */
  settle(): void {
    this.#guarded(() => fdatasyncSync(this.#file));
  }

  /** Closes it; the part stays where it is. */
  leave(): void {
    closeSync(this.#file);
  }

  /** Takes the part away: nobody will go on with it. */
  discard(): void {
    this.leave();
    rmSync(this.#beside, { force: true });
  }

  /** Puts the whole file in its place. */
  finish(): void {
    this.settle();
    this.leave();
    this.#guarded(() => renameSync(this.#beside, this.#place));
  }

  #guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw unwritable(this.named, error);
    }
  }
}

/** Bytes of the part that an interrupted command left beside the named file, or null. */
export function lengthOfPart(environment: Environment, named: string): number | null {
  const place = `${resolve(environment.folders[0] ?? '.', named)}.part`;
  return existsSync(place) ? statSync(place).size : null;
}
