import { nearest } from '$lib/language';
import type { Checked } from './check-schema';
import { checkChoices } from './checks/choices';
import type { Reading } from './formula';
import type { Model } from './model';
import { hint } from './report';
import type { Conclusion, Mechanism } from './robustness';
import type { ConclusionsFile, MechanismsFile } from './schema';

/** Mechanisms in the order of the file; each names parameters, constants and switches of the model. */
export function readMechanisms({ yaml, value }: Checked<MechanismsFile>, reading: Reading): readonly Mechanism[] {
  return Object.entries(value.mechanisms).map(([id, entry]) => {
    const path = ['mechanisms', id];
    const { parameters = {}, switches = {}, ...rest } = entry;
    for (const cell of Object.keys(parameters)) {
      const at = yaml.keyPlaceOf([...path, 'parameters', cell]);
      reading.names.requireCell(cell, ['parameter', 'constant'], at, reading.report);
    }
    checkChoices(switches, yaml, [...path, 'switches'], reading);
    return { id, ...rest, parameters, switches };
  });
}

/** Conclusions in the order of the file; each compares a cell that changes over time in two scenarios. */
export function readConclusions(
  { yaml, value }: Checked<ConclusionsFile>,
  scenarios: readonly string[],
  { time }: Pick<Model, 'time'>,
  { names, report }: Reading
): readonly Conclusion[] {
  return Object.entries(value.conclusions).map(([id, { title, left, right, output, month }]) => {
    const path = ['conclusions', id];
    for (const [side, name] of Object.entries({ left, right })) {
      if (scenarios.includes(name)) continue;
      report.error('unknown-scenario', yaml.placeOf([...path, side]), { name, ...hint(nearest(name, scenarios)) });
    }
    names.requireCell(output, ['variable', 'stock'], yaml.placeOf([...path, 'output']), report);
    const at = month === undefined ? time.months : monthsBetween(time.start, month);
    if (at < 0 || at > time.months) {
      const end = monthAfter(time.start, time.months);
      report.error('month-outside', yaml.placeOf([...path, 'month']), { text: month ?? '', start: time.start, end });
    }
    return { id, title, left, right, output, month: at };
  });
}

function monthsBetween(start: string, month: string): number {
  const [fromYear, fromMonth] = partsOf(start);
  const [year, inYear] = partsOf(month);
  return (year - fromYear) * 12 + inYear - fromMonth;
}

function monthAfter(start: string, months: number): string {
  const [year, month] = partsOf(start);
  const count = year * 12 + month - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

function partsOf(month: string): [year: number, month: number] {
  const [year = 0, inYear = 1] = month.split('-').map(Number);
  return [year, inYear];
}
