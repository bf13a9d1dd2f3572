import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDiagnostic } from '$lib/language';
import { loadModel, type ModelBundle } from '$lib/model';

/** The bundle of a model folder that must load without an error. */
export function loadFolder(folder: string): ModelBundle {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'));
  const texts = paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')] as const);
  const { bundle, diagnostics } = loadModel(new Map(texts));
  if (!bundle) throw new Error(diagnostics.map((one) => formatDiagnostic(one, 'en')).join('\n'));
  return bundle;
}
