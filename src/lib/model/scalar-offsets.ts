/**
 * From an offset in the value of a YAML scalar to the offset in the file, for every style of scalar. YAML changes nothing
 * but white space (folding, indentation) and quotes, so that the n-th visible character of the value is the n-th visible
 * character of the source, once escapes of quoted styles are read as one character each.
 */
export type ScalarStyle = 'PLAIN' | 'QUOTE_DOUBLE' | 'QUOTE_SINGLE' | 'BLOCK_FOLDED' | 'BLOCK_LITERAL';

/**
 * Source offsets of the characters of `value`, one more at the end for the offset behind the last visible character.
 * White space stands where the visible character behind it stands.
 */
export function sourceOffsets(
  source: string,
  start: number,
  end: number,
  style: ScalarStyle,
  value: string
): readonly number[] {
  const visible = visibleOffsets(source, start, end, style);
  const last = visible.at(-1);
  const behind = last === undefined ? start : last + 1;
  const offsets: number[] = [];
  let next = 0;
  for (const character of value.split('')) {
    offsets.push(visible[next] ?? behind);
    if (!/\s/.test(character)) next++;
  }
  offsets.push(behind);
  return offsets;
}

function visibleOffsets(source: string, start: number, end: number, style: ScalarStyle): readonly number[] {
  const quoted = style === 'QUOTE_DOUBLE' || style === 'QUOTE_SINGLE';
  const block = style === 'BLOCK_FOLDED' || style === 'BLOCK_LITERAL';
  // The header of a block scalar (`>-`, perhaps a comment) ends at the first line break.
  const from = block ? source.indexOf('\n', start) + 1 : start + (quoted ? 1 : 0);
  const to = end - (quoted ? 1 : 0);
  const offsets: number[] = [];
  for (let at = from; at < to; at++) {
    const character = source.charAt(at);
    if (/\s/.test(character)) continue;
    if (style === 'QUOTE_DOUBLE' && character === '\\') {
      const { length, visible } = escapeAt(source, at);
      if (visible) offsets.push(at);
      at += length - 1;
      continue;
    }
    offsets.push(at);
    if (style === 'QUOTE_SINGLE' && character === "'") at++;
  }
  return offsets;
}

function escapeAt(source: string, at: number): { readonly length: number; readonly visible: boolean } {
  const code = source.charAt(at + 1);
  const lengths: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };
  return { length: lengths[code] ?? 2, visible: !/[ntr\s_]/.test(code) };
}
