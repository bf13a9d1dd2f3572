import { exp, ln, pow, type Node, type Program } from '$lib/engine';

/**
 * One formula of a program as a tape, for its value and its exact derivatives: automatic differentiation in reverse mode
 * (Griewank and Walther 2008, Evaluating Derivatives, chapter 3). Operations come in the order of the tree and use the
 * engine's kernels, so that values are the bits of a run, and derivatives the same bits on every machine.
 *
 * Where a formula has a corner, the derivative is that of the branch taken: of the smaller argument in `min`, of the
 * chosen case in `if`, of the segment to the right at a point of a table. Comparisons, logic and chance have none (0).
 */
export interface Tape {
  /** Slots that the formula reads, each once, in the order of reading. */
  readonly reads: readonly number[];
  /** Value at the slots `x`. */
  value(x: Float64Array): number;
  /** Where `value` was last taken: partial derivative for each of `reads`, written to `into` from `offset`. */
  gradient(into: Float64Array, offset: number): void;
}

export function tapeOf(root: Node, tables: Program['tables']): Tape {
  const nodes: Node[] = [];
  /** Numbers of the operations that an operation takes, three places each. */
  const operands: number[] = [];
  const reads: number[] = [];
  record(root);
  const last = nodes.length - 1;
  const values = new Float64Array(nodes.length);
  const adjoints = new Float64Array(nodes.length);
  const partials = new Float64Array(3);
  const placeOf = nodes.map((node) => (node.op === 'slot' ? reads.indexOf(node.slot) : -1));
  const operand = (index: number, place: number): number => values[operands[3 * index + place]!]!;

  return {
    reads,
    value(x) {
      for (let index = 0; index <= last; index++) {
        values[index] = valueOf(nodes[index]!, operand(index, 0), operand(index, 1), operand(index, 2), x, tables);
      }
      return values[last]!;
    },
    gradient(into, offset) {
      into.fill(0, offset, offset + reads.length);
      adjoints.fill(0);
      adjoints[last] = 1;
      for (let index = last; index >= 0; index--) {
        const adjoint = adjoints[index]!;
        if (adjoint === 0) continue;
        const place = placeOf[index]!;
        if (place >= 0) {
          into[offset + place] = into[offset + place]! + adjoint;
          continue;
        }
        partials.fill(0);
        takePartials(nodes[index]!, operand(index, 0), operand(index, 1), values[index]!, tables, partials);
        for (let each = 0; each < 3; each++) {
          // An argument that cannot matter passes nothing on, however steep it is.
          if (partials[each] === 0) continue;
          const source = operands[3 * index + each]!;
          adjoints[source] = adjoints[source]! + adjoint * partials[each]!;
        }
      }
    }
  };

  function record(node: Node): number {
    const [a = 0, b = 0, c = 0] = operandsOf(node).map(record);
    if (node.op === 'slot' && !reads.includes(node.slot)) reads.push(node.slot);
    operands.push(a, b, c);
    return nodes.push(node) - 1;
  }
}

function operandsOf(node: Node): readonly Node[] {
  if (node.op === 'select') return [node.condition, node.then, node.otherwise];
  if ('b' in node) return [node.a, node.b];
  return 'a' in node ? [node.a] : [];
}

function valueOf(node: Node, a: number, b: number, c: number, x: Float64Array, tables: Program['tables']): number {
  switch (node.op) {
    case 'const':
      return node.value;
    case 'slot':
      return x[node.slot]!;
    case 'add':
      return a + b;
    case 'sub':
      return a - b;
    case 'mul':
      return a * b;
    case 'div':
      return a / b;
    case 'pow':
      return pow(a, b);
    case 'exp':
      return exp(a);
    case 'ln':
      return ln(a);
    case 'sqrt':
      return Math.sqrt(a);
    case 'neg':
      return -a;
    case 'abs':
      return Math.abs(a);
    case 'floor':
      return Math.floor(a);
    case 'min':
      return Math.min(a, b);
    case 'max':
      return Math.max(a, b);
    case 'select':
      return a !== 0 ? b : c;
    case 'lookup':
      return read(tables[node.table]!, a);
    case 'uniform':
      return 1;
    case 'normal':
      return 0;
    default:
      return truthOf(node.op, a, b) ? 1 : 0;
  }
}

function truthOf(op: 'not' | 'lt' | 'le' | 'gt' | 'ge' | 'eq' | 'ne' | 'and' | 'or', a: number, b: number): boolean {
  switch (op) {
    case 'not':
      return a === 0;
    case 'lt':
      return a < b;
    case 'le':
      return a <= b;
    case 'gt':
      return a > b;
    case 'ge':
      return a >= b;
    case 'eq':
      return a === b;
    case 'ne':
      return a !== b;
    case 'and':
      return a !== 0 && b !== 0;
    case 'or':
      return a !== 0 || b !== 0;
  }
}

/** Partial derivatives for the operands, given the values of the first two and that of the operation. */
function takePartials(
  node: Node,
  a: number,
  b: number,
  value: number,
  tables: Program['tables'],
  into: Float64Array
): void {
  switch (node.op) {
    case 'add':
      into[0] = into[1] = 1;
      break;
    case 'sub':
      into[0] = 1;
      into[1] = -1;
      break;
    case 'mul':
      into[0] = b;
      into[1] = a;
      break;
    case 'div':
      into[0] = 1 / b;
      into[1] = -value / b;
      break;
    case 'pow':
      into[0] = b === 0 ? 0 : b * pow(a, b - 1);
      into[1] = a > 0 ? value * ln(a) : 0;
      break;
    case 'exp':
      into[0] = value;
      break;
    case 'ln':
      into[0] = 1 / a;
      break;
    case 'sqrt':
      into[0] = 0.5 / value;
      break;
    case 'neg':
      into[0] = -1;
      break;
    case 'abs':
      into[0] = a < 0 ? -1 : 1;
      break;
    case 'min':
      into[a <= b ? 0 : 1] = 1;
      break;
    case 'max':
      into[a >= b ? 0 : 1] = 1;
      break;
    case 'select':
      into[a !== 0 ? 1 : 2] = 1;
      break;
    case 'lookup':
      into[0] = slope(tables[node.table]!, a);
  }
}

type Table = Program['tables'][number];

/** Index of the segment that holds a, or -1 outside the table. */
function segment({ x }: Table, a: number): number {
  if (!(a >= x[0]!) || a >= x.at(-1)!) return -1;
  let index = 0;
  while (x[index + 1]! <= a) index++;
  return index;
}

function read(table: Table, a: number): number {
  const { x, y } = table;
  const index = segment(table, a);
  if (Number.isNaN(a)) return a;
  if (index < 0) return a < x[0]! ? y[0]! : y.at(-1)!;
  return y[index]! + (y[index + 1]! - y[index]!) * ((a - x[index]!) / (x[index + 1]! - x[index]!));
}

function slope(table: Table, a: number): number {
  const index = segment(table, a);
  return index < 0 ? 0 : (table.y[index + 1]! - table.y[index]!) / (table.x[index + 1]! - table.x[index]!);
}
