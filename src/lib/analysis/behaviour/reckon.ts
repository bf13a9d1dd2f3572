import { exp, ln, pow } from '$lib/engine';
import type { AggregateName, ArithmeticOperator, ComparisonOperator, Expression } from '$lib/language';
import { CheckError } from '../error';
import { cellOf } from '../value-of';

/**
 * Formulas made ready to be evaluated many times: closures over an array of values. They do what `valueOf` and `judge`
 * do, in the same order and with the engine's own kernels, so they give the same bits; a test holds them to that. What a
 * name stands for is decided once, by whoever brings the names.
 */
export type Reckon = (values: Float64Array) => number;

/** Whether a statement holds, and by what margin (see `Judgement`). */
export interface Verdict {
  readonly holds: boolean;
  readonly margin: number;
}

export type Judge = (values: Float64Array) => Verdict;

export interface Naming {
  cell(id: string): Reckon;
  /** A call that is no built-in function. */
  call(call: Extract<Expression, { kind: 'call' }>, bound: ReadonlyMap<string, string>): Reckon;
  elements(set: string): readonly string[];
  stands(name: string, choice: string): (values: Float64Array) => boolean;
}

const arithmetic: Readonly<Record<ArithmeticOperator, (a: Reckon, b: Reckon) => Reckon>> = {
  '+': (a, b) => (v) => a(v) + b(v),
  '-': (a, b) => (v) => a(v) - b(v),
  '*': (a, b) => (v) => a(v) * b(v),
  '/': (a, b) => (v) => a(v) / b(v),
  '^': (a, b) => (v) => pow(a(v), b(v))
};

const ofOne: Readonly<Record<string, (x: number) => number>> = { exp, ln, abs: Math.abs, sqrt: Math.sqrt };
const ofMany: Readonly<Record<string, (a: number, b: number) => number>> = {
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b)
};
const unsupported: ReadonlySet<string> = new Set(['smooth', 'delay1', 'delay3', 'lookup', 'event', 'normal']);

const folds: Readonly<Record<Exclude<AggregateName, 'mean'>, (a: number, b: number) => number>> = {
  sum: (a, b) => a + b,
  product: (a, b) => a * b,
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b)
};

type Bound = ReadonlyMap<string, string>;
const nothingBound: Bound = new Map();

/** Throws CheckError for a formula that has no value in an instant (memory, chance, tables). */
export function reckonOf(expression: Expression, naming: Naming, bound: Bound = nothingBound): Reckon {
  switch (expression.kind) {
    case 'number': {
      const { value } = expression;
      return () => value;
    }
    case 'reference':
      return naming.cell(cellOf(expression.name, expression.subscripts, bound));
    case 'unary': {
      if (expression.operator !== '-') return truthOf(expression, naming, bound);
      const operand = reckonOf(expression.operand, naming, bound);
      return (v) => -operand(v);
    }
    case 'binary': {
      const { operator, left, right } = expression;
      if (!Object.hasOwn(arithmetic, operator)) return truthOf(expression, naming, bound);
      return arithmetic[operator as ArithmeticOperator](reckonOf(left, naming, bound), reckonOf(right, naming, bound));
    }
    case 'is':
      return truthOf(expression, naming, bound);
    case 'if': {
      const condition = judgeOf(expression.condition, naming, bound);
      const then = reckonOf(expression.then, naming, bound);
      const otherwise = reckonOf(expression.otherwise, naming, bound);
      return (v) => (condition(v).holds ? then(v) : otherwise(v));
    }
    case 'aggregate':
      return aggregate(expression, naming, bound);
    case 'call':
      return callOf(expression, naming, bound);
  }
}

function aggregate(
  { operator, index, set, body }: Extract<Expression, { kind: 'aggregate' }>,
  naming: Naming,
  bound: Bound
): Reckon {
  const members = naming.elements(set).map((element) => reckonOf(body, naming, new Map([...bound, [index, element]])));
  const [first = () => NaN, ...rest] = members;
  const fold = folds[operator === 'mean' ? 'sum' : operator];
  const folded: Reckon = (v) => {
    let value = first(v);
    for (const member of rest) value = fold(value, member(v));
    return value;
  };
  return operator === 'mean' ? (v) => folded(v) / members.length : folded;
}

function callOf(call: Extract<Expression, { kind: 'call' }>, naming: Naming, bound: Bound): Reckon {
  const { name } = call;
  if (unsupported.has(name)) throw new CheckError('unsupported', { name });
  const one = Object.hasOwn(ofOne, name) ? ofOne[name] : undefined;
  const many = Object.hasOwn(ofMany, name) ? ofMany[name] : undefined;
  if (!one && !many) return naming.call(call, bound);
  const [first = () => NaN, ...rest] = call.arguments.map((argument) => reckonOf(argument, naming, bound));
  if (one) return (v) => one(first(v));
  return (v) => rest.reduce((value, argument) => many!(value, argument(v)), first(v));
}

function truthOf(expression: Expression, naming: Naming, bound: Bound): Reckon {
  const judge = judgeOf(expression, naming, bound);
  return (v) => (judge(v).holds ? 1 : 0);
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

/** Throws CheckError as `reckonOf` does. */
export function judgeOf(expression: Expression, naming: Naming, bound: Bound = nothingBound): Judge {
  if (expression.kind === 'unary' && expression.operator === 'not') {
    const operand = judgeOf(expression.operand, naming, bound);
    return (v) => {
      const { holds, margin } = operand(v);
      return { holds: !holds, margin: 0 - margin };
    };
  }
  if (expression.kind === 'is') {
    const stands = naming.stands(expression.name, expression.choice);
    return (v) => (stands(v) ? { holds: true, margin: Infinity } : { holds: false, margin: -Infinity });
  }
  if (expression.kind === 'binary') {
    const { operator } = expression;
    if (operator === 'and' || operator === 'or') {
      const left = judgeOf(expression.left, naming, bound);
      const right = judgeOf(expression.right, naming, bound);
      return (v) => {
        const a = left(v);
        const b = right(v);
        return operator === 'and'
          ? { holds: a.holds && b.holds, margin: Math.min(a.margin, b.margin) }
          : { holds: a.holds || b.holds, margin: Math.max(a.margin, b.margin) };
      };
    }
    if (Object.hasOwn(comparisons, operator)) {
      const { holds, margin } = comparisons[operator as ComparisonOperator];
      const left = reckonOf(expression.left, naming, bound);
      const right = reckonOf(expression.right, naming, bound);
      return (v) => {
        const a = left(v);
        const b = right(v);
        const distance = margin(a, b);
        return { holds: holds(a, b), margin: Number.isNaN(distance) ? -Infinity : distance };
      };
    }
  }
  const value = reckonOf(expression, naming, bound);
  return (v) => {
    const number = value(v);
    return { holds: number !== 0, margin: Math.abs(number) };
  };
}
