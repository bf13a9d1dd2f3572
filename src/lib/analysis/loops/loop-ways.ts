import type { Link, NodeCells } from './fold';

/**
 * How a named loop runs through a diagram: for each of its paths the nodes that it meets, in its order. A path is left out
 * where it meets fewer than two nodes, or where a link between two that follow each other is not there, because a stock
 * between them is not drawn.
 */
export function loopWays(
  loop: { readonly kind: 'closed' | 'open' | 'self'; readonly paths: readonly (readonly NodeCells[])[] },
  nodes: readonly NodeCells[],
  links: readonly Pick<Link, 'from' | 'to' | 'sign'>[]
): readonly (readonly string[])[] {
  const there = new Set(links.filter(({ sign }) => sign !== 'none').map(({ from, to }) => pairOf(from, to)));
  return loop.paths.flatMap((path) => {
    const met = path.flatMap(({ cells }) => {
      const node = nodes.find((each) => cells.some((cell) => each.cells.includes(cell)));
      return node ? [node.id] : [];
    });
    // Two steps inside one node are one.
    const way = met.filter((id, index) => id !== met[index - 1]);
    if (way.length < 2) return [];
    return pairsOf(way, loop.kind === 'closed').every(([from, to]) => there.has(pairOf(from, to))) ? [way] : [];
  });
}

/** The links of a way, from each node to the next, and from the last to the first of a closed one. */
export function pairsOf(way: readonly string[], closed: boolean): readonly (readonly [from: string, to: string])[] {
  const pairs = way.slice(1).map((to, index) => [way[index]!, to] as const);
  const [first] = way;
  const last = way.at(-1);
  return closed && first !== undefined && last !== undefined ? [...pairs, [last, first]] : pairs;
}

function pairOf(from: string, to: string): string {
  return `${from}>${to}`;
}
