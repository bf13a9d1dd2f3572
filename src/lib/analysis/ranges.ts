import type { Trajectory } from '$lib/engine';
import type { Model } from '$lib/model';
import type { Judgement } from './judge';

/**
 * Stocks inside the interval that the model states for them, month by month. The margin is the distance to the nearer
 * end, in the unit of the stock; a stock that sits exactly on its end holds with margin 0.
 */
export function rangesOf(model: Model, { columns, rows, values }: Trajectory): (month: number) => Judgement {
  const place = new Map(columns.map((cell, i) => [cell, i]));
  const bounded = model.stocks.flatMap(({ range, initial }) =>
    initial.flatMap(({ cell }) => {
      const column = place.get(cell);
      return range && column !== undefined ? [{ cell, column, low: range[0], high: range[1] }] : [];
    })
  );
  return (month) => {
    let least: Judgement = { holds: true, margin: Infinity, sides: [] };
    for (const { cell, column, low, high } of bounded) {
      const left = values[column * rows + month] ?? NaN;
      const nearLow = left - low <= high - left;
      const margin = nearLow ? left - low : high - left;
      if (margin >= least.margin) continue;
      const right = nearLow ? low : high;
      const operator = nearLow ? '>=' : '<=';
      const holds = margin >= 0;
      least = {
        holds,
        margin,
        sides: [{ text: `${cell} ${operator} ${right}`, left, operator, right, holds, margin }]
      };
    }
    return least;
  };
}
