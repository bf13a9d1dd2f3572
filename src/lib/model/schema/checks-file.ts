import * as v from 'valibot';
import { either, fields, formula, freeKey, isMapping, list, note, optional, table, text, choice } from './shape';
import { scenarioDocument } from './preset-file';

/** checks.yaml: how the model ought to behave, and the scenarios that only its checks use. */
const about = { kind: choice(['claim', 'literature', 'structure']), basis: list(text()) };
const holds = fields({
  ...about,
  holds: note(
    formula(),
    'A comparison of scenario results: scenario(cell), scenario(cell, month), peak(scenario(cell), month).'
  )
});
const always = fields({ ...about, always: note(formula(), 'Holds at every saved month of every scenario.') });
const within = fields({ ...about, within_ranges: v.literal(true, 'choice true') });

const check = either(
  (input) => {
    if (isMapping(input) && 'always' in input) return always;
    return isMapping(input) && 'within_ranges' in input ? within : holds;
  },
  [holds, always, within]
);

export const checksFile = fields({
  scenarios: optional(table(scenarioDocument)),
  checks: optional(table(check, freeKey))
});

export type ChecksFile = v.InferOutput<typeof checksFile>;
