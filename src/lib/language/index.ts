/**
 * The language room: formula text to syntax trees with spans, units, and diagnostics with places. It knows no model and
 * no simulation. Throws nothing on bad formulas: faults are values.
 */
export type * from './syntax';
export type { Diagnostic, Locale, Place } from './diagnostic';
export type { Fault } from './tokenizer';
export { parseFormula, type Parsed } from './parser';
export { printExpression } from './print';
export {
  equationRows,
  mathWidth,
  toMathml,
  type LeftSide,
  type MathNode,
  type MathTag,
  type MathWords
} from './mathml';
export { partsOf, walk } from './walk';
export {
  aggregates,
  functionNamed,
  functions,
  isReserved,
  keywords,
  type FunctionInfo,
  type FunctionRole
} from './functions';
export { editDistance, nearest } from './nearest';
export {
  builtInUnits,
  dimensionless,
  divideUnits,
  multiplyUnits,
  parseUnit,
  printUnit,
  raiseUnit,
  unitsEqual,
  type ParsedUnit,
  type Unit,
  type UnitFault
} from './units';
export { inferUnit, type InferredUnit, type UnitScope } from './infer-units';
export { describe, formatDiagnostic, messageCodes, type MessageCode } from './messages';
