import type * as v from 'valibot';
import { nearest } from '$lib/language';
import { checkSchema, type Checked } from './check-schema';
import type { BriefingFiles } from './read-briefing';
import { hint, type Report } from './report';
import * as schema from './schema';
import type { AnySchema } from './schema/shape';
import { YamlFile } from './yaml-file';

/** The files of a model folder, each held to its schema; null where it is absent or does not pass. */
export interface Folder {
  readonly model: Checked<schema.ModelFile>;
  readonly inputs: Checked<schema.InputsFile> | null;
  readonly sectors: readonly { readonly sector: string; readonly file: Checked<schema.SectorFile> }[];
  readonly events: Checked<schema.EventsFile> | null;
  readonly desk: Checked<schema.DeskFile> | null;
  readonly en: Checked<schema.TextFile> | null;
  readonly ar: Checked<schema.TextFile> | null;
  readonly sources: Checked<schema.SourcesFile> | null;
  readonly checks: Checked<schema.ChecksFile> | null;
  readonly mechanisms: Checked<schema.MechanismsFile> | null;
  readonly conclusions: Checked<schema.ConclusionsFile> | null;
  readonly loops: Checked<schema.LoopsFile> | null;
  readonly reasons: Checked<schema.ReasonsFile> | null;
  readonly documentation: Checked<schema.DocumentationFile> | null;
  readonly geography: Checked<schema.GeographyFile> | null;
  /** Every file by path: some name others that are no YAML. */
  readonly texts: ReadonlyMap<string, string>;
  readonly history: Checked<schema.HistoryFile> | null;
  readonly observed: Checked<schema.ObservedFile> | null;
  readonly briefing: BriefingFiles;
  readonly presets: readonly { readonly id: string; readonly file: Checked<schema.ScenarioDocument> }[];
  /** True where every file that equations stand in passed: then names, units and order can be checked. */
  readonly sound: boolean;
}

export function readFolder(files: ReadonlyMap<string, string>, report: Report): Folder | null {
  const read = <const Schema extends AnySchema>(path: string, shape: Schema): Checked<v.InferOutput<Schema>> | null => {
    const text = files.get(path);
    const yaml = text === undefined ? null : YamlFile.read(path, text, report);
    return yaml && checkSchema(yaml, shape, report);
  };
  const required = (path: string, at = { file: path, line: 1, column: 1, length: 1 }): boolean => {
    if (files.has(path)) return true;
    report.error('missing-file', at, { path, ...hint(nearest(path, [...files.keys()].sort())) });
    return false;
  };

  required('model.yaml');
  const model = read('model.yaml', schema.modelFile);
  for (const path of ['inputs.yaml', 'desk.yaml', 'text.en.yaml', 'text.ar.yaml', 'sources.yaml'])
    if (model) required(path);
  if (!model) return null;

  const sectors = model.value.sectors.flatMap((sector, index) => {
    const path = `${sector}.yaml`;
    if (!required(path, model.yaml.placeOf(['sectors', index]))) return [];
    const file = read(path, schema.sectorFile);
    return file ? [{ sector, file }] : [];
  });
  const presets = (model.value.presets ?? []).flatMap((id, index) => {
    const path = `presets/${id}.yaml`;
    if (!required(path, model.yaml.placeOf(['presets', index]))) return [];
    const file = read(path, schema.scenarioDocument);
    return file ? [{ id, file }] : [];
  });
  const inputs = read('inputs.yaml', schema.inputsFile);
  const events = read('events.yaml', schema.eventsFile);
  return {
    model,
    inputs,
    sectors,
    events,
    presets,
    desk: read('desk.yaml', schema.deskFile),
    en: read('text.en.yaml', schema.textFile),
    ar: read('text.ar.yaml', schema.textFile),
    sources: read('sources.yaml', schema.sourcesFile),
    checks: read('checks.yaml', schema.checksFile),
    mechanisms: read('mechanisms.yaml', schema.mechanismsFile),
    conclusions: read('conclusions.yaml', schema.conclusionsFile),
    briefing: {
      briefing: read('briefing.yaml', schema.briefingFile),
      claims: read('claims.yaml', schema.claimsFile),
      actors: read('actors.yaml', schema.actorsFile),
      timeline: read('timeline.yaml', schema.timelineFile)
    },
    history: read('history.yaml', schema.historyFile),
    observed: read('observed.yaml', schema.observedFile),
    loops: read('loops.yaml', schema.loopsFile),
    reasons: read('reasons.yaml', schema.reasonsFile),
    documentation: read('documentation.yaml', schema.documentationFile),
    geography: read('geography.yaml', schema.geographyFile),
    texts: files,
    sound:
      inputs !== null && sectors.length === model.value.sectors.length && (events !== null || !files.has('events.yaml'))
  };
}
