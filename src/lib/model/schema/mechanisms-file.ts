import type * as v from 'valibot';
import { cellKey, choice, fields, note, number, optional, table, text } from './shape';

/** mechanisms.yaml: mechanisms that can be left out or exaggerated. */
const both = () => fields({ en: text(), ar: text() });

const mechanism = fields({
  kind: note(
    choice(['without', 'stronger', 'loop']),
    'without: switched off; stronger: exaggerated; loop: a feedback loop is cut.'
  ),
  loop: note(optional(text()), 'The loop that is cut, R1.'),
  title: both(),
  about: both(),
  parameters: note(optional(table(number(), cellKey)), 'Values of parameters, also beyond their ranges.'),
  switches: note(optional(table(text())), 'Choices of switches.')
});

export const mechanismsFile = fields({ mechanisms: table(mechanism) });

export type MechanismsFile = v.InferOutput<typeof mechanismsFile>;
