import { printExpression } from './print';
import type { Expression } from './syntax';
import type { Fault } from './tokenizer';
import { dimensionless, divideUnits, multiplyUnits, printUnit, raiseUnit, unitsEqual, type Unit } from './units';

/**
 * The unit of a formula, from the bottom of its tree up. `any` is the unit of 0 and of whatever could not be resolved
 * (that is another diagnostic's business): it agrees with everything. Rules: docs/model-format.md, "Formulas".
 */
export type InferredUnit = Unit | 'any';

export interface UnitScope {
  /** Unit of a reference; `any` where it is unknown. */
  unitOf(reference: Extract<Expression, { kind: 'reference' }>): InferredUnit;
  /** Units of a lookup table, or undefined where there is no such table. */
  lookup(name: string): { readonly x: InferredUnit; readonly y: InferredUnit } | undefined;
  /** Number of elements of a set: the unit of a product depends on it. */
  sizeOf(set: string): number;
  report(fault: Fault): void;
}

const month: Unit = { month: 1 };

/** Infers the unit of `expression`, reporting each disagreement once, at the part that disagrees. */
export function inferUnit(expression: Expression, scope: UnitScope): InferredUnit {
  switch (expression.kind) {
    case 'number':
      return expression.value === 0 ? 'any' : dimensionless;
    case 'reference':
      return expression.name === 'time' && expression.subscripts.length === 0 ? month : scope.unitOf(expression);
    case 'is':
      return dimensionless;
    case 'unary': {
      const unit = inferUnit(expression.operand, scope);
      if (expression.operator === '-') return unit;
      requirePure(unit, expression.operand, 'not', scope);
      return dimensionless;
    }
    case 'binary':
      return inferBinary(expression, scope);
    case 'if': {
      requirePure(inferUnit(expression.condition, scope), expression.condition, 'if', scope);
      return agree([expression.then, expression.otherwise], 'if', scope);
    }
    case 'aggregate': {
      const unit = inferUnit(expression.body, scope);
      if (expression.operator !== 'product' || unit === 'any') return unit;
      return raiseUnit(unit, scope.sizeOf(expression.set));
    }
    case 'call':
      return inferCall(expression, scope);
  }
}

function inferBinary(expression: Extract<Expression, { kind: 'binary' }>, scope: UnitScope): InferredUnit {
  const { operator, left, right } = expression;
  switch (operator) {
    case '+':
    case '-':
      return agree([left, right], operator, scope);
    case '*':
    case '/': {
      const a = inferUnit(left, scope);
      const b = inferUnit(right, scope);
      if (a === 'any' || b === 'any') return 'any';
      return operator === '*' ? multiplyUnits(a, b) : divideUnits(a, b);
    }
    case '^':
      return inferPower(left, right, scope);
    case 'and':
    case 'or':
      for (const side of [left, right]) requirePure(inferUnit(side, scope), side, operator, scope);
      return dimensionless;
    default:
      agree([left, right], operator, scope);
      return dimensionless;
  }
}

function inferPower(base: Expression, exponent: Expression, scope: UnitScope): InferredUnit {
  const unit = inferUnit(base, scope);
  requirePure(inferUnit(exponent, scope), exponent, '^', scope);
  const value = literal(exponent);
  if (unit === 'any') return 'any';
  if (value !== undefined) return raiseUnit(unit, value);
  if (!unitsEqual(unit, dimensionless)) {
    scope.report({
      code: 'power-needs-pure-base',
      span: base.span,
      data: { part: printExpression(base), unit: printUnit(unit) }
    });
  }
  return dimensionless;
}

function inferCall(expression: Extract<Expression, { kind: 'call' }>, scope: UnitScope): InferredUnit {
  const { name, arguments: list } = expression;
  const [first, second, third] = list;
  switch (name) {
    case 'min':
    case 'max':
      return agree(list, name, scope);
    case 'abs':
      return first ? inferUnit(first, scope) : 'any';
    case 'sqrt': {
      const unit = first ? inferUnit(first, scope) : 'any';
      return unit === 'any' ? unit : raiseUnit(unit, 0.5);
    }
    case 'exp':
    case 'ln':
      if (first) requirePure(inferUnit(first, scope), first, name, scope);
      return dimensionless;
    case 'smooth':
    case 'delay1':
    case 'delay3': {
      if (second) requireUnit(inferUnit(second, scope), month, second, name, scope);
      return agree(first && third ? [first, third] : list.slice(0, 1), name, scope);
    }
    case 'lookup': {
      const table = second?.kind === 'reference' ? scope.lookup(second.name) : undefined;
      const unit = first ? inferUnit(first, scope) : 'any';
      if (first && table && table.x !== 'any') requireUnit(unit, table.x, first, name, scope);
      return table?.y ?? 'any';
    }
    case 'event':
      if (first) requireUnit(inferUnit(first, scope), { month: -1 }, first, name, scope);
      return dimensionless;
    case 'normal':
      return dimensionless;
    default:
      for (const part of list) inferUnit(part, scope);
      return 'any';
  }
}

/** All parts must have one unit: the first known one is the measure of the others. */
function agree(parts: readonly Expression[], operator: string, scope: UnitScope): InferredUnit {
  let common: InferredUnit = 'any';
  let measure: Expression | undefined;
  let agreed = true;
  for (const part of parts) {
    const unit = inferUnit(part, scope);
    if (unit === 'any') continue;
    if (common === 'any' || measure === undefined) {
      common = unit;
      measure = part;
    } else if (!unitsEqual(common, unit)) {
      agreed = false;
      const data = {
        operator,
        left: printExpression(measure),
        leftUnit: printUnit(common),
        right: printExpression(part),
        rightUnit: printUnit(unit)
      };
      scope.report({ code: 'units-disagree', span: part.span, data });
    }
  }
  // What follows from a disagreement is not reported again.
  return agreed ? common : 'any';
}

function requirePure(unit: InferredUnit, part: Expression, operator: string, scope: UnitScope): void {
  requireUnit(unit, dimensionless, part, operator, scope);
}

function requireUnit(unit: InferredUnit, expected: Unit, part: Expression, operator: string, scope: UnitScope): void {
  if (unit === 'any' || unitsEqual(unit, expected)) return;
  const data = { operator, part: printExpression(part), unit: printUnit(unit), expected: printUnit(expected) };
  scope.report({ code: 'argument-unit', span: part.span, data });
}

function literal(expression: Expression): number | undefined {
  if (expression.kind === 'number') return expression.value;
  if (expression.kind !== 'unary' || expression.operator !== '-') return undefined;
  const value = literal(expression.operand);
  return value === undefined ? undefined : -value;
}
