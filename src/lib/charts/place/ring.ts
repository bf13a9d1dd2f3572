import type { LoopFigureProps } from '../loop-figure';
import { placeLoops, type PlacedLoops } from './loops';

/**
 * The nodes of one loop around its badge, clockwise from the top in English and the other way in Arabic, whatever their
 * positions in a diagram. An open chain stands in a row that turns at the edge.
 */
export function placeRing(props: LoopFigureProps): PlacedLoops {
  const { nodes, badges } = props;
  const count = nodes.length;
  const closed = badges[0]?.closed ?? true;
  const columns = 10;
  const rows = count > 4 ? 4.4 : 3.4;
  const angle = (index: number): number => {
    const turn = closed ? index / count : index / Math.max(1, count - 1) - 0.5;
    return 2 * Math.PI * (closed ? turn : turn * 0.72) - (closed ? Math.PI / 2 : 0) - (closed ? 0 : Math.PI / 2);
  };
  const at = (index: number): readonly [number, number] => [
    columns / 2 + columns * 0.34 * Math.cos(angle(index)),
    rows / 2 + (rows / 2 - 0.5) * Math.sin(angle(index))
  ];
  return placeLoops(
    {
      ...props,
      grid: [columns, rows],
      nodes: nodes.map((node, index) => ({ ...node, at: at(index) })),
      links: props.links.map((link) => ({ ...link, bend: count === 2 ? 0.28 : 0.14 })),
      badges: badges.map((badge) => ({ ...badge, at: [columns / 2, rows / 2] }))
    },
    true
  );
}
