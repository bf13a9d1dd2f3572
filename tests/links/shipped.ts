import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { loadModel, type ModelBundle } from '$lib/model';

/** The shipped models as tests meet them: folders of models/, read and checked once. */
const loaded = new Map<string, ModelBundle>();

/** Bundle of models/<name>; null where there is no such folder. Throws where the model has errors. */
export function shippedModel(name: string): ModelBundle | null {
  const folder = resolve('models', name);
  if (!existsSync(folder)) return null;
  const known = loaded.get(name);
  if (known) return known;
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(yaml|topo\.json)$/.test(path)
  );
  const files = new Map(
    paths.map((path) => [relative('.', path).split(sep).join('/'), readFileSync(join(folder, path), 'utf8')])
  );
  const { bundle, diagnostics } = loadModel(files);
  if (!bundle)
    throw new Error(`models/${name}: ${diagnostics.map(({ code, at }) => `${at.file}:${at.line} ${code}`).join(', ')}`);
  loaded.set(name, bundle);
  return bundle;
}
