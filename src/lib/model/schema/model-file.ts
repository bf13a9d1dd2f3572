import * as v from 'valibot';
import { choice, fields, list, loosely, name, note, number, optional, table, text, unit } from './shape';

/** model.yaml: what the whole model shares. */
const month = () => v.pipe(v.string('month'), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month'));
const names = () => list(name());
const widening = { widen: number(), loading: number() };

export const modelFile = fields({
  model: note(
    v.pipe(v.string('id'), v.regex(/^[a-z][a-z0-9-]*$/, 'id')),
    'Id of the model: lower-case letters, digits and hyphens, as in links.'
  ),
  version: note(loosely(), 'Semantic version such as 1.0.0.'),
  time: note(
    fields({
      start: note(month(), 'First month, YYYY-MM: month 0.'),
      end: note(month(), 'Last month, YYYY-MM.'),
      method: note(
        optional(choice(['euler', 'rk4'])),
        'Integration method that runs use by default: euler, or rk4 (Runge-Kutta, fourth order).'
      ),
      step: note(
        optional(fields({ euler: optional(loosely()), rk4: optional(loosely()) })),
        'Step of each method, such as 1/4 month. A month is a whole number of steps.'
      ),
      save: note(optional(loosely()), 'Interval of saved values: 1 month.')
    }),
    'The time grid.'
  ),
  sets: note(
    optional(table(v.pipe(names(), v.minLength(1, 'filled')))),
    'Sets of elements that quantities are subscripted by.'
  ),
  units: note(optional(names()), "Base units of the model's own. 1, %, month and year are known anyway."),
  constants: note(
    optional(table(fields({ value: number(), unit: unit() }))),
    'Numbers that are not uncertain, such as conversions of units.'
  ),
  switches: note(
    optional(table(fields({ choices: v.pipe(names(), v.minLength(2, 'two-or-more')), default: text() }))),
    'Named choices between mechanisms; formulas ask "switch is choice".'
  ),
  groups: note(optional(names()), 'Groups of inputs, in order of display.'),
  sectors: note(v.pipe(names(), v.minLength(1, 'filled')), 'Sectors in order; each has a file <sector>.yaml.'),
  presets: note(optional(names()), 'Presets in order of display; each has a file presets/<id>.yaml.'),
  uncertainty: note(
    optional(
      fields({
        sectors: note(optional(names()), 'Sectors in the order in which common factors are drawn.'),
        narrow: fields(widening),
        wide: fields({ ...widening, initial_factor: number() })
      })
    ),
    'How far parameters and initial values are spread in ensembles.'
  )
});

export type ModelFile = v.InferOutput<typeof modelFile>;
