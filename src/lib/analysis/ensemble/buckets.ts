/**
 * Buckets of doubles by their leading 22 bits: sign, exponent, and the upper 10 of the 52 fraction bits. An octave (one
 * sign, one exponent) has 1,024 buckets of equal width, each at most 2^-10 of any value inside, so whatever is said about
 * a value from its bucket alone is right to 2^-10 relative. Subnormal numbers count as zero: right to 2^-1022.
 *
 * A *code* is the upper word of the double shifted down by 10. Buckets are kept by *sections* of 64, a sixteenth of an
 * octave: section = code / 64. Codes of positive numbers ascend with the value, those of negative numbers descend; the
 * *order* of a section ascends with the values throughout.
 */
export const SECTION = 64;

/** Sections of all doubles: 2^16. */
export const SECTIONS = 65536;

const words = new Uint32Array(2);
const double = new Float64Array(words.buffer);

/** Where the upper word of a double stands on this machine. */
export const UPPER_WORD = ((): 0 | 1 => {
  double[0] = 1;
  return words[1] === 0x3ff00000 ? 1 : 0;
})();

export function orderOfSection(section: number): number {
  return isNegative(section) ? SECTIONS - 1 - section : SECTIONS / 2 + section;
}

export function sectionAt(order: number): number {
  return order < SECTIONS / 2 ? SECTIONS - 1 - order : order - SECTIONS / 2;
}

export function isNegative(section: number): boolean {
  return section >= SECTIONS / 2;
}

/** The value at `share` (0 to 1, in ascending order) of a bucket of a section; what counts as zero is zero. */
export function valueInside(section: number, bucket: number, share: number): number {
  const code = (section % (SECTIONS / 2)) * SECTION + bucket;
  if (code < 1024) return 0;
  const near = sizeAt(code);
  const width = sizeAt(code + 1) - near;
  return isNegative(section) ? -(near + width * (1 - share)) : near + width * share;
}

/** Smallest size (value without sign) of a code without sign. */
function sizeAt(code: number): number {
  words[UPPER_WORD] = code * 1024;
  words[1 - UPPER_WORD] = 0;
  return double[0]!;
}
