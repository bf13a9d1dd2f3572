import type { ContentsPart } from './entries';
import type { Target } from './target';

/**
 * What an anchor of /model stands for: `/model/#trust` leads on to where trust is told of. A cell leads to its parameter's row,
 * or to its quantity. Undefined for what the contents do not know.
 */
export function anchorOf(contents: readonly ContentsPart[], anchor: string): Target | undefined {
  const lines = contents.flatMap((part) => part.lines);
  const exact = lines.find(({ id }) => id === anchor);
  if (exact) return exact.target ?? undefined;
  const owner = lines.find(({ cells }) => cells?.includes(anchor));
  if (owner?.target?.kind === 'name') return { ...owner.target, anchor };
  const name = anchor.split('.')[0];
  return lines.find(({ id }) => id === name && id !== anchor)?.target ?? undefined;
}
