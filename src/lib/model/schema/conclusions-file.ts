import * as v from 'valibot';
import { cell, fields, name, note, optional, table, text } from './shape';

/** conclusions.yaml: orderings of scenarios that a reader takes away. */
const both = () => fields({ en: text(), ar: text() });

const conclusion = fields({
  title: both(),
  left: note(name(), 'The scenario that comes out higher: a preset or a scenario of checks.yaml.'),
  right: note(name(), 'The scenario that comes out lower.'),
  output: note(cell(), 'The cell that is compared.'),
  month: note(
    optional(v.pipe(v.string('month'), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month'))),
    'When it is compared, YYYY-MM; the last month where it is not said.'
  )
});

export const conclusionsFile = fields({ conclusions: table(conclusion) });

export type ConclusionsFile = v.InferOutput<typeof conclusionsFile>;
