import { isReserved } from '$lib/language';
import type { Checked } from './check-schema';
import type { Reading } from './formula';
import type { ElementSet } from './model';
import type { ModelFile } from './schema';

/** Sets and their elements. Sets may share elements; a set may not be called like an element. */
export function readSets({ yaml, value }: Checked<ModelFile>, { report, names }: Reading): readonly ElementSet[] {
  const sets = Object.entries(value.sets ?? {}).map(([name, elements]) => ({ name, elements }));
  const allElements = new Set(sets.flatMap(({ elements }) => elements));
  for (const { name, elements } of sets) {
    if (isReserved(name)) report.error('reserved-name', yaml.keyPlaceOf(['sets', name]), { name });
    if (allElements.has(name)) report.error('set-named-like-element', yaml.keyPlaceOf(['sets', name]), { name });
    elements.forEach((element, index) => {
      const at = yaml.placeOf(['sets', name, index]);
      if (isReserved(element)) report.error('reserved-name', at, { name: element });
      if (elements.indexOf(element) < index) report.error('element-twice', at, { name: element, set: name });
    });
    names.addSet({ name, elements });
  }
  return sets;
}
