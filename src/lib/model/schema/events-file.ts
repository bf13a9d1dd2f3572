import type * as v from 'valibot';
import { fields, formula, list, name, note, optional, table, text, triple, whole } from './shape';

/** events.yaml: what may strike at the start of a month. */
export const eventsFile = fields({
  events: note(
    table(
      fields({
        rate: note(formula(), 'Strokes per year, on the state at the start of the month.'),
        magnitude: note(triple(), 'Triangular size: low, mode, high, within 0 to 1.'),
        quiet_months: note(
          optional(whole(0, 1200)),
          'Months after a stroke in which it cannot strike again; 0 where absent.'
        ),
        effects: note(
          list(text()),
          'In order: "up stock factor" maps x to x + (1 - x)·f·m, "down stock factor" maps x to x·(1 - f·m).'
        )
      })
    ),
    'Events by id.'
  ),
  with_chance: note(
    optional(table(name())),
    'Choices of switches, by switch, that hold while random events are drawn, unless a scenario chooses itself.'
  )
});

export type EventsFile = v.InferOutput<typeof eventsFile>;
