import type { Checked } from './check-schema';
import { readUnit, unitText, type Reading } from './formula';
import type { Parameter, Shape } from './model';
import { readLeftSide, type LeftSide } from './read-left-side';
import { readRowKey } from './read-rows';
import type { SectorFile } from './schema';
import type { Path, YamlFile } from './yaml-file';

/** Parameters of one sector: scalars, and tables with one row a cell; what a row does not say, its table says. */
interface Row {
  readonly value: number;
  readonly range?: readonly [number, number];
  readonly shape?: Shape;
  readonly pedigree?: number;
  readonly sources?: readonly string[];
  readonly direction?: 1 | -1;
}

export function readParameters(
  { yaml, value }: Checked<SectorFile>,
  sector: string,
  reading: Reading
): readonly Parameter[] {
  return Object.entries(value.parameters ?? {}).flatMap(([key, entry]) => {
    const path = ['parameters', key];
    const left = readLeftSide(reading, yaml, path);
    if (!left) return [];
    const unit = readUnit(reading, yaml, [...path, 'unit'], entry.unit);
    const make = (row: Row, rowPath: Path, elements: readonly string[]): readonly Parameter[] => {
      const at = yaml.keyPlaceOf(rowPath);
      const [id] = reading.names.define(
        { name: left.name, kind: 'parameter', unit, cells: [elements], arity: left.axes.length },
        at,
        reading.report
      );
      return id === undefined ? [] : [toParameter(id, left, row, { elements, unit: unitText(unit), sector, at })];
    };
    if (!('values' in entry)) {
      if (left.axes.length === 0) {
        checkRange(left.name, entry, yaml, path, reading);
        return make(entry, path, []);
      }
      reading.names.spoil(left.name);
      reading.report.error('missing-field', yaml.keyPlaceOf(path), { field: 'values' });
      return [];
    }
    const { values, ...shared } = entry;
    return Object.entries(values).flatMap(([rowKey, written]) => {
      const rowPath = [...path, 'values', rowKey];
      const elements = readRowKey(rowKey, left.axes, yaml, rowPath, reading);
      if (!elements) reading.names.spoil(left.name);
      const row: Row = { ...shared, ...(typeof written === 'number' ? { value: written } : written) };
      checkRange(`${left.name}.${rowKey}`, row, yaml, rowPath, reading);
      return elements ? make(row, rowPath, elements) : [];
    });
  });
}

function toParameter(
  id: string,
  left: LeftSide,
  row: Row,
  where: Pick<Parameter, 'elements' | 'unit' | 'sector' | 'at'>
): Parameter {
  const [low, high] = row.range ?? [row.value, row.value];
  return {
    id,
    name: left.name,
    value: row.value,
    low,
    high,
    shape: row.shape ?? (row.range ? 'triangular' : 'fixed'),
    pedigree: row.pedigree ?? 0,
    sources: row.sources ?? [],
    direction: row.direction ?? 1,
    ...where
  };
}

function checkRange(name: string, row: Row, yaml: YamlFile, path: Path, { report }: Reading): void {
  const { value, range, shape } = row;
  if (!range) {
    if (shape !== undefined && shape !== 'fixed') report.error('shape-needs-range', yaml.keyPlaceOf(path), { shape });
    return;
  }
  const [low, high] = range;
  const at = yaml.placeOf([...path, 'range']);
  if (low > high) report.error('empty-range', at, { low, high });
  else if (value < low || value > high)
    report.error('value-outside-range', yaml.placeOf([...path, 'value']), { name, value, low, high });
  else if (shape === 'log-triangular' && low <= 0) report.error('log-needs-positive', at, { low });
}
