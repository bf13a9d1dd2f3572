/**
 * Labels in a column that want to stand beside their lines but must not overlap: the positions nearest to the wanted
 * ones, in least squares, that keep their order and distance. Pool-adjacent-violators: labels that touch become a
 * block, and a block stands at the mean of what its members want (Barlow et al., Statistical Inference under Order
 * Restrictions, 1972).
 */
export interface Wanted {
  /** Centre the label would like. */
  readonly centre: number;
  readonly height: number;
}

interface Block {
  first: number;
  count: number;
  /** Sum over members of (wanted top of the block). */
  sum: number;
  height: number;
}

/**
 * Centres of the labels, in the order given, inside [top, bottom]. Labels keep the order of their wanted centres (ties: the
 * order given). When they need more room than there is, they are spaced evenly closer than their heights.
 */
export function dodge(wanted: readonly Wanted[], top: number, bottom: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]!.centre - wanted[b]!.centre || a - b);
  const total = wanted.reduce((sum, { height }) => sum + height, 0);
  const squeeze = total > bottom - top && total > 0 ? (bottom - top) / total : 1;
  const blocks: Block[] = [];
  order.forEach((index, place) => {
    const height = wanted[index]!.height * squeeze;
    let block: Block = { first: place, count: 1, sum: wanted[index]!.centre - height / 2, height };
    let above = blocks.at(-1);
    while (above && topOf(above, top, bottom) + above.height > topOf(block, top, bottom)) {
      blocks.pop();
      block = {
        first: above.first,
        count: above.count + block.count,
        sum: above.sum + block.sum - block.count * above.height,
        height: above.height + block.height
      };
      above = blocks.at(-1);
    }
    blocks.push(block);
  });
  const centres = new Array<number>(wanted.length).fill(0);
  for (const block of blocks) {
    let y = topOf(block, top, bottom);
    for (let place = block.first; place < block.first + block.count; place++) {
      const index = order[place]!;
      const height = wanted[index]!.height * squeeze;
      centres[index] = y + height / 2;
      y += height;
    }
  }
  return centres;
}

function topOf(block: Block, top: number, bottom: number): number {
  return Math.max(top, Math.min(bottom - block.height, block.sum / block.count));
}
