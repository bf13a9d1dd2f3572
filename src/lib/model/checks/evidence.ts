import { nearest } from '$lib/language';
import type { Checked } from '../check-schema';
import { hint, type Report } from '../report';
import type { InputsFile, SectorFile } from '../schema';
import type { Path, YamlFile } from '../yaml-file';

/** Evidence: every input and every parameter says where it comes from and how sure we are. */
interface Evidence {
  readonly sources?: readonly string[];
  readonly pedigree?: number;
}

export function checkInputEvidence(
  { yaml, value }: Checked<InputsFile>,
  keys: readonly string[] | null,
  report: Report
): void {
  for (const [id, entry] of Object.entries(value.inputs ?? {})) {
    checkPresent(id, entry, {}, yaml, ['inputs', id], report);
    checkKeys(entry, yaml, ['inputs', id], keys, report);
  }
}

export function checkParameterEvidence(
  { yaml, value }: Checked<SectorFile>,
  keys: readonly string[] | null,
  report: Report
): void {
  for (const [id, entry] of Object.entries(value.parameters ?? {})) {
    const path = ['parameters', id];
    checkKeys(entry, yaml, path, keys, report);
    if (!('values' in entry)) {
      checkPresent(id, entry, {}, yaml, path, report);
      continue;
    }
    for (const [row, own] of Object.entries(entry.values)) {
      const written: Evidence = typeof own === 'number' ? {} : own;
      checkPresent(`${id}: ${row}`, written, entry, yaml, [...path, 'values', row], report);
      checkKeys(written, yaml, [...path, 'values', row], keys, report);
    }
  }
}

function checkPresent(name: string, own: Evidence, shared: Evidence, yaml: YamlFile, path: Path, report: Report): void {
  const sources = own.sources ?? shared.sources ?? [];
  if (sources.length === 0) report.error('missing-sources', yaml.keyPlaceOf(path), { name });
  if ((own.pedigree ?? shared.pedigree) === undefined)
    report.error('missing-pedigree', yaml.keyPlaceOf(path), { name });
}

function checkKeys(
  { sources = [] }: Evidence,
  yaml: YamlFile,
  path: Path,
  keys: readonly string[] | null,
  report: Report
): void {
  if (!keys) return;
  sources.forEach((source, index) => {
    if (keys.includes(source)) return;
    report.error('unknown-source', yaml.placeOf([...path, 'sources', index]), {
      name: source,
      ...hint(nearest(source, keys))
    });
  });
}
