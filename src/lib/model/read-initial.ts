import type { InferredUnit } from '$lib/language';
import { cellId } from './cells';
import { addFormula, type Reading } from './formula';
import type { InitialValue } from './model';
import type { LeftSide } from './read-left-side';
import { readRowKey } from './read-rows';
import type { Path, YamlFile } from './yaml-file';

/** Initial values of a stock: one value or formula for all its cells, or a row for each; in the order of the cells. */
type Written =
  number | string | { readonly value: number | string; readonly spread?: number; readonly direction?: 1 | -1 };

interface StockEntry {
  readonly range?: readonly [number, number];
  readonly initial: number | string | Readonly<Record<string, Written>>;
  readonly spread?: number;
  readonly direction?: 1 | -1;
}

interface StockPlace {
  readonly yaml: YamlFile;
  readonly path: Path;
  readonly left: LeftSide;
  readonly cells: readonly (readonly string[])[];
  readonly unit: InferredUnit;
}

export function readInitial(entry: StockEntry, stock: StockPlace, reading: Reading): readonly InitialValue[] {
  const { yaml, left, cells } = stock;
  const path = [...stock.path, 'initial'];
  const { initial } = entry;
  const shared = { spread: entry.spread ?? 0, direction: entry.direction ?? 1 };
  if (typeof initial !== 'object') {
    const value = readValue(initial, path, stock, cells, entry.range, reading);
    return value ? cells.map((elements) => ({ cell: cellId(left.name, elements), ...shared, ...value })) : [];
  }
  const rows = new Map<string, InitialValue>();
  for (const [key, row] of Object.entries(initial)) {
    const rowPath = [...path, key];
    const elements = readRowKey(key, left.axes, yaml, rowPath, reading);
    if (!elements) continue;
    const own = typeof row === 'object' ? row : { value: row };
    const valuePath = typeof row === 'object' ? [...rowPath, 'value'] : rowPath;
    const value = readValue(own.value, valuePath, stock, [elements], entry.range, reading);
    const cell = cellId(left.name, elements);
    if (value)
      rows.set(cell, {
        cell,
        spread: own.spread ?? shared.spread,
        direction: own.direction ?? shared.direction,
        ...value
      });
  }
  return cells.flatMap((elements) => {
    const cell = cellId(left.name, elements);
    const row = rows.get(cell);
    if (!row && !Object.hasOwn(initial, elements.join('.')))
      reading.report.error('missing-initial', yaml.keyPlaceOf(path), { cell });
    return row ? [row] : [];
  });
}

function readValue(
  value: number | string,
  path: Path,
  { yaml, left, unit }: StockPlace,
  cells: readonly (readonly string[])[],
  range: readonly [number, number] | undefined,
  reading: Reading
) {
  if (typeof value === 'number') {
    if (range && (value < range[0] || value > range[1])) {
      reading.report.error('value-outside-range', yaml.placeOf(path), {
        name: left.name,
        value,
        low: range[0],
        high: range[1]
      });
    }
    return { value };
  }
  const units = unit === 'any' ? [] : [unit];
  const equation = addFormula('initial', yaml, path, value, { left, cells, units }, reading);
  return equation && { equation };
}
