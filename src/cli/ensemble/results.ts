import type { EnsembleSummary } from '$lib/analysis';
import type { Session } from '../environment';
import { writeWhole } from '../files';
import type { About } from './about';
import { bandsCsv } from './bands-csv';
import { summaryJson } from './summary-json';

/** Where results go; `-` is standard output. */
export interface ResultFiles {
  readonly csv?: string;
  readonly json?: string;
}

/** Writes what was asked for. Where no file was, of runs neither, the bands go to standard output. */
export function writeResults(
  session: Session,
  about: About,
  summary: EnsembleSummary,
  { csv, json, isWritten }: ResultFiles & { readonly isWritten: boolean }
): void {
  const result = summary.result();
  const bands = csv ?? (json === undefined && !isWritten ? '-' : undefined);
  if (bands !== undefined) write(session, bands, bandsCsv(result, summary.means(), about.start, about.outputs));
  if (json !== undefined) write(session, json, summaryJson(about, result));
}

function write(session: Session, file: string, content: string): void {
  if (file === '-') session.print(content);
  else writeWhole(session, file, content);
}
