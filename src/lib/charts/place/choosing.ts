/**
 * Where a key leads in a row of things that are read one at a time: arrows to the next and the one before, around the ends,
 * Home and End to the first and the last. Null when the key is none of these.
 */
export function afterKey(key: string, id: string, ids: readonly string[]): string | null {
  const at = ids.indexOf(id);
  const goals: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: ids.length - 1
  };
  const goal = goals[key];
  if (goal === undefined || ids.length === 0) return null;
  return ids[(goal + ids.length) % ids.length] ?? null;
}
