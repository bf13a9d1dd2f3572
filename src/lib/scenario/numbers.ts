/**
 * Numbers in links and files: plain decimal digits that read back to the same double. ECMAScript's own Number-to-text
 * gives the shortest digits that do so; the plus sign of an exponent is left off because `+` means a space in a query.
 */
const numberPattern = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

export function writeNumber(value: number): string {
  return String(value).replace('e+', 'e');
}

/** The number, or null where the text is none; NaN, Infinity, hexadecimal and blanks are none. -0 reads as 0. */
export function readNumber(text: string): number | null {
  if (text.length > 40 || !numberPattern.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value + 0 : null;
}
