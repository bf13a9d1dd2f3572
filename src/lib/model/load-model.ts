import type { Diagnostic } from '$lib/language';
import { readEquations } from './read-equations';
import { readSurroundings } from './read-surroundings';
import { readFolder } from './read-folder';
import type { ModelBundle } from './model';
import { Report } from './report';

/** What loading gives: a bundle only where there is no error. Warnings may stand beside a bundle. */
export interface LoadedModel {
  readonly bundle: ModelBundle | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads and checks a model folder: `files` maps paths relative to the folder (`model.yaml`, `presets/status_quo.yaml`) to
 * their texts; paths that the format does not know are left alone. Pure: the same files give the same result, in whatever
 * order they come. Never throws on what the files say.
 */
export function loadModel(files: ReadonlyMap<string, string>): LoadedModel {
  const report = new Report();
  const folder = readFolder(files, report);
  const core = folder && readEquations(folder, report);
  const bundle = folder && core && readSurroundings(folder, core, new Set(files.keys()), report);
  return { bundle: report.failed ? null : bundle, diagnostics: report.sorted() };
}
