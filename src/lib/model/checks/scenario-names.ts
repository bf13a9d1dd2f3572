import { nearest } from '$lib/language';
import type { Reading } from '../formula';
import { hint } from '../report';
import { isMapping } from '../schema/shape';
import type { ScenarioDocument } from '../schema';
import type { Path, YamlFile } from '../yaml-file';

/** A scenario document names only inputs, composites, cells, switches and events that the model has. */
export function checkScenarioNames(
  document: ScenarioDocument,
  yaml: YamlFile,
  path: Path,
  known: { readonly inputs: readonly string[]; readonly events: readonly string[] },
  { report, names, choices }: Reading
): void {
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
  for (const [id, choice] of Object.entries(document.switches ?? {})) {
    const allowed = choices.get(id);
    if (!allowed) {
      report.error('unknown-switch', yaml.keyPlaceOf([...path, 'switches', id]), {
        name: id,
        ...hint(nearest(id, choices.keys()))
      });
    } else if (!allowed.includes(String(choice))) {
      const data = {
        switch: id,
        choice: String(choice),
        known: allowed.join(', '),
        ...hint(nearest(String(choice), allowed))
      };
      report.error('unknown-choice', yaml.placeOf([...path, 'switches', id]), data);
    }
  }
  (document.events ?? []).forEach((event, index) => {
    const id = isMapping(event) && typeof event.event === 'string' ? event.event : undefined;
    if (id === undefined || known.events.includes(id)) return;
    report.error('unknown-event', yaml.placeOf([...path, 'events', index, 'event']), {
      name: id,
      ...hint(nearest(id, known.events))
    });
  });
}
