import { nearest } from '$lib/language';
import type { Checked } from './check-schema';
import type { Reading } from './formula';
import type { QuantityKind } from './names';
import type { DocumentedText, Documentation, Reason, Reasons } from './reasons';
import { hint } from './report';
import type { DocumentationFile, ReasonsFile } from './schema';
import type { Path, YamlFile } from './yaml-file';

/** Reasons and documentation, held against the model: what they name, and the sources that they cite, are there. */
interface Known {
  /** Null where sources.yaml is broken: then its keys are not asked for. */
  readonly sources: readonly string[] | null;
  /** Inputs and composites. */
  readonly inputs: readonly string[];
  readonly events: readonly string[];
}

export function readReasons({ yaml, value }: Checked<ReasonsFile>, known: Known, reading: Reading): Reasons {
  const part = (
    section: keyof ReasonsFile,
    check: (id: string, path: Path) => void
  ): Readonly<Record<string, Reason>> =>
    Object.fromEntries(
      Object.entries(value[section] ?? {}).map(([id, { text, sources = [] }]) => {
        const path = [section, id];
        check(id, path);
        checkSources(sources, yaml, [...path, 'sources'], known, reading);
        return [id, { text, sources }];
      })
    );
  const quantity =
    (kind: QuantityKind) =>
    (id: string, path: Path): void => {
      const found = reading.names.quantities.get(id);
      if (found?.kind !== kind) reading.names.requireCell(id, [kind], yaml.keyPlaceOf(path), reading.report);
    };
  return {
    initial: part('initial', quantity('stock')),
    parameters: part('parameters', quantity('parameter')),
    events: part('events', (id, path) => {
      if (known.events.includes(id)) return;
      reading.report.error('unknown-event', yaml.keyPlaceOf(path), { name: id, ...hint(nearest(id, known.events)) });
    })
  };
}

export function readDocumentation(
  { yaml, value }: Checked<DocumentationFile>,
  known: Known,
  reading: Reading
): Documentation {
  const texts = (entries: DocumentationFile['purpose'] | undefined, path: Path): readonly DocumentedText[] =>
    (entries ?? []).map(({ text, judgement = false, sources = [], names = [] }, index) => {
      checkSources(sources, yaml, [...path, index, 'sources'], known, reading);
      names.forEach((name, place) => checkName(name, yaml, [...path, index, 'names', place], known, reading));
      return { text, judgement, sources, names };
    });
  return {
    purpose: texts(value.purpose, ['purpose']),
    scales: texts(value.scales, ['scales']),
    process: texts(value.process, ['process']),
    concepts: Object.entries(value.concepts ?? {}).map(([id, { title, texts: entries }]) => ({
      id,
      title,
      texts: texts(entries, ['concepts', id, 'texts'])
    })),
    initialisation: texts(value.initialisation, ['initialisation']),
    data: texts(value.data, ['data']),
    limits: texts(value.limits, ['limits'])
  };
}

function checkName(name: string, yaml: YamlFile, path: Path, known: Known, { names, report }: Reading): void {
  const [quantity = ''] = name.split('.');
  if (known.inputs.includes(name) || names.isSpoilt(quantity)) return;
  const found = names.quantities.get(quantity);
  if (found && (quantity === name || found.cells.has(name))) return;
  const all = [...known.inputs, ...[...names.quantities.values()].flatMap((each) => [each.name, ...each.cells.keys()])];
  report.error('unknown-name', yaml.placeOf(path), { name, ...hint(nearest(name, [...new Set(all)])) });
}

function checkSources(
  keys: readonly string[],
  yaml: YamlFile,
  path: Path,
  { sources }: Known,
  { report }: Reading
): void {
  keys.forEach((key, index) => {
    if (!sources || sources.includes(key)) return;
    report.error('unknown-source', yaml.placeOf([...path, index]), { name: key, ...hint(nearest(key, sources)) });
  });
}
