import type { BinaryOperator, ComparisonOperator, Expression, Subscript } from './syntax';

/**
 * A syntax tree as mathematics: a tree of MathML Core elements, plain data that a page renders as it is. Names stay the names of
 * the model, set upright; products are dots, quotients fractions, `if` a case distinction with one row for each `else if`, a
 * table is written as a function, time is t. What binds loosely stands in brackets exactly where the printed form
 * would need another meaning without them; fractions, roots, bars and exponents bracket by themselves.
 *
 * MathML Core breaks no lines, so that `equationRows` does: an equation that is wider than a line becomes rows, broken
 * before the signs of its outermost sum or product; a part that is still too wide is broken inside its brackets and fractions.
 */
export interface MathNode {
  readonly tag: MathTag;
  /** Text of a token element. */
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly MathNode[];
}

export type MathTag =
  | 'mi'
  | 'mn'
  | 'mo'
  | 'mtext'
  | 'mspace'
  | 'mrow'
  | 'mfrac'
  | 'msub'
  | 'msup'
  | 'msqrt'
  | 'munder'
  | 'mtable'
  | 'mtr'
  | 'mtd';

/** The few words that stand in formulas, in the language of the page. */
export interface MathWords {
  readonly if: string;
  readonly otherwise: string;
  readonly and: string;
  readonly or: string;
  readonly not: string;
}

const english: MathWords = { if: 'if', otherwise: 'otherwise', and: 'and', or: 'or', not: 'not' };

/** What an equation says of the quantity on its left. */
export type EquationRole = 'value' | 'rate' | 'initial' | 'event';

export interface LeftSide {
  readonly name: string;
  /** Sets and elements of its axes, in order. */
  readonly subscripts: readonly string[];
  readonly role: EquationRole;
}

/** The mathematics of a formula, in one row. */
export function toMathml(expression: Expression, words: MathWords = english): MathNode {
  return new MathPrinter(words).print(expression);
}

/** Rough width of mathematics, in characters of its names: subscripts count for less, a fraction is as wide as its wider part. */
export function mathWidth({ tag, text, children = [] }: MathNode): number {
  const widths = children.map(mathWidth);
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (tag === 'mo') return (text?.length ?? 0) + 1.5;
  if (text !== undefined) return text.length;
  if (tag === 'mfrac' || tag === 'mtable' || tag === 'munder') return Math.max(0, ...widths);
  if (tag === 'msub' || tag === 'msup') return (widths[0] ?? 0) + 0.7 * (widths[1] ?? 0);
  return total;
}

/**
 * An equation in rows: one where it fits into `width` characters, else its left side above and its right side broken before
 * the signs of the outermost sum or product, as many parts to a row as fit.
 */
export function equationRows(
  left: LeftSide,
  expression: Expression,
  { words = english, width = 48 }: { readonly words?: MathWords; readonly width?: number } = {}
): readonly MathNode[] {
  const printer = new MathPrinter(words);
  const start = leftOf(left);
  const whole = printer.print(expression);
  const equals = infix('=');
  if (mathWidth(start) + mathWidth(whole) + 2.5 <= width) return [row([start, equals, whole])];
  const [first, ...more] = packed(printer.parts(expression, width - 3), width - 3);
  return [
    row([start]),
    ...(first ? [row([indent(), equals, first])] : []),
    ...more.map((part) => row([indent(), part]))
  ];
}

function leftOf({ name, subscripts, role }: LeftSide): MathNode {
  const quantity = subscripted(
    token('mi', name),
    subscripts.map((each) => token('mi', each))
  );
  if (role === 'rate')
    return node('mfrac', [row([differential(), thin(), quantity]), row([differential(), token('mi', 't')])]);
  if (role === 'initial') return row([quantity, ...fenced([token('mn', '0')])]);
  return quantity;
}

const signs: Readonly<Record<Exclude<BinaryOperator, '/' | '^' | 'and' | 'or'>, string>> = {
  '+': '+',
  '-': '−',
  '*': '⋅',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  '=': '=',
  '<>': '≠'
};

/** How tightly a form binds; brackets stand where a part binds less tightly than its place asks for. */
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
  // A fraction brackets by itself.
  '/': 8,
  '^': 8
};
const notTightness = 3;
const minusTightness = 6;
/** A sum over a set takes what follows it: it needs brackets as soon as something does. */
const aggregateTightness = 6;
const atom = 9;

class MathPrinter {
  constructor(private readonly words: MathWords) {}

  /** The expression, at most `room` wide where its form allows breaks: in sums, products, fractions, brackets and cases. */
  print(expression: Expression, room = Infinity): MathNode {
    if (room < Infinity) {
      const plain = this.print(expression);
      if (mathWidth(plain) <= room) return plain;
    }
    switch (expression.kind) {
      case 'number':
        return numberOf(expression.value);
      case 'reference':
        return this.reference(expression.name, expression.subscripts);
      case 'unary':
        return expression.operator === '-'
          ? row([operator('−', { form: 'prefix' }), this.inside(expression.operand, minusTightness, room - 2)])
          : row([this.word('not'), this.inside(expression.operand, notTightness, room - 4)]);
      case 'binary':
        return this.binary(expression, room);
      case 'if':
        return this.cases(expression, room);
      case 'is':
        return row([token('mi', expression.name), operator('='), token('mtext', expression.choice)]);
      case 'call':
        return this.call(expression, room);
      case 'aggregate':
        return this.aggregate(expression, room);
    }
  }

  /**
   * The parts of the outermost sum or product, each with the sign before it and none wider than `room` where it can be helped;
   * the whole where there is none.
   */
  parts(expression: Expression, room: number): readonly MathNode[] {
    if (expression.kind !== 'binary') return [this.print(expression, room)];
    const { operator: sign, left, right } = expression;
    if (sign === '+' || sign === '-') return this.terms(expression, room);
    if (sign === '*') return this.factors(expression, room);
    if (sign === 'and' || sign === 'or') {
      const before =
        left.kind === 'binary' && left.operator === sign
          ? this.parts(left, room)
          : [this.inside(left, tightness[sign], room)];
      return [...before, row([this.word(sign), this.inside(right, tightness[sign] + 1, room - 5)])];
    }
    if (isComparison(sign)) {
      return [this.left(sign, left, room), row([infix(signs[sign]), this.right(sign, right, room - 2.5)])];
    }
    return [this.print(expression, room)];
  }

  private terms(expression: Expression, room: number): readonly MathNode[] {
    if (expression.kind !== 'binary' || (expression.operator !== '+' && expression.operator !== '-'))
      return [this.inside(expression, tightness['+'], room)];
    const { left, right, operator: sign } = expression;
    return [...this.terms(left, room), row([infix(signs[sign]), this.right(sign, right, room - 2.5)])];
  }

  private factors(expression: Expression, room: number): readonly MathNode[] {
    if (expression.kind !== 'binary' || expression.operator !== '*') return [this.print(expression, room)];
    const { left, right } = expression;
    const before =
      left.kind === 'binary' && left.operator === '*' && !endsWithAggregate(left)
        ? this.factors(left, room)
        : [this.left('*', left, room)];
    return [...before, row([infix(signs['*']), this.right('*', right, room - 2.5)])];
  }

  private reference(name: string, subscripts: readonly Subscript[]): MathNode {
    if (name === 'time') return token('mi', 't');
    return subscripted(
      token('mi', name),
      subscripts.map((subscript) => token('mi', subscript.name))
    );
  }

  private binary(expression: Extract<Expression, { kind: 'binary' }>, room: number): MathNode {
    const { operator: sign, left, right } = expression;
    if (sign === '/') return node('mfrac', [this.print(left, room), this.print(right, room)]);
    if (sign === '^') return node('msup', [this.inside(left, atom, room), this.print(right)]);
    if (room < Infinity) return stacked(packed(this.parts(expression, room), room));
    if (sign === 'and' || sign === 'or') {
      return row([
        this.inside(left, tightness[sign], room),
        this.word(sign),
        this.inside(right, tightness[sign] + 1, room)
      ]);
    }
    return row([this.left(sign, left, room), operator(signs[sign]), this.right(sign, right, room)]);
  }

  private left(sign: BinaryOperator, part: Expression, room: number): MathNode {
    // A sum over a set would take the factor after it.
    if (sign === '*' && endsWithAggregate(part)) return bracketed(this.print(part, room - 2));
    // A comparison takes no comparison on either side.
    return this.inside(part, isComparison(sign) ? tightness[sign] + 1 : tightness[sign], room);
  }

  private right(sign: BinaryOperator, part: Expression, room: number): MathNode {
    if (!isComparison(sign) && startsWithSign(part)) return bracketed(this.print(part, room - 2));
    // Terms and factors read the same in whatever order they are taken; what is subtracted or compared does not.
    return this.inside(part, sign === '*' || sign === '+' ? tightness[sign] : tightness[sign] + 1, room);
  }

  private cases(expression: Extract<Expression, { kind: 'if' }>, room: number): MathNode {
    const rows: MathNode[] = [];
    let rest: Expression = expression;
    while (rest.kind === 'if') {
      const condition = row([this.word('if'), this.print(rest.condition, room - 8)]);
      rows.push(...caseRows(this.print(rest.then, room - 2), condition, room));
      rest = rest.otherwise;
    }
    rows.push(...caseRows(this.print(rest, room - 2), this.word('otherwise'), room));
    return row([operator('{', { form: 'prefix', stretchy: 'true' }), table(rows)]);
  }

  private call({ name, arguments: list }: Extract<Expression, { kind: 'call' }>, room: number): MathNode {
    const [first, second] = list;
    if (name === 'sqrt' && first) return node('msqrt', [this.print(first, room - 2)]);
    if (name === 'abs' && first) {
      return row([
        operator('|', { form: 'prefix', stretchy: 'true' }),
        this.print(first, room - 2),
        operator('|', { form: 'postfix', stretchy: 'true' })
      ]);
    }
    if (name === 'lookup' && first && second?.kind === 'reference') {
      const inner = this.print(first, room - second.name.length - 2);
      return row([token('mi', second.name), ...fenced([inner])]);
    }
    const inside = room - name.length - 3;
    const parts = list.map((part, index) => {
      const printed = this.print(part, inside);
      return index < list.length - 1 ? row([printed, operator(',')]) : printed;
    });
    const fits = parts.reduce((sum, part) => sum + mathWidth(part), 0) <= inside;
    return row([token('mi', name), ...fenced(fits ? parts : [stacked(packed(parts, inside))])]);
  }

  private aggregate(expression: Extract<Expression, { kind: 'aggregate' }>, room: number): MathNode {
    const { operator: name, index, set, body } = expression;
    const under = row([token('mi', index), operator('∈'), token('mi', set)]);
    const great = { sum: '∑', product: '∏', min: undefined, max: undefined, mean: undefined }[name];
    const sign = great ? operator(great, { movablelimits: 'false' }) : token('mi', name);
    const start = node('munder', [sign, under]);
    return row([start, this.inside(body, aggregateTightness, room - mathWidth(start))]);
  }

  /** A part, in brackets where it binds less tightly than its place asks for. */
  private inside(expression: Expression, needed: number, room: number): MathNode {
    const open = tightnessOf(expression) >= needed;
    return open ? this.print(expression, room) : bracketed(this.print(expression, room - 2));
  }

  private word(key: keyof MathWords): MathNode {
    // Blanks at the ends of a text element are trimmed by browsers; no-break ones are not.
    return token('mtext', `\u00a0${this.words[key]}\u00a0`);
  }
}

/** As many parts to a row as fit. */
function packed(parts: readonly MathNode[], width: number): readonly MathNode[] {
  const rows: MathNode[][] = [];
  let room = 0;
  for (const part of parts) {
    const needed = mathWidth(part);
    const last = rows.at(-1);
    // A part that has rows of its own stands alone, so that its neighbours do not hang beside its middle.
    if (last && needed <= room && !hasRows(part)) last.push(part);
    else rows.push([part]);
    room = (last && rows.at(-1) === last ? room : width) - needed;
    if (hasRows(part)) room = 0;
  }
  return rows.map(row);
}

function hasRows({ tag, children = [] }: MathNode): boolean {
  return tag === 'mtable' || children.some(hasRows);
}

/** Rows over each other; one is itself. */
function stacked(rows: readonly MathNode[]): MathNode {
  const [only] = rows;
  return rows.length === 1 && only ? only : table(rows.map((each) => node('mtr', [node('mtd', [each])])));
}

function table(rows: readonly MathNode[]): MathNode {
  // Without it, what stands in a table is set in the small style of running text.
  return { tag: 'mtable', attributes: { displaystyle: 'true' }, children: rows };
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
    case 'aggregate':
      return aggregateTightness;
    case 'number':
      return expression.value < 0 || isPowerOfTen(expression.value) ? minusTightness : atom;
    default:
      return atom;
  }
}

function isComparison(sign: BinaryOperator): sign is ComparisonOperator {
  return tightness[sign] === tightness['='];
}

function endsWithAggregate(expression: Expression): boolean {
  if (expression.kind === 'aggregate') return true;
  if (expression.kind === 'unary') return endsWithAggregate(expression.operand);
  return expression.kind === 'binary' && expression.operator === '*' && endsWithAggregate(expression.right);
}

/** Two signs in a row (`a − −b`, `a ⋅ −b`) read badly: the second gets brackets. */
function startsWithSign(expression: Expression): boolean {
  if (expression.kind === 'unary') return expression.operator === '-';
  if (expression.kind === 'number') return expression.value < 0;
  if (expression.kind === 'binary' && ['+', '-', '*'].includes(expression.operator))
    return startsWithSign(expression.left);
  return false;
}

function isPowerOfTen(value: number): boolean {
  return String(value).includes('e');
}

/** 0.25 as it is, 1e-9 as a power of ten, 2.5e-9 with its factor. */
function numberOf(value: number): MathNode {
  if (value < 0) return row([operator('−', { form: 'prefix' }), numberOf(-value)]);
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return token('mn', mantissa);
  const size = exponent.replace(/^\+/, '');
  const power = node('msup', [
    token('mn', '10'),
    size.startsWith('-') ? row([operator('−', { form: 'prefix' }), token('mn', size.slice(1))]) : token('mn', size)
  ]);
  return mantissa === '1' ? power : row([token('mn', mantissa), operator(signs['*']), power]);
}

function subscripted(base: MathNode, subscripts: readonly MathNode[]): MathNode {
  if (subscripts.length === 0) return base;
  const list = subscripts.flatMap((subscript, index) => (index > 0 ? [operator(','), subscript] : [subscript]));
  return node('msub', [base, list.length === 1 && list[0] ? list[0] : row(list)]);
}

/** A case: value and condition side by side, or below each other where they are too wide for that. */
function caseRows(value: MathNode, condition: MathNode, room: number): readonly MathNode[] {
  const cell = (content: MathNode): MathNode => node('mtd', [content]);
  if (mathWidth(value) + mathWidth(condition) <= room) return [node('mtr', [cell(value), cell(condition)])];
  return [node('mtr', [cell(value)]), node('mtr', [cell(row([indent(), condition]))])];
}

function bracketed(inner: MathNode): MathNode {
  return row(fenced([inner]));
}

function fenced(inner: readonly MathNode[]): readonly MathNode[] {
  return [
    operator('(', { form: 'prefix', stretchy: 'true' }),
    ...inner,
    operator(')', { form: 'postfix', stretchy: 'true' })
  ];
}

function differential(): MathNode {
  return { tag: 'mi', text: 'd', attributes: { mathvariant: 'normal' } };
}

function thin(): MathNode {
  return { tag: 'mspace', attributes: { width: '0.17em' } };
}

function indent(): MathNode {
  return { tag: 'mspace', attributes: { width: '1.25em' } };
}

function row(children: readonly MathNode[]): MathNode {
  const [only] = children;
  return children.length === 1 && only ? only : node('mrow', children);
}

function node(tag: MathTag, children: readonly MathNode[]): MathNode {
  return { tag, children };
}

/** An operator at the beginning of a row, which would be taken for a prefix. */
function infix(text: string): MathNode {
  return operator(text, { form: 'infix' });
}

function operator(text: string, attributes?: Readonly<Record<string, string>>): MathNode {
  return attributes ? { tag: 'mo', text, attributes } : { tag: 'mo', text };
}

function token(tag: 'mi' | 'mn' | 'mtext', text: string): MathNode {
  return { tag, text };
}
