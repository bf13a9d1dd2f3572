import { nearest } from '$lib/language';
import type { Briefing, Claim } from './briefing';
import type { Checked } from './check-schema';
import { checkScenarioNames } from './checks/scenario-names';
import type { Reading } from './formula';
import type { Model } from './model';
import { hint } from './report';
import type { ActorsFile, BriefingFile, ChecksFile, ClaimsFile, InputsFile, TimelineFile } from './schema';
import type { Path, YamlFile } from './yaml-file';

/**
 * The briefing, held against the model: what a claim or an actor names has to be there. A file that is absent leaves its
 * part empty; null where there is none at all.
 */
export interface BriefingFiles {
  readonly briefing: Checked<BriefingFile> | null;
  readonly claims: Checked<ClaimsFile> | null;
  readonly actors: Checked<ActorsFile> | null;
  readonly timeline: Checked<TimelineFile> | null;
}

interface Known {
  readonly model: Model;
  /** Null where sources.yaml is broken: then its keys are not asked for. */
  readonly sources: readonly string[] | null;
  /** Inputs and composites. */
  readonly inputs: readonly string[];
  readonly events: readonly string[];
  /** Of checks.yaml: ids with what each rests on. */
  readonly checks: readonly { readonly id: string; readonly basis: readonly string[] }[];
}

export function readBriefing(files: BriefingFiles, known: Known, reading: Reading): Briefing | null {
  const { briefing, claims, actors, timeline } = files;
  if (!briefing && !claims && !actors && !timeline) return null;
  return {
    situation: briefing ? readSituation(briefing, known, reading) : [],
    themes: claims ? readThemes(claims, known, reading) : [],
    actors: actors ? readActors(actors, known, reading) : [],
    lanes: timeline ? readLanes(timeline, known, reading) : []
  };
}

function readSituation({ yaml, value }: Checked<BriefingFile>, known: Known, reading: Reading): Briefing['situation'] {
  return value.situation.map(({ text, sources, judgement = false }, index) => {
    checkSources(sources, yaml, ['situation', index, 'sources'], known, reading);
    return { text, sources, judgement };
  });
}

function readThemes({ yaml, value }: Checked<ClaimsFile>, known: Known, reading: Reading): Briefing['themes'] {
  const seen = new Set<string>();
  return Object.entries(value.themes).map(([theme, { title, claims }]) => ({
    id: theme,
    title,
    claims: Object.entries(claims).map(([id, entry]): Claim => {
      const path = ['themes', theme, 'claims', id];
      if (seen.has(id)) reading.report.error('listed-twice', yaml.keyPlaceOf(path), { name: id });
      seen.add(id);
      entry.mechanism.names.forEach((name, index) =>
        requireName(name, yaml, [...path, 'mechanism', 'names', index], known, reading)
      );
      entry.shows.forEach((cell, index) => {
        const outputs = known.model.outputs.map((output) => output.cell);
        if (outputs.includes(cell)) return;
        reading.report.error('unknown-output', yaml.placeOf([...path, 'shows', index]), {
          name: cell,
          ...hint(nearest(cell, outputs))
        });
      });
      checkScenarioNames(entry.try, yaml, [...path, 'try'], known, reading);
      const named = known.checks.filter(({ basis }) => basis.includes(id)).map((check) => check.id);
      const checkIds = known.checks.map((check) => check.id);
      entry.checks?.forEach((check, index) => {
        if (checkIds.includes(check)) return;
        reading.report.error('unknown-check', yaml.placeOf([...path, 'checks', index]), {
          name: check,
          ...hint(nearest(check, checkIds))
        });
      });
      const checks = [...new Set([...named, ...(entry.checks ?? [])])];
      const { paragraph, text, mechanism, shows, note } = entry;
      const about = { id, paragraph, title: entry.title, text, mechanism, try: entry.try, shows, checks };
      return note ? { ...about, note } : about;
    })
  }));
}

function readActors({ yaml, value }: Checked<ActorsFile>, known: Known, reading: Reading): Briefing['actors'] {
  return Object.entries(value.actors).map(([id, { inputs = [], ...about }]) => {
    inputs.forEach((name, index) => {
      if (known.inputs.includes(name)) return;
      reading.report.error('unknown-input', yaml.placeOf(['actors', id, 'inputs', index]), {
        name,
        ...hint(nearest(name, known.inputs))
      });
    });
    checkSources(about.sources, yaml, ['actors', id, 'sources'], known, reading);
    return { id, inputs, ...about };
  });
}

function readLanes({ yaml, value }: Checked<TimelineFile>, known: Known, reading: Reading): Briefing['lanes'] {
  return Object.entries(value.lanes).map(([id, { name, colour, events }]) => ({
    id,
    name,
    colour,
    events: events
      .map(({ main = false, ...event }, index) => {
        checkSource(event.source, yaml, ['lanes', id, 'events', index, 'source'], known, reading);
        return { ...event, main };
      })
      .toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))
  }));
}

/** A quantity, a parameter, an input, a composite, or one cell of them. */
function requireName(name: string, yaml: YamlFile, path: Path, { inputs }: Known, { names, report }: Reading): void {
  const [quantity = ''] = name.split('.');
  if (inputs.includes(name) || names.isSpoilt(quantity)) return;
  const found = names.quantities.get(quantity);
  if (found && (quantity === name || found.cells.has(name))) return;
  const all = [...names.quantities.values()].flatMap((each) => [each.name, ...each.cells.keys()]);
  report.error('unknown-name', yaml.placeOf(path), { name, ...hint(nearest(name, [...new Set([...all, ...inputs])])) });
}

function checkSources(keys: readonly string[], yaml: YamlFile, path: Path, known: Known, reading: Reading): void {
  keys.forEach((key, index) => checkSource(key, yaml, [...path, index], known, reading));
}

function checkSource(key: string, yaml: YamlFile, path: Path, { sources }: Known, { report }: Reading): void {
  if (!sources || sources.includes(key)) return;
  report.error('unknown-source', yaml.placeOf(path), { name: key, ...hint(nearest(key, sources)) });
}

/** What inputs and checks call their claims must be claims of claims.yaml, where there is such a file. */
export function checkClaimNames(
  claims: Checked<ClaimsFile>,
  files: { readonly inputs: Checked<InputsFile> | null; readonly checks: Checked<ChecksFile> | null },
  { report }: Reading
): void {
  const ids = Object.values(claims.value.themes).flatMap((theme) => Object.keys(theme.claims));
  const require = (name: string, yaml: YamlFile, path: Path): void => {
    if (ids.includes(name)) return;
    report.error('unknown-claim', yaml.placeOf(path), { name, ...hint(nearest(name, ids)) });
  };
  const { inputs, checks } = files;
  for (const [id, entry] of Object.entries(inputs?.value.inputs ?? {}))
    entry.claims?.forEach((name, index) => inputs && require(name, inputs.yaml, ['inputs', id, 'claims', index]));
  for (const [id, { basis }] of Object.entries(checks?.value.checks ?? {}))
    basis.forEach((name, index) => {
      if (checks && /^c\d+$/.test(name)) require(name, checks.yaml, ['checks', id, 'basis', index]);
    });
}
