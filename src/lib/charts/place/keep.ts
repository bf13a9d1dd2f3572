/**
 * The next things, with each that equals the one in its place before replaced by that one: what is drawn anew is then only
 * what has changed. Things are flat, with the same fields; where nothing has changed, the list itself stays.
 */
export function keepEqual<T extends object>(before: readonly T[], next: readonly T[]): readonly T[] {
  let same = before.length === next.length;
  const kept = next.map((one, index) => {
    const former = before[index];
    if (former && equal(former, one)) return former;
    same = false;
    return one;
  });
  return same ? before : kept;
}

function equal<T extends object>(a: T, b: T): boolean {
  if (a === b) return true;
  for (const field in b) if (a[field] !== b[field]) return false;
  return true;
}
