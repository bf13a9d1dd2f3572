import { exp, ln, pow } from '$lib/engine';
import type { AggregateName, ArithmeticOperator, Expression, Subscript } from '$lib/language';
import { CheckError } from './error';
import { judge } from './judge';

/**
 * The number that a formula gives over values that are already there. Operations come in the order of the tree and use
 * the engine's own kernels, so a check sees the numbers that a run would.
 */
export interface Scope {
  /** Value of a cell, a parameter, a constant or an input, by its id. */
  cell(id: string): number;
  /** What a call that is no built-in function stands for. */
  call(call: Extract<Expression, { kind: 'call' }>, scope: Scope): number;
  /** Elements of a set in order. */
  elements(set: string): readonly string[];
  /** True while a switch stands on a choice. */
  stands(name: string, choice: string): boolean;
  /** Elements that bound indices stand for. */
  readonly bound: ReadonlyMap<string, string>;
}

const arithmetic: Readonly<Record<ArithmeticOperator, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': pow
};

const functionsOfOne: Readonly<Record<string, (x: number) => number>> = { exp, ln, abs: Math.abs, sqrt: Math.sqrt };
const functionsOfMany: Readonly<Record<string, (a: number, b: number) => number>> = {
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b)
};
const unsupported: ReadonlySet<string> = new Set(['smooth', 'delay1', 'delay3', 'lookup', 'event', 'normal']);

/** Id of the cell that a reference means: its name and its elements, bound indices replaced by theirs. */
export function cellOf(name: string, subscripts: readonly Subscript[], bound: ReadonlyMap<string, string>): string {
  return [name, ...subscripts.map((subscript) => bound.get(subscript.name) ?? subscript.name)].join('.');
}

/** Throws CheckError. Truth is 1 or 0. */
export function valueOf(expression: Expression, scope: Scope): number {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'reference':
      return scope.cell(cellOf(expression.name, expression.subscripts, scope.bound));
    case 'unary':
      return expression.operator === '-' ? -valueOf(expression.operand, scope) : truth(expression, scope);
    case 'binary': {
      const operate = Object.hasOwn(arithmetic, expression.operator)
        ? arithmetic[expression.operator as ArithmeticOperator]
        : null;
      if (!operate) return truth(expression, scope);
      return operate(valueOf(expression.left, scope), valueOf(expression.right, scope));
    }
    case 'is':
      return truth(expression, scope);
    case 'if':
      return valueOf(judge(expression.condition, scope, '').holds ? expression.then : expression.otherwise, scope);
    case 'aggregate':
      return aggregateOf(expression, scope);
    case 'call':
      return callOf(expression, scope);
  }
}

function truth(expression: Expression, scope: Scope): number {
  return judge(expression, scope, '').holds ? 1 : 0;
}

const folds: Readonly<Record<Exclude<AggregateName, 'mean'>, (a: number, b: number) => number>> = {
  sum: (a, b) => a + b,
  product: (a, b) => a * b,
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b)
};

function aggregateOf({ operator, index, set, body }: Extract<Expression, { kind: 'aggregate' }>, scope: Scope): number {
  const values = scope
    .elements(set)
    .map((element) => valueOf(body, { ...scope, bound: new Map([...scope.bound, [index, element]]) }));
  if (operator === 'mean') return values.reduce(folds.sum) / values.length;
  return values.reduce(folds[operator]);
}

function callOf(call: Extract<Expression, { kind: 'call' }>, scope: Scope): number {
  const { name } = call;
  if (unsupported.has(name)) throw new CheckError('unsupported', { name });
  const one = Object.hasOwn(functionsOfOne, name) ? functionsOfOne[name] : undefined;
  const many = Object.hasOwn(functionsOfMany, name) ? functionsOfMany[name] : undefined;
  if (!one && !many) return scope.call(call, scope);
  const [first = NaN, ...rest] = call.arguments.map((argument) => valueOf(argument, scope));
  return many ? rest.reduce(many, first) : (one ?? Math.abs)(first);
}
