import * as v from 'valibot';
import type { Model } from './model';

/**
 * Frozen models: JSON that was a checked Model once. Its shape is looked at, so that a file that is no model, or one of a
 * later format, is refused by name; its equations were checked when it was frozen and are not checked again.
 */
const named = v.looseObject({
  name: v.string(),
  axes: v.array(v.looseObject({ kind: v.picklist(['set', 'element']) }))
});
const identified = v.array(v.looseObject({ id: v.string() }));
const equation = v.looseObject({ text: v.string(), expression: v.looseObject({ kind: v.string() }) });
const steps = v.pipe(v.number(), v.integer(), v.minValue(1));

const frozen = v.looseObject({
  format: v.literal(1),
  id: v.string(),
  version: v.string(),
  time: v.looseObject({
    start: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)),
    months: steps,
    integrator: v.picklist(['euler', 'rk4']),
    stepsPerMonth: v.looseObject({ euler: steps, rk4: steps })
  }),
  sets: v.array(v.looseObject({ name: v.string(), elements: v.array(v.string()) })),
  inputs: identified,
  composites: identified,
  switches: identified,
  constants: identified,
  parameters: identified,
  lookups: identified,
  stocks: v.array(
    v.looseObject({ ...named.entries, initial: v.array(v.looseObject({ cell: v.string() })), rate: equation })
  ),
  variables: v.array(v.looseObject({ ...named.entries, equation })),
  order: v.array(v.string()),
  events: identified,
  withChance: v.exactOptional(v.record(v.string(), v.string())),
  outputs: v.array(v.looseObject({ cell: v.string() })),
  sectors: v.array(v.string()),
  groups: v.array(v.string()),
  uncertainty: v.looseObject({ sectors: v.array(v.string()) })
});

/** Thrown by `parseModel`: the JSON is no model of a format that this program reads. */
export class NotAModel extends Error {
  override readonly name = 'NotAModel';
}

/**
 * A Model from the JSON of a frozen model.
 * @throws NotAModel with the path of the first part that is not as it should be.
 */
export function parseModel(json: unknown): Model {
  const result = v.safeParse(frozen, json);
  if (result.success) return json as Model;
  const [issue] = result.issues;
  const path = (issue.path ?? []).map(({ key }) => String(key)).join('.');
  throw new NotAModel(`This is no model that can be read here: ${path || 'the whole'}: ${issue.message}.`);
}
