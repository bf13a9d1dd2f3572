import { nearest } from '$lib/language';
import type { Reading } from '../formula';
import { hint } from '../report';
import { isMapping } from '../schema/shape';
import type { ScenarioDocument } from '../schema';
import type { Path, YamlFile } from '../yaml-file';
import { checkChoices } from './choices';

/** A scenario document names only inputs, composites, cells, switches and events that the model has. */
export function checkScenarioNames(
  document: ScenarioDocument,
  yaml: YamlFile,
  path: Path,
  known: { readonly inputs: readonly string[]; readonly events: readonly string[] },
  reading: Reading
): void {
  const { report, names } = reading;
  for (const id of Object.keys(document.profiles ?? {})) {
    if (known.inputs.includes(id)) continue;
    report.error('unknown-input', yaml.keyPlaceOf([...path, 'profiles', id]), {
      name: id,
      ...hint(nearest(id, known.inputs))
    });
  }
  for (const id of Object.keys(document.parameters ?? {})) {
    names.requireCell(id, ['parameter', 'constant'], yaml.keyPlaceOf([...path, 'parameters', id]), report);
  }
  for (const id of Object.keys(document.initial ?? {})) {
    names.requireCell(id, ['stock'], yaml.keyPlaceOf([...path, 'initial', id]), report);
  }
  checkChoices(document.switches ?? {}, yaml, [...path, 'switches'], reading);
  (document.events ?? []).forEach((event, index) => {
    const id = isMapping(event) && typeof event.event === 'string' ? event.event : undefined;
    if (id === undefined || known.events.includes(id)) return;
    report.error('unknown-event', yaml.placeOf([...path, 'events', index, 'event']), {
      name: id,
      ...hint(nearest(id, known.events))
    });
  });
}
