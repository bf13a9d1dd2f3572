import type { BinaryOperation, Node, UnaryOperation } from '../program';

/**
 * Makers and readers of program nodes. Makers rewrite nothing but the sign of a literal, which is exact.
 */
export const constant = (value: number): Node => ({ op: 'const', value });
export const read = (slot: number): Node => ({ op: 'slot', slot });
export const binary = (op: BinaryOperation, a: Node, b: Node): Node => ({ op, a, b });

export function unary(op: UnaryOperation, a: Node): Node {
  return op === 'neg' && a.op === 'const' ? constant(-a.value) : { op, a };
}

/** ((a op b) op c) … in the order given; `nodes` is not empty. */
export function foldLeft(op: BinaryOperation, nodes: readonly Node[]): Node {
  return nodes.reduce((sum, node) => binary(op, sum, node));
}

/** The nodes that a node computes with, in order of evaluation. */
export function operandsOf(node: Node): readonly Node[] {
  switch (node.op) {
    case 'const':
    case 'slot':
    case 'uniform':
    case 'normal':
      return [];
    case 'select':
      return [node.condition, node.then, node.otherwise];
    default:
      return 'b' in node ? [node.a, node.b] : [node.a];
  }
}

/** What a tree depends on: the slots it reads and whether it draws. */
export interface Needs {
  readonly slots: ReadonlySet<number>;
  readonly draws: boolean;
}

export function needsOf(root: Node): Needs {
  const slots = new Set<number>();
  let draws = false;
  const pending: Node[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.op === 'slot') slots.add(node.slot);
    if (node.op === 'uniform' || node.op === 'normal') draws = true;
    pending.push(...operandsOf(node));
  }
  return { slots, draws };
}
