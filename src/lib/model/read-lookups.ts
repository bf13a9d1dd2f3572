import type { Checked } from './check-schema';
import { readUnit, unitText, type Reading } from './formula';
import type { Lookup } from './model';
import type { SectorFile } from './schema';

/** Lookup tables: as many y as x, x strictly increasing. */
export function readLookups({ yaml, value }: Checked<SectorFile>, reading: Reading): readonly Lookup[] {
  return Object.entries(value.lookups ?? {}).map(([id, entry]) => {
    const path = ['lookups', id];
    const at = yaml.keyPlaceOf(path);
    const xUnit = readUnit(reading, yaml, [...path, 'x_unit'], entry.x_unit);
    const yUnit = readUnit(reading, yaml, [...path, 'y_unit'], entry.y_unit);
    reading.names.define({ name: id, kind: 'lookup', unit: yUnit, cells: [[]], arity: 0 }, at, reading.report);
    const { x, y } = entry;
    const bend = x.findIndex((number, index) => index > 0 && number <= (x[index - 1] ?? -Infinity));
    if (bend > 0) {
      const data = { name: id, value: x[bend] ?? 0, before: x[bend - 1] ?? 0 };
      reading.report.error('lookup-not-increasing', yaml.placeOf([...path, 'x', bend]), data);
    }
    if (x.length !== y.length) {
      reading.report.error('lookup-lengths', yaml.placeOf([...path, 'y']), { name: id, x: x.length, y: y.length });
    }
    return { id, x, y, xUnit: unitText(xUnit), yUnit: unitText(yUnit), at };
  });
}
