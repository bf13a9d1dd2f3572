import type { ComparisonOperator, Expression } from '$lib/language';
import { valueOf, type Scope } from './value-of';

/**
 * Whether a statement holds, and by how much. The margin of a comparison is the signed distance to its threshold:
 * positive where it holds with room, negative where it fails. `and` takes the smaller margin, `or` the greater, `not`
 * turns the sign; so a margin says how far the weakest part of a claim stands from tipping over.
 */
export interface Judgement {
  readonly holds: boolean;
  readonly margin: number;
  readonly sides: readonly Side[];
}

/** One comparison of a check: its text and the two figures that it compares. */
export interface Side {
  readonly text: string;
  readonly left: number;
  readonly operator: ComparisonOperator;
  readonly right: number;
  readonly holds: boolean;
  readonly margin: number;
}

interface Comparison {
  readonly holds: (a: number, b: number) => boolean;
  readonly margin: (a: number, b: number) => number;
}

const comparisons: Readonly<Record<ComparisonOperator, Comparison>> = {
  '<': { holds: (a, b) => a < b, margin: (a, b) => b - a },
  '<=': { holds: (a, b) => a <= b, margin: (a, b) => b - a },
  '>': { holds: (a, b) => a > b, margin: (a, b) => a - b },
  '>=': { holds: (a, b) => a >= b, margin: (a, b) => a - b },
  '=': { holds: (a, b) => a === b, margin: (a, b) => 0 - Math.abs(a - b) },
  '<>': { holds: (a, b) => a !== b, margin: (a, b) => Math.abs(a - b) }
};

/** `text` is the formula that spans point into. Throws CheckError. */
export function judge(expression: Expression, scope: Scope, text: string): Judgement {
  if (expression.kind === 'unary' && expression.operator === 'not') {
    const { holds, margin, sides } = judge(expression.operand, scope, text);
    return { holds: !holds, margin: 0 - margin, sides };
  }
  if (expression.kind === 'is') {
    const holds = scope.stands(expression.name, expression.choice);
    return { holds, margin: holds ? Infinity : -Infinity, sides: [] };
  }
  if (expression.kind === 'binary') {
    const { operator } = expression;
    if (operator === 'and' || operator === 'or') {
      const left = judge(expression.left, scope, text);
      const right = judge(expression.right, scope, text);
      const sides = [...left.sides, ...right.sides];
      return operator === 'and'
        ? { holds: left.holds && right.holds, margin: Math.min(left.margin, right.margin), sides }
        : { holds: left.holds || right.holds, margin: Math.max(left.margin, right.margin), sides };
    }
    if (Object.hasOwn(comparisons, operator)) return compare(expression, operator as ComparisonOperator, scope, text);
  }
  const value = valueOf(expression, scope);
  return { holds: value !== 0, margin: Math.abs(value), sides: [] };
}

function compare(
  expression: Extract<Expression, { kind: 'binary' }>,
  operator: ComparisonOperator,
  scope: Scope,
  text: string
): Judgement {
  const left = valueOf(expression.left, scope);
  const right = valueOf(expression.right, scope);
  const holds = comparisons[operator].holds(left, right);
  const distance = comparisons[operator].margin(left, right);
  const margin = Number.isNaN(distance) ? -Infinity : distance;
  const part = text.slice(expression.span.start, expression.span.end);
  return { holds, margin, sides: [{ text: part, left, operator, right, holds, margin }] };
}
