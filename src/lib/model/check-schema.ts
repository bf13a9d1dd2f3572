import * as v from 'valibot';
import { nearest } from '$lib/language';
import { hint, type Report } from './report';
import type { AnySchema } from './schema/shape';
import type { Path, YamlFile } from './yaml-file';

/** A file whose values have passed their schema. */
export interface Checked<Value> {
  readonly yaml: YamlFile;
  readonly value: Value;
}

/** Holds a file's values to a schema; null, with a diagnostic for each fault, where they do not pass. */
export function checkSchema<const Schema extends AnySchema>(
  yaml: YamlFile,
  schema: Schema,
  report: Report
): Checked<v.InferOutput<Schema>> | null {
  // An empty file holds nothing, which is a mapping without fields.
  const result = v.safeParse(schema, yaml.value ?? {});
  if (result.success) return { yaml, value: result.output };
  for (const issue of result.issues) reportIssue(issue as v.BaseIssue<unknown>, yaml, report);
  return null;
}

function reportIssue(issue: v.BaseIssue<unknown>, yaml: YamlFile, report: Report): void {
  const path: Path = (issue.path ?? []).map((item) => String(item.key));
  // Entries of lists have no name of their own: the list's name says where.
  const field = String(path.findLast((step) => !/^\d+$/.test(String(step))) ?? '');
  if (issue.type === 'strict_object' && issue.message.startsWith('fields ')) {
    const known = issue.message.slice('fields '.length).split('|');
    if (issue.expected === 'never') {
      const data = { field, known: known.join(', '), ...hint(nearest(field, known)) };
      report.error('unknown-field', yaml.keyPlaceOf(path), data);
    } else {
      report.error('missing-field', yaml.keyPlaceOf(path.slice(0, -1)), { field });
    }
    return;
  }
  const isKey = issue.path?.at(-1)?.origin === 'key';
  const data = { field, expected: issue.message, found: shortly(isKey ? field : issue.input) };
  report.error('wrong-value', isKey ? yaml.keyPlaceOf(path) : yaml.placeOf(path), data);
}

function shortly(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
