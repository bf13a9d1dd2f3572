/**
 * Exact Shapley values of a game given by the worth of every coalition (Shapley 1953), and the pairwise Shapley interaction
 * index (Grabisch & Roubens 1999, eq. 3). Coalitions are bit masks: player i takes part in S where bit i of S is set.
 * Sums run in ascending order of coalitions, with compensation (Neumaier 1974), so that the shares add up to the whole to
 * the last digits.
 */
export const MOST_EXACT_PLAYERS = 12;

/** Shares of n players in worth(all) - worth(none). `worth` has 2^n entries. */
export function shapleyValues(worth: ArrayLike<number>, players: number): Float64Array {
  const weights = weightsOf(players, 1);
  return Float64Array.from({ length: players }, (_, i) => {
    const sum = new CompensatedSum();
    for (let s = 0; s < 1 << players; s++) {
      if (s & (1 << i)) continue;
      sum.add(weights[size(s)]! * (worth[s | (1 << i)]! - worth[s]!));
    }
    return sum.value;
  });
}

/**
 * Interaction of players i and j: what the two are worth together beyond what each adds by itself, over all coalitions of
 * the others. Positive: they reinforce each other. Symmetric; the diagonal is 0. Entry (i, j) is at i·n + j.
 */
export function shapleyInteractions(worth: ArrayLike<number>, players: number): Float64Array {
  const interactions = new Float64Array(players * players);
  if (players < 2) return interactions;
  const weights = weightsOf(players, 2);
  for (let i = 0; i < players; i++) {
    for (let j = i + 1; j < players; j++) {
      const both = (1 << i) | (1 << j);
      const sum = new CompensatedSum();
      for (let s = 0; s < 1 << players; s++) {
        if (s & both) continue;
        const together = worth[s | both]! - worth[s | (1 << i)]! - worth[s | (1 << j)]! + worth[s]!;
        sum.add(weights[size(s)]! * together);
      }
      interactions[i * players + j] = interactions[j * players + i] = sum.value;
    }
  }
  return interactions;
}

/** s! (n - s - k)! / (n - k + 1)! by the size s of a coalition of the other n - k players. */
function weightsOf(players: number, k: 1 | 2): Float64Array {
  const others = players - k;
  const weights = new Float64Array(others + 1);
  // 1 / ((others + 1) · binomial(others, s)), built up without factorials.
  let binomial = 1;
  for (let s = 0; s <= others; s++) {
    weights[s] = 1 / ((others + 1) * binomial);
    binomial = (binomial * (others - s)) / (s + 1);
  }
  return weights;
}

function size(coalition: number): number {
  let count = 0;
  for (let rest = coalition; rest !== 0; rest &= rest - 1) count++;
  return count;
}

class CompensatedSum {
  private sum = 0;
  private lost = 0;

  add(term: number): void {
    const next = this.sum + term;
    this.lost += Math.abs(this.sum) >= Math.abs(term) ? this.sum - next + term : term - next + this.sum;
    this.sum = next;
  }

  get value(): number {
    return this.sum + this.lost;
  }
}
