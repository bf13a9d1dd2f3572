/**
 * The syntax tree of a formula.
 *
 * Every node carries its span: offsets into the formula text, end exclusive. Line and column are worked out only when
 * a diagnostic needs them. The tree is plain data (JSON), so that a checked model can be shipped without the parser.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One subscript of a reference: an element (`us`), a set that the left-hand side iterates (`patron`) or a bound index (`p`). */
export interface Subscript {
  readonly name: string;
  readonly span: Span;
}

export type UnaryOperator = '-' | 'not';
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '^';
export type ComparisonOperator = '<' | '<=' | '>' | '>=' | '=' | '<>';
export type LogicalOperator = 'and' | 'or';
export type BinaryOperator = ArithmeticOperator | ComparisonOperator | LogicalOperator;

export type AggregateName = 'sum' | 'min' | 'max' | 'mean' | 'product';

export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  /** A named quantity, `time`, or (in checks) whatever the caller resolves. */
  | {
      readonly kind: 'reference';
      readonly name: string;
      readonly subscripts: readonly Subscript[];
      readonly span: Span;
    }
  | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: Expression; readonly span: Span }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
      readonly span: Span;
    }
  /** `switch_name is choice`: true while a switch of the model stands on that choice. */
  | {
      readonly kind: 'is';
      readonly name: string;
      readonly choice: string;
      readonly span: Span;
      readonly choiceSpan: Span;
    }
  /** A built-in function: `exp(x)`, `min(a, b)`, `lookup(x, table)`, `smooth(x, tau)`, `event(rate)`, … */
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly nameSpan: Span;
      readonly arguments: readonly Expression[];
      readonly span: Span;
    }
  /** `sum(p in patron: body)`, folded left to right in the order of the set. */
  | {
      readonly kind: 'aggregate';
      readonly operator: AggregateName;
      readonly index: string;
      readonly set: string;
      readonly setSpan: Span;
      readonly body: Expression;
      readonly span: Span;
    };
