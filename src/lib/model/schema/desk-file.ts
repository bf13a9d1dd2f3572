import * as v from 'valibot';
import type { ActorColour } from '../model';
import { cell, cellKey, choice, either, fields, isMapping, list, name, note, optional, table, truth } from './shape';

/** desk.yaml: what the desk shows. */
export const colours = [
  'us',
  'russia',
  'east',
  'west',
  'south',
  'turkiye',
  'egypt-uae',
  'italy-eu',
  'joint',
  'own',
  'other'
] as const satisfies readonly ActorColour[];

const byStock = fields({ place: name(), actor: name(), stock: cell() });
const byParameter = fields({ place: name(), actor: name(), parameter: cell() });
const starting = either(
  (input) => (isMapping(input) && 'parameter' in input ? byParameter : byStock),
  [byStock, byParameter]
);

export const deskFile = fields({
  outputs: note(
    v.pipe(
      list(
        fields({
          cell: note(cell(), 'Id of a cell, elements joined by dots.'),
          display: note(choice(['index', 'share', 'percent', 'number']), 'How it is shown.'),
          headline: note(optional(truth()), 'Shown among the headline figures.')
        })
      ),
      v.minLength(1, 'filled')
    ),
    'Cells that a person chooses from, in order of display; the fingerprint covers them.'
  ),
  better: note(
    optional(table(choice(['higher', 'lower']), cellKey)),
    'Cells of which more, or less, is better; of others nothing is said.'
  ),
  actors: note(optional(table(choice(colours))), 'Colour slot of each actor, in order of display.'),
  switches: note(optional(list(name())), 'Switches that a person may choose on the desk, in order of display.'),
  events: note(optional(list(name())), 'Events whose chance stands in the headline while random events are drawn.'),
  stability: note(
    optional(fields({ output: cell(), parts: list(cell()), weights: list(cell()) })),
    'The main figure and its parts.'
  ),
  influence: note(
    optional(
      fields({
        quantity: name(),
        places: list(name()),
        national: name(),
        starting: note(list(starting), 'What each starting weight edits: a stock or a parameter.')
      })
    ),
    'Influence by place.'
  )
});

export type DeskFile = v.InferOutput<typeof deskFile>;
