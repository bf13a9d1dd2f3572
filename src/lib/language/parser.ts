import { aggregates, keywords } from './functions';
import type { AggregateName, BinaryOperator, Expression, Span, Subscript } from './syntax';
import { tokenize, type Fault, type Token } from './tokenizer';

/**
 * Precedence climbing (Pratt 1973). Every infix operator has a binding power; `expression(least)` reads an operand and
 * then swallows operators as long as they bind at least as tightly as asked. A left-associative operator asks its right
 * side for one power more than its own, `^` for the power of a unary minus, which makes it right-associative and lets
 * `2^-1` be written; a comparison asks for more and then refuses a second comparison. Unary minus binds looser than `^`,
 * so `-a^2` is `-(a^2)`. The grammar, loosest first:
 *
 *   if … then … else … | or | and | not | < <= > >= = <> is | + - | * / | unary - | ^
 *
 * Invariant: parsing ends, throws nothing, and gives either a tree whose spans nest, or at least one fault with a span.
 */
export interface Parsed {
  /** Null where the text is no formula: then there is a fault. */
  readonly expression: Expression | null;
  readonly faults: readonly Fault[];
}

const power = { or: 1, and: 2, not: 3, comparison: 4, sum: 5, product: 6, minus: 7, power: 8 } as const;

const infix: ReadonlyMap<string, number> = new Map([
  ['or', power.or],
  ['and', power.and],
  ...['<', '<=', '>', '>=', '=', '<>', 'is'].map((sign) => [sign, power.comparison] as const),
  ['+', power.sum],
  ['-', power.sum],
  ['*', power.product],
  ['/', power.product],
  ['^', power.power]
]);

const deepest = 200;
const words: ReadonlySet<string> = new Set(keywords);

class Refused extends Error {
  constructor(readonly fault: Fault) {
    super(fault.code);
  }
}

/** Parses one formula. Names are not resolved here: see the model room. */
export function parseFormula(text: string): Parsed {
  const { tokens, faults } = tokenize(text);
  if (faults.length > 0) return { expression: null, faults };
  try {
    return { expression: new FormulaParser(tokens).formula(), faults: [] };
  } catch (error) {
    if (error instanceof Refused) return { expression: null, faults: [error.fault] };
    throw error;
  }
}

class FormulaParser {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  formula(): Expression {
    if (this.peek().kind === 'end') this.refuse('empty-formula', { start: 0, end: Math.max(1, this.peek().span.end) });
    const expression = this.expression(0);
    const rest = this.peek();
    if (rest.kind !== 'end') this.refuseToken(rest);
    return expression;
  }

  private expression(least: number): Expression {
    if (++this.depth > deepest) this.refuse('too-deep', this.peek().span, { limit: deepest });
    let left = this.prefix(least);
    for (;;) {
      const operator = this.peek();
      const binding = operator.kind === 'end' || operator.kind === 'number' ? undefined : infix.get(operator.text);
      if (binding === undefined || binding < least) break;
      left = this.infix(left, operator, binding);
    }
    this.depth--;
    return left;
  }

  private infix(left: Expression, operator: Token, binding: number): Expression {
    this.at++;
    if (operator.text === 'is') return this.is(left, operator);
    const rightBinding = binding === power.power ? power.minus : binding + 1;
    const right = this.expression(rightBinding);
    const span = { start: left.span.start, end: right.span.end };
    if (binding === power.comparison) this.refuseChain();
    return { kind: 'binary', operator: operator.text as BinaryOperator, left, right, span };
  }

  private refuseChain(): void {
    const next = this.peek();
    if (next.kind !== 'end' && infix.get(next.text) === power.comparison) this.refuse('chained-comparison', next.span);
  }

  private is(left: Expression, operator: Token): Expression {
    if (left.kind !== 'reference' || left.subscripts.length > 0) return this.refuse('is-needs-switch', operator.span);
    const choice = this.peek();
    if (choice.kind !== 'name' || words.has(choice.text)) return this.refuse('is-needs-choice', choice.span);
    this.at++;
    const span = { start: left.span.start, end: choice.span.end };
    this.refuseChain();
    return { kind: 'is', name: left.name, choice: choice.text, span, choiceSpan: choice.span };
  }

  private prefix(least: number): Expression {
    const token = this.peek();
    if (token.kind === 'number') {
      this.at++;
      return { kind: 'number', value: Number(token.text), span: token.span };
    }
    if (token.text === '(') return this.bracketed(token);
    if (token.text === '-') {
      this.at++;
      const operand = this.expression(power.minus);
      return { kind: 'unary', operator: '-', operand, span: { start: token.span.start, end: operand.span.end } };
    }
    if (token.text === 'not') {
      if (least > power.not) this.refuse('not-needs-brackets', token.span);
      this.at++;
      const operand = this.expression(power.not);
      return { kind: 'unary', operator: 'not', operand, span: { start: token.span.start, end: operand.span.end } };
    }
    if (token.text === 'if') return this.choice(token);
    if (token.kind === 'name' && (!words.has(token.text) || token.text === 'time')) return this.named(token);
    return this.refuseToken(token);
  }

  private bracketed(open: Token): Expression {
    this.at++;
    const inner = this.expression(0);
    const close = this.close(open, ')');
    return { ...inner, span: { start: open.span.start, end: close.span.end } };
  }

  private choice(start: Token): Expression {
    this.at++;
    const condition = this.expression(0);
    this.word('then', 'if-needs-then', start);
    const then = this.expression(0);
    this.word('else', 'if-needs-else', start);
    const otherwise = this.expression(0);
    return { kind: 'if', condition, then, otherwise, span: { start: start.span.start, end: otherwise.span.end } };
  }

  private named(token: Token): Expression {
    this.at++;
    if (this.peek().text === '(') return this.call(token);
    if (this.peek().text !== '[') return { kind: 'reference', name: token.text, subscripts: [], span: token.span };
    const open = this.peek();
    const subscripts: Subscript[] = [];
    do {
      this.at++;
      const subscript = this.peek();
      if (subscript.kind !== 'name' || words.has(subscript.text)) this.refuse('bad-subscript', subscript.span);
      subscripts.push({ name: subscript.text, span: subscript.span });
      this.at++;
    } while (this.peek().text === ',');
    const close = this.close(open, ']');
    const span = { start: token.span.start, end: close.span.end };
    return { kind: 'reference', name: token.text, subscripts, span };
  }

  private call(token: Token): Expression {
    const open = this.peek();
    if (this.isAggregate(token)) return this.aggregate(token, open);
    this.at++;
    const list: Expression[] = [];
    if (this.peek().text !== ')') {
      list.push(this.expression(0));
      while (this.peek().text === ',') {
        this.at++;
        list.push(this.expression(0));
      }
    }
    const close = this.close(open, ')');
    const span = { start: token.span.start, end: close.span.end };
    if ((token.text === 'sum' || token.text === 'product' || token.text === 'mean') && list.length > 0) {
      this.refuse('aggregate-needs-set', span, { name: token.text });
    }
    return { kind: 'call', name: token.text, nameSpan: token.span, arguments: list, span };
  }

  private isAggregate(token: Token): boolean {
    if (!(aggregates as readonly string[]).includes(token.text)) return false;
    return this.tokens[this.at + 1]?.kind === 'name' && this.tokens[this.at + 2]?.text === 'in';
  }

  private aggregate(token: Token, open: Token): Expression {
    const index = this.tokens[this.at + 1] as Token;
    this.at += 3;
    const set = this.peek();
    if (set.kind !== 'name' || words.has(set.text)) this.refuse('aggregate-needs-set', set.span, { name: token.text });
    this.at++;
    if (this.peek().text !== ':') this.refuse('aggregate-needs-colon', this.peek().span, { name: token.text });
    this.at++;
    const body = this.expression(0);
    const close = this.close(open, ')');
    return {
      kind: 'aggregate',
      operator: token.text as AggregateName,
      index: index.text,
      set: set.text,
      setSpan: set.span,
      body,
      span: { start: token.span.start, end: close.span.end }
    };
  }

  private word(expected: string, code: string, start: Token): void {
    if (this.peek().text !== expected) this.refuse(code, this.peek().kind === 'end' ? start.span : this.peek().span);
    this.at++;
  }

  private close(open: Token, sign: ')' | ']'): Token {
    const token = this.peek();
    if (token.kind === 'end') return this.refuse('unclosed-bracket', open.span, { open: open.text, close: sign });
    if (token.text !== sign) return this.refuseToken(token);
    this.at++;
    return token;
  }

  private refuseToken(token: Token): never {
    if (token.kind === 'end') return this.refuse('formula-ends-early', token.span);
    if (token.text === ')' || token.text === ']')
      return this.refuse('unopened-bracket', token.span, { text: token.text });
    return this.refuse('unexpected-token', token.span, { text: token.text });
  }

  /** The end of the text is no character: point at the last one instead. */
  private atLeastOne(span: Span): Span {
    return span.end > span.start ? span : { start: Math.max(0, span.start - 1), end: Math.max(1, span.end) };
  }

  private refuse(code: string, span: Span, data: Fault['data'] = {}): never {
    throw new Refused({ code, span: this.atLeastOne(span), data });
  }

  private peek(): Token {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] as Token;
  }
}
