import * as v from 'valibot';
import { list, note, openFields, optional, table, cellKey } from './shape';

/**
 * presets/<id>.yaml and the scenarios of checks.yaml, as far as the model room reads them: which ids they name. The
 * scenario room reads the rest (docs/scenario-files.md).
 */
export const scenarioDocument = openFields({
  profiles: note(optional(table(v.unknown())), 'Profiles by id of an input or a composite.'),
  parameters: note(optional(table(v.unknown(), cellKey)), 'Values by cell id of a parameter.'),
  initial: note(optional(table(v.unknown(), cellKey)), 'Initial values by cell id of a stock.'),
  switches: note(optional(table(v.unknown())), 'Choices by id of a switch.'),
  events: note(optional(list(v.unknown())), 'Events that strike at the start of a given month.')
});

export type ScenarioDocument = v.InferOutput<typeof scenarioDocument>;
