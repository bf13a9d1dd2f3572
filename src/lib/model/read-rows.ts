import { nearest } from '$lib/language';
import type { Reading } from './formula';
import type { Axis } from './model';
import { hint } from './report';
import type { Path, YamlFile } from './yaml-file';

/** The key of a row, `russia.east`: one element for each axis. Null, with a diagnostic, where it is not. */
export function readRowKey(
  key: string,
  axes: readonly Axis[],
  yaml: YamlFile,
  path: Path,
  reading: Reading
): readonly string[] | null {
  const elements = key.split('.');
  const { report, names } = reading;
  if (elements.length !== axes.length) {
    report.error('row-subscripts', yaml.keyPlaceOf(path), { row: key, count: elements.length, expected: axes.length });
    return null;
  }
  let start = 0;
  for (const [index, element] of elements.entries()) {
    const axis = axes[index];
    const allowed = axis?.kind === 'set' ? names.elementsOf(axis.set) : [axis?.element ?? ''];
    if (!allowed.includes(element)) {
      const at = yaml.keyPartPlaceOf(path, { start, end: start + element.length });
      const set = axis?.kind === 'set' ? axis.set : (axis?.element ?? '');
      report.error('unknown-element', at, {
        name: element,
        set,
        known: allowed.join(', '),
        ...hint(nearest(element, allowed))
      });
      return null;
    }
    start += element.length + 1;
  }
  return elements;
}
