import type { Model } from '$lib/model';
import { parseScenario, toDocument } from './document';
import { entriesOf, forms, inForm } from './file-form';
import { limits } from './limits';
import type { LinkModels } from './link';
import type { NoticeCode } from './messages';
import { excerpt } from './reading';
import type { Notice, Scenario } from './scenario';

/**
 * Scenario files, YAML or JSON (docs/scenario-files.md). The YAML reader is fetched only when a YAML file is read or
 * written, so that a page without files does not carry it. Reading never throws; what is wrong is in the notices.
 */
export type FileForm = 'yaml' | 'json';

/** The text of a file that `readScenarioFile` reads back to the same scenario. */
export async function writeScenarioFile(model: Model, scenario: Scenario, form: FileForm): Promise<string> {
  const document = toDocument(model, scenario);
  if (form === 'json') return `${JSON.stringify(document, null, 2)}\n`;
  const { stringify } = await import('yaml');
  return stringify(document, { flowCollectionPadding: true, lineWidth: 0 });
}

export interface ReadFile {
  readonly scenario: Scenario | null;
  readonly model: Model | null;
  readonly notices: readonly Notice[];
}

/** Reads a scenario file for the model that it names, or for the standard model where it names none. */
export async function readScenarioFile(text: string, models: LinkModels): Promise<ReadFile> {
  const failed = (code: NoticeCode, data: Notice['data']): ReadFile => ({
    scenario: null,
    model: null,
    notices: [{ code, data }]
  });
  if (text.length > limits.file) return failed('file-too-long', { limit: limits.file, length: text.length });
  const parsed = await parseText(text);
  if ('line' in parsed) return failed('file-syntax', { line: parsed.line, column: parsed.column });
  const entries = entriesOf(parsed.document);
  if (!entries) return failed('not-a-scenario', {});
  const named = inForm(forms.model, entries.find(([key]) => key === 'model')?.[1]);
  const [id, version = null] = named === undefined ? [null] : (named.split(/@(.*)/s) as [string, string?]);
  const exact = id === null ? (models.standard ?? null) : models.find(id, version);
  const model = exact ?? (id === null ? null : models.find(id, null));
  if (!model) return id === null ? failed('no-model', {}) : failed('unknown-model', { model: excerpt(named ?? id) });
  const { scenario, notices } = parseScenario(parsed.document, model);
  const moved: readonly Notice[] = exact
    ? []
    : [{ code: 'unknown-version', data: { model: model.id, asked: excerpt(version ?? ''), used: model.version } }];
  return { scenario, model, notices: [...moved, ...notices] };
}

/** JSON is YAML: one reader gives both their line and column. */
async function parseText(
  text: string
): Promise<{ readonly document: unknown } | { readonly line: number; readonly column: number }> {
  const { LineCounter, parseDocument } = await import('yaml');
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: true });
  const error = document.errors[0];
  if (error) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }
  try {
    return { document: document.toJS({ maxAliasCount: 100 }) as unknown };
  } catch {
    return { line: 1, column: 1 };
  }
}
