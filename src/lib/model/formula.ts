import { builtInUnits, nearest, parseFormula, parseUnit, printUnit, type InferredUnit, type Unit } from '$lib/language';
import type { Names } from './names';
import type { Axis, Equation } from './model';
import { hint, type Report } from './report';
import type { Path, YamlFile } from './yaml-file';

/** What a formula is for: it decides which names and functions it may use. */
export type FormulaRole = 'equation' | 'rate' | 'initial' | 'event' | 'check';

/** A formula as it stands in a file, with what its checks need. */
export interface Formula {
  /** Name of what it belongs to, for messages. */
  readonly owner: string;
  readonly role: FormulaRole;
  /** The left-hand side, and the cells of it that this formula computes. */
  readonly axes: readonly Axis[];
  readonly cells: readonly (readonly string[])[];
  readonly equation: Equation;
  /** Units that it may have; empty where it is not asked. */
  readonly units: readonly Unit[];
  readonly yaml: YamlFile;
  readonly path: Path;
}

/** What is gathered while the files of a model are read. */
export interface Reading {
  readonly report: Report;
  readonly names: Names;
  /** The model's own base units. */
  readonly units: readonly string[];
  readonly formulas: Formula[];
  /** Choices of each switch. */
  readonly choices: Map<string, readonly string[]>;
}

/** Parses the formula at a path; null, with diagnostics, where it is none. */
export function readEquation(reading: Reading, yaml: YamlFile, path: Path, value: string | number): Equation | null {
  const text = String(value).trimEnd();
  const { expression, faults } = parseFormula(text);
  for (const fault of faults) reading.report.fault(fault, yaml.partPlaceOf(path, fault.span));
  return expression && { text, expression, at: yaml.placeOf(path) };
}

/** Parses the unit text at a path; `any`, with a diagnostic, where it is none. */
export function readUnit(reading: Reading, yaml: YamlFile, path: Path, value: string | number): InferredUnit {
  const parsed = parseUnit(String(value), reading.units);
  if (parsed.ok) return parsed.unit;
  const { code, data } = parsed.fault;
  const suggestion = data.name === undefined ? undefined : nearest(data.name, [...builtInUnits, ...reading.units]);
  reading.report.error(code, yaml.placeOf(path), { ...data, ...hint(suggestion) });
  return 'any';
}

/** Unit text for the checked model. */
export function unitText(unit: ReturnType<typeof readUnit>): string {
  return unit === 'any' ? '1' : printUnit(unit);
}

/** Parses a formula and hands it to the checks. */
export function addFormula(
  role: FormulaRole,
  yaml: YamlFile,
  path: Path,
  value: string | number,
  about: {
    readonly left: { readonly name: string; readonly axes: readonly Axis[] };
    readonly cells: Formula['cells'];
    readonly units: readonly Unit[];
  },
  reading: Reading
): Equation | null {
  const equation = readEquation(reading, yaml, path, value);
  if (!equation) return null;
  const { left, cells, units } = about;
  reading.formulas.push({ owner: left.name, role, axes: left.axes, cells, equation, units, yaml, path });
  return equation;
}
