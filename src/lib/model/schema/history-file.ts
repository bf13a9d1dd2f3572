import * as v from 'valibot';
import {
  cell,
  cellKey,
  choice,
  either,
  fields,
  isMapping,
  list,
  name,
  note,
  number,
  numbers,
  optional,
  range,
  table,
  text,
  whole
} from './shape';

/** history.yaml: what the inputs were, year by year, and what struck when; the run that observed series are compared with. */
export const localised = () => fields({ en: text(), ar: text() });
const month = () => v.pipe(v.string('month'), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month'));
export const yearSpan = () => range();

const dated = {
  title: localised(),
  month: note(month(), 'The month at whose start it strikes.'),
  until: note(optional(month()), 'Last month, where it strikes at the start of every month of a time.'),
  sources: note(list(text()), 'Keys of sources.yaml.')
};
const byEvent = fields({
  ...dated,
  event: note(name(), 'An event of the model.'),
  magnitude: note(number(), 'Its size, 0 to 1.')
});
const byEffects = fields({
  ...dated,
  effects: note(
    list(text()),
    '"up stock a" maps x to x + (1 - x)·a, "down stock a" maps x to x·(1 - a), "set stock a" puts a in its place.'
  )
});

export const historyFile = fields({
  about: localised(),
  start: note(month(), 'Month 0.'),
  end: note(month(), 'Last month.'),
  method: choice(['euler', 'rk4']),
  steps_per_month: whole(1, 64),
  switches: note(optional(table(name())), 'Choices of switches, by switch.'),
  years: note(yearSpan(), 'First and last year of the values of inputs.'),
  inputs: note(
    table(
      fields({
        values: note(numbers(), 'One value a year, that of the middle of the year, in the unit of the input.'),
        sources: list(text()),
        note: optional(localised())
      })
    ),
    'Inputs by id; others keep their default.'
  ),
  initial: note(optional(table(number(), cellKey)), 'Stocks at month 0 by cell.'),
  events: optional(
    list(either((input) => (isMapping(input) && 'event' in input ? byEvent : byEffects), [byEvent, byEffects]))
  ),
  hazard: note(
    optional(fields({ cell: cell(), event: name() })),
    'The cell that is a hazard of war per year, and the event that forces a war.'
  ),
  wars: note(
    optional(list(fields({ title: localised(), from: month(), until: month() }))),
    'Times of war: each begins with an onset, and the test of the hazard leaves them out.'
  )
});

export type HistoryFile = v.InferOutput<typeof historyFile>;
