import { inferUnit, printUnit, unitsEqual, type Unit } from '$lib/language';
import type { Formula, Reading } from '../formula';

/** Units: the parts of a formula agree among themselves, and the whole has the unit that its quantity declares. */
export function checkUnits(
  formula: Formula,
  lookups: ReadonlyMap<string, { x: Unit | 'any'; y: Unit | 'any' }>,
  reading: Reading
): void {
  const { equation, yaml, path, units, role } = formula;
  let agrees = true;
  const inferred = inferUnit(equation.expression, {
    unitOf: (reference) => reading.names.quantities.get(reference.name)?.unit ?? 'any',
    lookup: (name) => lookups.get(name),
    sizeOf: (set) => reading.names.elementsOf(set).length,
    report: (fault) => {
      agrees = false;
      reading.report.fault(fault, yaml.partPlaceOf(path, fault.span));
    }
  });
  // A whole that is wrong because a part is wrong would be said twice.
  if (!agrees || inferred === 'any' || units.length === 0 || units.some((unit) => unitsEqual(unit, inferred))) return;
  const expected = printUnit(units[0] ?? {});
  const code = {
    rate: 'rate-unit',
    initial: 'initial-unit',
    event: 'event-unit',
    equation: 'equation-unit',
    check: 'equation-unit'
  }[role];
  reading.report.error(code, yaml.partPlaceOf(path, equation.expression.span), {
    name: formula.owner,
    unit: printUnit(inferred),
    expected
  });
}
