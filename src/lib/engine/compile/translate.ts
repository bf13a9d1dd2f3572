import type { Expression } from '$lib/language';
import { EngineError } from '../error';
import type { BinaryOperation, Node } from '../program';
import type { Sets } from './cells';
import { remember, type HiddenStock, type MemoryName } from './memory';
import { binary, constant, foldLeft, read, unary } from './nodes';

/**
 * Formula trees to program nodes: names become slots, sets become repetition, memory becomes stocks, chance becomes
 * draws. Nothing is simplified or reordered: every operation of the formula is an operation of the node.
 */
export interface Names {
  readonly sets: Sets;
  readonly slotOf: ReadonlyMap<string, number>;
  readonly tableOf: ReadonlyMap<string, number>;
  readonly switches: ReadonlyMap<string, { readonly slot: number; readonly choices: readonly string[] }>;
  readonly timeSlot: number;
  readonly stepSlot: number;
}

/** What formulas add to a program besides their own node. */
export interface Additions {
  /** Slot of one more hidden stock that belongs to the cell. */
  newSlot(cell: string): number;
  /** Number of one more draw. */
  newDraw(): number;
  readonly stocks: HiddenStock[];
}

const operations: Readonly<Record<string, BinaryOperation>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '^': 'pow',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
  '=': 'eq',
  '<>': 'ne',
  and: 'and',
  or: 'or'
};

/**
 * The node of one formula of one cell. `bindings`: set of the left-hand side, or bound index -> element.
 * Throws EngineError (unknown-cell, unknown-name) where the model is not a checked one.
 */
export function translate(
  root: Expression,
  cell: string,
  bindings: ReadonlyMap<string, string>,
  names: Names,
  additions: Additions
): Node {
  return node(root, bindings);

  function node(expression: Expression, bound: ReadonlyMap<string, string>): Node {
    switch (expression.kind) {
      case 'number':
        return constant(expression.value);
      case 'reference':
        return reference(expression, bound);
      case 'unary':
        return unary(expression.operator === '-' ? 'neg' : 'not', node(expression.operand, bound));
      case 'binary':
        return binary(
          known(operations[expression.operator], expression.operator),
          node(expression.left, bound),
          node(expression.right, bound)
        );
      case 'if':
        return {
          op: 'select',
          condition: node(expression.condition, bound),
          then: node(expression.then, bound),
          otherwise: node(expression.otherwise, bound)
        };
      case 'is':
        return choice(expression.name, expression.choice);
      case 'call':
        return call(expression.name, expression.arguments, bound);
      case 'aggregate':
        return aggregate(expression, bound);
    }
  }

  function known<T>(value: T | undefined, name: string): T {
    if (value === undefined) throw new EngineError('unknown-name', { name, where: cell });
    return value;
  }

  function reference(
    { name, subscripts }: Extract<Expression, { kind: 'reference' }>,
    bound: ReadonlyMap<string, string>
  ): Node {
    if (name === 'time' && subscripts.length === 0) return read(names.timeSlot);
    const id = [name, ...subscripts.map((subscript) => bound.get(subscript.name) ?? subscript.name)].join('.');
    const slot = names.slotOf.get(id);
    if (slot === undefined) throw new EngineError('unknown-cell', { cell: id, where: cell });
    return read(slot);
  }

  function choice(name: string, wanted: string): Node {
    const { slot, choices } = known(names.switches.get(name), name);
    const index = choices.indexOf(wanted);
    return binary('eq', read(slot), constant(known(index < 0 ? undefined : index, wanted)));
  }

  function aggregate(
    { operator, index, set, body }: Extract<Expression, { kind: 'aggregate' }>,
    bound: ReadonlyMap<string, string>
  ): Node {
    const elements = known(names.sets.get(set), set);
    const nodes = elements.map((element) => node(body, new Map(bound).set(index, element)));
    known(nodes[0], set);
    switch (operator) {
      case 'sum':
        return foldLeft('add', nodes);
      case 'product':
        return foldLeft('mul', nodes);
      case 'mean':
        return binary('div', foldLeft('add', nodes), constant(nodes.length));
      default:
        return foldLeft(operator, nodes);
    }
  }

  function call(name: string, parts: readonly Expression[], bound: ReadonlyMap<string, string>): Node {
    const argument = (index: number): Node => node(known(parts[index], `${name}()`), bound);
    switch (name) {
      case 'exp':
      case 'ln':
      case 'sqrt':
      case 'abs':
        return unary(name, argument(0));
      case 'min':
      case 'max':
        known(parts[0], `${name}()`);
        return foldLeft(
          name,
          parts.map((part) => node(part, bound))
        );
      case 'lookup':
        return { op: 'lookup', a: argument(0), table: table(parts[1]) };
      case 'smooth':
      case 'delay1':
      case 'delay3':
        return memory(name, argument(0), argument(1), parts.length > 2 ? argument(2) : null);
      case 'event':
        return event(argument(0));
      case 'normal':
        return { op: 'normal', draw: additions.newDraw() };
      default:
        throw new EngineError('unknown-name', { name, where: cell });
    }
  }

  function table(part: Expression | undefined): number {
    const name = part?.kind === 'reference' ? part.name : 'lookup()';
    return known(names.tableOf.get(name), name);
  }

  function memory(name: MemoryName, x: Node, tau: Node, start: Node | null): Node {
    const { value, stocks } = remember(name, x, tau, start ?? x, () => additions.newSlot(cell));
    additions.stocks.push(...stocks);
    return value;
  }

  /** 1 in a step in which the event strikes: with probability 1 - exp(-rate·step). */
  function event(rate: Node): Node {
    const quiet = unary('exp', unary('neg', binary('mul', rate, read(names.stepSlot))));
    return binary('lt', { op: 'uniform', draw: additions.newDraw() }, binary('sub', constant(1), quiet));
  }
}
