import type * as v from 'valibot';
import { cell, cellKey, fields, list, name, note, optional, table, text, truth } from './shape';

/** reasons.yaml and documentation.yaml: why numbers are what they are, and what equations cannot say. Both are optional. */
const both = () => fields({ en: text(), ar: text() });

const reason = fields({
  text: both(),
  sources: note(optional(list(text())), 'Keys of sources.yaml; none where the number is judgement alone.')
});

export const reasonsFile = fields({
  initial: note(optional(table(reason, cellKey)), 'Initial values, by stock or by cell.'),
  parameters: note(optional(table(reason, cellKey)), 'Values and ranges, by parameter or by cell.'),
  events: note(optional(table(reason, name())), 'Rates and sizes, by event.')
});

const documented = list(
  fields({
    text: both(),
    judgement: note(optional(truth()), 'The text weighs and concludes where no source or computation does.'),
    sources: note(optional(list(text())), 'Keys of sources.yaml.'),
    names: note(optional(list(cell())), 'Names of the model that the text speaks of.')
  })
);

export const documentationFile = fields({
  purpose: note(documented, 'What the model is for, and what it is not for.'),
  scales: note(optional(documented), 'Entities and scales, beyond what the sets and the time grid say.'),
  process: note(optional(documented), 'What happens in a step, and in which order.'),
  concepts: note(
    optional(table(fields({ title: both(), texts: documented }))),
    'Design concepts, in the order in which they are told.'
  ),
  initialisation: optional(documented),
  data: note(optional(documented), 'What is read from outside while the model runs.'),
  limits: note(optional(documented), 'What a reader must not conclude.')
});

export type ReasonsFile = v.InferOutput<typeof reasonsFile>;
export type DocumentationFile = v.InferOutput<typeof documentationFile>;
