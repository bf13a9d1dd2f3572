import type { BinaryOperator, Expression } from '$lib/language';

/**
 * The formulas of behaviour checks, evaluated as they are read. Truth is 1 and 0; whatever a comparison compared is kept
 * in `figures`, so that a check can say by how much it holds.
 */
export interface Scope {
  readonly elements: ReadonlyMap<string, readonly string[]>;
  readonly figures: string[];
  value(cell: string): number;
  /** Value of a call that is no built-in function. */
  call(node: Extract<Expression, { kind: 'call' }>): number;
}

type Bound = ReadonlyMap<string, string>;

/** Id of the cell that a reference names: `influence_share[us, east]` is `influence_share.us.east`. */
export function cellNamed(node: Expression | undefined, bound: Bound = new Map()): string {
  if (node?.kind !== 'reference') throw new Error('a cell is expected here');
  return [node.name, ...node.subscripts.map(({ name }) => bound.get(name) ?? name)].join('.');
}

const functions: Readonly<Record<string, (...values: number[]) => number>> = {
  abs: Math.abs,
  sqrt: Math.sqrt,
  min: Math.min,
  max: Math.max
};

const arithmetic: Readonly<Partial<Record<BinaryOperator, (a: number, b: number) => number>>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  and: (a, b) => Number(a !== 0 && b !== 0),
  or: (a, b) => Number(a !== 0 || b !== 0)
};

const comparisons: Readonly<Partial<Record<BinaryOperator, (a: number, b: number) => boolean>>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b
};

const folds: Readonly<Record<string, (values: readonly number[]) => number>> = {
  sum: (values) => values.reduce((a, b) => a + b),
  product: (values) => values.reduce((a, b) => a * b),
  mean: (values) => values.reduce((a, b) => a + b) / values.length,
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values)
};

export function evaluate(node: Expression, scope: Scope, bound: Bound = new Map()): number {
  const inner = (part: Expression): number => evaluate(part, scope, bound);
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'reference':
      return scope.value(cellNamed(node, bound));
    case 'unary':
      return node.operator === '-' ? -inner(node.operand) : Number(inner(node.operand) === 0);
    case 'binary': {
      const a = inner(node.left);
      const b = inner(node.right);
      const compare = comparisons[node.operator];
      if (!compare) return required(arithmetic[node.operator], node.operator)(a, b);
      scope.figures.push(`${figure(a)} ${node.operator} ${figure(b)}`);
      return Number(compare(a, b));
    }
    case 'call':
      return functions[node.name]?.(...node.arguments.map(inner)) ?? scope.call(node);
    case 'aggregate': {
      const elements = required(scope.elements.get(node.set), node.set);
      const values = elements.map((element) => evaluate(node.body, scope, new Map(bound).set(node.index, element)));
      return required(folds[node.operator], node.operator)(values);
    }
    default:
      throw new Error(`behaviour checks do not use '${node.kind}'`);
  }
}

function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`behaviour checks do not know '${name}'`);
  return value;
}

function figure(value: number): string {
  return String(Number(value.toPrecision(5)));
}
