import type { BinaryOperator, Expression } from './syntax';

/**
 * A syntax tree back to text, with the fewest brackets that keep its meaning. Invariant: parsing the text gives the same
 * tree again, spans aside. Numbers are printed in the shortest form that reads back as the same double.
 */
const tightness: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '=': 4,
  '<>': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '^': 8
};
const notTightness = 3;
const minusTightness = 7;
const atom = 9;

/** The formula text of a tree. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return printNumber(expression.value);
    case 'reference': {
      const { name, subscripts } = expression;
      return subscripts.length === 0 ? name : `${name}[${subscripts.map((subscript) => subscript.name).join(', ')}]`;
    }
    case 'unary':
      return expression.operator === '-'
        ? `-${inside(expression.operand, minusTightness)}`
        : `not ${inside(expression.operand, notTightness)}`;
    case 'binary':
      return printBinary(expression.operator, expression.left, expression.right);
    case 'if': {
      const parts = [expression.condition, expression.then, expression.otherwise].map(printExpression);
      return `if ${parts[0]} then ${parts[1]} else ${parts[2]}`;
    }
    case 'is':
      return `${expression.name} is ${expression.choice}`;
    case 'call':
      return `${expression.name}(${expression.arguments.map(printExpression).join(', ')})`;
    case 'aggregate':
      return `${expression.operator}(${expression.index} in ${expression.set}: ${printExpression(expression.body)})`;
  }
}

function printBinary(operator: BinaryOperator, left: Expression, right: Expression): string {
  const own = tightness[operator];
  if (operator === '^') return `${inside(left, atom)}^${inside(right, minusTightness)}`;
  // A comparison takes no comparison on either side; the other operators lean left.
  const leftNeeds = own === tightness['='] ? own + 1 : own;
  return `${inside(left, leftNeeds)} ${operator} ${inside(right, own + 1)}`;
}

/** The text of an operand, in brackets where it binds less tightly than its place asks for. */
function inside(expression: Expression, needed: number): string {
  const text = printExpression(expression);
  return tightnessOf(expression) >= needed ? text : `(${text})`;
}

function tightnessOf(expression: Expression): number {
  switch (expression.kind) {
    case 'binary':
      return tightness[expression.operator];
    case 'unary':
      return expression.operator === '-' ? minusTightness : notTightness;
    case 'is':
      return tightness['='];
    case 'if':
      return 0;
    default:
      return atom;
  }
}

function printNumber(value: number): string {
  return String(value).replace('e+', 'e');
}
