import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { formatDiagnostic } from '$lib/language';
import { loadModel, type ModelBundle } from '$lib/model';

/** Texts of a model folder by path, as `loadModel` takes them; frozen versions are left out. */
export function modelFiles(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const read = (path: string): void => {
    for (const name of readdirSync(path)) {
      const inner = join(path, name);
      if (statSync(inner).isDirectory()) {
        if (name !== 'released') read(inner);
      } else if (/\.(yaml|topo\.json)$/.test(name)) {
        files.set(relative(folder, inner).split(sep).join('/'), readFileSync(inner, 'utf8'));
      }
    }
  };
  read(folder);
  return files;
}

/** A model folder that must load without an error. */
export function loadFolder(folder: string): ModelBundle {
  const { bundle, diagnostics } = loadModel(modelFiles(folder));
  if (!bundle) throw new Error(diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, 'en')).join('\n'));
  return bundle;
}
