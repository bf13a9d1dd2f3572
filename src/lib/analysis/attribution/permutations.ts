import { Domain, UniformStream } from '$lib/engine';

/**
 * Orders of players for sampled Shapley values (Castro, Gómez & Tejada 2009): each random order is followed by its
 * reverse, which cancels much of the chance (antithetic pairs; Mitchell et al. 2022). Keyed by the seed and the number of
 * the order: order k is the same whatever else is drawn.
 */
export function ordersOf(players: number, orders: number, seed: number): readonly Uint16Array[] {
  const list: Uint16Array[] = [];
  for (let pair = 0; list.length < orders; pair++) {
    const order = randomOrder(players, seed, pair);
    list.push(order, order.slice().reverse());
  }
  return list;
}

/** Fisher-Yates. */
function randomOrder(players: number, seed: number, pair: number): Uint16Array {
  const order = Uint16Array.from({ length: players }, (_, i) => i);
  const uniforms = new UniformStream(seed, pair, Domain.attribution);
  for (let i = players - 1; i > 0; i--) {
    const j = Math.floor(uniforms.seek(0, i).first * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
