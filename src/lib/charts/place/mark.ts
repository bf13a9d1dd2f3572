import type { ComparedStyle } from '../compared';

/** Outline of a mark around a point: shapes of about equal area, so that none looks more important. */
export function markPath(mark: ComparedStyle['mark'], x: number, y: number, radius: number): string {
  const at = (dx: number, dy: number): string => `${(x + dx * radius).toFixed(1)},${(y + dy * radius).toFixed(1)}`;
  switch (mark) {
    case 'circle': {
      const r = radius.toFixed(1);
      return `M${at(-1, 0)}a${r},${r} 0 1 0 ${(2 * radius).toFixed(1)},0a${r},${r} 0 1 0 ${(-2 * radius).toFixed(1)},0Z`;
    }
    case 'square':
      return `M${at(-0.9, -0.9)}L${at(0.9, -0.9)}L${at(0.9, 0.9)}L${at(-0.9, 0.9)}Z`;
    case 'triangle':
      return `M${at(0, -1.25)}L${at(1.15, 0.85)}L${at(-1.15, 0.85)}Z`;
    case 'diamond':
      return `M${at(0, -1.3)}L${at(1.3, 0)}L${at(0, 1.3)}L${at(-1.3, 0)}Z`;
  }
}
