import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import type { Environment } from './environment';
import { Refusal } from './refusal';
import type { Text } from './text';

/** Reading and writing, with refusals that name the path as the person wrote it. */
function reasonOf(error: unknown): (text: Text) => string {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return ({ systemErrors }) => systemErrors[code] ?? code;
}

export function unreadable(named: string, error: unknown): Refusal {
  return new Refusal((t) => t.unreadable(named, reasonOf(error)(t)));
}

export function unwritable(named: string, error: unknown): Refusal {
  return new Refusal((t) => t.unwritable(named, reasonOf(error)(t)));
}

/** Where a path of the command leads: from where the person stands, or from the project's folder. Null where nothing is there. */
export function locate(environment: Environment, path: string): string | null {
  const places = isAbsolute(path) ? [path] : environment.folders.map((folder) => resolve(folder, path));
  return places.find((place) => existsSync(place)) ?? null;
}

export function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

export function readText(place: string, named: string): string {
  try {
    return readFileSync(place, 'utf8');
  } catch (error) {
    throw unreadable(named, error);
  }
}

/** Every YAML file and topology of a model folder but its frozen versions, by its path inside the folder, with slashes. */
export function readModelFolder(folder: string, named: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const read = (inside: string): void => {
    for (const name of readdirSync(join(folder, inside)).sort()) {
      const path = `${inside}${name}`;
      if (isFolder(join(folder, path))) {
        if (path !== 'released') read(`${path}/`);
      } else if (/\.(ya?ml|topo\.json)$/.test(name)) files.set(path, readText(join(folder, path), `${named}/${path}`));
    }
  };
  read('');
  return files;
}

/** Writes through a neighbour and a rename, so that a file is whole or not there. Devices and pipes are written as they are. */
export function writeWhole(environment: Environment, path: string, content: string | Uint8Array): void {
  const place = resolve(environment.folders[0] ?? '.', path);
  const present = statSync(place, { throwIfNoEntry: false });
  const beside = join(dirname(place), `.${basename(place)}.${process.pid}.part`);
  try {
    if (present && !present.isFile()) return writeFileSync(place, content);
    writeFileSync(beside, content);
    renameSync(beside, place);
  } catch (error) {
    rmSync(beside, { force: true });
    throw unwritable(path, error);
  }
}
