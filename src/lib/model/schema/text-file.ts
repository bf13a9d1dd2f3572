import type * as v from 'valibot';
import { cellKey, fields, freeKey, note, optional, table, text } from './shape';

/** text.en.yaml and text.ar.yaml: names and meanings of everything that a person meets. */
const named = {
  name: text(),
  short: note(optional(text()), 'Short form for tight places.'),
  meaning: optional(text())
};
const namedTable = () => optional(table(fields(named)));
const cellTable = () => optional(table(fields(named), cellKey));

export const textFile = fields({
  title: text(),
  subtitle: text(),
  about: text(),
  units: note(optional(table(text(), freeKey)), 'Names of units by unit text.'),
  groups: namedTable(),
  sectors: namedTable(),
  elements: namedTable(),
  inputs: note(
    optional(
      table(
        fields({
          ...named,
          low: note(optional(text()), 'What the least value stands for.'),
          high: note(optional(text()), 'What the greatest value stands for.'),
          reason: note(optional(text()), 'Why the default is what it is.')
        })
      )
    ),
    'Inputs and composites.'
  ),
  switches: optional(table(fields({ ...named, choices: table(text()) }))),
  constants: namedTable(),
  parameters: note(cellTable(), 'By name; a cell id may have its own entry.'),
  quantities: note(cellTable(), 'Stocks and variables by name; a cell id may have its own entry.'),
  lookups: namedTable(),
  events: namedTable(),
  presets: namedTable(),
  checks: namedTable()
});

export type TextFile = v.InferOutput<typeof textFile>;
