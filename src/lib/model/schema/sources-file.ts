import * as v from 'valibot';
import { choice, fields, freeKey, note, optional, table, text, whole } from './shape';

/** sources.yaml: what the keys of `sources` refer to. */
export const sourcesFile = table(
  fields({
    kind: choice(['article', 'book', 'report', 'dataset', 'news', 'judgement']),
    citation: text(),
    year: optional(whole(1000, 2200)),
    url: optional(v.pipe(v.string('url'), v.regex(/^https?:\/\/\S+$/, 'url'))),
    doi: optional(v.pipe(v.string('doi'), v.regex(/^10\.\d{4,9}\/\S+$/, 'doi'))),
    seen: note(choice(['read', 'cited']), 'read: read at its source; cited: known through citations only.')
  }),
  freeKey
);

export type SourcesFile = v.InferOutput<typeof sourcesFile>;
