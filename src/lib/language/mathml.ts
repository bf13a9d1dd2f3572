import type { BinaryOperator, ComparisonOperator, Expression, Subscript } from './syntax';

/**
 * A syntax tree as mathematics: a tree of MathML Core elements, plain data that a page renders as it is. Names stay the names of
 * the model, set upright; products are dots, quotients fractions, `if` a case distinction with one row for each `else if`, a
 * table is written as a function, a root as its sign with brackets, time is t. What binds loosely stands in brackets exactly where the printed form
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
  'mi' | 'mn' | 'mo' | 'mtext' | 'mspace' | 'mrow' | 'mfrac' | 'msub' | 'msup' | 'munder' | 'mtable' | 'mtr' | 'mtd';

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
  const [first, ...more] = printer.rows(expression, width - 3);
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

/** A part of a sum, a product or a comparison: the sign before it, which the first has not, and its rows. */
interface Part {
  readonly sign: MathNode | null;
  readonly rows: readonly MathNode[];
}

class MathPrinter {
  constructor(private readonly words: MathWords) {}

  /** The expression in one row. */
  print(expression: Expression): MathNode {
    switch (expression.kind) {
      case 'number':
        return numberOf(expression.value);
      case 'reference':
        return this.reference(expression.name, expression.subscripts);
      case 'unary':
        return expression.operator === '-'
          ? row([operator('−', { form: 'prefix' }), this.inside(expression.operand, minusTightness)])
          : row([this.word('not'), this.inside(expression.operand, notTightness)]);
      case 'binary':
        return this.binary(expression);
      case 'if':
        return this.cases(expression, Infinity);
      case 'is':
        return row([token('mi', expression.name), operator('='), token('mtext', expression.choice)]);
      case 'call':
        return this.call(expression);
      case 'aggregate':
        return row([this.runner(expression), this.inside(expression.body, aggregateTightness)]);
    }
  }

  /**
   * The expression in rows, at most `room` wide where its form allows breaks: before the signs of sums, products and comparisons,
   * and the same inside brackets, whose further rows are indented. A fraction has rows above and below its line.
   */
  rows(expression: Expression, room: number): readonly MathNode[] {
    const plain = this.print(expression);
    if (mathWidth(plain) <= room) return [plain];
    switch (expression.kind) {
      case 'unary':
        return expression.operator === '-'
          ? prefixed([operator('−', { form: 'prefix' })], this.insideRows(expression.operand, minusTightness, room - 2))
          : prefixed([this.word('not')], this.insideRows(expression.operand, notTightness, room - 4));
      case 'binary': {
        const { operator: sign, left, right } = expression;
        if (sign === '/') return [node('mfrac', [stacked(this.rows(left, room)), stacked(this.rows(right, room))])];
        return sign === '^' ? [plain] : packed(this.parts(expression, room), room);
      }
      case 'if':
        return [this.cases(expression, room)];
      case 'call':
        return this.callRows(expression, room);
      case 'aggregate': {
        const start = this.runner(expression);
        return prefixed([start], this.insideRows(expression.body, aggregateTightness, room - mathWidth(start)));
      }
      default:
        return [plain];
    }
  }

  /** The outermost sum, product or comparison, part by part. */
  private parts(expression: Expression, room: number): readonly Part[] {
    if (expression.kind !== 'binary' || expression.operator === '/' || expression.operator === '^')
      return [{ sign: null, rows: this.rows(expression, room) }];
    const { operator: sign, left, right } = expression;
    const before: readonly Part[] = belongsTogether(sign, left)
      ? this.parts(left, room)
      : [{ sign: null, rows: this.sideRows(left, this.leftNeeds(sign, left), room) }];
    const mark = sign === 'and' || sign === 'or' ? this.word(sign) : infix(signs[sign]);
    return [
      ...before,
      { sign: mark, rows: this.sideRows(right, this.rightNeeds(sign, right), room - mathWidth(mark)) }
    ];
  }

  private sideRows(expression: Expression, needed: number | 'brackets', room: number): readonly MathNode[] {
    return needed === 'brackets'
      ? enclosed([], this.rows(expression, room - 2))
      : this.insideRows(expression, needed, room);
  }

  private insideRows(expression: Expression, needed: number, room: number): readonly MathNode[] {
    return tightnessOf(expression) >= needed
      ? this.rows(expression, room)
      : enclosed([], this.rows(expression, room - 2));
  }

  private callRows(
    { name, arguments: list }: Extract<Expression, { kind: 'call' }>,
    room: number
  ): readonly MathNode[] {
    const [sign, ...inside] = callee(name, list);
    const inner = inside.flatMap((part, index) => {
      const printed = this.rows(part, room - mathWidth(sign) - 3);
      return index < inside.length - 1 ? suffixed(printed, operator(',')) : printed;
    });
    return name === 'abs' ? enclosed([], inner, bar('prefix'), bar('postfix')) : enclosed([sign], inner);
  }

  private reference(name: string, subscripts: readonly Subscript[]): MathNode {
    if (name === 'time') return token('mi', 't');
    return subscripted(
      token('mi', name),
      subscripts.map((subscript) => token('mi', subscript.name))
    );
  }

  private binary({ operator: sign, left, right }: Extract<Expression, { kind: 'binary' }>): MathNode {
    if (sign === '/') return node('mfrac', [this.print(left), this.print(right)]);
    if (sign === '^') return node('msup', [this.inside(left, atom), this.print(right)]);
    const mark = sign === 'and' || sign === 'or' ? this.word(sign) : operator(signs[sign]);
    return row([this.side(left, this.leftNeeds(sign, left)), mark, this.side(right, this.rightNeeds(sign, right))]);
  }

  private leftNeeds(sign: BinaryOperator, part: Expression): number | 'brackets' {
    // A sum over a set would take the factor after it.
    if (sign === '*' && endsWithAggregate(part)) return 'brackets';
    // A comparison takes no comparison on either side.
    return isComparison(sign) ? tightness[sign] + 1 : tightness[sign];
  }

  private rightNeeds(sign: BinaryOperator, part: Expression): number | 'brackets' {
    if (!isComparison(sign) && startsWithSign(part)) return 'brackets';
    // Terms and factors read the same in whatever order they are taken; what is subtracted or compared does not.
    return sign === '*' || sign === '+' ? tightness[sign] : tightness[sign] + 1;
  }

  private side(expression: Expression, needed: number | 'brackets'): MathNode {
    return needed === 'brackets' ? bracketed(this.print(expression)) : this.inside(expression, needed);
  }

  private cases(expression: Extract<Expression, { kind: 'if' }>, room: number): MathNode {
    const list: (readonly [MathNode, MathNode])[] = [];
    const value = (part: Expression): MathNode => stacked(this.rows(part, room - 2));
    let rest: Expression = expression;
    while (rest.kind === 'if') {
      const condition = prefixed([this.word('if')], this.rows(rest.condition, room - 8));
      list.push([value(rest.then), stacked(condition)]);
      rest = rest.otherwise;
    }
    list.push([value(rest), this.word('otherwise')]);
    const widest = [0, 1].map((column) => Math.max(...list.map((pair) => mathWidth(pair[column === 0 ? 0 : 1]))));
    const beside = (widest[0] ?? 0) + (widest[1] ?? 0) <= room;
    const rows = list.flatMap(([result, condition]) => caseRows(result, condition, beside));
    // The rule at the reading edge stands for a brace, which stretches only where there is a font of mathematics.
    return { ...table(rows), attributes: { displaystyle: 'true', class: 'cases' } };
  }

  private call({ name, arguments: list }: Extract<Expression, { kind: 'call' }>): MathNode {
    const [sign, ...inside] = callee(name, list);
    const parts = inside.flatMap((part, index) => [...(index > 0 ? [operator(',')] : []), this.print(part)]);
    return name === 'abs' ? row([bar('prefix'), ...parts, bar('postfix')]) : row([sign, ...fenced(parts)]);
  }

  /** The sign of a sum over a set, with what runs over which set below it. */
  private runner({ operator: name, index, set }: Extract<Expression, { kind: 'aggregate' }>): MathNode {
    const under = row([token('mi', index), operator('∈'), token('mi', set)]);
    const great = { sum: '∑', product: '∏', min: undefined, max: undefined, mean: undefined }[name];
    return node('munder', [great ? operator(great, { movablelimits: 'false' }) : token('mi', name), under]);
  }

  /** A part, in brackets where it binds less tightly than its place asks for. */
  private inside(expression: Expression, needed: number): MathNode {
    const printed = this.print(expression);
    return tightnessOf(expression) >= needed ? printed : bracketed(printed);
  }

  private word(key: keyof MathWords): MathNode {
    // Blanks at the ends of a text element are trimmed by browsers; no-break ones are not.
    return token('mtext', `\u00a0${this.words[key]}\u00a0`);
  }
}

/**
 * What stands before the brackets of a call, and what stands between them. A root is a sign with brackets: the bar of a drawn
 * root, and with it the root, is missing in browsers that have no font of mathematics. A table is called by its own name.
 */
function callee(name: string, list: readonly Expression[]): readonly [MathNode, ...Expression[]] {
  const [first, second] = list;
  if (name === 'sqrt') return [operator('√', { form: 'prefix' }), ...list];
  if (name === 'lookup' && first && second?.kind === 'reference') return [token('mi', second.name), first];
  return [token('mi', name), ...list];
}

/** Whether the left side goes on the same sum, product or row of conditions. */
function belongsTogether(sign: BinaryOperator, left: Expression): boolean {
  if (left.kind !== 'binary' || isComparison(sign)) return false;
  if (sign === '*') return left.operator === '*' && !endsWithAggregate(left);
  if (sign === '+' || sign === '-') return left.operator === '+' || left.operator === '-';
  return left.operator === sign;
}

/** As many parts to a row as fit; a part that has rows of its own stands alone. */
function packed(parts: readonly Part[], width: number): readonly MathNode[] {
  const rows: MathNode[][] = [];
  let room = 0;
  for (const { sign, rows: own } of parts) {
    const [first, ...more] = sign || parts.length > 1 ? prefixed(sign ? [sign] : [], own) : own;
    if (!first) continue;
    const last = rows.at(-1);
    const needed = mathWidth(first);
    if (last && more.length === 0 && needed <= room) {
      last.push(first);
      room -= needed;
    } else {
      rows.push([first], ...more.map((each) => [each]));
      room = more.length === 0 ? width - needed : 0;
    }
  }
  return rows.map(row);
}

/** Something before the first row; the further ones are indented. */
function prefixed(start: readonly MathNode[], [first, ...more]: readonly MathNode[]): readonly MathNode[] {
  if (!first) return [];
  return [row([...start, first]), ...more.map((each) => row([indent(), each]))];
}

function suffixed(rows: readonly MathNode[], end: MathNode): readonly MathNode[] {
  return rows.map((each, index) => (index === rows.length - 1 ? row([each, end]) : each));
}

/** Rows in brackets, which open in the first and close in the last of them. */
function enclosed(
  start: readonly MathNode[],
  inner: readonly MathNode[],
  open = operator('(', { form: 'prefix', stretchy: 'false' }),
  close = operator(')', { form: 'postfix', stretchy: 'false' })
): readonly MathNode[] {
  return suffixed(prefixed([...start, open], inner), close);
}

function bar(form: 'prefix' | 'postfix'): MathNode {
  return operator('|', { form, stretchy: 'true' });
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

/** A case: value and condition side by side, or below each other. */
function caseRows(value: MathNode, condition: MathNode, beside: boolean): readonly MathNode[] {
  const cell = (content: MathNode): MathNode => node('mtd', [content]);
  if (beside) return [node('mtr', [cell(value), cell(condition)])];
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
