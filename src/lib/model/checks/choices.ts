import { nearest } from '$lib/language';
import type { Reading } from '../formula';
import { hint } from '../report';
import type { Path, YamlFile } from '../yaml-file';

/** A mapping from switches to choices, at `path`, names only switches and choices that the model has. */
export function checkChoices(
  chosen: Readonly<Record<string, unknown>>,
  yaml: YamlFile,
  path: Path,
  { report, choices }: Reading
): void {
  for (const [id, choice] of Object.entries(chosen)) {
    const allowed = choices.get(id);
    if (!allowed) {
      report.error('unknown-switch', yaml.keyPlaceOf([...path, id]), {
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
      report.error('unknown-choice', yaml.placeOf([...path, id]), data);
    }
  }
}
