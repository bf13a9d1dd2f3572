import {
  functionNamed,
  functions,
  isReserved,
  nearest,
  partsOf,
  type Expression,
  type Span,
  type Subscript
} from '$lib/language';
import type { Formula, Reading } from '../formula';
import type { Quantity } from '../names';
import { hint } from '../report';

/**
 * Every name of a formula stands for something, and for something that may stand there: quantities with the right number
 * of subscripts, elements, sets, indices, switches and their choices, functions with the right number of arguments.
 * Returns false where anything was reported: then the formula is not expanded.
 */
export function checkNames(formula: Formula, reading: Reading, own?: NameRules): boolean {
  return new NameCheck(formula, reading, own).holds(formula.equation.expression, new Map());
}

/** What a kind of formula adds to the language: the calls of behaviour checks. Undefined: not one of its calls. */
export interface NameRules {
  call(node: Extract<Expression, { kind: 'call' }>, check: (part: Expression) => boolean): boolean | undefined;
}

type Bound = ReadonlyMap<string, string>;

class NameCheck {
  constructor(
    private readonly formula: Formula,
    private readonly reading: Reading,
    private readonly own: NameRules | undefined
  ) {}

  holds(node: Expression, bound: Bound): boolean {
    switch (node.kind) {
      case 'number':
        return true;
      case 'reference':
        return this.reference(node, bound);
      case 'is':
        return this.is(node);
      case 'aggregate':
        return this.aggregate(node, bound);
      case 'call': {
        const special = this.own?.call(node, (part) => this.holds(part, bound));
        return special ?? this.call(node, bound);
      }
      default:
        return this.parts(node, bound);
    }
  }

  private parts(node: Expression, bound: Bound): boolean {
    return partsOf(node)
      .map((part) => this.holds(part, bound))
      .every(Boolean);
  }

  private reference(node: Extract<Expression, { kind: 'reference' }>, bound: Bound): boolean {
    const { name, subscripts } = node;
    const at = { start: node.span.start, end: node.span.start + name.length };
    if (name === 'time') {
      if (this.formula.role === 'initial') return this.error('initial-reads', at, { name, kind: 'time' });
      return (
        subscripts.length === 0 ||
        this.error('subscript-count', node.span, { name, count: subscripts.length, expected: 0 })
      );
    }
    const quantity = this.reading.names.find(name, this.place(at), this.reading.report);
    if (!quantity) return false;
    if (!this.mayRead(quantity, at)) return false;
    if (subscripts.length !== quantity.arity) {
      return this.error('subscript-count', node.span, { name, count: subscripts.length, expected: quantity.arity });
    }
    return subscripts.map((subscript) => this.subscript(subscript, bound)).every(Boolean);
  }

  private mayRead({ name, kind }: Quantity, at: Span): boolean {
    if (kind === 'lookup') return this.error('lookup-as-value', at, { name });
    if (kind === 'switch') return this.error('switch-as-value', at, { name });
    if (this.formula.role === 'initial' && (kind === 'stock' || kind === 'variable'))
      return this.error('initial-reads', at, { name, kind });
    return true;
  }

  private subscript({ name, span }: Subscript, bound: Bound): boolean {
    const { names } = this.reading;
    if (bound.has(name) || names.hasElement(name)) return true;
    if (!names.hasSet(name)) {
      const nearby = nearest(name, [...bound.keys(), ...names.sets, ...names.elements]);
      return this.error('unknown-subscript', span, { name, ...hint(nearby) });
    }
    if (this.formula.axes.some((axis) => axis.kind === 'set' && axis.set === name)) return true;
    return this.error('set-not-on-left', span, { set: name });
  }

  private is(node: Extract<Expression, { kind: 'is' }>): boolean {
    const { quantities } = this.reading.names;
    const at = { start: node.span.start, end: node.span.start + node.name.length };
    const known = [...quantities.values()].filter(({ kind }) => kind === 'switch').map(({ name }) => name);
    if (!known.includes(node.name))
      return this.error('unknown-switch', at, { name: node.name, ...hint(nearest(node.name, known)) });
    const choices = this.reading.choices.get(node.name) ?? [];
    if (choices.includes(node.choice)) return true;
    const data = {
      switch: node.name,
      choice: node.choice,
      known: choices.join(', '),
      ...hint(nearest(node.choice, choices))
    };
    return this.error('unknown-choice', node.choiceSpan, data);
  }

  private aggregate(node: Extract<Expression, { kind: 'aggregate' }>, bound: Bound): boolean {
    const { names } = this.reading;
    const { index, set, setSpan } = node;
    if (!names.hasSet(set)) {
      this.error('unknown-set', setSpan, { name: set, ...hint(nearest(set, names.sets)) });
      return false;
    }
    const start = node.span.start + node.operator.length;
    if (bound.has(index) || names.hasSet(index) || names.hasElement(index) || isReserved(index)) {
      return this.error('index-shadows', { start, end: setSpan.end }, { index });
    }
    return this.holds(node.body, new Map([...bound, [index, set]]));
  }

  private call(node: Extract<Expression, { kind: 'call' }>, bound: Bound): boolean {
    const { name, nameSpan, arguments: list } = node;
    const known = functionNamed(name);
    if (!known) {
      if (this.reading.names.quantities.has(name)) return this.error('quantity-called', nameSpan, { name });
      return this.error('unknown-function', nameSpan, {
        name,
        ...hint(
          nearest(
            name,
            functions.map((each) => each.name)
          )
        )
      });
    }
    const [least, most] = known.arguments;
    if (list.length < least || list.length > most) {
      return this.error('argument-count', node.span, { name, count: list.length, allowed: allowedCount(least, most) });
    }
    const mixed =
      (known.role === 'memory' || known.role === 'chance') &&
      this.formula.role !== 'equation' &&
      this.formula.role !== 'rate';
    if (mixed) return this.error('function-not-here', nameSpan, { name, role: this.formula.role });
    return known.role === 'table' ? this.lookup(node, bound) : this.parts(node, bound);
  }

  private lookup(node: Extract<Expression, { kind: 'call' }>, bound: Bound): boolean {
    const [input, table] = node.arguments;
    if (!input || !table) return false;
    const sound = this.holds(input, bound);
    const { quantities } = this.reading.names;
    const known = [...quantities.values()].filter(({ kind }) => kind === 'lookup').map(({ name }) => name);
    if (table.kind === 'reference' && table.subscripts.length === 0 && known.includes(table.name)) return sound;
    const written = table.kind === 'reference' ? table.name : '';
    return this.error('unknown-lookup', table.span, { name: written, ...hint(nearest(written, known)) });
  }

  private place(span: Span) {
    return this.formula.yaml.partPlaceOf(this.formula.path, span);
  }

  private error(code: string, span: Span, data: Readonly<Record<string, string | number>>): false {
    this.reading.report.error(code, this.place(span), data);
    return false;
  }
}

function allowedCount(least: number, most: number): string {
  if (least === most) return String(least);
  return Number.isFinite(most) ? `${least}–${most}` : `${least}+`;
}
