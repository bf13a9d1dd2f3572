import type * as v from 'valibot';
import { exactPair, fields, freeKey, list, name, note, number, optional, table, text } from './shape';

/** geography.yaml: which shapes of a TopoJSON are the model's places and borders, and what is drawn on them. Optional. */
const both = () => fields({ en: text(), ar: text() });
const position = () => note(exactPair(number()), 'Degrees east and north of the middle of the label.');
const sources = () => note(list(text()), 'Keys of sources.yaml.');
const named = () => fields({ name: both(), label: position() });

export const geographyFile = fields({
  topology: note(text(), 'Path of the TopoJSON inside the folder: geography/name.topo.json.'),
  about: note(both(), 'What the lines of the map are and are not.'),
  sources: sources(),
  influence: note(name(), 'Quantity over actors and places.'),
  control: note(name(), 'Quantity over borders, between 0 and 1.'),
  places: note(
    table(fields({ shape: text(), name: note(both(), 'The region by history.'), label: position() })),
    'Elements, each with its shape among the regions.'
  ),
  borders: note(
    table(fields({ shape: text(), label: position() })),
    'Elements, each with its shape among the borders.'
  ),
  neighbours: note(optional(table(named(), freeKey)), 'Shapes among the neighbours that are named.'),
  waters: optional(table(named())),
  districts: note(
    optional(
      table(
        fields({
          name: both(),
          label: position(),
          place: note(name(), 'The place that it lies in by history.'),
          held_by: note(name(), 'The place whose side holds it now.'),
          note: both(),
          sources: sources()
        }),
        freeKey
      )
    ),
    'Shapes among the districts that another place holds now.'
  )
});

export type GeographyFile = v.InferOutput<typeof geographyFile>;
