import { divideUnits, type InferredUnit } from '$lib/language';
import { cellId } from './cells';
import type { Checked } from './check-schema';
import { addFormula, readUnit, unitText, type Reading } from './formula';
import type { Stock, Variable } from './model';
import { readInitial } from './read-initial';
import { readLeftSide, type LeftSide } from './read-left-side';
import type { SectorFile } from './schema';
import type { Path, YamlFile } from './yaml-file';

/** Stocks and variables of one sector. An entry whose formula does not parse keeps its name but is left out of the model. */
export function readStocks({ yaml, value }: Checked<SectorFile>, sector: string, reading: Reading): readonly Stock[] {
  return Object.entries(value.stocks ?? {}).flatMap(([key, entry]) => {
    const path = ['stocks', key];
    const placed = enter('stock', yaml, path, entry.unit, reading);
    if (!placed) return [];
    const { left, unit, cells } = placed;
    const rateUnit = unit === 'any' ? [] : [divideUnits(unit, { month: 1 })];
    const rate = addFormula('rate', yaml, [...path, 'rate'], entry.rate, { left, cells, units: rateUnit }, reading);
    const initial = readInitial(entry, { yaml, path, left, cells, unit }, reading);
    if (entry.range && entry.range[0] >= entry.range[1]) {
      reading.report.error('empty-range', yaml.placeOf([...path, 'range']), {
        low: entry.range[0],
        high: entry.range[1]
      });
    }
    if (!rate) return [];
    const range = entry.range ? { range: entry.range } : {};
    return [{ name: left.name, axes: left.axes, unit: unitText(unit), sector, ...range, initial, rate }];
  });
}

export function readVariables(
  { yaml, value }: Checked<SectorFile>,
  sector: string,
  reading: Reading
): readonly Variable[] {
  return Object.entries(value.variables ?? {}).flatMap(([key, entry]) => {
    const path = ['variables', key];
    const placed = enter('variable', yaml, path, entry.unit, reading);
    if (!placed) return [];
    const { left, unit, cells } = placed;
    const units = unit === 'any' ? [] : [unit];
    const equation = addFormula(
      'equation',
      yaml,
      [...path, 'equation'],
      entry.equation,
      { left, cells, units },
      reading
    );
    return equation ? [{ name: left.name, axes: left.axes, unit: unitText(unit), sector, equation }] : [];
  });
}

interface Entered {
  readonly left: LeftSide;
  readonly unit: InferredUnit;
  readonly cells: readonly (readonly string[])[];
}

function enter(
  kind: 'stock' | 'variable',
  yaml: YamlFile,
  path: Path,
  unitWritten: string | number,
  reading: Reading
): Entered | null {
  const unit = readUnit(reading, yaml, [...path, 'unit'], unitWritten);
  const left = readLeftSide(reading, yaml, path);
  if (!left) return null;
  const at = yaml.keyPlaceOf(path);
  const { name, axes } = left;
  const all = reading.names.combinations(axes);
  const known = reading.names.quantities.get(name);
  const fresh = new Set(reading.names.define({ name, kind, unit, cells: all, arity: axes.length }, at, reading.report));
  if (known?.kind === kind && unitText(known.unit) !== unitText(unit)) {
    const data = { name, unit: unitText(unit), other: unitText(known.unit), file: known.at.file, line: known.at.line };
    reading.report.error('entries-differ-in-unit', yaml.placeOf([...path, 'unit']), data);
  }
  return { left, unit, cells: all.filter((elements) => fresh.has(cellId(name, elements))) };
}
