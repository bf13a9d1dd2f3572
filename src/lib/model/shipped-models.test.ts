import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '$lib/language';
import { computingFiles, loadModel } from '$lib/model';

/** Every model of this checkout passes every check, warnings included. */
const folders = ['models', join('models', 'teaching')].flatMap((root) =>
  existsSync(root) ? readdirSync(root).map((name) => join(root, name)) : []
);
const models = folders.filter((folder) => existsSync(join(folder, 'model.yaml')));

function filesOf(folder: string, below = folder): [string, string][] {
  return readdirSync(below).flatMap((name): [string, string][] => {
    const path = join(below, name);
    if (statSync(path).isDirectory()) return name === 'released' ? [] : filesOf(folder, path);
    return /\.(yaml|topo\.json)$/.test(path)
      ? [[relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]]
      : [];
  });
}

describe.runIf(models.length > 0)('the shipped models', () => {
  it.each(models)('%s is silent', (folder) => {
    const { bundle, diagnostics } = loadModel(new Map(filesOf(folder)));
    expect(diagnostics.map((diagnostic) => formatDiagnostic(diagnostic))).toEqual([]);
    expect(bundle).not.toBeNull();
    const few = computingFiles(new Map(filesOf(folder)));
    const { model, desk, texts, presets, sources } = loadModel(few).bundle!;
    expect({ model, desk, texts, presets, sources }).toEqual({
      model: bundle!.model,
      desk: bundle!.desk,
      texts: bundle!.texts,
      presets: bundle!.presets,
      sources: bundle!.sources
    });
  });
});
