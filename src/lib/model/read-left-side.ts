import type { Axis } from './model';
import type { Reading } from './formula';
import { hint } from './report';
import type { Path, YamlFile } from './yaml-file';

/** The key of a parameter, stock or variable: `trust`, `capital[patron, bloc]`, `influence_share[southern_rival, south]`. */
export interface LeftSide {
  readonly name: string;
  readonly axes: readonly Axis[];
}

/** Scalars that a model may consist of. */
export const mostCells = 20_000;

/** Reads a key; null, with diagnostics, where a subscript is neither a set nor an element, or a set stands twice. */
export function readLeftSide(reading: Reading, yaml: YamlFile, path: Path): LeftSide | null {
  const key = String(path.at(-1));
  const open = key.indexOf('[');
  const name = (open < 0 ? key : key.slice(0, open)).trim();
  if (open < 0) return { name, axes: [] };
  const axes: Axis[] = [];
  let sound = true;
  let start = open + 1;
  for (const written of key.slice(open + 1, key.lastIndexOf(']')).split(',')) {
    const subscript = written.trim();
    const from = start + written.length - written.trimStart().length;
    const at = yaml.keyPartPlaceOf(path, { start: from, end: from + Math.max(1, subscript.length) });
    const axis = axisOf(subscript, reading);
    start += written.length + 1;
    if (axis === undefined) {
      reading.report.error('unknown-subscript', at, {
        name: subscript,
        ...hint(reading.names.nearestSubscript(subscript))
      });
      sound = false;
    } else if (axis.kind === 'set' && axes.some((other) => other.kind === 'set' && other.set === axis.set)) {
      reading.report.error('axis-twice', at, { set: axis.set });
      sound = false;
    } else axes.push(axis);
  }
  // Bounded before anything is expanded.
  const count = axes.reduce(
    (product, axis) => product * (axis.kind === 'set' ? reading.names.elementsOf(axis.set).length : 1),
    1
  );
  if (count + reading.names.cellCount > mostCells) {
    reading.report.error('too-many-cells', yaml.keyPlaceOf(path), { name, count, most: mostCells });
    return null;
  }
  if (!sound) reading.names.spoil(name);
  return sound ? { name, axes } : null;
}

function axisOf(subscript: string, { names }: Reading): Axis | undefined {
  if (names.hasSet(subscript)) return { kind: 'set', set: subscript };
  return names.hasElement(subscript) ? { kind: 'element', element: subscript } : undefined;
}
